-- What changed of a resource, in the log's order: read for FHIR's histories and to keep the tables
-- below. By the stream's name, so that a new type of event is in without a migration.
create index event_of_fhir_organization on event (position)
  where (stream like 'organisation-%' or stream like 'place-%');
create index event_of_fhir_affiliation on event (position) where (stream like 'affiliations-%');

-- By what FHIR searches find resources; the resources themselves are read from the log. Kept from
-- the log by position; emptying all three, with position 0, fills them anew.
create table fhir_index (
  only_row boolean not null default true,
  position bigint  not null,
  constraint fhir_index_pk primary key (only_row),
  constraint fhir_index_one_row check (only_row)
);
insert into fhir_index (position) values (0);

-- Text in the order of its bytes, which is also the order in which a prefix is found.
create table fhir_organization (
  id         text collate "C" not null,
  stream     text             not null,
  system     text             not null,
  name       text             not null,
  -- As names are compared: lower case, without accents.
  name_key   text collate "C" not null,
  kinds      text[]           not null,
  part_of    text,
  "start"    date,
  "end"      date,
  updated_at timestamptz      not null,
  constraint fhir_organization_pk primary key (id)
);
create index fhir_organization_by_name on fhir_organization (name_key, id);
create index fhir_organization_by_update on fhir_organization (updated_at, id);

create table fhir_affiliation (
  id         text collate "C" not null,
  stream     text             not null,
  member_id  text             not null,
  parent_id  text             not null,
  kind       text             not null,
  "start"    date             not null,
  "end"      date,
  -- It never was: found by its id only, to be told so.
  gone       boolean          not null,
  updated_at timestamptz      not null,
  constraint fhir_affiliation_pk primary key (id)
);
create index fhir_affiliation_by_member on fhir_affiliation (member_id, id);
create index fhir_affiliation_by_parent on fhir_affiliation (parent_id, id);
create index fhir_affiliation_by_update on fhir_affiliation (updated_at, id);
