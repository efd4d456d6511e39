-- The list of a place's meetings is read from the log itself, in the order in which they began.
create index event_meeting_of_place on event ((payload ->> 'placeId'), position)
  where type = 'MeetingScheduled';
