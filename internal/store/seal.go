package store

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Key is what secrets are encrypted with that the database keeps (AES-256-GCM). Processes that share a database share
// the key; it is not in the database.
type Key struct{ seals cipher.AEAD }

const (
	keySize = 32 // bytes
	// sealForm begins everything that is sealed; another form gets another one.
	sealForm = 1
)

// ErrKey is the error of what was sealed with another key, or is damaged.
var ErrKey = errors.New("the database was written with another key, or is damaged")

// ParseKey reads a key as a key file has it: 32 bytes in Base64. The error does not show the text.
func ParseKey(text string) (*Key, error) {
	raw, err := base64.StdEncoding.DecodeString(strings.TrimSpace(text))
	if err != nil || len(raw) != keySize {
		return nil, fmt.Errorf("a key is %d bytes in Base64, such as 'openssl rand -base64 %d' makes", keySize, keySize)
	}
	block, err := aes.NewCipher(raw)
	if err != nil {
		return nil, fmt.Errorf("prepare the key: %w", err)
	}
	seals, err := cipher.NewGCM(block)
	if err != nil {
		return nil, fmt.Errorf("prepare the key: %w", err)
	}
	return &Key{seals}, nil
}

// KeyFile reads the key in a file, which it makes if it is missing, for this user alone.
func KeyFile(file string) (*Key, error) {
	text, err := os.ReadFile(file)
	if errors.Is(err, os.ErrNotExist) {
		if err := makeKeyFile(file); err != nil && !errors.Is(err, os.ErrExist) {
			return nil, fmt.Errorf("make the key file: %w", err)
		}
		text, err = os.ReadFile(file)
	}
	if err != nil {
		return nil, fmt.Errorf("read the key file: %w", err)
	}
	k, err := ParseKey(string(text))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return k, nil
}

// makeKeyFile writes a new key, whole or not at all. The error is os.ErrExist when another process was faster.
func makeKeyFile(file string) (err error) {
	raw := make([]byte, keySize)
	if _, err := rand.Read(raw); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(file), ".key-*") // 0600
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.Remove(f.Name())) }()
	_, err = f.WriteString(base64.StdEncoding.EncodeToString(raw) + "\n")
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Link(f.Name(), file)
}

// seal encrypts a text. What it is for has to be said again to open it.
func (k *Key) seal(plain []byte, purpose string) ([]byte, error) {
	nonce := make([]byte, 1+k.seals.NonceSize(), 1+k.seals.NonceSize()+len(plain)+k.seals.Overhead())
	nonce[0] = sealForm
	if _, err := rand.Read(nonce[1:]); err != nil {
		return nil, fmt.Errorf("encrypt: %w", err)
	}
	return k.seals.Seal(nonce, nonce[1:], plain, []byte(purpose)), nil
}

// open is the opposite of seal. The error is ErrKey.
func (k *Key) open(sealed []byte, purpose string) ([]byte, error) {
	head := 1 + k.seals.NonceSize()
	if len(sealed) < head || sealed[0] != sealForm {
		return nil, ErrKey
	}
	plain, err := k.seals.Open(nil, sealed[1:head], sealed[head:], []byte(purpose))
	if err != nil {
		return nil, ErrKey
	}
	return plain, nil
}
