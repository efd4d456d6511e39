-- The list of a place's mandates, those that begin last first. It takes the place of the one in the order of the log.
create index event_mandate_of_place_in_order
  on event ((payload ->> 'placeId'), (payload ->> 'start'), stream)
  where type = 'MandateOpened';
drop index event_mandate_of_place;
