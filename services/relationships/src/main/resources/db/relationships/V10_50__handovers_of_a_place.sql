-- The handovers of a place, the latest first.
create index event_handover_of_place_in_order
  on event ((payload ->> 'placeId'), (payload ->> 'on'), stream)
  where type = 'HandoverOpened';

-- All slots in the order of their ids.
create index event_slot_defined on event (stream) where type = 'SlotDefined';

-- How far the copy of the registry had come, and which day it was, when a policy last looked round.
create table if not exists policy_round (
  policy text primary key,
  heard bigint not null,
  day date not null
);
