-- The half of general practice in a joint group speaks for more than itself under a mandate and for a leadership group:
-- M16 says so as the group's own page does.
alter table joint_mandate_fact add column leadership_group_id text;

drop function joint_group_health(text, date, timestamptz);
drop function joint_group_health(text, text[], date, date, timestamptz);

-- M16. for_group: the leadership group that is cited is one of the place on the day.
create function joint_group_health(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  group_id text, organisation_id text, people int, composed boolean, mandated boolean, for_group boolean,
  open_issues int, late_issues int)
language sql stable parallel safe
set plan_cache_mode = force_generic_plan
as $$
  with speaks as materialized (
    select l.place_id, l.group_id from leadership_group_of_place(as_of, known_at) l
  )
  select g.group_id, g.organisation_id, s.people, s.people between 4 and 6 and s.kinds = 4,
    (
      select true from mandate_fact m
      where split_part(m.mandate_id, '#', 1) = c.mandate_id and m.state = 'LIVE'
        and m.valid_from <= as_of and as_of < m.valid_to
        and m.known_from <= known_at and known_at < m.known_to
      limit 1) is not null,
    c.leadership_group_id is not null and exists (
      select from speaks l
      where l.place_id = g.place_id and l.group_id = c.leadership_group_id),
    i.open_issues, i.late_issues
  from (
    select distinct p.place_id
    from area_place(of_kind, of_areas, footprint, as_of, known_at) p
    where p.from_day <= as_of and as_of < p.to_day) p
  cross join lateral (
    select a.group_id, a.organisation_id, a.place_id
    from joint_group_fact a
    where a.place_id = p.place_id
      and a.valid_from <= as_of and as_of < a.valid_to
      and a.known_from <= known_at and known_at < a.known_to
    offset 0) g
  left join lateral (
    select a.mandate_id, a.leadership_group_id
    from joint_mandate_fact a
    where a.group_id = g.group_id
      and a.valid_from <= as_of and as_of < a.valid_to
      and a.known_from <= known_at and known_at < a.known_to
    offset 0) c on true
  cross join lateral (
    select count(distinct o.person_id)::int as people,
      count(distinct (f.side, f.nature)) as kinds
    from joint_seat_fact f
    cross join lateral person_of(f.person_id, known_at) o
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

create function joint_group_health(of_place text, as_of date, known_at timestamptz)
returns table (
  group_id text, organisation_id text, people int, composed boolean, mandated boolean, for_group boolean,
  open_issues int, late_issues int)
language sql stable parallel safe
as $$
  select * from joint_group_health('PLACE', array[of_place], as_of, as_of, known_at)
$$;
