package main

import (
	"bytes"
	"crypto/tls"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// made gives the certificate that the flags make in a folder.
func made(t *testing.T, folder, host string) tls.Certificate {
	t.Helper()
	config, fingerprint, err := (&tlsFlags{made: true}).config(folder, host)
	if err != nil || len(config.Certificates) != 1 || len(fingerprint) != 64 || config.MinVersion != tls.VersionTLS12 {
		t.Fatalf("%+v, %q, %v", config, fingerprint, err)
	}
	return config.Certificates[0]
}

func TestACertificateThatIsMadeIsKeptForItsHost(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "data")
	first := made(t, folder, "127.0.0.1")
	for _, host := range []string{"localhost", "127.0.0.1", "::1"} {
		if err := first.Leaf.VerifyHostname(host); err != nil {
			t.Error(err)
		}
	}
	if again := made(t, folder, "127.0.0.1"); !bytes.Equal(again.Certificate[0], first.Certificate[0]) {
		t.Error("at the next start it is another one")
	}
	other := made(t, folder, "sandbox.bank.example")
	if err := other.Leaf.VerifyHostname("sandbox.bank.example"); err != nil {
		t.Error(err)
	}
	info, err := os.Stat(filepath.Join(folder, madeKey))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the key can be read by others: %v, %v", info, err)
	}
	if made(t, "", "127.0.0.1").Leaf == nil {
		t.Error("without a folder none is made")
	}
}

func TestACertificateIsReadAgainWhenItsFileChanges(t *testing.T) {
	folder := t.TempDir()
	file := func(name string) string { return filepath.Join(folder, name) }
	renew := func(at time.Time) []byte {
		t.Helper()
		cert, key, err := makeCertificate("127.0.0.1")
		if err != nil {
			t.Fatal(err)
		}
		for name, text := range map[string][]byte{"cert": cert, "key": key} {
			if err := os.WriteFile(file(name), text, 0o600); err != nil {
				t.Fatal(err)
			}
			if err := os.Chtimes(file(name), at, at); err != nil {
				t.Fatal(err)
			}
		}
		return cert
	}
	renew(time.Now().Add(-time.Hour))
	files := &certificateFiles{cert: file("cert"), key: file("key")}
	get := func() []byte {
		t.Helper()
		files.looked = time.Time{} // it is time to look
		pair, err := files.get(nil)
		if err != nil {
			t.Fatal(err)
		}
		return pair.Certificate[0]
	}
	first := get()
	if again := get(); !bytes.Equal(again, first) {
		t.Error("it has changed though its file has not")
	}
	renew(time.Now())
	second := get()
	if bytes.Equal(second, first) {
		t.Error("the new certificate is not used")
	}
	if err := os.WriteFile(file("cert"), []byte("half a cert"), 0o600); err != nil {
		t.Fatal(err)
	}
	if third := get(); !bytes.Equal(third, second) {
		t.Error("a broken file has taken the place of the certificate")
	}
}
