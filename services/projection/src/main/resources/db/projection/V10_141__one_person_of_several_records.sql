-- Whoever has several records is one human being in M5, M6, M11, M12 and M16, as in the matrix (V10_121), and sits for a
-- federation under whichever of them. The functions are those of V10_101, V10_111, V10_113 and V10_122 but for that.

-- Who a record is of: the record that stands for it. Few were merged, so most are asked for in vain, by index.
create function person_of(of_person text, known_at timestamptz)
returns table (person_id text)
language sql stable parallel safe
as $$
  select coalesce(
    (select person_standing(of_person, known_at)
     from person_merger_fact m
     where m.person_id = of_person and m.known_from <= known_at and known_at < m.known_to
     limit 1),
    of_person)
$$;

-- Who was there for an area: everybody of general practice; and for a federation, who sat in one of its seats on the day
-- of the meeting, or spoke under a mandate of the meeting's place that it held in force that day. A row is an entry: two
-- may be of one person.
create or replace function area_attendance(of_kind text, of_areas text[], known_at timestamptz)
returns table (meeting_id text, person_id text, kind text, mandate_id text)
language sql stable parallel safe
as $$
  select a.meeting_id, o.person_id, a.kind, a.mandate_id
  from attendance_fact a
  cross join lateral person_of(a.person_id, known_at) o
  where of_kind <> 'FEDERATION' and a.known_from <= known_at and known_at < a.known_to
  union all
  select a.meeting_id, o.person_id, a.kind, a.mandate_id
  from attendance_fact a
  cross join lateral person_of(a.person_id, known_at) o
  join meeting_fact m on m.meeting_id = a.meeting_id
  where of_kind = 'FEDERATION' and a.known_from <= known_at and known_at < a.known_to
    and m.known_from <= known_at and known_at < m.known_to
    and (
      exists (
        select from mandate_fact g
        where g.holder_id = any (of_areas) and g.state = 'LIVE' and g.place_id = m.place_id
          and split_part(g.mandate_id, '#', 1) = a.mandate_id
          and g.valid_from <= m.valid_from and m.valid_from < g.valid_to
          and g.known_from <= known_at and known_at < g.known_to)
      or exists (
        select from seat_fact s
        join nomination_fact n on n.seat_id = s.seat_id
        cross join lateral person_of(n.person_id, known_at) sits
        where sits.person_id = o.person_id and s.series_id = m.series_id and s.body_id = any (of_areas) and not n.annulled
          and n.valid_from <= m.valid_from and m.valid_from < n.valid_to
          and s.valid_from <= m.valid_from and m.valid_from < s.valid_to
          and s.known_from <= known_at and known_at < s.known_to
          and n.known_from <= known_at and known_at < n.known_to))
$$;

-- M6, M7, M8, M10 and M15 count the same meetings of the last 365 days: each is looked up once, with who was there, what
-- became of its items and which partners came, for as many of the five as are wanted.
create or replace function meeting_counts(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz, wanted text[])
returns table (measure text, about text, counts int[])
language sql stable parallel safe
set plan_cache_mode = force_generic_plan
as $$
  with met as materialized (
    select m.meeting_id, m.day, m.starts, m.series_id, m.place_id, w.persons, w.kinds, w.mandates,
      t.agreed, t.talked,
      'M8' = any (wanted) and m.closed and (
        select true from preparation_fact p
        where p.meeting_id = m.meeting_id and p.known_from <= known_at and known_at < p.known_to
        limit 1) is not null as complete
    from area_meeting_between(of_kind, of_areas, footprint, as_of, known_at, as_of - 364, as_of) m
    cross join lateral (
      select array_agg(a.person_id) as persons, array_agg(a.kind) as kinds,
        array_agg(a.mandate_id) filter (where a.mandate_id is not null) as mandates
      from area_attendance(of_kind, of_areas, known_at) a
      where a.meeting_id = m.meeting_id
      offset 0) w
    cross join lateral (
      select (m.day + coalesce(m.starts, time '00:00')) at time zone 'Europe/London' as began
      offset 0) b
    cross join lateral (
      select array_agg(p.item_id) filter (where p.agreed) as agreed, array_agg(p.item_id) as talked
      from pre_alignment_fact p
      where 'M8' = any (wanted) and p.meeting_id = m.meeting_id
        and p.spoken_on between m.day - 42 and m.day
        and p.recorded_at::timestamptz < b.began
        and p.known_from <= known_at and known_at < p.known_to
      offset 0) t
  ),
  item as materialized (
    select m.meeting_id, m.persons is not null and i.reach is distinct from 'NOT_THERE' as attended,
      i.outcome, i.influence, i.confirmed, i.disputed,
      case
        when i.item_id = any (m.agreed) then 'PRE_ALIGNED'
        when i.item_id = any (m.talked) or m.complete then 'COLD'
        else 'UNKNOWN'
      end as class
    from met m
    cross join lateral (
      select a.item_id, a.outcome, a.influence, a.confirmed, a.disputed, a.reach
      from item_fact a
      where a.meeting_id = m.meeting_id and a.known_from <= known_at and known_at < a.known_to
      offset 0) i
  ),
  -- M6: over all meetings and for each series. Consecutive meetings share a person when those who went to one overlap those
  -- who went to the one before.
  scoped as materialized (
    select '' as scope, m.meeting_id, m.day, m.starts, m.persons, m.kinds from met m
    union all
    select m.series_id, m.meeting_id, m.day, m.starts, m.persons, m.kinds
    from met m
    where m.series_id is not null
  ),
  pairs as (
    select r.scope, count(*) filter (where r.persons && r.before) as continued
    from (
      select s.scope, s.persons,
        lag(s.persons) over (
          partition by s.scope
          order by s.day, s.starts nulls first, s.meeting_id collate "C") as before
      from scoped s
      where s.persons is not null) r
    group by r.scope
  ),
  -- Who was entered under two of their records was there once, and stood in for somebody if in none for themselves.
  persons as (
    select e.scope, sum(e.times) as attendances, count(*) as people, sum(e.times * e.times) as squares,
      max(e.times) as lead, sum(e.substitutes) as substitutes
    from (
      select o.scope, o.person_id, count(*) as times, count(*) filter (where o.stood_in) as substitutes
      from (
        select s.scope, s.meeting_id, w.person_id, bool_and(w.kind = 'SUBSTITUTE') as stood_in
        from scoped s
        cross join lateral unnest(s.persons, s.kinds) w (person_id, kind)
        group by s.scope, s.meeting_id, w.person_id) o
      group by o.scope, o.person_id) e
    group by e.scope
  ),
  spread as (
    select c.scope, array[
      c.meetings, c.unrecorded, coalesce(p.attendances, 0), coalesce(p.people, 0),
      coalesce(p.squares, 0), coalesce(p.lead, 0), coalesce(p.substitutes, 0),
      coalesce(q.continued, 0)]::int[] as counts
    from (
      select s.scope, count(s.persons) as meetings, count(*) - count(s.persons) as unrecorded
      from scoped s
      group by s.scope) c
    left join persons p on p.scope = c.scope
    left join pairs q on q.scope = c.scope
  ),
  -- M10: meetings at which somebody spoke under a mandate, by mandate.
  report as materialized (
    select m.meeting_id, m.day, a.mandate_id, f.told_on, f.practices,
      coalesce(f.due, m.day + (
        select g.report_back_days::int
        from mandate_fact g
        where split_part(g.mandate_id, '#', 1) = a.mandate_id and g.place_id = m.place_id
          and g.state = 'LIVE' and g.valid_from <= m.day and m.day < g.valid_to
          and g.known_from <= known_at and known_at < g.known_to
        order by g.valid_from desc, g.mandate_id desc
        limit 1)) as due_on
    from met m
    cross join lateral (select distinct u.id as mandate_id from unnest(m.mandates) u (id) offset 0) a
    left join lateral (
      select x.valid_from as told_on, x.due, x.practices
      from feedback_fact x
      where x.meeting_id = m.meeting_id and x.mandate_id = a.mandate_id
        and x.valid_from <= as_of and x.known_from <= known_at and known_at < x.known_to
      offset 0) f on true
    where m.mandates is not null
  ),
  overdue as (
    select o.action_id
    from (
      select distinct p.place_id
      from area_place(of_kind, of_areas, footprint, as_of, known_at) p
      where p.from_day <= as_of and as_of < p.to_day) p
    cross join lateral (
      select a.action_id
      from action_fact a
      where a.place_id = p.place_id and a.open and a.due < as_of
        and a.valid_from <= as_of and as_of < a.valid_to
        and a.known_from <= known_at and known_at < a.known_to
      offset 0) o
    where of_kind in ('PLACE', 'ICS')
    union all
    select o.action_id
    from action_fact o
    where of_kind not in ('PLACE', 'ICS') and o.open and o.due < as_of
      and o.meeting_id in (
        select m.meeting_id from area_meeting(of_kind, of_areas, footprint, as_of, known_at) m)
      and o.valid_from <= as_of and as_of < o.valid_to
      and o.known_from <= known_at and known_at < o.known_to
  ),
  -- M15: partners at the area's meetings, and those with which somebody in general practice holds a relationship.
  befriended as materialized (
    select distinct s.organisation_id
    from area_slot(of_kind, of_areas, footprint, as_of, known_at) s
    where (
      select true from relationship_fact r
      where r.slot_id = s.slot_id
        and (of_kind <> 'FEDERATION' or r.acting_for = any (of_areas))
        and r.valid_from <= as_of and as_of < r.valid_to
        and r.known_from <= known_at and known_at < r.known_to
      limit 1) is not null
  )
  select 'M6', s.scope, s.counts from spread s where 'M6' = any (wanted)
  union all
  select 'M7',
    case
      when i.disputed then 'DISPUTED'
      when i.influence in ('CHANGED', 'PARTLY') and not i.confirmed then 'UNCONFIRMED'
      else coalesce(i.influence, 'NOT_ASSESSED')
    end as code,
    array[i.attended::int, count(*)]::int[]
  from item i
  where 'M7' = any (wanted) and i.outcome <> 'NOT_DECIDED'
  group by code, i.attended
  union all
  select 'M8', i.class, array[
    count(*), count(*) filter (where i.weighed),
    count(*) filter (where i.weighed and i.confirmed and i.influence in ('CHANGED', 'PARTLY'))]::int[]
  from (
    select a.*,
      a.outcome is not null and a.outcome <> 'NOT_DECIDED' and not a.disputed
        and a.influence is not null and a.influence <> 'ALREADY_ALIGNED' as weighed
    from item a
    where a.attended and a.influence is distinct from 'NOT_RELEVANT') i
  where 'M8' = any (wanted)
  group by i.class
  union all
  select 'M10', null, array[
    coalesce(sum(d.items) filter (where r.due_on < as_of), 0),
    coalesce(sum(d.items) filter (where r.due_on < as_of and r.told_on <= r.due_on), 0),
    coalesce(sum(d.items) filter (where r.due_on >= as_of), 0),
    percentile_disc(0.5) within group (order by r.told_on - r.day) filter (where r.told_on is not null),
    coalesce(sum(cardinality(r.practices)), 0),
    coalesce(sum((
      select count(*) from feedback_read_fact x
      where x.meeting_id = r.meeting_id and x.mandate_id = r.mandate_id
        and x.practice_id = any (r.practices) and x.valid_from <= as_of
        and x.known_from <= known_at and known_at < x.known_to)), 0),
    (select count(*) from overdue)]::int[]
  from report r
  left join (
    select i.meeting_id, count(*) as items
    from item i
    where i.outcome <> 'NOT_DECIDED'
    group by i.meeting_id) d on d.meeting_id = r.meeting_id
  where 'M10' = any (wanted)
  having 'M10' = any (wanted)
  union all
  select 'M15', p.organisation_id,
    array[count(*), (p.organisation_id in (select b.organisation_id from befriended b))::int]::int[]
  from met m
  cross join lateral (
    select distinct a.organisation_id
    from partner_attendance_fact a
    where a.meeting_id = m.meeting_id and a.known_from <= known_at and known_at < a.known_to
    offset 0) p
  where 'M15' = any (wanted)
  group by p.organisation_id
$$;

-- M11.
create or replace function seat_use(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  seat_id text, series_id text, forum text, label text, body_id text, nominated boolean,
  meetings int, attended int)
language sql stable parallel safe
set plan_cache_mode = force_generic_plan
as $$
  with seat as materialized (
    select s.* from area_seat(of_kind, of_areas, footprint, as_of, known_at) s
  )
  select s.seat_id, s.series_id, s.forum, s.label, s.body_id,
    (
      select true from nomination_fact n
      where n.seat_id = s.seat_id and n.part = 'NOMINEE' and not n.annulled
        and n.valid_from <= as_of and as_of < n.valid_to
        and n.known_from <= known_at and known_at < n.known_to
      limit 1) is not null,
    h.meetings::int, h.attended::int
  from seat s
  cross join lateral (
    select count(*) as meetings, count(*) filter (
      where (
        select true
        from nomination_fact n
        cross join lateral person_of(n.person_id, known_at) o
        cross join lateral (
          select true from attendance_fact a
          cross join lateral person_of(a.person_id, known_at) p
          where a.meeting_id = last.meeting_id and p.person_id = o.person_id
            and a.known_from <= known_at and known_at < a.known_to
          limit 1) a
        where n.seat_id = s.seat_id and not n.annulled
          and n.valid_from <= last.day and last.day < n.valid_to
          and n.known_from <= known_at and known_at < n.known_to
        limit 1) is not null) as attended
    from (
      select m.meeting_id, m.valid_from as day
      from meeting_fact m
      where m.series_id = s.series_id and not m.cancelled
        and m.valid_from <= as_of and m.valid_from > as_of - 365 and m.valid_from >= s.since
        and m.known_from <= known_at and known_at < m.known_to
        and (
          m.closed
          or (
            select true from attendance_fact a
            where a.meeting_id = m.meeting_id and a.known_from <= known_at and known_at < a.known_to
            limit 1) is not null)
      order by m.valid_from desc, m.starts::time desc nulls last, m.meeting_id collate "C" desc
      limit 3) last
    offset 0) h
  order by s.forum, s.label, s.seat_id
$$;

-- M12. What is funded of a week is that of all roles, under whichever record.
create or replace function meeting_load(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  people int, minutes int, without_hours int, over_funded int, without_sessions int)
language sql stable parallel safe
set plan_cache_mode = force_generic_plan
as $$
  with went as (
    select distinct a.person_id, h.meeting_id, h.starts, h.ends
    from area_meeting_between(of_kind, of_areas, footprint, as_of, known_at, as_of - 27, as_of) h
    cross join lateral (
      select p.person_id
      from area_attendance(of_kind, of_areas, known_at) p
      where p.meeting_id = h.meeting_id
      offset 0) a
  ),
  each_person as (
    select w.person_id, coalesce(sum(extract(epoch from w.ends - w.starts) / 60), 0) as minutes,
      count(*) filter (where w.starts is null or w.ends is null) as without_hours
    from went w
    group by w.person_id
  ),
  funded as (
    select e.*, (
      select sum(s.sessions::numeric) * 250 * 4
      from sessions_fact s
      where s.person_id = any (
          case
            when e.person_id in (
              select m.into_id from person_merger_fact m
              where m.known_from <= known_at and known_at < m.known_to)
            then person_records(e.person_id, known_at)
            else array[e.person_id]
          end)
        and s.valid_from <= as_of and as_of < s.valid_to
        and s.known_from <= known_at and known_at < s.known_to) as funded
    from each_person e
  )
  select count(*)::int, coalesce(sum(f.minutes), 0)::int, coalesce(sum(f.without_hours), 0)::int,
    count(*) filter (where f.minutes > f.funded)::int, count(*) filter (where f.funded is null)::int
  from funded f
$$;

-- M12, each time that somebody was at a meeting of the last 28 days; minutes are null where no hours are known.
create or replace function load_attendance(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (meeting_id text, place_id text, day date, person_id text, minutes numeric)
language sql stable parallel safe
as $$
  select distinct h.meeting_id, h.place_id, h.day, a.person_id, extract(epoch from h.ends - h.starts) / 60
  from held_meeting(of_kind, of_areas, footprint, as_of, known_at) h
  join area_attendance(of_kind, of_areas, known_at) a on a.meeting_id = h.meeting_id
  where h.day > as_of - 28
$$;

-- M2 to M5: a slot of the area on the day, and who holds it.
create or replace function area_slot_now(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  slot_id text, place_id text, organisation_id text, kind text, holders text[], in_touch text[],
  strength text, days int)
language sql stable parallel safe
as $$
  select s.slot_id, s.place_id, s.organisation_id, s.kind, h.holders, h.in_touch,
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
          of_kind <> 'FEDERATION'
          or (
            select true from relationship_fact r
            where r.relationship_id = k.relationship_id and r.acting_for = any (of_areas)
              and r.known_from <= known_at and known_at < r.known_to
            limit 1) is not null)
      order by k.valid_from desc
      limit 1)
  from area_slot(of_kind, of_areas, footprint, as_of, known_at) s
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
      and (of_kind <> 'FEDERATION' or r.acting_for = any (of_areas))
      and r.valid_from <= as_of and as_of < r.valid_to
      and r.known_from <= known_at and known_at < r.known_to) h
$$;
