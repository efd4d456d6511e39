-- The history of a body or place holds who began and ceased to belong to it: events of other streams.
create index event_of_parent on event ((payload ->> 'parentId'), position)
  where type in ('AffiliationStarted', 'AffiliationEnded', 'AffiliationCorrected');
