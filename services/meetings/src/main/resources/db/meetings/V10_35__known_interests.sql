-- Who has declared an interest in which organisation, as the registry says it.
create table known_interest (
  interest_id uuid primary key,
  role_holding_id uuid not null,
  kind text not null,
  organisation_id text,
  "start" date not null,
  "end" date,
  void boolean not null default false,
  -- The version of its group's stream up to which all is applied.
  heard bigint not null
);
create index known_interest_in on known_interest (organisation_id);
