-- The mandates of several areas in one look, asked for as in V10_151.

-- M1. Practices of the last class are those of the area who are in none of the others. Which practices and patients an area
-- has is of the registry, as of a day and a moment that may be later than those of what was answered (V10_112). A question
-- (q) is one topic at one table, asked in one area.
create function coverage_of_mandates(
  kinds text[], areas text[], footprint date, as_of date, known_at timestamptz,
  registry_on date, registry_at timestamptz)
returns table (
  area int, topic_id text, topic text, label text, board text, class text, practices int,
  patients bigint, without_list_size int, holders int, mandates text[])
language sql stable parallel safe
set plan_cache_mode = force_generic_plan
as $$
  with mandate as materialized (
    select a.n::int as n, m.*
    from unnest(kinds, areas) with ordinality a (kind, ids, n)
    cross join lateral area_mandate(
      a.kind, string_to_array(a.ids, ' '), footprint, as_of, known_at, registry_at) m
    where m.valid_from <= as_of and as_of < m.valid_to and m.state = 'LIVE'
  ),
  asked as materialized (
    select row_number() over () as q, d.*
    from (select distinct m.n, m.topic_id, m.topic, m.label, m.board from mandate m) d
  ),
  covering as materialized (
    select a.q, a.n, m.mandate_id, m.holder_id, m.place_id
    from asked a
    join mandate m
      on m.n = a.n and m.topic = a.topic and m.topic_id is not distinct from a.topic_id
      and (m.board is null or m.board = a.board)
  ),
  contest as (
    select h.q, max(h.holders) as holders
    from (
      select c.q, count(distinct c.holder_id) as holders from covering c group by c.q, c.place_id) h
    group by h.q
  ),
  counted as (
    select c.q,
      array_agg(distinct split_part(c.mandate_id, '#', 1) order by split_part(c.mandate_id, '#', 1))
        as mandates
    from covering c
    group by c.q
  ),
  member as materialized (
    select *
    from members_of_areas(
      kinds, areas, case when footprint = as_of then registry_on else footprint end, registry_on,
      registry_at)
  ),
  whole as materialized (
    select a.n, count(m.practice_id) as practices, count(m.patients) as sized, sum(m.patients) as patients,
      max(m.month) as month
    from (select distinct n from asked) a
    left join member m on m.area = a.n
    group by a.n
  ),
  consent as materialized (
    select m.mandate_id, k.practice_id, k.rank
    from (select distinct mandate_id from mandate) m
    cross join lateral (
      select n.practice_id,
        case n.answer when 'GRANTED' then 1 when 'CONDITIONAL' then 2 when 'DECLINED' then 3 end as rank
      from consent_fact n
      where n.mandate_id = m.mandate_id
        and n.valid_from <= as_of and as_of < n.valid_to
        and n.known_from <= known_at and known_at < n.known_to
      offset 0) k
    where k.rank is not null
  ),
  answer as (
    select c.q, c.n, k.practice_id, min(k.rank) as rank
    from (select distinct q, n, mandate_id from covering) c
    join consent k on k.mandate_id = c.mandate_id
    group by c.q, c.n, k.practice_id
  ),
  classed as materialized (
    select a.q, a.rank, count(*) as practices, count(m.patients) as sized, sum(m.patients) as patients
    from answer a
    join member m on m.practice_id = a.practice_id and m.area = a.n
    group by a.q, a.rank
  ),
  split as (
    select * from classed
    union all
    select a.q, 4, w.practices - coalesce(s.practices, 0), w.sized - coalesce(s.sized, 0),
      coalesce(w.patients, 0) - coalesce(s.patients, 0)
    from asked a
    join whole w on w.n = a.n
    left join (
      select q, sum(practices) as practices, sum(sized) as sized, sum(patients) as patients
      from classed group by q) s on s.q = a.q
  )
  select a.n, a.topic_id, a.topic, a.label, a.board, k.class, coalesce(c.practices, 0)::int,
    case
      when c.practices > 0 then case when c.sized > 0 then c.patients end
      when w.month is not null then 0
    end::bigint,
    coalesce(c.practices - c.sized, 0)::int, h.holders::int, x.mandates
  from asked a
  join contest h on h.q = a.q
  join counted x on x.q = a.q
  join whole w on w.n = a.n
  cross join (values (1, 'GRANTED'), (2, 'CONDITIONAL'), (3, 'DECLINED'), (4, 'NOT_ANSWERED'))
    k (rank, class)
  left join split c on c.q = a.q and c.rank = k.rank
  order by a.topic, a.topic_id nulls first, a.board nulls first, k.rank
$$;

create or replace function mandate_coverage(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz,
  registry_on date, registry_at timestamptz)
returns table (
  topic_id text, topic text, label text, board text, class text, practices int,
  patients bigint, without_list_size int, holders int, mandates text[])
language sql stable parallel safe
as $$
  select c.topic_id, c.topic, c.label, c.board, c.class, c.practices, c.patients, c.without_list_size,
    c.holders, c.mandates
  from coverage_of_mandates(
    array[of_kind], array[array_to_string(of_areas, ' ')], footprint, as_of, known_at, registry_on,
    registry_at) c
$$;
