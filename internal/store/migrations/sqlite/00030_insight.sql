-- +goose Up
-- Who did what, when and why. Rows are only ever added. Times are microseconds since 1970.
CREATE TABLE audit_entries (
    id             TEXT   NOT NULL PRIMARY KEY,
    at             BIGINT NOT NULL,
    actor          TEXT   NOT NULL,
    person         TEXT   NOT NULL,
    person_name    TEXT   NOT NULL,
    username       TEXT   NOT NULL,
    request_id     TEXT   NOT NULL,
    client_address TEXT   NOT NULL,
    action         TEXT   NOT NULL,
    object_kind    TEXT   NOT NULL,
    object         TEXT   NOT NULL,
    object_name    TEXT   NOT NULL,
    application    TEXT   NOT NULL,
    organisation   TEXT   NOT NULL,
    reason         TEXT   NOT NULL,
    changes        TEXT   NOT NULL      -- JSON
);
CREATE INDEX audit_entries_at ON audit_entries (at, id);
CREATE INDEX audit_entries_organisation ON audit_entries (organisation, at, id);
CREATE INDEX audit_entries_application ON audit_entries (application, at, id);
CREATE INDEX audit_entries_person ON audit_entries (person, at, id);

-- APIs (kind 'api') and what they are arranged by: categories, products and groups. Each kind has members of its own, in
-- body as JSON.
CREATE TABLE catalogue (
    kind    TEXT   NOT NULL,
    name    TEXT   NOT NULL,
    version BIGINT NOT NULL,
    body    TEXT   NOT NULL,
    PRIMARY KEY (kind, name)
);

CREATE TABLE enquiries (
    id               TEXT   NOT NULL PRIMARY KEY,
    at               BIGINT NOT NULL,
    kind             TEXT   NOT NULL,
    feedback         TEXT   NOT NULL,
    state            TEXT   NOT NULL,
    api              TEXT   NOT NULL,
    subject          TEXT   NOT NULL,
    message          TEXT   NOT NULL,
    organisation     TEXT   NOT NULL,
    person           TEXT   NOT NULL,
    person_name      TEXT   NOT NULL,
    email            TEXT   NOT NULL,
    answer           TEXT   NOT NULL,
    answered_by      TEXT   NOT NULL,
    answered_by_name TEXT   NOT NULL,
    answered_at      BIGINT NOT NULL
);
CREATE INDEX enquiries_state ON enquiries (state, at, id);

-- Calls by day of Asia/Kolkata (2006-01-02), application and API.
CREATE TABLE usage (
    day           TEXT   NOT NULL,
    organisation  TEXT   NOT NULL,
    application   TEXT   NOT NULL,
    api           TEXT   NOT NULL,
    calls         BIGINT NOT NULL,
    client_errors BIGINT NOT NULL,
    server_errors BIGINT NOT NULL,
    throttled     BIGINT NOT NULL,
    longest       BIGINT NOT NULL,      -- milliseconds
    PRIMARY KEY (day, application, api)
);
CREATE INDEX usage_organisation ON usage (organisation, day);

-- The same calls by how long their answers took.
CREATE TABLE usage_latency (
    day          TEXT   NOT NULL,
    organisation TEXT   NOT NULL,
    application  TEXT   NOT NULL,
    api          TEXT   NOT NULL,
    bucket       BIGINT NOT NULL,
    calls        BIGINT NOT NULL,
    PRIMARY KEY (day, application, api, bucket)
);
CREATE INDEX usage_latency_organisation ON usage_latency (organisation, day);

-- Messages to webhook addresses. next_at is when one is tried next, or, while somebody tries, until when that one has.
CREATE TABLE deliveries (
    id          TEXT   NOT NULL PRIMARY KEY,
    at          BIGINT NOT NULL,
    message     TEXT   NOT NULL,
    application TEXT   NOT NULL,
    type        TEXT   NOT NULL,
    url         TEXT   NOT NULL,
    method      TEXT   NOT NULL,
    media_type  TEXT   NOT NULL,
    payload     BLOB   NOT NULL,
    state       TEXT   NOT NULL,
    attempts    TEXT   NOT NULL,        -- JSON
    next_at     BIGINT NOT NULL,
    resend_of   TEXT   NOT NULL
);
CREATE INDEX deliveries_application ON deliveries (application, at, id);
CREATE INDEX deliveries_due ON deliveries (next_at) WHERE state = 'pending';
CREATE INDEX deliveries_at ON deliveries (at);

CREATE TABLE webhook_secrets (
    id          TEXT   NOT NULL PRIMARY KEY,
    application TEXT   NOT NULL,
    sealed      TEXT   NOT NULL,
    created_at  BIGINT NOT NULL,
    ends_at     BIGINT NOT NULL         -- 0 for the current one
);
CREATE INDEX webhook_secrets_application ON webhook_secrets (application);

-- Scenario files of organisations. latest is the number of the latest version, published that of the version that speaks
-- everywhere, 0 for none. A deleted one is kept as long as it is published.
CREATE TABLE overlays (
    id                TEXT    NOT NULL PRIMARY KEY,
    organisation      TEXT    NOT NULL,
    api               TEXT    NOT NULL,
    name              TEXT    NOT NULL,
    title             TEXT    NOT NULL,
    is_default        BOOLEAN NOT NULL,
    deleted           BOOLEAN NOT NULL,
    latest            BIGINT  NOT NULL,
    published         BIGINT  NOT NULL,
    published_at      BIGINT  NOT NULL,
    published_by      TEXT    NOT NULL,
    published_by_name TEXT    NOT NULL,
    published_reason  TEXT    NOT NULL
);
CREATE UNIQUE INDEX overlays_name ON overlays (organisation, api, name) WHERE NOT deleted;

CREATE TABLE overlay_versions (
    overlay     TEXT   NOT NULL,
    number      BIGINT NOT NULL,
    text        TEXT   NOT NULL,
    author      TEXT   NOT NULL,
    author_name TEXT   NOT NULL,
    saved_at    BIGINT NOT NULL,
    comment     TEXT   NOT NULL,
    rollback_to BIGINT NOT NULL,
    warnings    TEXT   NOT NULL,        -- JSON
    PRIMARY KEY (overlay, number)
);

-- Whose overlays changed last, in the order of changes; '' are the published ones.
CREATE TABLE overlay_editions (
    organisation TEXT   NOT NULL PRIMARY KEY,
    edition      BIGINT NOT NULL
);
CREATE UNIQUE INDEX overlay_editions_edition ON overlay_editions (edition);
