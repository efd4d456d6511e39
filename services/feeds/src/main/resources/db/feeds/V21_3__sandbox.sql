-- What a system has made for itself to try its reader with: of a fictional ICS, and never among the
-- events of the feed.
create table feed_sandbox_event (
  client_id text        not null,
  position  bigint      not null,
  id        uuid        not null,
  type      text        not null,
  subject   text        not null,
  place     text        not null,
  topic     text,
  ics       text        not null,
  -- The Idempotency-Key of the request that made it.
  request   text        not null,
  made_at   timestamptz not null,
  constraint feed_sandbox_event_pk primary key (client_id, position)
);
