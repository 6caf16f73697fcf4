-- +goose Up
-- What a scenario has called back: the API, the operation and the callback by name, and the address that it brought, each
-- empty where there is none. Deliveries of other messages have none of them.
ALTER TABLE deliveries ADD COLUMN callback_api TEXT NOT NULL DEFAULT '';
ALTER TABLE deliveries ADD COLUMN callback_operation TEXT NOT NULL DEFAULT '';
ALTER TABLE deliveries ADD COLUMN callback_name TEXT NOT NULL DEFAULT '';
ALTER TABLE deliveries ADD COLUMN callback_url TEXT NOT NULL DEFAULT '';
