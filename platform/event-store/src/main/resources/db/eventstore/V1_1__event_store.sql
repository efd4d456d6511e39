-- A service's log. It is the only table that says what happened, and the relay's outbox as well.
create table event (
  position       bigint      not null,
  stream         text        not null,
  version        bigint      not null,
  id             uuid        not null,
  type           text        not null,
  schema_version int         not null,
  payload        jsonb       not null,
  occurred_at    timestamptz not null,
  recorded_at    timestamptz not null,
  actor          text        not null,
  acting_for     text,
  tenant         text,
  correlation_id uuid        not null,
  causation_id   uuid,
  traceparent    text,
  constraint event_position primary key (position),
  constraint event_stream_version unique (stream, version)
);

-- Where each stream stands: what an expected version is compared with.
create table stream (
  stream        text   not null,
  version       bigint not null,
  last_position bigint not null,
  constraint stream_pk primary key (stream)
) with (fillfactor = 70);

-- The last position given away, in one row. Whoever appends holds its lock until the commit, so
-- positions are dense and become visible in their order.
create table log_head (
  only_row boolean not null default true,
  position bigint  not null,
  -- Raised when the database was set back to an earlier time: what was heard of it is void.
  epoch    int     not null,
  constraint log_head_pk primary key (only_row),
  constraint log_head_one_row check (only_row)
) with (fillfactor = 10);

insert into log_head (position, epoch) values (0, 1);

-- What a request was answered, so that a repeat has no second effect.
create table idempotency (
  client        text        not null,
  key           text        not null,
  fingerprint   text        not null,
  status        int         not null,
  location      text,
  body          text,
  stream        text        not null,
  version       bigint      not null,
  last_position bigint      not null,
  recorded_at   timestamptz not null,
  constraint idempotency_pk primary key (client, key)
);

-- How far the log was published, by topic. The topic's id and the log's epoch tell when
-- publishing has to start again from the first event.
create table relay_cursor (
  topic    text        not null,
  topic_id text        not null,
  epoch    int         not null,
  position bigint      not null,
  moved_at timestamptz not null,
  constraint relay_cursor_pk primary key (topic)
) with (fillfactor = 10);

-- Appends a batch of commands, each for a stream of its own and with a key of its own. One answer
-- per command, in order: a conflict or a repeat leaves the other commands alone.
--
-- The order of the locks is what keeps two replicas from a deadlock: the head first. Everything
-- after it is done by one appender at a time, so comparing and setting need no lock of their own.
create function append_batch(
  streams text[], expected bigint[], sizes int[],
  actors text[], acting_fors text[], tenants text[],
  correlations uuid[], causations uuid[], traceparents text[],
  clients text[], keys text[], fingerprints text[],
  statuses int[], locations text[], bodies text[],
  event_commands int[], event_offsets int[], event_ids uuid[], event_types text[],
  event_schema_versions int[], event_payloads text[], event_occurred timestamptz[]
) returns table (
  outcome text, at_stream text, at_version bigint, at_position bigint,
  earlier_status int, earlier_location text, earlier_body text
)
language plpgsql as $$
declare
  head bigint;
  recorded timestamptz;
begin
  select h.position into strict head from log_head h for update;
  recorded := clock_timestamp();
  return query
  with command as (
    select *
      from unnest(streams, expected, sizes, actors, acting_fors, tenants, correlations, causations,
                  traceparents, clients, keys, fingerprints, statuses, locations, bodies)
           with ordinality
        as c(stream, expected, size, actor, acting_for, tenant, correlation_id, causation_id,
             traceparent, client, key, fingerprint, status, location, body, ordinal)
  ),
  judged as materialized (
    select c.*,
           coalesce(s.version, 0) as version,
           coalesce(s.last_position, 0) as last_position,
           i.stream as earlier_stream, i.version as earlier_version,
           i.last_position as earlier_position,
           i.status as earlier_status, i.location as earlier_location, i.body as earlier_body,
           case
             when i.fingerprint = c.fingerprint then 'repeated'
             when i.fingerprint is not null then 'reused'
             when coalesce(s.version, 0) <> c.expected then 'conflict'
             else 'appended'
           end as outcome
      from command c
      -- One look-up by key per command, whatever the planner thinks of the tables' sizes.
      left join lateral (select * from stream where stream.stream = c.stream limit 1) s on true
      left join lateral (select * from idempotency
                          where idempotency.client = c.client and idempotency.key = c.key limit 1) i
        on c.client is not null
  ),
  placed as materialized (
    select j.*,
           head + (sum(j.size) over (order by j.ordinal) - j.size)::bigint as base
      from judged j
     where j.outcome = 'appended'
  ),
  appended as (
    insert into event (position, stream, version, id, type, schema_version, payload, occurred_at,
                       recorded_at, actor, acting_for, tenant, correlation_id, causation_id,
                       traceparent)
    select p.base + e.at, p.stream, p.expected + e.at, e.id, e.type, e.schema_version,
           e.payload::jsonb, e.occurred_at, recorded, p.actor, p.acting_for, p.tenant,
           p.correlation_id, p.causation_id, p.traceparent
      from placed p
      join unnest(event_commands, event_offsets, event_ids, event_types, event_schema_versions,
                  event_payloads, event_occurred)
           as e(command, at, id, type, schema_version, payload, occurred_at)
        on e.command = p.ordinal
  ),
  moved as (
    insert into stream as s (stream, version, last_position)
    select p.stream, p.expected + p.size, p.base + p.size from placed p where p.size > 0
    on conflict on constraint stream_pk do update
       set version = excluded.version, last_position = excluded.last_position
  ),
  kept as (
    insert into idempotency (client, key, fingerprint, status, location, body, stream, version,
                             last_position, recorded_at)
    select p.client, p.key, p.fingerprint, p.status, p.location, p.body, p.stream,
           p.expected + p.size, case when p.size > 0 then p.base + p.size else p.last_position end,
           recorded
      from placed p
     where p.client is not null
  ),
  headed as (
    update log_head h
       set position = h.position + (select sum(p.size) from placed p)
     where exists (select from placed p where p.size > 0)
  )
  select j.outcome,
         case j.outcome when 'repeated' then j.earlier_stream else j.stream end,
         case j.outcome
           when 'repeated' then j.earlier_version
           when 'appended' then j.expected + j.size
           else j.version
         end,
         case
           when j.outcome = 'repeated' then j.earlier_position
           when j.outcome = 'appended' and j.size > 0 then p.base + j.size
           else j.last_position
         end,
         j.earlier_status, j.earlier_location, j.earlier_body
    from judged j
    left join placed p on p.ordinal = j.ordinal
   order by j.ordinal;
end
$$;
