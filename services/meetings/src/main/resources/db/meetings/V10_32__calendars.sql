-- Secret addresses of calendars. Of the secret only a digest is kept.
create table calendar (
  id uuid primary key,
  person_id uuid not null,
  kind text not null,
  about uuid,
  place_id uuid,
  token_hash bytea not null unique,
  made_at timestamptz not null,
  revoked_at timestamptz,
  read_on date,
  request_client text not null,
  request_key text not null,
  request_fingerprint text not null,
  unique (request_client, request_key)
);
create index calendar_of_person on calendar (person_id, made_at, id);
