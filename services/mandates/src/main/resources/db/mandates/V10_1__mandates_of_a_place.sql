-- The list of a place's mandates is read from the log itself, in the order in which they began.
create index event_mandate_of_place on event ((payload ->> 'placeId'), position)
  where type = 'MandateOpened';
