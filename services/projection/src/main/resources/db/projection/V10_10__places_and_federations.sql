-- Places move to another ICS, close, and have neighbourhoods.

alter table place_fact add column part_of text;

-- Every place and neighbourhood that is known, by its name and ICS of the day: before it began by its
-- first ones, after it closed by its last. A neighbourhood lies where its place lies.
drop function place_at(date, timestamptz);
create function place_at(as_of date, known_at timestamptz)
returns table (place_id text, ics_id text, name text, part_of text, open boolean)
language sql stable parallel safe
as $$
  with told as (
    select distinct on (p.place_id) p.place_id, p.ics_id, p.name, p.part_of,
      p.valid_from <= as_of and as_of < p.valid_to as open
    from place_fact p
    where p.known_from <= known_at and known_at < p.known_to
    order by p.place_id, p.valid_from <= as_of and as_of < p.valid_to desc,
      case
        when as_of < p.valid_from then p.valid_from - as_of
        when p.valid_to <= as_of then as_of - p.valid_to
      end
  )
  select t.place_id, coalesce(whole.ics_id, t.ics_id), t.name, t.part_of, t.open
  from told t
  left join told whole on whole.place_id = t.part_of
$$;

-- Who lies in a place. One that has closed has nobody: whoever was not moved lies in none.
create function in_place(as_of date, known_at timestamptz)
returns table (member_id text, parent_id text)
language sql stable parallel safe
as $$
  select a.member_id, a.parent_id
  from affiliated('PLACE', as_of, known_at) a
  where not exists (
    select from place_at(as_of, known_at) p where p.place_id = a.parent_id and not p.open)
$$;

-- The practices of every area. Two affiliations of one kind may give a pair twice.
create or replace function area_practice(as_of date, known_at timestamptz)
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

-- The structure of areas, from their practices. A PCN counts in each area where it has practices.
create or replace function area_structure(
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

-- 5.1 How many practices of areas, and how many of their patients, are in a federation: in any (of which
-- federation_id is null; a practice in two counts once), and in each. Patients are of the area's month;
-- practices without a list size for it are left out of both numbers and counted. Patients are null
-- where none are known: of no practice of the area, or of none in the federation.
create function federation_share(
  of_kind text, of_areas text[], as_of date, known_at timestamptz)
returns table (
  area_id text, federation_id text, practices int, of_practices int, patients bigint,
  of_patients bigint, list_size_month text, without_list_size int, of_without_list_size int)
language sql stable parallel safe
as $$
  with member as materialized (
    select * from area_list_size(of_kind, of_areas, as_of, known_at)
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
