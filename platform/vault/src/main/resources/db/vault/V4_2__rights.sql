-- What a person may ask of words about them: who corrected them, their own view beside them,
-- restriction, and who has read them.
alter table vault_entry
  add column rectified_by text,
  add column rectified_at timestamptz,
  -- The words that this entry, the view of a person they are about, stands beside.
  add column beside uuid references vault_entry (ref) on delete cascade,
  -- Whether an event is known to name it; what none names is swept.
  add column named boolean not null default false;
create index vault_entry_unnamed on vault_entry (written_at) where not named;
create index vault_entry_expiry on vault_entry (expires_at) where expires_at is not null;
create index vault_entry_beside on vault_entry (beside) where beside is not null;

-- Words about these people are shown only to those entitled.
create table vault_restricted (
  subject uuid        not null,
  since   timestamptz not null,
  constraint vault_restricted_pk primary key (subject)
);

-- Who has read words about somebody as one of those entitled, and what for. By reference only.
create table vault_read (
  id      bigint      generated always as identity,
  subject uuid        not null,
  ref     uuid        not null,
  reader  text        not null,
  why     text        not null,
  read_at timestamptz not null,
  constraint vault_read_pk primary key (id)
);
create index vault_read_newest on vault_read (subject, id desc);
