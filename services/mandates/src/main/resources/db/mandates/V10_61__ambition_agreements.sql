-- The agreements of a federation and of a practice, read from the log itself.
create index event_ambition_of_federation
  on event ((payload ->> 'federationId'), (payload ->> 'practiceId'), stream)
  where type = 'AmbitionOffered';
create index event_ambition_of_practice
  on event ((payload ->> 'practiceId'), (payload ->> 'federationId'), stream)
  where type = 'AmbitionOffered';
