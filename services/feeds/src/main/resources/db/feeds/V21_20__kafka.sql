-- Topics of systems that asked to hear the feed through Kafka, one each.
create table feed_kafka (
  topic           text        not null,
  client_id       text        not null,
  -- For whom it asked: with another organisation it has to ask again.
  organisation_id text        not null,
  -- Of the sign-in that asked: as this user it reads.
  subject         text        not null,
  asked_at        timestamptz not null,
  -- Up to this position of the log, all that it may hear is on the topic.
  position        bigint      not null default 0,
  -- What was last said of whether it may read.
  granted         boolean     not null default false,
  -- It does not want it any more: the topic is to be deleted, and then this row.
  ended           boolean     not null default false,
  constraint feed_kafka_pk primary key (topic)
);

create unique index feed_kafka_of_client on feed_kafka (client_id) where not ended;
