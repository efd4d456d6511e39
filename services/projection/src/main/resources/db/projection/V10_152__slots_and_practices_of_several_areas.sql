-- The slots and the practices of several areas in one look, asked for as in V10_151.

-- M2 to M5: the slots of the areas on the day, each once with the areas it belongs to, and who holds it. Who holds a slot for
-- a federation are those who act for it, so its slots are looked up for it alone (seen_by).
create function slots_of_areas(
  kinds text[], areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  areas int[], slot_id text, place_id text, organisation_id text, kind text, holders text[],
  in_touch text[], strength text, days int)
language sql stable parallel safe
as $$
  select s.areas, s.slot_id, s.place_id, s.organisation_id, s.kind, h.holders, h.in_touch,
    case
      when h.holders = '{}' then 'UNKNOWN'
      else coalesce((
        select c.strength from slot_class_fact c
        where c.slot_id = s.slot_id
          and c.valid_from <= as_of and as_of < c.valid_to
          and c.known_from <= known_at and known_at < c.known_to), 'UNKNOWN')
    end,
    as_of - (
      select k.valid_from
      from contact_fact k
      where k.slot_id = s.slot_id and k.two_way and k.valid_from <= as_of
        and k.known_from <= known_at and known_at < k.known_to
        and (
          s.seen_by is null
          or (
            select true from relationship_fact r
            where r.relationship_id = k.relationship_id and r.acting_for = any (s.seen_by)
              and r.known_from <= known_at and known_at < r.known_to
            limit 1) is not null)
      order by k.valid_from desc
      limit 1)
  from (
    select array_agg(a.n::int) as areas, a.seen_by, x.slot_id, x.place_id, x.organisation_id, x.kind
    from (
      select k.n, k.kind, string_to_array(k.ids, ' ') as ids,
        case when k.kind = 'FEDERATION' then string_to_array(k.ids, ' ') end as seen_by
      from unnest(kinds, areas) with ordinality k (kind, ids, n)) a
    cross join lateral area_slot(a.kind, a.ids, footprint, as_of, known_at) x
    group by a.seen_by, x.slot_id, x.place_id, x.organisation_id, x.kind) s
  cross join lateral (
    select
      coalesce(array_agg(distinct o.person_id), '{}') as holders,
      coalesce(
        array_agg(distinct o.person_id) filter (where (
          select true from contact_fact k
          where k.relationship_id = r.relationship_id and k.two_way
            and k.valid_from <= as_of and k.valid_from >= as_of - 90
            and k.known_from <= known_at and known_at < k.known_to
          limit 1) is not null),
        '{}') as in_touch
    from relationship_fact r
    cross join lateral person_of(r.holder_id, known_at) o
    where r.slot_id = s.slot_id
      and (s.seen_by is null or r.acting_for = any (s.seen_by))
      and r.valid_from <= as_of and as_of < r.valid_to
      and r.known_from <= known_at and known_at < r.known_to) h
$$;

create or replace function area_slot_now(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  slot_id text, place_id text, organisation_id text, kind text, holders text[], in_touch text[],
  strength text, days int)
language sql stable parallel safe
as $$
  select s.slot_id, s.place_id, s.organisation_id, s.kind, s.holders, s.in_touch, s.strength, s.days
  from slots_of_areas(
    array[of_kind], array[array_to_string(of_areas, ' ')], footprint, as_of, known_at) s
$$;

-- M2.
create function coverage_of_slots(
  kinds text[], areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  area int, slot_id text, kind text, organisation_id text, held boolean, covered boolean)
language sql stable parallel safe
set plan_cache_mode = force_generic_plan
as $$
  select a.n, s.slot_id, s.kind, s.organisation_id, s.holders <> '{}', s.in_touch <> '{}'
  from slots_of_areas(kinds, areas, footprint, as_of, known_at) s
  cross join lateral unnest(s.areas) a (n)
$$;

-- All that is counted of the slots of each area, in one row (V10_112); an area without slots has one of zeros.
create function counts_of_slots(
  kinds text[], areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  area int, strong int, in_part int, not_strong int, unknown int, up_to_60 int, up_to_120 int,
  longer int, never int, median_days int, slots int, covered int, single int, holders text[])
language sql stable parallel safe
set plan_cache_mode = force_generic_plan
as $$
  with slot as materialized (
    select a.n, s.strength, s.days, s.holders, s.in_touch
    from (
      select x.areas, x.strength, x.days, x.holders, x.in_touch
      from slots_of_areas(kinds, areas, footprint, as_of, known_at) x
      -- Each slot is looked at once, and not once for each of its areas.
      offset 0) s
    cross join lateral unnest(s.areas) a (n)
  )
  select k.n::int, c.*, h.holders
  from unnest(kinds) with ordinality k (kind, n)
  cross join lateral (
    select
      count(*) filter (where s.strength = 'STRONG')::int,
      count(*) filter (where s.strength = 'SOME')::int,
      count(*) filter (where s.strength = 'NONE')::int,
      count(*) filter (where s.strength = 'UNKNOWN')::int,
      count(*) filter (where s.days <= 60)::int,
      count(*) filter (where s.days between 61 and 120)::int,
      count(*) filter (where s.days > 120)::int,
      count(*) filter (where s.days is null)::int,
      round((percentile_cont(0.5) within group (order by s.days))::numeric)::int,
      count(*)::int,
      count(*) filter (where s.in_touch <> '{}')::int as covered,
      count(*) filter (where s.in_touch <> '{}' and cardinality(s.holders) = 1)::int
    from slot s
    where s.n = k.n) c
  cross join lateral (
    select array_agg(
      concat_ws('|', p.holder_id, p.alone, c.covered - p.lost) order by p.holder_id collate "C") as holders
    from (
      select x.holder_id, count(*) filter (where cardinality(s.holders) = 1) as alone,
        count(*) filter (where s.in_touch = array[x.holder_id]) as lost
      from slot s
      cross join lateral unnest(s.holders) x (holder_id)
      where s.n = k.n and s.in_touch <> '{}'
      group by x.holder_id) p) h
$$;

create or replace function slot_counts(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  strong int, in_part int, not_strong int, unknown int, up_to_60 int, up_to_120 int, longer int, never int,
  median_days int, slots int, covered int, single int, holders text[])
language sql stable parallel safe
as $$
  select c.strong, c.in_part, c.not_strong, c.unknown, c.up_to_60, c.up_to_120, c.longer, c.never,
    c.median_days, c.slots, c.covered, c.single, c.holders
  from counts_of_slots(
    array[of_kind], array[array_to_string(of_areas, ' ')], footprint, as_of, known_at) c
$$;

-- The listed practices of each area, with their patients in the area's latest month, as area_member has had them (V10_111).
create function members_of_areas(
  kinds text[], areas text[], footprint date, as_of date, known_at timestamptz)
returns table (area int, practice_id text, month text, patients bigint)
language sql stable parallel safe
set plan_cache_mode = force_generic_plan
as $$
  with member as materialized (
    select a.member_id as practice_id, array_agg(distinct k.n::int) as areas
    from unnest(kinds, areas) with ordinality k (kind, ids, n)
    cross join lateral area_affiliate(k.kind, string_to_array(k.ids, ' '), footprint, as_of, known_at) a
    group by a.member_id
  ),
  latest as materialized (
    select m.practice_id, m.areas, own.month, own.patients
    from member m
    left join lateral (
      select l.month, l.patients
      from list_size_fact l
      where l.practice_id = m.practice_id and l.month <= to_char(as_of, 'YYYY-MM')
        and l.known_from <= known_at and known_at < l.known_to
      order by l.month desc
      limit 1) own on true
    where (
      select true from listing_fact l
      where l.practice_id = m.practice_id and l.listed
        and l.valid_from <= as_of and as_of < l.valid_to
        and l.known_from <= known_at and known_at < l.known_to
      limit 1) is not null
  )
  select x.n, x.practice_id, x.area_month, case when x.month = x.area_month then x.patients end
  from (
    select a.n, l.practice_id, l.month, l.patients, max(l.month) over (partition by a.n) as area_month
    from latest l
    cross join lateral unnest(l.areas) a (n)) x
$$;

create or replace function area_member(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (practice_id text, month text, patients bigint)
language sql stable parallel safe
as $$
  select m.practice_id, m.month, m.patients
  from members_of_areas(
    array[of_kind], array[array_to_string(of_areas, ' ')], footprint, as_of, known_at) m
$$;

-- M14. How far a practice goes is the same for all areas but a federation, for which it is what was agreed with it.
create function levels_of_ambition(
  kinds text[], areas text[], footprint date, as_of date, known_at timestamptz)
returns table (area int, level text, practices int, patients bigint, without_list_size int)
language sql stable parallel safe
set plan_cache_mode = force_generic_plan
as $$
  with area as materialized (
    select a.n::int as n, case when a.kind = 'FEDERATION' then string_to_array(a.ids, ' ') end as agreed_with
    from unnest(kinds, areas) with ordinality a (kind, ids, n)
  ),
  member as materialized (
    select * from members_of_areas(kinds, areas, footprint, as_of, known_at)
  ),
  reached as materialized (
    select p.practice_id, p.agreed_with,
      coalesce((
        select max(a.level) from ambition_fact a
        where a.practice_id = p.practice_id
          and (p.agreed_with is null or a.federation_id = any (p.agreed_with))
          and a.valid_from <= as_of and as_of < a.valid_to
          and a.known_from <= known_at and known_at < a.known_to)::text, 'NONE') as level
    from (
      select distinct m.practice_id, a.agreed_with
      from member m
      join area a on a.n = m.area) p
  ),
  counted as (
    select m.area, r.level, count(*) as practices, sum(m.patients) as patients,
      count(*) filter (where m.patients is null) as unknown
    from member m
    join area a on a.n = m.area
    join reached r on r.practice_id = m.practice_id and r.agreed_with is not distinct from a.agreed_with
    group by m.area, r.level
  )
  select p.area, k.level, coalesce(c.practices, 0)::int,
    case when c.practices > 0 then c.patients when p.month is not null then 0 end::bigint,
    coalesce(c.unknown, 0)::int
  from (select m.area, max(m.month) as month from member m group by m.area) p
  cross join (values ('0'), ('1'), ('2'), ('3'), ('4'), ('NONE')) k (level)
  left join counted c on c.area = p.area and c.level = k.level
  order by k.level
$$;

create or replace function ambition_levels(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (level text, practices int, patients bigint, without_list_size int)
language sql stable parallel safe
as $$
  select l.level, l.practices, l.patients, l.without_list_size
  from levels_of_ambition(
    array[of_kind], array[array_to_string(of_areas, ' ')], footprint, as_of, known_at) l
$$;

-- M14 Follow-through. A practice's asks are looked up once; each counts for the areas in which it lay on the day by which it
-- was due, and of an ICS that is told with another day's area, on that day.
create function follow_through_of_areas(
  kinds text[], areas text[], footprint date, as_of date, known_at timestamptz)
returns table (area int, asks_due int, acted_on int, not_said int)
language sql stable parallel safe
set plan_cache_mode = force_generic_plan
as $$
  with area as materialized (
    select a.n::int as n, a.kind, string_to_array(a.ids, ' ') as ids
    from unnest(kinds, areas) with ordinality a (kind, ids, n)
  ),
  lies as materialized (
    select a.n, a.kind, s.practice_id, s.from_day, s.to_day, null::text[] as agreed_with
    from area a
    cross join lateral (
      select p.member_id as practice_id, p.valid_from as from_day, p.valid_to as to_day
      from affiliation_fact p
      where p.parent_id = any (a.ids) and p.kind = 'PLACE'
        and p.known_from <= known_at and known_at < p.known_to
      offset 0) s
    where a.kind = 'PLACE'
    union all
    select a.n, a.kind, s.member_id, greatest(s.valid_from, i.valid_from), least(s.valid_to, i.valid_to), null
    from area a
    cross join lateral (
      select p.member_id, p.valid_from, p.valid_to
      from affiliation_fact p
      where p.parent_id = any (a.ids) and p.kind = 'COMMISSIONED_BY'
        and p.known_from <= known_at and known_at < p.known_to
      offset 0) i
    cross join lateral (
      select p.member_id, p.valid_from, p.valid_to
      from affiliation_fact p
      where p.parent_id = i.member_id and p.kind = 'COMMISSIONED_BY'
        and p.known_from <= known_at and known_at < p.known_to
      offset 0) s
    where a.kind = 'ICS'
    union all
    select distinct a.n, a.kind, s.practice_id, date '-infinity', date 'infinity', a.ids
    from area a
    cross join lateral (
      select f.practice_id from ambition_fact f where f.federation_id = any (a.ids)
      offset 0) s
    where a.kind = 'FEDERATION'
  ),
  ask as materialized (
    select k.*, row_number() over () as nth,
      array(
        select f.federation_id from ambition_fact f
        where f.agreement_id = k.agreement_id
          and f.valid_from <= k.due and k.due < f.valid_to
          and f.known_from <= known_at and known_at < f.known_to) as agreed_with
    from (select distinct l.practice_id from lies l) p
    cross join lateral (
      select a.practice_id, a.agreement_id, a.due, a.outcome
      from ask_fact a
      where a.practice_id = p.practice_id and a.due <= as_of and a.due > as_of - 365
        and a.valid_from <= as_of and as_of < a.valid_to
        and a.known_from <= known_at and known_at < a.known_to
      offset 0) k
  ),
  due as (
    select distinct l.n, k.nth, k.outcome
    from lies l
    join ask k on k.practice_id = l.practice_id
    cross join lateral (
      select case when l.kind = 'ICS' and footprint <> as_of then footprint else k.due end as day) d
    where l.from_day <= d.day and d.day < l.to_day
      and k.agreed_with <> '{}' and (l.agreed_with is null or k.agreed_with && l.agreed_with)
  )
  select a.n, count(d.nth)::int, count(*) filter (where d.outcome = 'ACTED')::int,
    count(*) filter (where d.outcome = 'NOT_SAID')::int
  from area a
  left join due d on d.n = a.n
  group by a.n
$$;

create or replace function follow_through(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (asks_due int, acted_on int, not_said int)
language sql stable parallel safe
as $$
  select f.asks_due, f.acted_on, f.not_said
  from follow_through_of_areas(
    array[of_kind], array[array_to_string(of_areas, ' ')], footprint, as_of, known_at) f
$$;
