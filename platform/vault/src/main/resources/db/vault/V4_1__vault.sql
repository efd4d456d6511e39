-- Names and typed words, outside the log. An event names a row by its ref; the row can be erased.
create table vault_entry (
  ref        uuid        not null,
  -- The stream whose event names it.
  stream     text        not null,
  -- What the words are, as "person-name".
  kind       text        not null,
  -- Encrypted under the key of each person it is about, one around the other.
  sealed     bytea       not null,
  written_by text        not null,
  written_at timestamptz not null,
  -- Not shown from this moment on, and swept.
  expires_at timestamptz,
  constraint vault_entry_pk primary key (ref)
);
create index vault_entry_of_stream on vault_entry (stream, kind);

create table vault_about (
  ref     uuid not null references vault_entry (ref) on delete cascade,
  subject uuid not null,
  constraint vault_about_pk primary key (ref, subject)
);
create index vault_about_subject on vault_about (subject);
