-- The drafts of a place, by when they were begun, and all mandates in the order of their ids.
create index event_draft_of_place_in_order
  on event ((payload ->> 'placeId'), (payload ->> 'on'), stream)
  where type = 'MandateDrafted';
create index event_mandate_opened on event (stream) where type = 'MandateOpened';

-- How far the copy of the registry had come, and which day it was, when mandates were last tended.
create table policy_round (
  policy text primary key,
  heard bigint not null,
  day date not null
);
