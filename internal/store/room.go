package store

import (
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5/pgconn"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// errNoRoom is the error of what could not be written because the disk is full, or because the files of the database may
// not become larger. Nothing of it has happened; it may be tried again when there is room.
var errNoRoom = errors.New("there is no room on the disk of the database")

// diskFull is the code of PostgreSQL for that.
const diskFull = "53100"

// told gives the error of a statement, or of a transaction, with the words for what an operator can do something about.
func told(err error) error {
	if err == nil || errors.Is(err, errNoRoom) {
		return err
	}
	var here *sqlite.Error
	var there *pgconn.PgError
	switch {
	case errors.As(err, &here) && (here.Code()&0xff == sqlite3.SQLITE_FULL || here.Code() == sqlite3.SQLITE_IOERR_WRITE),
		errors.As(err, &there) && there.Code == diskFull:
		return fmt.Errorf("%w: %w", errNoRoom, err)
	}
	return err
}
