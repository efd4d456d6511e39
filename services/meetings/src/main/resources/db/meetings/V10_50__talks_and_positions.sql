-- A copy of others' events, for briefs and for how a topic came to its decision: who keeps in touch
-- with whom (relationships), and what bodies of general practice say on a topic (mandates). Kept
-- from the topics alone; it can be dropped and heard again. No judgement about anybody is in them.
create table known_slot (
  slot_id uuid primary key,
  place_id uuid not null,
  organisation_id text not null
);
create index known_slot_of_place on known_slot (place_id);

create table known_relationship (
  relationship_id uuid primary key,
  slot_id uuid not null,
  holder_id uuid not null,
  -- The first day on which it is live no longer.
  closed_on date
);
create index known_relationship_of_slot on known_relationship (slot_id);

create table known_contact (
  event_id uuid primary key,
  slot_id uuid not null,
  "on" date not null,
  two_way boolean not null,
  topic_id uuid
);
create index known_contact_of_slot on known_contact (slot_id, "on");
create index known_contact_of_topic on known_contact (topic_id) where topic_id is not null;

create table known_position (
  position_id uuid primary key,
  place_id uuid not null,
  body_id text not null,
  topic_id uuid not null
);
create index known_position_of_topic on known_position (topic_id, place_id);

create table known_position_step (
  event_id uuid primary key,
  position_id uuid not null,
  -- The version of the position's stream: in this order the steps were taken.
  step bigint not null,
  kind text not null,
  "on" date not null
);
create index known_position_step_of_position on known_position_step (position_id, step);
