-- With which organisations general practice of a place kept in touch on which days: what a meeting of
-- some time ago stood on. known_slot and known_relationship say how it is now and lose what was; these
-- are heard by a consumer of their own from the first event of relationships, so that none of their
-- rows is without a day. They can be dropped and heard again.
create table known_slot_spell (
  slot_id uuid not null,
  -- The version of the slot's stream that began it: one that is defined again has another.
  version bigint not null,
  place_id uuid not null,
  organisation_id text not null,
  "from" date not null,
  -- The first day on which it is no more.
  until date,
  primary key (slot_id, version)
);
create index known_slot_spell_of_place on known_slot_spell (place_id);

create table known_relationship_spell (
  relationship_id uuid primary key,
  slot_id uuid not null,
  "from" date not null,
  -- The first day on which it is live no longer.
  until date
);
create index known_relationship_spell_of_slot on known_relationship_spell (slot_id);
