-- Who followed whom, by the day on which it was; the key's day is that day as text.
create table succession_fact (
  organisation_id text not null,
  day text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  successors text[] not null,
  primary key (organisation_id, day, valid_from, known_from)
);

-- One ICS in figures as of a day, with the practices that it has on another day: on the same day it is
-- as it was, on a later one it is the ICS of then, looked at backwards. Practices count while the
-- national map lists them; patients are of the practices' latest common month up to the day.
create function footprint_structure(
  of_ics text, footprint date, as_of date, known_at timestamptz)
returns table (
  practices int, pcns int, practices_without_pcn int, registered_patients bigint,
  list_size_month text, practices_without_list_size int)
language sql stable parallel safe
as $$
  with member as materialized (
    select distinct l.practice_id
    from affiliated('COMMISSIONED_BY', footprint, known_at) i
    join affiliated('COMMISSIONED_BY', footprint, known_at) s on s.parent_id = i.member_id
    join listed_practice(as_of, known_at) l on l.practice_id = s.member_id
    where i.parent_id = of_ics
  ),
  latest as (
    select m.practice_id, own.month, own.patients, max(own.month) over () as area_month
    from member m
    left join lateral (
      select l.month, l.patients
      from list_size_fact l
      where l.practice_id = m.practice_id and l.month <= to_char(as_of, 'YYYY-MM')
        and l.known_from <= known_at and known_at < l.known_to
      order by l.month desc
      limit 1) own on true
  ),
  networks as (
    select count(distinct a.parent_id) as pcns, count(distinct a.member_id) as practices
    from member m
    join affiliated('PCN_CORE', as_of, known_at) a on a.member_id = m.practice_id
  )
  select count(*)::int, n.pcns::int, (count(*) - n.practices)::int,
    sum(case when x.month = x.area_month then x.patients end)::bigint, max(x.area_month),
    count(*) filter (where x.month is distinct from x.area_month or x.month is null)::int
  from latest x
  cross join networks n
  group by n.pcns, n.practices
  having count(*) > 0
$$;

-- A read model filled before this has passed over the successions. It begins again, and empty.
do $$
declare
  facts text;
begin
  if to_regclass('checkpoint') is not null then
    for facts in
      select c.relname from pg_class c
      where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
        and (c.relname like '%\_fact' or c.relname in ('heard_stream', 'freshness'))
    loop
      execute format('truncate %I', facts);
    end loop;
    delete from checkpoint where consumer like '%.facts.%';
    delete from parked_stream where consumer like '%.facts.%';
    delete from parked_message where consumer like '%.facts.%';
  end if;
end
$$;
