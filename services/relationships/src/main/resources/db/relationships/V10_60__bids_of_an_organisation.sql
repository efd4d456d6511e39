-- Read from the log itself: in which bids an organisation is, or was.
create index event_bidder on event ((payload ->> 'organisationId'), stream)
  where type in ('OpportunityPartnerJoined', 'OpportunityPartnerLeft');
