package store_test

import (
	"testing"

	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/store"
	"github.com/sandbank/sandbank/internal/store/pgtest"
)

// everywhere runs tests of what keeps the portal on both engines, each test with an empty database.
func everywhere(t *testing.T, tests map[string]func(*testing.T, portal.Store)) {
	stores := map[string]func(*testing.T, *store.Store){}
	for name, test := range tests {
		stores[name] = func(t *testing.T, s *store.Store) { test(t, s.Portal()) }
	}
	onBoth(t, stores)
}

// onBoth runs tests on both engines, each test with an empty database.
func onBoth(t *testing.T, tests map[string]func(*testing.T, *store.Store)) {
	t.Run("SQLite", func(t *testing.T) {
		for name, test := range tests {
			t.Run(name, func(t *testing.T) { test(t, opened(t)(store.OpenFolder(t.Context(), t.TempDir(), nil))) })
		}
	})
	t.Run("PostgreSQL", func(t *testing.T) {
		server := pgtest.Start(t)
		for name, test := range tests {
			t.Run(name, func(t *testing.T) {
				test(t, opened(t)(store.OpenDatabase(t.Context(), server.Database(), aKey(t), pauses)))
			})
		}
	})
}
