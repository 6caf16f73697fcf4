-- +goose Up
-- What has to be known again and nobody may read: encrypted with a key that is not in the database.
CREATE TABLE secrets (
    name   TEXT NOT NULL PRIMARY KEY,
    sealed BYTEA NOT NULL
);
