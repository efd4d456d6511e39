-- One key for each person the vault holds words about, and one for words about nobody.
create table vault_key (
  subject uuid  not null,
  key     bytea not null,
  constraint vault_key_pk primary key (subject)
);

-- Who was erased never gets a key again; what is heard late about them is not kept.
create table vault_erased (
  subject   uuid        not null,
  erased_at timestamptz not null,
  constraint vault_erased_pk primary key (subject)
);
