-- +goose Up
CREATE TABLE sandboxes (
    sandbox TEXT    NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    core    BLOB    NOT NULL,
    wake    INTEGER              -- milliseconds since 1970, null when there is nothing to do
);
CREATE INDEX sandboxes_wake ON sandboxes (wake) WHERE wake IS NOT NULL;

CREATE TABLE snapshots (
    sandbox TEXT NOT NULL REFERENCES sandboxes (sandbox),
    name    TEXT NOT NULL,
    body    BLOB NOT NULL,
    PRIMARY KEY (sandbox, name)
);

-- A sandbox may have answers before it has anything else, so these refer to none.
CREATE TABLE answers (
    sandbox  TEXT    NOT NULL,
    name     TEXT    NOT NULL,
    print    TEXT    NOT NULL,
    status   INTEGER NOT NULL,
    header   TEXT    NOT NULL,
    body     BLOB    NOT NULL,
    scenario TEXT    NOT NULL,
    rule     TEXT    NOT NULL,
    code     TEXT    NOT NULL,
    ready    INTEGER NOT NULL,   -- milliseconds since 1970
    expires  INTEGER NOT NULL,
    PRIMARY KEY (sandbox, name)
);
CREATE INDEX answers_expires ON answers (expires);
