-- How far a consumer has come in each partition; moved in the transaction of the rows it wrote.
create table checkpoint (
  consumer     text        not null,
  topic        text        not null,
  partition    int         not null,
  -- Another id under the same name is another topic: it is read from its start.
  topic_id     text        not null,
  next_offset  bigint      not null,
  -- Place in the log of the last event heard; what is at or below it was heard before.
  position     bigint      not null,
  -- 0 until the first event.
  epoch        int         not null,
  -- Set when the log was set back to an earlier time: nothing more is applied until a rebuild.
  needed_epoch int,
  moved_at     timestamptz not null,
  constraint checkpoint_pk primary key (consumer, topic, partition)
) with (fillfactor = 50);

-- Streams that cannot go on, until somebody has looked.
create table parked_stream (
  consumer     text        not null,
  topic        text        not null,
  stream       text        not null,
  reason       text        not null,
  parked_at    timestamptz not null,
  retry_wanted boolean     not null default false,
  -- The version that did not come before a later one did; when it comes, the stream goes on.
  missing      bigint,
  constraint parked_stream_pk primary key (consumer, topic, stream)
);

-- What waits behind a parked stream, in order, and what could not be read at all (stream null).
create table parked_message (
  consumer  text        not null,
  topic     text        not null,
  topic_id  text        not null,
  partition int         not null,
  at_offset bigint      not null,
  stream    text,
  position  bigint,
  type      text,
  reason    text        not null,
  key       bytea,
  value     bytea,
  headers   jsonb       not null,
  parked_at timestamptz not null,
  constraint parked_message_pk primary key (consumer, topic, topic_id, partition, at_offset)
);

create index parked_message_stream on parked_message (consumer, topic, stream, position);
