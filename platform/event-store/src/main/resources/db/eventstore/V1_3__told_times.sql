-- As V1_1, and a command may tell when its events are to have been recorded, for a history that is
-- entered later. That is never later than now, nor before the stream's last event: within a stream
-- times go up with versions. Over the whole log they go up with positions only where nobody told.
create function append_batch(
  streams text[], expected bigint[], sizes int[],
  actors text[], acting_fors text[], tenants text[],
  correlations uuid[], causations uuid[], traceparents text[],
  clients text[], keys text[], fingerprints text[],
  statuses int[], locations text[], bodies text[],
  event_commands int[], event_offsets int[], event_ids uuid[], event_types text[],
  event_schema_versions int[], event_payloads text[], event_occurred timestamptz[],
  told_times timestamptz[]
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
                  traceparents, clients, keys, fingerprints, statuses, locations, bodies,
                  told_times)
           with ordinality
        as c(stream, expected, size, actor, acting_for, tenant, correlation_id, causation_id,
             traceparent, client, key, fingerprint, status, location, body, told, ordinal)
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
           head + (sum(j.size) over (order by j.ordinal) - j.size)::bigint as base,
           -- The stream's last event is looked at only where a time was told.
           case when j.told is null then recorded
             else least(recorded, greatest(j.told, (
               select l.recorded_at from event l
                where l.stream = j.stream and l.version = j.expected)))
           end as recorded_at
      from judged j
     where j.outcome = 'appended'
  ),
  appended as (
    insert into event (position, stream, version, id, type, schema_version, payload, occurred_at,
                       recorded_at, actor, acting_for, tenant, correlation_id, causation_id,
                       traceparent)
    select p.base + e.at, p.stream, p.expected + e.at, e.id, e.type, e.schema_version,
           e.payload::jsonb, e.occurred_at, p.recorded_at, p.actor, p.acting_for, p.tenant,
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

-- As before, for a replica that tells no times yet.
create or replace function append_batch(
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
language sql as $$
  select * from append_batch(
    streams, expected, sizes, actors, acting_fors, tenants, correlations, causations, traceparents,
    clients, keys, fingerprints, statuses, locations, bodies,
    event_commands, event_offsets, event_ids, event_types, event_schema_versions, event_payloads,
    event_occurred, '{}'::timestamptz[])
$$;
