-- Up to when each log has been heard whole: all that its topic held at that moment is in the facts.
create table heard_until (
  log text primary key,
  until timestamptz not null
);

-- The versions of the read model, each in a schema of its own, and which of them is served. They
-- outlive every version, so they lie beside them.
create schema if not exists read_models;

create table if not exists read_models.version (
  -- The schema that its facts are in.
  name text primary key,
  -- Which service can read it: what that service calls its read model.
  shape text not null,
  -- WANTED, FILLING, INDEXED, SERVED, KEPT, DROPPING.
  state text not null,
  started_at timestamptz not null,
  -- Who asked for it, as actors are referred to; null where the service began it by itself.
  started_by text,
  -- The request that asked for it, so that a repeat is known.
  request_key text,
  request_fingerprint text,
  changed_at timestamptz not null,
  -- Events heard of how many, when last counted.
  heard bigint not null default 0,
  events bigint not null default 0,
  -- What it waits for; null where nothing is in the way.
  waits_for text,
  unique (started_by, request_key)
);

-- One version is served, and one at a time is made.
create unique index if not exists version_served on read_models.version (shape)
  where state = 'SERVED';
create unique index if not exists version_made on read_models.version (shape)
  where state in ('WANTED', 'FILLING', 'INDEXED');

-- Indexes that a version gets once it is filled.
create table if not exists read_models.index_to_make (
  version text not null,
  name text not null,
  statement text not null,
  primary key (version, name)
);
