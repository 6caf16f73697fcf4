package store

// Seal encrypts a text with the store's key, for a purpose that has to be said again to open it.
func (s *Store) Seal(plain []byte, purpose string) ([]byte, error) { return s.key.seal(plain, purpose) }

// Open is the opposite of Seal. The error is ErrKey.
func (s *Store) Open(sealed []byte, purpose string) ([]byte, error) {
	return s.key.open(sealed, purpose)
}
