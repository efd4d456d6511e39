-- A copy of mandates' events: who may speak for general practice, when, and what was agreed. Kept
-- from the topic alone; it can be dropped and heard again.
create table known_mandate (
  mandate_id uuid primary key,
  place_id uuid not null,
  -- The version of its stream up to which everything is in this copy.
  heard bigint not null,
  mandate jsonb not null
);
create index known_mandate_of_place on known_mandate (place_id);

create table known_invocation (
  invocation_id uuid primary key,
  mandate_id uuid not null,
  act text not null,
  state text not null,
  topic_id uuid not null,
  forum_id uuid,
  meeting_id uuid,
  item_id uuid,
  "on" date not null
);
create index known_invocation_of_meeting on known_invocation (meeting_id);

create table known_answer (
  mandate_id uuid not null,
  version int not null,
  practice_id text not null,
  answer text not null,
  "on" date not null,
  primary key (mandate_id, version, practice_id)
);
