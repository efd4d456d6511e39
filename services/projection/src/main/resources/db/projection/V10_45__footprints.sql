-- An ICS with the practices and partners that it has on another day (its footprint), and all that is
-- said of them as of the day that is asked about: the old area with figures of today, or the new one with
-- those of a day before. Other areas have no footprint but their own of that day. Without a footprint
-- it is that of the day itself, by the same code.

create function area_practice(footprint date, as_of date, known_at timestamptz)
returns table (area_kind text, area_id text, practice_id text)
language sql stable parallel safe
as $$
  select 'ICS', i.parent_id, l.practice_id
  from affiliated('COMMISSIONED_BY', footprint, known_at) i
  join affiliated('COMMISSIONED_BY', footprint, known_at) s on s.parent_id = i.member_id
  join listed_practice(as_of, known_at) l on l.practice_id = s.member_id
  union all
  select 'SUB_ICB', s.parent_id, l.practice_id
  from affiliated('COMMISSIONED_BY', as_of, known_at) s
  join listed_practice(as_of, known_at) l on l.practice_id = s.member_id
  union all
  select 'PLACE', p.parent_id, l.practice_id
  from in_place(as_of, known_at) p
  join listed_practice(as_of, known_at) l on l.practice_id = p.member_id
  union all
  select 'NEIGHBOURHOOD', n.parent_id, l.practice_id
  from affiliated('NEIGHBOURHOOD', as_of, known_at) n
  join listed_practice(as_of, known_at) l on l.practice_id = n.member_id
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

create or replace function area_practice(as_of date, known_at timestamptz)
returns table (area_kind text, area_id text, practice_id text)
language sql stable parallel safe
as $$
  select * from area_practice(as_of, as_of, known_at)
$$;

create function area_list_size(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (area_id text, practice_id text, month text, patients bigint)
language sql stable parallel safe
as $$
  with member as materialized (
    select distinct p.area_id, p.practice_id
    from area_practice(footprint, as_of, known_at) p
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

create or replace function area_list_size(
  of_kind text, of_areas text[], as_of date, known_at timestamptz)
returns table (area_id text, practice_id text, month text, patients bigint)
language sql stable parallel safe
as $$
  select * from area_list_size(of_kind, of_areas, as_of, as_of, known_at)
$$;

create function area_structure(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  area_id text, practices int, pcns int, practices_without_pcn int, sub_icbs int,
  federations int, practices_in_federation int, lmcs int, practices_without_place int,
  registered_patients bigint, list_size_month text, practices_without_list_size int)
language sql stable parallel safe
as $$
  with member as materialized (
    select * from area_list_size(of_kind, of_areas, footprint, as_of, known_at)
  ),
  placed as materialized (
    select * from in_place(as_of, known_at)
  ),
  body as (
    select m.area_id,
      count(distinct a.parent_id) filter (where a.kind = 'PCN_CORE') as pcns,
      count(distinct a.member_id) filter (where a.kind = 'PCN_CORE') as in_pcn,
      count(distinct a.parent_id) filter (where a.kind = 'COMMISSIONED_BY') as sub_icbs,
      count(distinct a.parent_id) filter (where a.kind = 'FEDERATION') as federations,
      count(distinct a.member_id) filter (where a.kind = 'FEDERATION') as in_federation,
      count(distinct a.parent_id) filter (where a.kind = 'LMC') as lmcs,
      count(distinct p.member_id) as in_place
    from member m
    join affiliation_fact a on a.member_id = m.practice_id
    left join placed p
      on p.member_id = a.member_id and p.parent_id = a.parent_id and a.kind = 'PLACE'
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

create or replace function area_structure(
  of_kind text, of_areas text[], as_of date, known_at timestamptz)
returns table (
  area_id text, practices int, pcns int, practices_without_pcn int, sub_icbs int,
  federations int, practices_in_federation int, lmcs int, practices_without_place int,
  registered_patients bigint, list_size_month text, practices_without_list_size int)
language sql stable parallel safe
as $$
  select * from area_structure(of_kind, of_areas, as_of, as_of, known_at)
$$;

create function federation_share(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  area_id text, federation_id text, practices int, of_practices int, patients bigint,
  of_patients bigint, list_size_month text, without_list_size int, of_without_list_size int)
language sql stable parallel safe
as $$
  with member as materialized (
    select * from area_list_size(of_kind, of_areas, footprint, as_of, known_at)
  ),
  whole as (
    select m.area_id, count(*) as practices, sum(m.patients) as patients, max(m.month) as month,
      count(*) filter (where m.patients is null) as unknown
    from member m
    group by m.area_id
  ),
  joined as materialized (
    select distinct m.area_id, a.parent_id, m.practice_id, m.patients
    from member m
    join affiliated('FEDERATION', as_of, known_at) a on a.member_id = m.practice_id
  ),
  counted as (
    select o.area_id, null as federation_id, count(*) as practices, sum(o.patients) as patients,
      count(*) filter (where o.patients is null) as unknown
    from (select distinct j.area_id, j.practice_id, j.patients from joined j) o
    group by o.area_id
    union all
    select j.area_id, j.parent_id, count(*), sum(j.patients),
      count(*) filter (where j.patients is null)
    from joined j
    group by j.area_id, j.parent_id
    union all
    select w.area_id, null, 0, case when w.month is not null then 0 end, 0
    from whole w
    where not exists (select from joined j where j.area_id = w.area_id)
  )
  select w.area_id, c.federation_id, c.practices::int, w.practices::int, c.patients::bigint,
    w.patients::bigint, w.month, c.unknown::int, w.unknown::int
  from whole w
  join counted c using (area_id)
$$;

create or replace function federation_share(
  of_kind text, of_areas text[], as_of date, known_at timestamptz)
returns table (
  area_id text, federation_id text, practices int, of_practices int, patients bigint,
  of_patients bigint, list_size_month text, without_list_size int, of_without_list_size int)
language sql stable parallel safe
as $$
  select * from federation_share(of_kind, of_areas, as_of, as_of, known_at)
$$;

create function ics_partner(footprint date, as_of date, known_at timestamptz)
returns table (ics_id text, organisation_id text, kind text, sector text)
language sql stable parallel safe
as $$
  select distinct g.parent_id, o.organisation_id, k.kind, o.sector
  from affiliated('GEOGRAPHY', footprint, known_at) g
  join organisation_at(as_of, known_at) o on o.organisation_id = g.member_id and o.open
  cross join lateral unnest(o.kinds) k (kind)
  where k.kind in ('TRUST', 'COUNCIL')
$$;

create or replace function ics_partner(as_of date, known_at timestamptz)
returns table (ics_id text, organisation_id text, kind text, sector text)
language sql stable parallel safe
as $$
  select * from ics_partner(as_of, as_of, known_at)
$$;
