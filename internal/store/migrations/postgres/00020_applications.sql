-- +goose Up
-- Times are microseconds since 1970, 0 for never.
CREATE TABLE applications (
    id              TEXT    NOT NULL PRIMARY KEY,
    organisation    TEXT    NOT NULL,
    name            TEXT    NOT NULL,
    name_key        TEXT    NOT NULL,
    platform        TEXT    NOT NULL,
    description     TEXT    NOT NULL,
    partner_scope   TEXT    NOT NULL,
    oauth_type      TEXT    NOT NULL,
    oauth_callback  TEXT    NOT NULL,
    webhook_url     TEXT    NOT NULL,
    state           TEXT    NOT NULL,
    state_before    TEXT    NOT NULL,
    reason          TEXT    NOT NULL,
    sandbox         BOOLEAN NOT NULL,
    created_by      TEXT    NOT NULL,
    created_by_name TEXT    NOT NULL,
    created_at      BIGINT  NOT NULL,
    approved_at     BIGINT  NOT NULL,
    version         BIGINT  NOT NULL
);
CREATE UNIQUE INDEX applications_organisation ON applications (organisation, name_key) WHERE state <> 'deleted';
CREATE INDEX applications_name ON applications (name_key, id);

-- Keys, secrets and hashes are sealed; the digests find them again.
CREATE TABLE credentials (
    id                 TEXT   NOT NULL PRIMARY KEY,
    application        TEXT   NOT NULL REFERENCES applications (id),
    sealed_key         TEXT   NOT NULL,
    key_digest         TEXT   NOT NULL,
    sealed_secret      TEXT   NOT NULL,
    secret_digest      TEXT   NOT NULL,
    sealed_hash        TEXT   NOT NULL,
    hash_digest        TEXT   NOT NULL,
    created_at         BIGINT NOT NULL,
    ends_at            BIGINT NOT NULL,
    revoked_at         BIGINT NOT NULL
);
CREATE UNIQUE INDEX credentials_key ON credentials (key_digest);
CREATE INDEX credentials_application ON credentials (application);

CREATE TABLE subscriptions (
    application TEXT   NOT NULL REFERENCES applications (id),
    api         TEXT   NOT NULL,
    state       TEXT   NOT NULL,
    stage       TEXT   NOT NULL,
    plan        TEXT   NOT NULL,
    reason      TEXT   NOT NULL,
    since       BIGINT NOT NULL,
    PRIMARY KEY (application, api)
);
CREATE INDEX subscriptions_api ON subscriptions (api);
CREATE INDEX subscriptions_plan ON subscriptions (plan);

-- What the bank has to decide. Lists and decisions are JSON; there is no decision while it is ''.
CREATE TABLE requests (
    id              TEXT    NOT NULL PRIMARY KEY,
    at              BIGINT  NOT NULL,
    kind            TEXT    NOT NULL,
    state           TEXT    NOT NULL,
    organisation    TEXT    NOT NULL,
    application     TEXT    NOT NULL,
    apis            TEXT    NOT NULL,
    access          TEXT    NOT NULL,
    quota           TEXT    NOT NULL,
    plan            TEXT    NOT NULL,
    stage           TEXT    NOT NULL,
    comment         TEXT    NOT NULL,
    agreements      TEXT    NOT NULL,
    revised         BOOLEAN NOT NULL,
    created_by      TEXT    NOT NULL,
    created_by_name TEXT    NOT NULL,
    decision        TEXT    NOT NULL,
    version         BIGINT  NOT NULL
);
CREATE INDEX requests_state ON requests (state, at, id);
CREATE INDEX requests_organisation ON requests (organisation, at, id);
CREATE INDEX requests_application ON requests (application, at, id);

-- Every kind of plan has members of its own, in body as JSON.
CREATE TABLE plans (
    kind     TEXT    NOT NULL,
    name     TEXT    NOT NULL,
    position BIGINT  NOT NULL,
    version  BIGINT  NOT NULL,
    body     TEXT    NOT NULL,
    PRIMARY KEY (kind, name)
);
INSERT INTO plans (kind, name, position, version, body) VALUES
    ('access', 'bronze', 1, 1, '{"Title":"Bronze","Description":"The test APIs."}'),
    ('access', 'production', 2, 1, '{"Title":"Production","Description":"Every API, and their plans for production.","Every":true,"Production":true}'),
    ('quota', 'standard', 1, 1, '{"Title":"Standard","Limits":{"PerDay":10000,"PerSecond":10},"Offered":true}'),
    ('quota', 'premium', 2, 1, '{"Title":"Premium","Limits":{"PerDay":1000000,"PerSecond":100},"Chargeable":true,"PersonalSupport":true,"Offered":true}'),
    ('api', 'sandbox', 1, 1, '{"Title":"Sandbox","Rules":"For tests, without data of customers.","Limits":{"PerDay":1000},"Offered":true}'),
    ('api', 'production', 2, 1, '{"Title":"Production","Rules":"For customers.","Limits":{"PerDay":100000,"PerSecond":50},"Production":true,"Offered":true}');
