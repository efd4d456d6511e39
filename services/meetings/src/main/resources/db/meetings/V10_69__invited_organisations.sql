-- Read from the log itself: to which meetings an organisation was invited.
create index event_invited_of_organisation on event ((payload ->> 'organisationId'), stream)
  where type = 'OrganisationInvited';
