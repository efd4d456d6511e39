-- Behind which walls somebody is.
create index event_opportunity_person on event ((payload ->> 'personId'), stream, version)
  where type in ('OpportunityPersonNamed', 'OpportunityPersonRemoved');
-- The opportunities of a place, for those that have a result.
create index event_opportunity_of_place on event ((payload ->> 'placeId'), stream)
  where type = 'OpportunityOpened';
-- The latest class of a slot.
create index event_slot_classed on event ((payload ->> 'slotId'), position)
  where type = 'SlotClassed';
