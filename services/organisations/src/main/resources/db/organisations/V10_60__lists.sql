-- In whose list a topic or forum is.
create index event_topic on event ((payload ->> 'topicId')) where type = 'TopicDefined';
create index event_forum on event ((payload ->> 'forumId')) where type = 'ForumRegistered';
