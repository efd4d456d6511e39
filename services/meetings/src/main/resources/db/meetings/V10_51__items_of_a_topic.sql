-- Which meetings had an item on a topic, for how it went elsewhere and how it came to its decision.
create index event_item_of_topic on event ((payload ->> 'topicId'), stream)
  where type = 'ItemAdded';
-- Which notes a practice was sent.
create index event_feedback_sent on event using gin ((payload -> 'practices'))
  where type = 'FeedbackSent';
