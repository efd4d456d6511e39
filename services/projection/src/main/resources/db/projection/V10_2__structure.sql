-- Who belongs to whom on a day, as known at a moment. Every figure is asked of these functions with
-- (as_of, known_at); "now" and "as it was" are the same code. Figures roll up from practices, never
-- from PCNs; a practice counts while the national map lists it.

create function organisation_at(as_of date, known_at timestamptz)
returns table (
  organisation_id text, ods_code text, name text, kinds text[], postcode text, status text,
  sector text, open boolean)
language sql stable parallel safe
as $$
  select o.organisation_id, o.ods_code, o.name, o.kinds, o.postcode, o.status, o.sector,
    exists (
      select from organisation_open_fact p
      where p.organisation_id = o.organisation_id
        and p.valid_from <= as_of and as_of < p.valid_to
        and p.known_from <= known_at and known_at < p.known_to)
  from organisation_fact o
  where o.valid_from <= as_of and as_of < o.valid_to
    and o.known_from <= known_at and known_at < o.known_to
$$;

-- Every place that is known, by its name of the day; before it began, by its first one.
create function place_at(as_of date, known_at timestamptz)
returns table (place_id text, ics_id text, name text)
language sql stable parallel safe
as $$
  select distinct on (p.place_id) p.place_id, p.ics_id, p.name
  from place_fact p
  where p.known_from <= known_at and known_at < p.known_to
  order by p.place_id, p.valid_from <= as_of and as_of < p.valid_to desc, p.valid_from
$$;

create function affiliated(of_kind text, as_of date, known_at timestamptz)
returns table (member_id text, parent_id text)
language sql stable parallel safe
as $$
  select a.member_id, a.parent_id
  from affiliation_fact a
  where a.kind = of_kind
    and a.valid_from <= as_of and as_of < a.valid_to
    and a.known_from <= known_at and known_at < a.known_to
$$;

create function listed_practice(as_of date, known_at timestamptz)
returns table (practice_id text)
language sql stable parallel safe
as $$
  select l.practice_id
  from listing_fact l
  where l.listed
    and l.valid_from <= as_of and as_of < l.valid_to
    and l.known_from <= known_at and known_at < l.known_to
$$;

-- The practices of every area. Two affiliations of one kind may give a pair twice.
create function area_practice(as_of date, known_at timestamptz)
returns table (area_kind text, area_id text, practice_id text)
language sql stable parallel safe
as $$
  select 'ICS', i.parent_id, l.practice_id
  from affiliated('COMMISSIONED_BY', as_of, known_at) i
  join affiliated('COMMISSIONED_BY', as_of, known_at) s on s.parent_id = i.member_id
  join listed_practice(as_of, known_at) l on l.practice_id = s.member_id
  union all
  select 'SUB_ICB', s.parent_id, l.practice_id
  from affiliated('COMMISSIONED_BY', as_of, known_at) s
  join listed_practice(as_of, known_at) l on l.practice_id = s.member_id
  union all
  select 'PLACE', p.parent_id, l.practice_id
  from affiliated('PLACE', as_of, known_at) p
  join listed_practice(as_of, known_at) l on l.practice_id = p.member_id
  union all
  select 'PCN', p.parent_id, l.practice_id
  from affiliated('PCN_CORE', as_of, known_at) p
  join listed_practice(as_of, known_at) l on l.practice_id = p.member_id
  union all
  select 'ALL', 'ALL', l.practice_id
  from affiliated('COMMISSIONED_BY', as_of, known_at) i
  join affiliated('COMMISSIONED_BY', as_of, known_at) s on s.parent_id = i.member_id
  join listed_practice(as_of, known_at) l on l.practice_id = s.member_id
$$;

-- The practices of some areas (all of a kind when of_areas is null) with the list size of their
-- area's month: the latest one, up to the day, of any of its practices. Null: not in that month.
create function area_list_size(
  of_kind text, of_areas text[], as_of date, known_at timestamptz)
returns table (area_id text, practice_id text, month text, patients bigint)
language sql stable parallel safe
as $$
  with member as materialized (
    select distinct p.area_id, p.practice_id
    from area_practice(as_of, known_at) p
    where p.area_kind = of_kind and (of_areas is null or p.area_id = any (of_areas))
  ),
  latest as (
    select m.area_id, m.practice_id, own.month, own.patients,
      max(own.month) over (partition by m.area_id) as area_month
    from member m
    left join lateral (
      select l.month, l.patients
      from list_size_fact l
      where l.practice_id = m.practice_id and l.month <= to_char(as_of, 'YYYY-MM')
        and l.known_from <= known_at and known_at < l.known_to
      order by l.month desc
      limit 1) own on true
  )
  -- A practice has a size for the area's month just when that is its own latest month.
  select x.area_id, x.practice_id, x.area_month,
    case when x.month = x.area_month then x.patients end
  from latest x
$$;

-- The structure of areas, from their practices. A PCN counts in each area where it has practices.
create function area_structure(
  of_kind text, of_areas text[], as_of date, known_at timestamptz)
returns table (
  area_id text, practices int, pcns int, practices_without_pcn int, sub_icbs int,
  federations int, practices_in_federation int, lmcs int, practices_without_place int,
  registered_patients bigint, list_size_month text, practices_without_list_size int)
language sql stable parallel safe
as $$
  with member as materialized (
    select * from area_list_size(of_kind, of_areas, as_of, known_at)
  ),
  body as (
    select m.area_id,
      count(distinct a.parent_id) filter (where a.kind = 'PCN_CORE') as pcns,
      count(distinct a.member_id) filter (where a.kind = 'PCN_CORE') as in_pcn,
      count(distinct a.parent_id) filter (where a.kind = 'COMMISSIONED_BY') as sub_icbs,
      count(distinct a.parent_id) filter (where a.kind = 'FEDERATION') as federations,
      count(distinct a.member_id) filter (where a.kind = 'FEDERATION') as in_federation,
      count(distinct a.parent_id) filter (where a.kind = 'LMC') as lmcs,
      count(distinct a.member_id) filter (where a.kind = 'PLACE') as in_place
    from member m
    join affiliation_fact a on a.member_id = m.practice_id
    where a.valid_from <= as_of and as_of < a.valid_to
      and a.known_from <= known_at and known_at < a.known_to
    group by m.area_id
  ),
  head as (
    select m.area_id, count(*) as practices, sum(m.patients) as patients, max(m.month) as month,
      count(*) filter (where m.patients is null) as unknown
    from member m
    group by m.area_id
  )
  select h.area_id, h.practices::int, coalesce(b.pcns, 0)::int,
    (h.practices - coalesce(b.in_pcn, 0))::int, coalesce(b.sub_icbs, 0)::int,
    coalesce(b.federations, 0)::int, coalesce(b.in_federation, 0)::int,
    coalesce(b.lmcs, 0)::int, (h.practices - coalesce(b.in_place, 0))::int,
    h.patients::bigint, h.month, h.unknown::int
  from head h
  left join body b using (area_id)
$$;

-- The bodies of an ICS that general practice meets as partners: open, and tied to its ICB.
create function ics_partner(as_of date, known_at timestamptz)
returns table (ics_id text, organisation_id text, kind text, sector text)
language sql stable parallel safe
as $$
  select distinct g.parent_id, o.organisation_id, k.kind, o.sector
  from affiliated('GEOGRAPHY', as_of, known_at) g
  join organisation_at(as_of, known_at) o on o.organisation_id = g.member_id and o.open
  cross join lateral unnest(o.kinds) k (kind)
  where k.kind in ('TRUST', 'COUNCIL')
$$;

-- The ICSs a body has to do with.
create function ics_of(body text, as_of date, known_at timestamptz)
returns table (ics_id text)
language sql stable parallel safe
as $$
  with practice as (
    select l.practice_id
    from listed_practice(as_of, known_at) l
    where l.practice_id = body
    union
    select a.member_id
    from affiliation_fact a
    where a.parent_id = body and a.kind in ('PCN_CORE', 'FEDERATION', 'LMC')
      and a.valid_from <= as_of and as_of < a.valid_to
      and a.known_from <= known_at and known_at < a.known_to
  )
  select i.parent_id
  from practice p
  join affiliated('COMMISSIONED_BY', as_of, known_at) s on s.member_id = p.practice_id
  join affiliated('COMMISSIONED_BY', as_of, known_at) i on i.member_id = s.parent_id
  union
  select i.parent_id
  from affiliated('COMMISSIONED_BY', as_of, known_at) i
  where i.member_id = body
    and exists (
      select from organisation_at(as_of, known_at) o
      where o.organisation_id = body and 'SUB_ICB' = any (o.kinds))
  union
  select g.parent_id
  from affiliated('GEOGRAPHY', as_of, known_at) g
  join organisation_at(as_of, known_at) o on o.organisation_id = g.parent_id
  where g.member_id = body and 'ICB' = any (o.kinds)
  union
  select o.organisation_id
  from organisation_at(as_of, known_at) o
  where o.organisation_id = body and 'ICB' = any (o.kinds)
  union
  select p.ics_id
  from place_fact p
  where p.place_id = body
    and p.valid_from <= as_of and as_of < p.valid_to
    and p.known_from <= known_at and known_at < p.known_to
$$;
