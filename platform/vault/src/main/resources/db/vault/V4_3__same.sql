-- Whom words were about before it was known who that is: a subject, and the person they are taken
-- for. Words about the one are about the other as well, for as long as the row is here.
create table vault_same (
  subject uuid not null,
  person  uuid not null,
  constraint vault_same_pk primary key (subject)
);
create index vault_same_person on vault_same (person);
