-- A place's first day depends on the neighbourhoods it has and the places that went on in it.
create index event_of_place on event ((coalesce(payload ->> 'partOf', payload ->> 'into')))
  where type in ('PlaceDefined', 'PlaceMerged');
