-- +goose Up
-- Requests with their answers, the latest of each sandbox. Numbers follow the time, over all processes.
CREATE TABLE journal (
    sandbox  TEXT NOT NULL,
    number   BIGINT NOT NULL,
    request  TEXT NOT NULL,   -- the request's id
    summary  BYTEA NOT NULL,
    detail   BYTEA NOT NULL,
    original BYTEA,          -- encrypted; null when it was not kept
    PRIMARY KEY (sandbox, number)
);
