-- The promises that were ever shared with an organisation, and one of them.
create index event_commitment_shared_with
  on event ((payload ->> 'organisationId'), (payload ->> 'commitmentId'), stream)
  where type = 'CommitmentShared';
