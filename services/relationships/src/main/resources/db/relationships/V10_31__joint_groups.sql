-- The list of a place's joint groups, by name, and of those in which a person was ever seated.
create index event_joint_group_of_place
  on event ((payload ->> 'placeId'), (payload ->> 'name'), stream)
  where type = 'JointGroupFormed';
create index event_joint_group_of_person
  on event ((payload ->> 'personId'), stream)
  where type = 'JointGroupSeated';
