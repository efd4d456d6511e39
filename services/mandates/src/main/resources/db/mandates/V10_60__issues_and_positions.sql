-- Issues of an ICS and positions of a place, read from the log itself in the order of their days.
create index event_issue_of_ics on event ((payload ->> 'icsId'), (payload ->> 'on'), stream)
  where type = 'IssueRaised';
create index event_position_of_place on event ((payload ->> 'placeId'), (payload ->> 'on'), stream)
  where type = 'PositionProposed';
-- What is public of a place now, and what was ever said in public on an issue.
create index event_public_position_of_place on event ((payload ->> 'placeId'), stream, version desc)
  where type in ('PositionPublished', 'PositionWithdrawn');
create index event_public_position_of_issue on event ((payload ->> 'issueId'), position)
  where type in ('PositionPublished', 'PositionWithdrawn');
