-- The list of a place's slots, by kind and organisation. It takes the place of the one in the order of the log.
create index event_slot_of_place_in_order
  on event ((payload ->> 'placeId'), (payload ->> 'kind'), (payload ->> 'organisationId'), stream)
  where type = 'SlotDefined';
drop index event_slot_of_place;
