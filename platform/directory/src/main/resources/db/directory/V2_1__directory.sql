-- Who is who, copied from organisations' events. Rows hold references and registry names, nothing else.
-- Periods are half-open: "end" is the first day after the last; null while it is open.

create table directory_person_identity (
  identity_hash text primary key,
  person_id uuid not null
);

create table directory_role (
  role_holding_id uuid primary key,
  person_id uuid not null,
  role text not null,
  organisation_id text,
  "start" date not null,
  "end" date
);
create index directory_role_by_person on directory_role (person_id);
create index directory_role_by_role on directory_role (role);

create table directory_client (
  client_id text primary key,
  organisation_id text not null,
  kind text not null,
  state text not null
);

create table directory_organisation (
  id text primary key,
  name text not null,
  kinds text[] not null,
  "start" date,
  "end" date,
  status text not null
);

create table directory_affiliation (
  id text primary key,
  member text not null,
  parent text not null,
  kind text not null,
  "start" date not null,
  "end" date,
  void boolean not null default false
);
create index directory_affiliation_by_member on directory_affiliation (member, kind);
create index directory_affiliation_by_parent on directory_affiliation (parent, kind);

create table directory_place (
  id uuid primary key,
  ics text not null,
  name text not null
);
