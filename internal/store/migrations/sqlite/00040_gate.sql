-- +goose Up
-- How often anything was changed that keys stand for, in several rows so that changes do not wait for each other.
CREATE TABLE editions (
    slot    INTEGER NOT NULL PRIMARY KEY,
    edition INTEGER NOT NULL
);

-- What was counted of each quota in the latest day, hour and second, each numbered from 1970 on.
CREATE TABLE tallies (
    subject   TEXT    NOT NULL PRIMARY KEY,
    version   INTEGER NOT NULL,
    day       INTEGER NOT NULL,
    in_day    INTEGER NOT NULL,
    hour      INTEGER NOT NULL,
    in_hour   INTEGER NOT NULL,
    second    INTEGER NOT NULL,
    in_second INTEGER NOT NULL
);

-- The keys that access tokens are signed with, encrypted, by the period in which they sign.
CREATE TABLE token_keys (
    period INTEGER NOT NULL PRIMARY KEY,
    sealed BLOB    NOT NULL
);

-- Access tokens that were revoked, by their ids, until nobody can use them any more (microseconds since 1970).
CREATE TABLE revocations (
    token TEXT    NOT NULL PRIMARY KEY,
    until INTEGER NOT NULL
);
CREATE INDEX revocations_until ON revocations (until);
