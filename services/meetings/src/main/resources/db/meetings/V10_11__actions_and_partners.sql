-- Read from the log itself: the actions of a place, what a meeting noted, and where partners were.
create index event_action_of_place on event ((payload ->> 'placeId'), stream)
  where type = 'ActionOpened';
create index event_action_noted on event (stream) where type = 'ActionNoted';
create index event_partner_of_meeting on event ((payload ->> 'organisationId'), stream)
  where type = 'PartnerAttendanceRecorded';
