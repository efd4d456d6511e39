-- An uploaded file on its way: what it would change, whether somebody has accepted it, how far
-- that has come. What was accepted is in the log as well; the file stays here to be traced to.
create table import_upload (
  id             uuid        not null,
  state          text        not null,
  sha256         text        not null,
  sources        jsonb       not null,
  counts         jsonb       not null,
  -- Lines of JSON, gzip: what would change, for a person to read.
  changes        bytea       not null,
  uploaded_by    text        not null,
  uploaded_at    timestamptz not null,
  client         text        not null,
  idempotency_key text       not null,
  steps_done     int         not null default 0,
  steps          int         not null default 0,
  first_position bigint      not null default 0,
  last_position  bigint      not null default 0,
  -- X-Position of what was appended, for who wants to see it in a view.
  positions      text,
  failure        text,
  constraint import_upload_pk primary key (id),
  constraint import_upload_state
    check (state in ('PREVIEWED', 'ACCEPTING', 'ACCEPTED', 'UNDOING', 'UNDONE', 'FAILED')),
  constraint import_upload_key unique (client, idempotency_key)
);

-- The same content is one import, until that is undone.
create unique index import_upload_content on import_upload (sha256) where state <> 'UNDONE';
create index import_upload_newest on import_upload (uploaded_at desc, id);

create table import_chunk (
  import_id uuid  not null references import_upload (id),
  ordinal   int   not null,
  bytes     bytea not null,
  constraint import_chunk_pk primary key (import_id, ordinal)
);

-- Whose a sign-in is. Taken before the person's event is appended, so that no two persons can
-- be linked to one sign-in.
create table identity_taken (
  identity_hash text not null,
  person_id     uuid not null,
  constraint identity_taken_pk primary key (identity_hash)
);
