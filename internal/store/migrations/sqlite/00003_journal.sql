-- +goose Up
-- Requests with their answers, the latest of each sandbox. Numbers follow the time, over all processes.
CREATE TABLE journal (
    sandbox  TEXT NOT NULL,
    number   INTEGER NOT NULL,
    request  TEXT NOT NULL,   -- the request's id
    summary  BLOB NOT NULL,
    detail   BLOB NOT NULL,
    original BLOB,          -- encrypted; null when it was not kept
    PRIMARY KEY (sandbox, number)
);
