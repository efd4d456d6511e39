-- An ICS is told with its places beside it, and what belongs to it belongs to one of them as well. So several areas may be
-- asked about at once, of several kinds: each meeting, seat and slot is looked up once, with the areas it belongs to, and
-- counted for each of them. An area is asked for as Areas.java writes it, by its kind and its ids with spaces between; in
-- the answer it is its place in that list, from 1 on. What is said of each is what was said of it alone (V10_112, V10_141).

-- M6, M7, M8, M10 and M15, which count the same meetings of the last 365 days, for as many of the five as are wanted: each
-- is looked up with who was there, what became of its items and which partners came. Who was there for a federation are its
-- own people, so its meetings are looked up for it alone.
create function counts_of_meetings(
  kinds text[], areas text[], footprint date, as_of date, known_at timestamptz, wanted text[])
returns table (area int, measure text, about text, counts int[])
language sql stable parallel safe
set plan_cache_mode = force_generic_plan
as $$
  with area as materialized (
    select a.n::int as n, a.kind, string_to_array(a.ids, ' ') as ids
    from unnest(kinds, areas) with ordinality a (kind, ids, n)
  ),
  place as materialized (
    select a.n, p.place_id, p.from_day, p.to_day
    from area a
    cross join lateral area_place(a.kind, a.ids, footprint, as_of, known_at) p
    where a.kind in ('PLACE', 'ICS')
  ),
  met as materialized (
    select m.areas, m.meeting_id, m.day, m.starts, m.series_id, m.place_id, w.persons, w.kinds, w.mandates,
      t.agreed, t.talked,
      'M8' = any (wanted) and m.closed and (
        select true from preparation_fact p
        where p.meeting_id = m.meeting_id and p.known_from <= known_at and known_at < p.known_to
        limit 1) is not null as complete
    from (
      -- Those of a place while it lies in the area, as area_meeting_between has them.
      select array_agg(p.n order by p.n) as areas, 'PLACE' as kind, null::text[] as ids, f.meeting_id, f.day,
        f.starts::time as starts, f.series_id, f.place_id, f.closed
      from (
        select b.*
        from (select distinct place_id from place) d
        cross join lateral (
          select x.meeting_id, x.valid_from as day, x.starts, x.series_id, x.place_id, x.closed
          from meeting_fact x
          where x.place_id = d.place_id and not x.cancelled
            and x.valid_from >= as_of - 364 and x.valid_from <= as_of
            and x.known_from <= known_at and known_at < x.known_to
          offset 0) b) f
      join place p on p.place_id = f.place_id and p.from_day <= f.day and f.day < p.to_day
      group by f.meeting_id, f.day, f.starts, f.series_id, f.place_id, f.closed
      union all
      select array_agg(a.n order by a.n), a.kind, a.ids, b.meeting_id, b.day, b.starts, b.series_id, b.place_id,
        b.closed
      from area a
      cross join lateral area_meeting_between(
        a.kind, a.ids, footprint, as_of, known_at, as_of - 364, as_of) b
      where a.kind not in ('PLACE', 'ICS')
      group by a.kind, a.ids, b.meeting_id, b.day, b.starts, b.series_id, b.place_id, b.closed) m
    cross join lateral (
      select array_agg(a.person_id) as persons, array_agg(a.kind) as kinds,
        array_agg(a.mandate_id) filter (where a.mandate_id is not null) as mandates
      from area_attendance(m.kind, m.ids, known_at) a
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
    select m.areas, m.meeting_id, m.persons is not null and i.reach is distinct from 'NOT_THERE' as attended,
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
    select a.n, k.scope, m.meeting_id, m.day, m.starts, m.persons
    from met m
    cross join lateral unnest(m.areas) a (n)
    cross join lateral (values (''), (m.series_id)) k (scope)
    where 'M6' = any (wanted) and k.scope is not null
  ),
  pairs as (
    select r.n, r.scope, count(*) filter (where r.persons && r.before) as continued
    from (
      select s.n, s.scope, s.persons,
        lag(s.persons) over (
          partition by s.n, s.scope
          order by s.day, s.starts nulls first, s.meeting_id collate "C") as before
      from scoped s
      where s.persons is not null) r
    group by r.n, r.scope
  ),
  -- Who was entered under two of their records was there once, and stood in for somebody if in none for themselves.
  went as (
    select o.areas, o.series_id, o.person_id, count(*) as times,
      count(*) filter (where o.stood_in) as substitutes
    from (
      select m.areas, m.series_id, m.meeting_id, w.person_id, bool_and(w.kind = 'SUBSTITUTE') as stood_in
      from met m
      cross join lateral unnest(m.persons, m.kinds) w (person_id, kind)
      where 'M6' = any (wanted)
      group by m.areas, m.series_id, m.meeting_id, w.person_id) o
    group by o.areas, o.series_id, o.person_id
  ),
  persons as (
    select e.n, e.scope, sum(e.times) as attendances, count(*) as people, sum(e.times * e.times) as squares,
      max(e.times) as lead, sum(e.substitutes) as substitutes
    from (
      select a.n, k.scope, w.person_id, sum(w.times) as times, sum(w.substitutes) as substitutes
      from went w
      cross join lateral unnest(w.areas) a (n)
      cross join lateral (values (''), (w.series_id)) k (scope)
      where k.scope is not null
      group by a.n, k.scope, w.person_id) e
    group by e.n, e.scope
  ),
  spread as (
    select c.n, c.scope, array[
      c.meetings, c.unrecorded, coalesce(p.attendances, 0), coalesce(p.people, 0),
      coalesce(p.squares, 0), coalesce(p.lead, 0), coalesce(p.substitutes, 0),
      coalesce(q.continued, 0)]::int[] as counts
    from (
      select s.n, s.scope, count(s.persons) as meetings, count(*) - count(s.persons) as unrecorded
      from scoped s
      group by s.n, s.scope) c
    left join persons p on p.n = c.n and p.scope = c.scope
    left join pairs q on q.n = c.n and q.scope = c.scope
  ),
  -- M10: meetings at which somebody spoke under a mandate, by mandate.
  report as materialized (
    select m.areas, m.meeting_id, m.day, a.mandate_id, f.told_on, cardinality(f.practices) as told,
      case when f.practices is not null then (
        select count(*)
        from (
          select x.practice_id
          from feedback_read_fact x
          where x.meeting_id = m.meeting_id and x.mandate_id = a.mandate_id and x.valid_from <= as_of
            and x.known_from <= known_at and known_at < x.known_to
          -- All who read it, of whom those count who were told: looking up each of those takes longer.
          offset 0) x
        where x.practice_id = any (f.practices)) end as read,
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
    where 'M10' = any (wanted) and m.mandates is not null
  ),
  reported as (
    select a.n,
      sum(d.items) filter (where r.due_on < as_of) as due,
      sum(d.items) filter (where r.due_on < as_of and r.told_on <= r.due_on) as in_time,
      sum(d.items) filter (where r.due_on >= as_of) as not_yet,
      percentile_disc(0.5) within group (order by r.told_on - r.day) filter (where r.told_on is not null) as days,
      sum(r.told) as told, sum(r.read) as read
    from report r
    left join (
      select i.meeting_id, i.areas, count(*) as items
      from item i
      where i.outcome <> 'NOT_DECIDED'
      group by i.meeting_id, i.areas) d on d.meeting_id = r.meeting_id and d.areas = r.areas
    cross join lateral unnest(r.areas) a (n)
    group by a.n
  ),
  overdue as (
    select p.n, count(*) as actions
    from (select distinct n, place_id from place where from_day <= as_of and as_of < to_day) p
    cross join lateral (
      select x.action_id
      from action_fact x
      where x.place_id = p.place_id and x.open and x.due < as_of
        and x.valid_from <= as_of and as_of < x.valid_to
        and x.known_from <= known_at and known_at < x.known_to
      offset 0) o
    group by p.n
    union all
    select a.n, count(*)
    from area a
    cross join lateral (
      select o.action_id
      from action_fact o
      where o.open and o.due < as_of
        and o.meeting_id in (
          select m.meeting_id from area_meeting(a.kind, a.ids, footprint, as_of, known_at) m)
        and o.valid_from <= as_of and as_of < o.valid_to
        and o.known_from <= known_at and known_at < o.known_to
      offset 0) o
    where a.kind not in ('PLACE', 'ICS')
    group by a.n
  ),
  -- M15: partners at the area's meetings, and those with which somebody in general practice holds a relationship.
  befriended as materialized (
    select distinct a.n, s.organisation_id
    from area a
    cross join lateral area_slot(a.kind, a.ids, footprint, as_of, known_at) s
    where 'M15' = any (wanted) and (
      select true from relationship_fact r
      where r.slot_id = s.slot_id
        and (a.kind <> 'FEDERATION' or r.acting_for = any (a.ids))
        and r.valid_from <= as_of and as_of < r.valid_to
        and r.known_from <= known_at and known_at < r.known_to
      limit 1) is not null
  )
  select s.n, 'M6', s.scope, s.counts from spread s
  union all
  select a.n, 'M7', c.code, array[c.attended::int, sum(c.items)]::int[]
  from (
    select i.areas, i.attended,
      case
        when i.disputed then 'DISPUTED'
        when i.influence in ('CHANGED', 'PARTLY') and not i.confirmed then 'UNCONFIRMED'
        else coalesce(i.influence, 'NOT_ASSESSED')
      end as code,
      count(*) as items
    from item i
    where 'M7' = any (wanted) and i.outcome <> 'NOT_DECIDED'
    group by i.areas, i.attended, code) c
  cross join lateral unnest(c.areas) a (n)
  group by a.n, c.code, c.attended
  union all
  select a.n, 'M8', c.class, array[sum(c.items), sum(c.weighed), sum(c.changed)]::int[]
  from (
    select i.areas, i.class, count(*) as items, count(*) filter (where i.weighed) as weighed,
      count(*) filter (where i.weighed and i.confirmed and i.influence in ('CHANGED', 'PARTLY')) as changed
    from (
      select x.*,
        x.outcome is not null and x.outcome <> 'NOT_DECIDED' and not x.disputed
          and x.influence is not null and x.influence <> 'ALREADY_ALIGNED' as weighed
      from item x
      where 'M8' = any (wanted) and x.attended and x.influence is distinct from 'NOT_RELEVANT') i
    group by i.areas, i.class) c
  cross join lateral unnest(c.areas) a (n)
  group by a.n, c.class
  union all
  select a.n, 'M10', null, array[
    coalesce(r.due, 0), coalesce(r.in_time, 0), coalesce(r.not_yet, 0), r.days, coalesce(r.told, 0),
    coalesce(r.read, 0), coalesce(o.actions, 0)]::int[]
  from area a
  left join reported r on r.n = a.n
  left join overdue o on o.n = a.n
  where 'M10' = any (wanted)
  union all
  select p.n, 'M15', p.organisation_id, array[p.meetings, (b.n is not null)::int]::int[]
  from (
    select a.n, c.organisation_id, sum(c.meetings) as meetings
    from (
      select m.areas, x.organisation_id, count(*) as meetings
      from met m
      cross join lateral (
        select distinct q.organisation_id
        from partner_attendance_fact q
        where q.meeting_id = m.meeting_id and q.known_from <= known_at and known_at < q.known_to
        offset 0) x
      where 'M15' = any (wanted)
      group by m.areas, x.organisation_id) c
    cross join lateral unnest(c.areas) a (n)
    group by a.n, c.organisation_id) p
  left join befriended b on b.n = p.n and b.organisation_id = p.organisation_id
$$;

-- Of one area.
create or replace function meeting_counts(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz, wanted text[])
returns table (measure text, about text, counts int[])
language sql stable parallel safe
as $$
  select c.measure, c.about, c.counts
  from counts_of_meetings(
    array[of_kind], array[array_to_string(of_areas, ' ')], footprint, as_of, known_at, wanted) c
$$;

-- As it was (V10_123), with the places of the area looked up once.
create or replace function area_seat(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  seat_id text, series_id text, forum text, label text, body_id text, since date)
language sql stable parallel safe
as $$
  with place as materialized (
    select distinct p.place_id
    from area_place(of_kind, of_areas, footprint, as_of, known_at) p
    where p.from_day <= as_of and as_of < p.to_day
  )
  select s.seat_id, s.series_id, r.forum, s.label, s.body_id, s.valid_from
  from (
    select x.series_id
    from place p
    cross join lateral (
      select distinct a.series_id
      from series_fact a
      where a.place_id = p.place_id and a.known_from <= known_at and known_at < a.known_to
      offset 0) x
    where of_kind in ('PLACE', 'ICS')
    union
    select x.series_id from unnest(of_areas) x (series_id) where of_kind = 'FORUM'
    union
    select x.id
    from area_forum('PLACE', of_areas[1:1], as_of, as_of, known_at) x
    where of_kind = 'PLACE_FORUM' and x.kind = 'SERIES' and x.forum = of_areas[2]
    union
    select x.series_id from seat_fact x where of_kind = 'FEDERATION' and x.body_id = any (of_areas)) at
  cross join lateral (
    select a.*
    from series_fact a
    where a.series_id = at.series_id and as_of < a.valid_to
      and a.known_from <= known_at and known_at < a.known_to
    offset 0) r
  cross join lateral (
    select a.*
    from seat_fact a
    where a.series_id = at.series_id
      and a.valid_from <= as_of and as_of < a.valid_to
      and a.known_from <= known_at and known_at < a.known_to
    offset 0) s
  where case
    when of_kind in ('FORUM', 'PLACE_FORUM') then true
    when of_kind = 'FEDERATION' then s.body_id = any (of_areas)
    else exists (select from place p where p.place_id = r.place_id)
  end
$$;

-- M11. What is looked up of a seat is the same whatever area it is asked for: the last three meetings are those of its series.
create function use_of_seats(
  kinds text[], areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  area int, seat_id text, series_id text, forum text, label text, body_id text, nominated boolean,
  meetings int, attended int)
language sql stable parallel safe
set plan_cache_mode = force_generic_plan
as $$
  with seat as materialized (
    select array_agg(a.n::int) as areas, s.seat_id, s.series_id, s.forum, s.label, s.body_id, s.since
    from unnest(kinds, areas) with ordinality a (kind, ids, n)
    cross join lateral area_seat(a.kind, string_to_array(a.ids, ' '), footprint, as_of, known_at) s
    group by s.seat_id, s.series_id, s.forum, s.label, s.body_id, s.since
  )
  select a.n, s.seat_id, s.series_id, s.forum, s.label, s.body_id,
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
        where n.seat_id = s.seat_id and not n.annulled
          and n.valid_from <= last.day and last.day < n.valid_to
          and n.known_from <= known_at and known_at < n.known_to
          and o.person_id = any (last.persons)
        limit 1) is not null) as attended
    from (
      select m.day, w.persons
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
        limit 3) m
      cross join lateral (
        select array_agg(p.person_id) as persons
        from attendance_fact a
        cross join lateral person_of(a.person_id, known_at) p
        where a.meeting_id = m.meeting_id and a.known_from <= known_at and known_at < a.known_to
        offset 0) w) last
    offset 0) h
  cross join lateral unnest(s.areas) a (n)
  order by s.forum, s.label, s.seat_id
$$;

create or replace function seat_use(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  seat_id text, series_id text, forum text, label text, body_id text, nominated boolean,
  meetings int, attended int)
language sql stable parallel safe
as $$
  select u.seat_id, u.series_id, u.forum, u.label, u.body_id, u.nominated, u.meetings, u.attended
  from use_of_seats(
    array[of_kind], array[array_to_string(of_areas, ' ')], footprint, as_of, known_at) u
$$;
