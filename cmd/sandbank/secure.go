package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/hex"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/spf13/pflag"
)

// tlsFlags say how connections are secured; the zero value takes plain HTTP.
type tlsFlags struct {
	cert, key string
	made      bool
}

func (f *tlsFlags) register(flags *pflag.FlagSet) {
	flags.StringVar(&f.cert, "tls-cert", "", "the certificate for HTTPS, in PEM with its chain; read again when the file changes")
	flags.StringVar(&f.key, "tls-key", "", "the private key of the certificate, in PEM")
	flags.BoolVar(&f.made, "tls-self-signed", false, "HTTPS with a certificate that is made here, for development")
}

// on tells whether connections are secured.
func (f *tlsFlags) on() bool { return f.cert != "" || f.made }

// check refuses flags that do not fit together.
func (f *tlsFlags) check() error {
	switch {
	case (f.cert == "") != (f.key == ""):
		return errors.New("--tls-cert and --tls-key go together")
	case f.cert != "" && f.made:
		return errors.New("--tls-self-signed makes a certificate; leave out --tls-cert and --tls-key")
	}
	return nil
}

// config gives what connections are secured with; nil is plain HTTP. A certificate that is made is kept in folder, unless
// that is "". fingerprint is its SHA-256.
func (f *tlsFlags) config(folder, host string) (config *tls.Config, fingerprint string, err error) {
	if err := f.check(); err != nil || !f.on() {
		return nil, "", err
	}
	config = &tls.Config{MinVersion: tls.VersionTLS12}
	if f.made {
		certificate, err := madeCertificate(folder, host)
		if err != nil {
			return nil, "", fmt.Errorf("--tls-self-signed: %w", err)
		}
		sum := sha256.Sum256(certificate.Certificate[0])
		config.Certificates = []tls.Certificate{certificate}
		return config, hex.EncodeToString(sum[:]), nil
	}
	files := &certificateFiles{cert: f.cert, key: f.key}
	if _, err := files.get(nil); err != nil {
		return nil, "", fmt.Errorf("--tls-cert: %w", err)
	}
	config.GetCertificate = files.get
	return config, "", nil
}

// certificateFiles are a certificate and its key. When the files change they are read again; while they cannot be read
// together the earlier ones serve on.
type certificateFiles struct {
	cert, key string
	guard     sync.Mutex
	read      *tls.Certificate
	changed   time.Time // of the certificate that was read
	looked    time.Time
}

// certificateAge is how often the files are looked at.
const certificateAge = 10 * time.Second

func (c *certificateFiles) get(*tls.ClientHelloInfo) (*tls.Certificate, error) {
	c.guard.Lock()
	defer c.guard.Unlock()
	now := time.Now()
	if c.read != nil && now.Sub(c.looked) < certificateAge {
		return c.read, nil
	}
	c.looked = now
	info, err := os.Stat(c.cert)
	if err == nil && (c.read == nil || !info.ModTime().Equal(c.changed)) {
		var pair tls.Certificate
		if pair, err = tls.LoadX509KeyPair(c.cert, c.key); err == nil {
			c.read, c.changed = &pair, info.ModTime()
		}
	}
	if c.read != nil {
		return c.read, nil
	}
	return nil, err
}

// Names of the files of a certificate that was made, and how long it is good for.
const (
	madeCert = "tls.crt"
	madeKey  = "tls.key"
	madeFor  = 365 * 24 * time.Hour
	madeLeft = 30 * 24 * time.Hour
)

// madeCertificate gives the certificate in a folder, and makes it where there is none, or it is about to expire, or is
// for another host.
func madeCertificate(folder, host string) (tls.Certificate, error) {
	if folder != "" {
		kept, err := tls.LoadX509KeyPair(filepath.Join(folder, madeCert), filepath.Join(folder, madeKey))
		switch {
		case err == nil && kept.Leaf.VerifyHostname(host) == nil && time.Until(kept.Leaf.NotAfter) > madeLeft:
			return kept, nil
		case err != nil && !errors.Is(err, fs.ErrNotExist):
			return kept, err
		}
	}
	cert, key, err := makeCertificate(host)
	if err != nil {
		return tls.Certificate{}, err
	}
	if folder != "" {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return tls.Certificate{}, err
		}
		for name, text := range map[string][]byte{madeCert: cert, madeKey: key} {
			if err := os.WriteFile(filepath.Join(folder, name), text, 0o600); err != nil {
				return tls.Certificate{}, err
			}
		}
	}
	return tls.X509KeyPair(cert, key)
}

// makeCertificate makes a certificate for this machine and one more host, with its key, both in PEM.
func makeCertificate(host string) (cert, key []byte, err error) {
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, nil, err
	}
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 120))
	if err != nil {
		return nil, nil, err
	}
	now := time.Now()
	template := &x509.Certificate{
		SerialNumber: serial, Subject: pkix.Name{CommonName: "sandbank, for development"},
		NotBefore: now.Add(-time.Hour), NotAfter: now.Add(madeFor),
		KeyUsage: x509.KeyUsageDigitalSignature, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}, BasicConstraintsValid: true,
		DNSNames: []string{"localhost"}, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1), net.IPv6loopback},
	}
	if ip := net.ParseIP(host); ip != nil {
		template.IPAddresses = append(template.IPAddresses, ip)
	} else if host != "" && host != "localhost" {
		template.DNSNames = append(template.DNSNames, host)
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, private.Public(), private)
	if err != nil {
		return nil, nil, err
	}
	secret, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		return nil, nil, err
	}
	cert = pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	return cert, pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: secret}), nil
}
