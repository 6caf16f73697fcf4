-- +goose Up
-- How often anything was changed that keys stand for, in several rows so that changes do not wait for each other.
CREATE TABLE editions (
    slot    BIGINT NOT NULL PRIMARY KEY,
    edition BIGINT NOT NULL
);

-- What was counted of each quota in the latest day, hour and second, each numbered from 1970 on.
CREATE TABLE tallies (
    subject   TEXT NOT NULL PRIMARY KEY,
    version   BIGINT NOT NULL,
    day       BIGINT NOT NULL,
    in_day    BIGINT NOT NULL,
    hour      BIGINT NOT NULL,
    in_hour   BIGINT NOT NULL,
    second    BIGINT NOT NULL,
    in_second BIGINT NOT NULL
);

-- The keys that access tokens are signed with, encrypted, by the period in which they sign.
CREATE TABLE token_keys (
    period BIGINT NOT NULL PRIMARY KEY,
    sealed BYTEA NOT NULL
);

-- Access tokens that were revoked, by their ids, until nobody can use them any more (microseconds since 1970).
CREATE TABLE revocations (
    token TEXT NOT NULL PRIMARY KEY,
    until BIGINT NOT NULL
);
CREATE INDEX revocations_until ON revocations (until);
