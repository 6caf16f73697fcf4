-- +goose Up
-- What is looked for has columns of its own; the rest of each thing is JSON in body. Times are microseconds since 1970.
CREATE TABLE organisations (
    id       TEXT   NOT NULL PRIMARY KEY,
    name_key TEXT   NOT NULL UNIQUE,
    status   TEXT   NOT NULL,
    version  BIGINT NOT NULL,
    body     TEXT   NOT NULL
);

CREATE TABLE people (
    id           TEXT   NOT NULL PRIMARY KEY,
    username_key TEXT   NOT NULL UNIQUE,
    email_key    TEXT   NOT NULL,
    organisation TEXT   NOT NULL,
    role         TEXT   NOT NULL,
    status       TEXT   NOT NULL,
    at           BIGINT NOT NULL,
    signed_in    BIGINT NOT NULL,
    search       TEXT   NOT NULL,
    version      BIGINT NOT NULL,
    body         TEXT   NOT NULL
);
CREATE INDEX people_email ON people (email_key);
CREATE INDEX people_organisation ON people (organisation, username_key);
CREATE INDEX people_waiting ON people (status, at);

CREATE TABLE invitations (
    id           TEXT   NOT NULL PRIMARY KEY,
    organisation TEXT   NOT NULL,
    email_key    TEXT   NOT NULL,
    state        TEXT   NOT NULL,
    at           BIGINT NOT NULL,
    expires_at   BIGINT NOT NULL,
    body         TEXT   NOT NULL
);
CREATE INDEX invitations_organisation ON invitations (organisation, at, id);

-- Links in e-mails, by the keyed digest of their token.
CREATE TABLE tickets (
    digest     TEXT   NOT NULL PRIMARY KEY,
    purpose    TEXT   NOT NULL,
    subject    TEXT   NOT NULL,
    email      TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX tickets_subject ON tickets (subject, purpose);
CREATE INDEX tickets_expiry ON tickets (expires_at);

-- Sessions, by the digest of their identifier.
CREATE TABLE sessions (
    digest  TEXT   NOT NULL PRIMARY KEY,
    data    BLOB   NOT NULL,
    ends_at BIGINT NOT NULL,
    used    BIGINT NOT NULL
);
CREATE INDEX sessions_end ON sessions (ends_at);
CREATE INDEX sessions_use ON sessions (used);

CREATE TABLE attempts (
    id      TEXT   NOT NULL PRIMARY KEY,
    kind    TEXT   NOT NULL,
    subject TEXT   NOT NULL,
    at      BIGINT NOT NULL
);
CREATE INDEX attempts_subject ON attempts (kind, subject, at);
CREATE INDEX attempts_time ON attempts (at);

-- One row at most.
CREATE TABLE settings (
    id      INTEGER NOT NULL PRIMARY KEY,
    version BIGINT  NOT NULL,
    body    TEXT    NOT NULL
);

CREATE TABLE agreements (
    name         TEXT   NOT NULL,
    number       BIGINT NOT NULL,
    withdrawn_at BIGINT NOT NULL, -- 0 while it is demanded
    body         TEXT   NOT NULL,
    PRIMARY KEY (name, number)
);

CREATE TABLE agreement_records (
    id           TEXT   NOT NULL PRIMARY KEY,
    organisation TEXT   NOT NULL,
    at           BIGINT NOT NULL,
    body         TEXT   NOT NULL
);
CREATE INDEX agreement_records_organisation ON agreement_records (organisation, at, id);

-- Mails; their texts are encrypted.
CREATE TABLE messages (
    id        TEXT   NOT NULL PRIMARY KEY,
    recipient TEXT   NOT NULL, -- case-folded
    state     TEXT   NOT NULL,
    at        BIGINT NOT NULL,
    next_at   BIGINT NOT NULL,
    body      TEXT   NOT NULL
);
CREATE INDEX messages_time ON messages (at, id);
CREATE INDEX messages_due ON messages (state, next_at);

-- Answers to requests that were sent with an Idempotency-Key; they are encrypted, and empty while the request is being
-- answered.
CREATE TABLE portal_answers (
    name       TEXT   NOT NULL PRIMARY KEY,
    print      TEXT   NOT NULL,
    state      TEXT   NOT NULL,
    answer     TEXT   NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX portal_answers_expiry ON portal_answers (expires_at);

-- The agreements that every portal begins with. The bank publishes its own as their next versions.
INSERT INTO agreements (name, number, withdrawn_at, body) VALUES
    ('eula', 1, 0, '{"Name":"eula","Number":1,"Title":"Licence for applications","Text":"An application may call the APIs that the bank has approved for it, within its plans, and for the purpose that was stated when it was registered.","Purposes":["application"],"PublishedAt":"2026-01-01T00:00:00Z"}'),
    ('nda', 1, 0, '{"Name":"nda","Number":1,"Title":"Non-disclosure agreement","Text":"What the organisation learns of the bank beyond what is public stays with the people who need it for their work with these APIs.","Purposes":["production","uat"],"PublishedAt":"2026-01-01T00:00:00Z"}'),
    ('terms', 1, 0, '{"Name":"terms","Number":1,"Title":"Terms of the developer programme","Text":"By registering you agree to use the portal for the development of applications that call the APIs of the bank, and to keep your password and the secrets of your applications to yourselves.","Purposes":["registration"],"PublishedAt":"2026-01-01T00:00:00Z"}');
