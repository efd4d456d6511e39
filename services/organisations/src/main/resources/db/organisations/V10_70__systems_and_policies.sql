-- Systems are listed by name, and found by the organisation they were registered for or moved to.
create index event_client_registered on event (stream) where type = 'ClientRegistered';
create index event_client_of_organisation on event ((payload ->> 'organisationId'))
  where type in ('ClientRegistered', 'ClientTransferred');

-- How far a policy has heard this service's own log.
create table policy_cursor (
  policy text primary key,
  position bigint not null
);
