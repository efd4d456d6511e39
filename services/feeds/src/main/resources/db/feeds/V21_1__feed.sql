-- What partners may hear, in the one order in which every reader hears it. Positions have no gaps, and
-- whoever commits later has the later ones: a reader who has come to a position has missed nothing.
create table feed_event (
  position      bigint      not null,
  -- Of the message in Kafka: the same whenever it is published again. Readers see another one.
  id            uuid        not null,
  recorded_at   timestamptz not null,
  type          text        not null,
  subject       text        not null,
  "time"        timestamptz not null,
  dataref       text        not null,
  place         text,
  topic         text,
  ics           text,
  -- Who may hear it: every approved reader, or systems of these organisations.
  everyone      boolean     not null,
  organisations text[]      not null,
  heard_at      timestamptz not null,
  constraint feed_event_pk primary key (position),
  -- A log that was set back to an earlier time gives a number again, at another time.
  constraint feed_event_told_once unique (id, recorded_at),
  constraint feed_event_has_an_audience check (everyone <> (cardinality(organisations) > 0))
);

create index feed_event_heard on feed_event (heard_at, position);

-- One row, held by whoever adds: the last position, and the last that is kept no more.
create table feed_head (
  one      boolean     not null default true,
  position bigint      not null default 0,
  dropped  bigint      not null default 0,
  heard_at timestamptz not null default '-infinity',
  constraint feed_head_pk primary key (one),
  constraint feed_head_is_one check (one)
);

insert into feed_head default values;

-- Which bodies of general practice let a system hear the feed.
create table feed_approval (
  client_id text        not null,
  body_id   text        not null,
  since     timestamptz not null,
  constraint feed_approval_pk primary key (client_id, body_id)
);

-- Rises with every change of who may read: who waits looks again then, and not all the time.
create table feed_reader_changes (
  one   boolean not null default true,
  count bigint  not null default 0,
  constraint feed_reader_changes_pk primary key (one),
  constraint feed_reader_changes_is_one check (one)
);

insert into feed_reader_changes default values;

-- Up to when each system's events were heard: what comes again changes nothing.
create table feed_client_heard (
  client_id   text        not null,
  recorded_at timestamptz not null,
  constraint feed_client_heard_pk primary key (client_id)
);
