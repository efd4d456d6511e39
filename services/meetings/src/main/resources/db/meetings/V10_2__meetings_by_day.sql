-- The list of a place's meetings, the latest first. It takes the place of the one in the order of the log.
create index event_meeting_of_place_in_order
  on event ((payload ->> 'placeId'), (payload ->> 'on'), stream)
  where type = 'MeetingScheduled';
drop index event_meeting_of_place;
