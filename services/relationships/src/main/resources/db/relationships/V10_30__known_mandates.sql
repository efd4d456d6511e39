-- A copy of mandates' events: which is in force when, and on what. Kept from the topic alone; it can
-- be dropped and heard again.
create table known_mandate (
  mandate_id uuid primary key,
  place_id uuid not null,
  -- The version of its stream up to which everything is in this copy.
  heard bigint not null,
  mandate jsonb not null
);
create index known_mandate_of_place on known_mandate (place_id);
