-- The list of a place's slots is read from the log itself, in the order in which they began.
create index event_slot_of_place on event ((payload ->> 'placeId'), position)
  where type = 'SlotDefined';
