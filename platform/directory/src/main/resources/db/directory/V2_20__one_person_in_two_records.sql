-- Two records of one human being: the other one stands for both while a row says so.
create table directory_person_alias (
  person_id uuid primary key,
  into_id uuid not null
);
create index directory_person_alias_into on directory_person_alias (into_id);

-- A role that never was counts on no day, and is kept so that hearing it again changes nothing.
alter table directory_role add column void boolean not null default false;
