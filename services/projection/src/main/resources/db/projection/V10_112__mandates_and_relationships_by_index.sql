-- The measures of mandates, positions and relationships (V10_92), each by one plan that is kept, over what belongs to
-- the area (V10_111). They say what they said.

-- M1. Practices of the last class are those of the area who are in none of the others. Which practices and patients
-- the area has is of the registry, as of a day and a moment that may be later than those of what was answered.
create function mandate_coverage(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz,
  registry_on date, registry_at timestamptz)
returns table (
  topic_id text, topic text, label text, board text, class text, practices int,
  patients bigint, without_list_size int, holders int, mandates text[])
language sql stable parallel safe
set plan_cache_mode = force_generic_plan
as $$
  with mandate as materialized (
    select m.*
    from area_mandate(of_kind, of_areas, footprint, as_of, known_at, registry_at) m
    where m.valid_from <= as_of and as_of < m.valid_to and m.state = 'LIVE'
  ),
  asked as materialized (
    select row_number() over () as n, d.*
    from (select distinct m.topic_id, m.topic, m.label, m.board from mandate m) d
  ),
  covering as materialized (
    select a.n, m.mandate_id, m.holder_id, m.place_id
    from asked a
    join mandate m
      on m.topic = a.topic and m.topic_id is not distinct from a.topic_id
      and (m.board is null or m.board = a.board)
  ),
  contest as (
    select h.n, max(h.holders) as holders
    from (
      select c.n, count(distinct c.holder_id) as holders from covering c group by c.n, c.place_id) h
    group by h.n
  ),
  counted as (
    select c.n,
      array_agg(distinct split_part(c.mandate_id, '#', 1) order by split_part(c.mandate_id, '#', 1))
        as mandates
    from covering c
    group by c.n
  ),
  member as materialized (
    select *
    from area_member(
      of_kind, of_areas, case when footprint = as_of then registry_on else footprint end,
      registry_on, registry_at)
  ),
  whole as materialized (
    select count(*) as practices, count(m.patients) as sized, sum(m.patients) as patients,
      max(m.month) as month
    from member m
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
    select c.n, k.practice_id, min(k.rank) as rank
    from (select distinct n, mandate_id from covering) c
    join consent k on k.mandate_id = c.mandate_id
    group by c.n, k.practice_id
  ),
  classed as materialized (
    select a.n, a.rank, count(*) as practices, count(m.patients) as sized,
      sum(m.patients) as patients
    from answer a
    join member m on m.practice_id = a.practice_id
    group by a.n, a.rank
  ),
  split as (
    select * from classed
    union all
    select a.n, 4, w.practices - coalesce(s.practices, 0), w.sized - coalesce(s.sized, 0),
      coalesce(w.patients, 0) - coalesce(s.patients, 0)
    from asked a
    cross join whole w
    left join (
      select n, sum(practices) as practices, sum(sized) as sized, sum(patients) as patients
      from classed group by n) s on s.n = a.n
  )
  select a.topic_id, a.topic, a.label, a.board, k.class, coalesce(c.practices, 0)::int,
    case
      when c.practices > 0 then case when c.sized > 0 then c.patients end
      when w.month is not null then 0
    end::bigint,
    coalesce(c.practices - c.sized, 0)::int, h.holders::int, x.mandates
  from asked a
  join contest h on h.n = a.n
  join counted x on x.n = a.n
  cross join whole w
  cross join (values (1, 'GRANTED'), (2, 'CONDITIONAL'), (3, 'DECLINED'), (4, 'NOT_ANSWERED'))
    k (rank, class)
  left join split c on c.n = a.n and c.rank = k.rank
  order by a.topic, a.topic_id nulls first, a.board nulls first, k.rank
$$;

create or replace function mandate_coverage(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  topic_id text, topic text, label text, board text, class text, practices int,
  patients bigint, without_list_size int, holders int, mandates text[])
language sql stable parallel safe
as $$
  select *
  from mandate_coverage(of_kind, of_areas, footprint, as_of, known_at, as_of, known_at)
$$;

-- M14.
create or replace function ambition_levels(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (level text, practices int, patients bigint, without_list_size int)
language sql stable parallel safe
set plan_cache_mode = force_generic_plan
as $$
  with member as materialized (
    select l.practice_id, l.month, l.patients,
      coalesce((
        select max(a.level) from ambition_fact a
        where a.practice_id = l.practice_id
          and (of_kind <> 'FEDERATION' or a.federation_id = any (of_areas))
          and a.valid_from <= as_of and as_of < a.valid_to
          and a.known_from <= known_at and known_at < a.known_to)::text, 'NONE') as level
    from area_member(of_kind, of_areas, footprint, as_of, known_at) l
  ),
  counted as (
    select m.level, count(*) as practices, sum(m.patients) as patients,
      count(*) filter (where m.patients is null) as unknown
    from member m
    group by m.level
  )
  select k.level, coalesce(c.practices, 0)::int,
    case when c.practices > 0 then c.patients when p.month is not null then 0 end::bigint,
    coalesce(c.unknown, 0)::int
  from (select max(month) as month from member having count(*) > 0) p
  cross join (values ('0'), ('1'), ('2'), ('3'), ('4'), ('NONE')) k (level)
  left join counted c on c.level = k.level
  order by k.level
$$;

-- M14 Follow-through.
create or replace function follow_through(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (asks_due int, acted_on int, not_said int)
language sql stable parallel safe
set plan_cache_mode = force_generic_plan
as $$
  with ever as materialized (
    select a.member_id as practice_id
    from affiliation_fact a
    where of_kind = 'PLACE' and a.parent_id = any (of_areas) and a.kind = 'PLACE'
    union
    select s.member_id
    from affiliation_fact i
    cross join lateral (
      select a.member_id from affiliation_fact a
      where a.parent_id = i.member_id and a.kind = 'COMMISSIONED_BY'
      offset 0) s
    where of_kind = 'ICS' and i.parent_id = any (of_areas) and i.kind = 'COMMISSIONED_BY'
    union
    select a.practice_id
    from ambition_fact a
    where of_kind = 'FEDERATION' and a.federation_id = any (of_areas)
  ),
  ask as materialized (
    select k.agreement_id, k.practice_id, k.due, k.outcome,
      case when footprint = as_of then k.due else footprint end as lay_on
    from ever e
    cross join lateral (
      select a.*
      from ask_fact a
      where a.practice_id = e.practice_id and a.due <= as_of and a.due > as_of - 365
        and a.valid_from <= as_of and as_of < a.valid_to
        and a.known_from <= known_at and known_at < a.known_to
      offset 0) k
  )
  select count(*)::int, count(*) filter (where k.outcome = 'ACTED')::int,
    count(*) filter (where k.outcome = 'NOT_SAID')::int
  from ask k
  where (
      select true from ambition_fact a
      where a.agreement_id = k.agreement_id
        and (of_kind <> 'FEDERATION' or a.federation_id = any (of_areas))
        and a.valid_from <= k.due and k.due < a.valid_to
        and a.known_from <= known_at and known_at < a.known_to
      limit 1) is not null
    and case of_kind
      when 'PLACE' then (
        select true from affiliation_fact p
        where p.member_id = k.practice_id and p.parent_id = any (of_areas) and p.kind = 'PLACE'
          and p.valid_from <= k.due and k.due < p.valid_to
          and p.known_from <= known_at and known_at < p.known_to
        limit 1) is not null
      when 'ICS' then (
        select true
        from affiliation_fact s
        cross join lateral (
          select true from affiliation_fact a
          where a.member_id = s.parent_id and a.kind = 'COMMISSIONED_BY' and a.parent_id = any (of_areas)
            and a.valid_from <= k.lay_on and k.lay_on < a.valid_to
            and a.known_from <= known_at and known_at < a.known_to
          limit 1) i
        where s.member_id = k.practice_id and s.kind = 'COMMISSIONED_BY'
          and s.valid_from <= k.lay_on and k.lay_on < s.valid_to
          and s.known_from <= known_at and known_at < s.known_to
        limit 1) is not null
      else of_kind = 'FEDERATION'
    end
$$;

create or replace function spoken_on(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (topics int)
language sql stable parallel safe
set plan_cache_mode = force_generic_plan
as $$
  select count(distinct p.topic_id)::int
  from area_said(of_kind, of_areas, footprint, as_of, known_at) p
$$;

-- M9. The other side may speak for anywhere: it is looked up by the topic.
create or replace function contradictions(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (topic_id text, pairs int, since date)
language sql stable parallel safe
set plan_cache_mode = force_generic_plan
as $$
  with here as materialized (
    select * from area_said(of_kind, of_areas, footprint, as_of, known_at)
  ),
  stance as materialized (
    select p.position_id, p.topic_id, p.position_id in (select h.position_id from here h) as here,
      split_part(s.stance, '|', 1) as option_id, split_part(s.stance, '|', 2) as stance,
      split_part(s.stance, '|', 3)::date as since
    from (select distinct topic_id from here) t
    cross join lateral (
      select a.*
      from position_fact a
      where a.topic_id = t.topic_id
        and a.valid_from <= as_of and as_of < a.valid_to
        and a.known_from <= known_at and known_at < a.known_to
      offset 0) p
    cross join lateral unnest(p.stances) s (stance)
  )
  select yes.topic_id, count(*)::int, min(greatest(yes.since, no.since))
  from stance yes
  join stance no
    on no.option_id = yes.option_id and no.topic_id = yes.topic_id and no.position_id <> yes.position_id
    and no.stance = 'AGAINST' and yes.stance = 'FOR'
  where yes.here or no.here
  group by yes.topic_id
$$;

-- M2.
create or replace function slot_coverage(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  slot_id text, kind text, organisation_id text, held boolean, covered boolean, place_id text)
language sql stable parallel safe
set plan_cache_mode = force_generic_plan
as $$
  select n.slot_id, n.kind, n.organisation_id, n.holders <> '{}', n.in_touch <> '{}', n.place_id
  from area_slot_now(of_kind, of_areas, footprint, as_of, known_at) n
  order by n.kind, n.organisation_id, n.slot_id
$$;

create or replace function slot_now(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  slot_id text, holders text[], in_touch text[], strength text, days int, kind text)
language sql stable parallel safe
set plan_cache_mode = force_generic_plan
as $$
  select n.slot_id, n.holders, n.in_touch, n.strength, n.days, n.kind
  from area_slot_now(of_kind, of_areas, footprint, as_of, known_at) n
$$;

-- All that is counted of an area's slots, in one row: M2 to M5 look at the same slots. holders are person|slots that
-- hang on them alone|slots that would still be covered without them.
create function slot_counts(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  strong int, in_part int, not_strong int, unknown int, up_to_60 int, up_to_120 int, longer int, never int,
  median_days int, slots int, covered int, single int, holders text[])
language sql stable parallel safe
set plan_cache_mode = force_generic_plan
as $$
  with slot as materialized (
    select n.strength, n.days, n.holders, n.in_touch
    from area_slot_now(of_kind, of_areas, footprint, as_of, known_at) n
  )
  select
    count(*) filter (where n.strength = 'STRONG')::int,
    count(*) filter (where n.strength = 'SOME')::int,
    count(*) filter (where n.strength = 'NONE')::int,
    count(*) filter (where n.strength = 'UNKNOWN')::int,
    count(*) filter (where n.days <= 60)::int,
    count(*) filter (where n.days between 61 and 120)::int,
    count(*) filter (where n.days > 120)::int,
    count(*) filter (where n.days is null)::int,
    round((percentile_cont(0.5) within group (order by n.days))::numeric)::int,
    count(*)::int,
    count(*) filter (where n.in_touch <> '{}')::int,
    count(*) filter (where n.in_touch <> '{}' and cardinality(n.holders) = 1)::int,
    (
      select array_agg(
        concat_ws('|', h.holder_id, h.alone, (select count(*) from slot t where t.in_touch <> '{}') - h.lost)
        order by h.holder_id collate "C")
      from (
        select p.holder_id, count(*) filter (where cardinality(s.holders) = 1) as alone,
          count(*) filter (where s.in_touch = array[p.holder_id]) as lost
        from slot s
        cross join lateral unnest(s.holders) p (holder_id)
        where s.in_touch <> '{}'
        group by p.holder_id) h)
  from slot n
$$;

-- M3.
create or replace function slot_strength(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (strength text, slots int)
language sql stable parallel safe
as $$
  select k.strength, k.slots
  from slot_counts(of_kind, of_areas, footprint, as_of, known_at) c
  cross join lateral (
    values (1, 'STRONG', c.strong), (2, 'SOME', c.in_part), (3, 'NONE', c.not_strong), (4, 'UNKNOWN', c.unknown)
  ) k (rank, strength, slots)
  order by k.rank
$$;

-- M4.
create or replace function slot_staleness(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (up_to_60 int, up_to_120 int, longer int, never int, median_days int)
language sql stable parallel safe
as $$
  select c.up_to_60, c.up_to_120, c.longer, c.never, c.median_days
  from slot_counts(of_kind, of_areas, footprint, as_of, known_at) c
$$;

-- M5.
create or replace function single_points(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (slots int, covered int, single int)
language sql stable parallel safe
as $$
  select c.slots, c.covered, c.single
  from slot_counts(of_kind, of_areas, footprint, as_of, known_at) c
$$;

-- M5, person by person.
create or replace function loss_test(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (holder_id text, alone int, covered_without int)
language sql stable parallel safe
as $$
  select split_part(h.holder, '|', 1), split_part(h.holder, '|', 2)::int,
    split_part(h.holder, '|', 3)::int
  from slot_counts(of_kind, of_areas, footprint, as_of, known_at) c
  cross join lateral unnest(c.holders) with ordinality h (holder, n)
  order by h.n
$$;

-- M13.
create or replace function commitments_kept(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (side text, due int, kept int, not_said int)
language sql stable parallel safe
set plan_cache_mode = force_generic_plan
as $$
  with slot as materialized (
    select distinct s.slot_id, p.from_day, p.to_day
    from area_place(of_kind, of_areas, footprint, as_of, known_at) p
    cross join lateral (
      select a.slot_id
      from slot_fact a
      where a.place_id = p.place_id and a.known_from <= known_at and known_at < a.known_to
      offset 0) s
  ),
  fell_due as materialized (
    select distinct c.commitment_id, c.side, c.state
    from slot s
    cross join lateral (
      select a.commitment_id, a.side, a.state
      from commitment_fact a
      where a.slot_id = s.slot_id and a.due < as_of and a.due >= as_of - 365
        and s.from_day <= a.due and a.due < s.to_day
        and a.state <> 'WITHDRAWN'
        and a.valid_from <= as_of and as_of < a.valid_to
        and a.known_from <= known_at and known_at < a.known_to
      offset 0) c
  )
  select k.side, count(f.side)::int, count(*) filter (where f.state = 'KEPT')::int,
    count(*) filter (where f.state = 'OPEN')::int
  from (values (1, 'OURS'), (2, 'THEIRS')) k (rank, side)
  left join fell_due f on f.side = k.side
  group by k.rank, k.side
  order by k.rank
$$;

-- M16.
create or replace function joint_group_health(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  group_id text, organisation_id text, people int, composed boolean, mandated boolean,
  open_issues int, late_issues int)
language sql stable parallel safe
set plan_cache_mode = force_generic_plan
as $$
  select g.group_id, g.organisation_id, s.people, s.people between 4 and 6 and s.kinds = 4,
    (
      select true
      from joint_mandate_fact c
      cross join lateral (
        select true from mandate_fact m
        where split_part(m.mandate_id, '#', 1) = c.mandate_id and m.state = 'LIVE'
          and m.valid_from <= as_of and as_of < m.valid_to
          and m.known_from <= known_at and known_at < m.known_to
        limit 1) m
      where c.group_id = g.group_id
        and c.valid_from <= as_of and as_of < c.valid_to
        and c.known_from <= known_at and known_at < c.known_to
      limit 1) is not null,
    i.open_issues, i.late_issues
  from (
    select distinct p.place_id
    from area_place(of_kind, of_areas, footprint, as_of, known_at) p
    where p.from_day <= as_of and as_of < p.to_day) p
  cross join lateral (
    select a.group_id, a.organisation_id
    from joint_group_fact a
    where a.place_id = p.place_id
      and a.valid_from <= as_of and as_of < a.valid_to
      and a.known_from <= known_at and known_at < a.known_to
    offset 0) g
  cross join lateral (
    select count(distinct f.person_id)::int as people,
      count(distinct (f.side, f.nature)) as kinds
    from joint_seat_fact f
    where f.group_id = g.group_id
      and f.valid_from <= as_of and as_of < f.valid_to
      and f.known_from <= known_at and known_at < f.known_to) s
  cross join lateral (
    select count(*) filter (where f.open)::int as open_issues,
      count(*) filter (where f.open and f.fix_by < as_of)::int as late_issues
    from joint_issue_fact f
    where f.group_id = g.group_id
      and f.valid_from <= as_of and as_of < f.valid_to
      and f.known_from <= known_at and known_at < f.known_to) i
  order by g.group_id collate "C"
$$;
