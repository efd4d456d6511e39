-- What changes outside, by ICS; and the mandates that a change may touch.
create index event_external_change_of_ics
  on event ((payload ->> 'icsId'), (payload ->> 'on'), stream)
  where type = 'ExternalChangeRecorded';
create index event_mandate_on_topic on event ((payload ->> 'end'), position)
  where type = 'MandateOpened' and payload ->> 'topicId' is not null;
