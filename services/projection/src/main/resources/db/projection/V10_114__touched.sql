-- Of which places a batch of events may have changed what the measures say; * stands for all. One row for each writer, which
-- are the partitions of the logs: no two batches wait for each other. An answer about an area stays right as long as
-- none of its rows changes.
create table touched (
  place_id text not null,
  log text not null,
  partition int not null,
  changes bigint not null,
  applied_at timestamptz not null,
  primary key (place_id, log, partition)
);

create index joint_mandate_cited on joint_mandate_fact (mandate_id);

-- Another text whenever a batch may have changed what the measures of a place say.
create function token_of_place(of_place text) returns text
language sql stable
set search_path from current
as $$
  select md5(coalesce(string_agg(
    concat_ws(':', t.place_id, t.log, t.partition, t.changes, t.applied_at), ','
    order by t.place_id, t.log, t.partition), ''))
  from touched t
  where t.place_id in ('*', of_place)
$$;

-- The same of an ICS: of all places that ever lay in it, with their neighbourhoods.
create function token_of_ics(of_ics text) returns text
language sql stable
set search_path from current
as $$
  select md5(coalesce(string_agg(
    concat_ws(':', t.place_id, t.log, t.partition, t.changes, t.applied_at), ','
    order by t.place_id, t.log, t.partition), ''))
  from touched t
  where t.place_id = '*'
    or t.place_id in (
      select w.place_id from place_fact w where w.ics_id = of_ics
      union
      select n.place_id
      from place_fact w
      join place_fact n on n.part_of = w.place_id
      where w.ics_id = of_ics)
$$;
