-- The measures of meetings, of any area (V10_91). Those of a place alone are the same functions asked for one
-- place.


-- M7 Influence: items of the area's meetings of the last 365 days that have an outcome, by code. Not
-- decided is none; deferred is one, since general practice may have brought it about. A claim that
-- nobody else confirmed is not counted as influence: its code is UNCONFIRMED. What somebody disputes
-- is not counted at all until that is settled. Present on an item is whose meeting somebody attended
-- who was not away just then.
create function influence(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (attended boolean, code text, items int)
language sql stable parallel safe
as $$
  select m.attended and i.reach is distinct from 'NOT_THERE',
    case
      when i.disputed then 'DISPUTED'
      when i.influence in ('CHANGED', 'PARTLY') and not i.confirmed then 'UNCONFIRMED'
      else coalesce(i.influence, 'NOT_ASSESSED')
    end,
    count(*)::int
  from held_meeting(of_kind, of_areas, footprint, as_of, known_at) m
  join item_fact i on i.meeting_id = m.meeting_id
  where i.known_from <= known_at and known_at < i.known_to
    and i.outcome <> 'NOT_DECIDED'
  group by 1, 2
$$;

create or replace function influence(of_place text, as_of date, known_at timestamptz)
returns table (attended boolean, code text, items int)
language sql stable parallel safe
as $$
  select * from influence('PLACE', array[of_place], as_of, as_of, known_at)
$$;

-- M6 Spread of attendance, over all meetings of the area (series_id null) and for each series. Only
-- meetings of which somebody entered who was there; the others are counted as unrecorded. squares is
-- the sum of the squares of each person's attendances, lead the most of one person, continued the
-- consecutive meetings that share a person.
create function attendance_spread(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  series_id text, meetings int, unrecorded int, attendances int, people int, squares int, lead int,
  substitutes int, continued int)
language sql stable parallel safe
as $$
  with held as materialized (
    select h.meeting_id, h.series_id, h.day, h.starts, h.attended
    from held_meeting(of_kind, of_areas, footprint, as_of, known_at) h
  ),
  scoped as (
    select null::text as scope, h.* from held h
    union all
    select h.series_id, h.* from held h where h.series_id is not null
  ),
  recorded as (
    select s.scope, s.meeting_id,
      row_number() over (
        partition by s.scope order by s.day, s.starts nulls first, s.meeting_id collate "C") as n
    from scoped s
    where s.attended
  ),
  went as materialized (
    select a.meeting_id, a.person_id, a.kind
    from area_attendance(of_kind, of_areas, known_at) a
    join held h on h.meeting_id = a.meeting_id
  ),
  each_person as (
    select r.scope, w.person_id, count(*) as times,
      count(*) filter (where w.kind = 'SUBSTITUTE') as substitutes
    from recorded r
    join went w on w.meeting_id = r.meeting_id
    group by r.scope, w.person_id
  ),
  persons as (
    select e.scope, sum(e.times) as attendances, count(*) as people, sum(e.times * e.times) as squares,
      max(e.times) as lead, sum(e.substitutes) as substitutes
    from each_person e
    group by e.scope
  ),
  pairs as (
    select a.scope, count(*) as continued
    from recorded a
    join recorded b on b.scope is not distinct from a.scope and b.n = a.n + 1
    where exists (
      select from went x
      join went y on y.person_id = x.person_id
      where x.meeting_id = a.meeting_id and y.meeting_id = b.meeting_id)
    group by a.scope
  ),
  counted as (
    select s.scope, count(*) filter (where s.attended) as meetings,
      count(*) filter (where not s.attended) as unrecorded
    from scoped s
    group by s.scope
  )
  select c.scope, c.meetings::int, c.unrecorded::int, coalesce(p.attendances, 0)::int,
    coalesce(p.people, 0)::int, coalesce(p.squares, 0)::int, coalesce(p.lead, 0)::int,
    coalesce(p.substitutes, 0)::int, coalesce(q.continued, 0)::int
  from counted c
  left join persons p on p.scope is not distinct from c.scope
  left join pairs q on q.scope is not distinct from c.scope
  order by c.scope nulls first
$$;

create or replace function attendance_spread(of_place text, as_of date, known_at timestamptz)
returns table (
  series_id text, meetings int, unrecorded int, attendances int, people int, squares int, lead int,
  substitutes int, continued int)
language sql stable parallel safe
as $$
  select * from attendance_spread('PLACE', array[of_place], as_of, as_of, known_at)
$$;

-- M8 Agreed beforehand or cold: relevant items that general practice attended. Agreed beforehand is
-- an item that was talked about with a partner within the 42 days before the meeting, recorded before
-- it began, and on which they were of one mind. Cold is one on which they were not, or that has no
-- such record though all preparation is recorded and the meeting is closed. Of the rest nobody knows.
-- assessed and changed are those that M7 counts.
create function pre_alignment(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (class text, items int, assessed int, changed int)
language sql stable parallel safe
as $$
  with item as materialized (
    select i.*, h.day, h.starts,
      h.closed and exists (
        select from preparation_fact p
        where p.meeting_id = h.meeting_id
          and p.known_from <= known_at and known_at < p.known_to) as complete,
      i.outcome is not null and i.outcome <> 'NOT_DECIDED' and not i.disputed
        and i.influence is not null and i.influence <> 'ALREADY_ALIGNED' as counts
    from held_meeting(of_kind, of_areas, footprint, as_of, known_at) h
    join item_fact i on i.meeting_id = h.meeting_id
    where h.attended and i.reach is distinct from 'NOT_THERE'
      and i.influence is distinct from 'NOT_RELEVANT'
      and i.known_from <= known_at and known_at < i.known_to
  ),
  classed as (
    select i.*,
      case
        when t.agreed then 'PRE_ALIGNED'
        when t.agreed is not null or i.complete then 'COLD'
        else 'UNKNOWN'
      end as class
    from item i
    cross join lateral (
      select bool_or(p.agreed) as agreed
      from pre_alignment_fact p
      where p.meeting_id = i.meeting_id and p.item_id = i.item_id
        and p.spoken_on between i.day - 42 and i.day
        and p.recorded_at::timestamptz
          < (i.day + coalesce(i.starts, time '00:00')) at time zone 'Europe/London'
        and p.known_from <= known_at and known_at < p.known_to) t
  )
  select k.class, count(c.item_id)::int, count(*) filter (where c.counts)::int,
    count(*) filter (
      where c.counts and c.confirmed and c.influence in ('CHANGED', 'PARTLY'))::int
  from (values (1, 'PRE_ALIGNED'), (2, 'COLD'), (3, 'UNKNOWN')) k (rank, class)
  left join classed c on c.class = k.class
  group by k.rank, k.class
  order by k.rank
$$;

create or replace function pre_alignment(of_place text, as_of date, known_at timestamptz)
returns table (class text, items int, assessed int, changed int)
language sql stable parallel safe
as $$
  select * from pre_alignment('PLACE', array[of_place], as_of, as_of, known_at)
$$;

-- M10 Feedback to practices: items with an outcome of meetings at which somebody spoke under a
-- mandate, once the mandate's own days to report back are over. told_in_time are those whose
-- practices were told by then. Days are from the meeting until they were told; told are practices and
-- read those who have read it. Overdue are actions of the area.
create function loop_closure(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  due int, told_in_time int, not_yet_due int, median_days int, told int, read int,
  overdue_actions int)
language sql stable parallel safe
as $$
  with report as materialized (
    select h.meeting_id, h.day, a.mandate_id, f.valid_from as told_on, f.practices,
      coalesce(f.due, h.day + d.report_back_days) as due_on,
      (select count(*) from item_fact i
       where i.meeting_id = h.meeting_id and i.outcome <> 'NOT_DECIDED'
         and i.known_from <= known_at and known_at < i.known_to) as items
    from held_meeting(of_kind, of_areas, footprint, as_of, known_at) h
    join (
      select distinct p.meeting_id, p.mandate_id
      from area_attendance(of_kind, of_areas, known_at) p
      where p.mandate_id is not null
    ) a on a.meeting_id = h.meeting_id
    left join feedback_fact f
      on f.meeting_id = h.meeting_id and f.mandate_id = a.mandate_id
      and f.valid_from <= as_of and f.known_from <= known_at and known_at < f.known_to
    left join lateral (
      select m.report_back_days::int as report_back_days
      from mandate_fact m
      where m.place_id = h.place_id and split_part(m.mandate_id, '#', 1) = a.mandate_id
        and m.state = 'LIVE' and m.valid_from <= h.day and h.day < m.valid_to
        and m.known_from <= known_at and known_at < m.known_to
      order by m.valid_from desc, m.mandate_id desc
      limit 1) d on true
  )
  select
    coalesce(sum(r.items) filter (where r.due_on < as_of), 0)::int,
    coalesce(sum(r.items) filter (where r.due_on < as_of and r.told_on <= r.due_on), 0)::int,
    coalesce(sum(r.items) filter (where r.due_on >= as_of), 0)::int,
    (percentile_disc(0.5) within group (order by r.told_on - r.day)
      filter (where r.told_on is not null))::int,
    coalesce(sum(cardinality(r.practices)), 0)::int,
    coalesce(sum((
      select count(*) from feedback_read_fact x
      where x.meeting_id = r.meeting_id and x.mandate_id = r.mandate_id
        and x.practice_id = any (r.practices) and x.valid_from <= as_of
        and x.known_from <= known_at and known_at < x.known_to)), 0)::int,
    (select count(*) from action_fact o
     where o.open and o.due < as_of
       and case
         when of_kind in ('PLACE', 'ICS') then o.place_id in (
           select p.place_id from area_place(of_kind, of_areas, footprint, as_of, known_at) p
           where p.from_day <= as_of and as_of < p.to_day)
         else o.meeting_id in (
           select m.meeting_id
           from area_meeting(of_kind, of_areas, footprint, as_of, known_at) m)
       end
       and o.valid_from <= as_of and as_of < o.valid_to
       and o.known_from <= known_at and known_at < o.known_to)::int
  from report r
$$;

create or replace function loop_closure(of_place text, as_of date, known_at timestamptz)
returns table (
  due int, told_in_time int, not_yet_due int, median_days int, told int, read int,
  overdue_actions int)
language sql stable parallel safe
as $$
  select * from loop_closure('PLACE', array[of_place], as_of, as_of, known_at)
$$;

-- M11 Empty chairs: each seat of general practice of the area, whether somebody is nominated
-- for it, and at how many of the last three meetings, of which anybody recorded something, its nominee
-- or a stand-in of that day was. A seat is there from its own first day, though the series may meet
-- for the first time later.
create function seat_use(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  seat_id text, series_id text, forum text, label text, body_id text, nominated boolean,
  meetings int, attended int)
language sql stable parallel safe
as $$
  select s.seat_id, s.series_id, s.forum, s.label, s.body_id,
    exists (
      select from nomination_fact n
      where n.seat_id = s.seat_id and n.part = 'NOMINEE' and not n.annulled
        and n.valid_from <= as_of and as_of < n.valid_to
        and n.known_from <= known_at and known_at < n.known_to),
    count(h.meeting_id)::int,
    count(*) filter (
      where exists (
        select from nomination_fact n
        join attendance_fact a on a.meeting_id = h.meeting_id and a.person_id = n.person_id
        where n.seat_id = s.seat_id and not n.annulled
          and n.valid_from <= h.day and h.day < n.valid_to
          and n.known_from <= known_at and known_at < n.known_to
          and a.known_from <= known_at and known_at < a.known_to))::int
  from area_seat(of_kind, of_areas, footprint, as_of, known_at) s
  left join lateral (
    select m.meeting_id, m.day
    from held_meeting('FORUM', array[s.series_id], footprint, as_of, known_at) m
    where (m.attended or m.closed)
      and m.day >= s.since
    order by m.day desc, m.starts desc nulls last, m.meeting_id collate "C" desc
    limit 3) h on true
  group by s.seat_id, s.series_id, s.forum, s.label, s.body_id
  order by s.forum, s.label, s.seat_id
$$;

create or replace function seat_use(of_place text, as_of date, known_at timestamptz)
returns table (
  seat_id text, series_id text, forum text, label text, body_id text, nominated boolean,
  meetings int, attended int)
language sql stable parallel safe
as $$
  select * from seat_use('PLACE', array[of_place], as_of, as_of, known_at)
$$;

-- M12 Load: people of general practice who were at meetings of the area in the last 28 days, their
-- minutes there, attendances of which no hours are known, and of the people those whose roles are
-- given fewer minutes than they spent, and those of whom nobody knows what they are given. A session
-- is 250 minutes a week.
create function meeting_load(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  people int, minutes int, without_hours int, over_funded int, without_sessions int)
language sql stable parallel safe
as $$
  with each_person as (
    select a.person_id,
      coalesce(sum(extract(epoch from h.ends - h.starts) / 60), 0) as minutes,
      count(*) filter (where h.starts is null or h.ends is null) as without_hours
    from held_meeting(of_kind, of_areas, footprint, as_of, known_at) h
    join area_attendance(of_kind, of_areas, known_at) a on a.meeting_id = h.meeting_id
    where h.day > as_of - 28
    group by a.person_id
  ),
  funded as (
    select e.*, (
      select sum(s.sessions::numeric) * 250 * 4
      from sessions_fact s
      where s.person_id = e.person_id
        and s.valid_from <= as_of and as_of < s.valid_to
        and s.known_from <= known_at and known_at < s.known_to) as funded
    from each_person e
  )
  select count(*)::int, coalesce(sum(f.minutes), 0)::int, coalesce(sum(f.without_hours), 0)::int,
    count(*) filter (where f.minutes > f.funded)::int, count(*) filter (where f.funded is null)::int
  from funded f
$$;

create or replace function meeting_load(of_place text, as_of date, known_at timestamptz)
returns table (
  people int, minutes int, without_hours int, over_funded int, without_sessions int)
language sql stable parallel safe
as $$
  select * from meeting_load('PLACE', array[of_place], as_of, as_of, known_at)
$$;

-- M15 Underpinned set pieces: each partner organisation that was at a meeting of the area in the last
-- 365 days, at how many, and whether somebody in general practice holds a relationship with it.
create function set_piece_partner(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (organisation_id text, meetings int, held boolean)
language sql stable parallel safe
as $$
  select p.organisation_id, count(distinct p.meeting_id)::int,
    exists (
      select from area_slot(of_kind, of_areas, footprint, as_of, known_at) s
      join area_relationship(of_kind, of_areas, known_at) r on r.slot_id = s.slot_id
      where s.organisation_id = p.organisation_id
        and r.valid_from <= as_of and as_of < r.valid_to)
  from held_meeting(of_kind, of_areas, footprint, as_of, known_at) h
  join partner_attendance_fact p on p.meeting_id = h.meeting_id
  where p.known_from <= known_at and known_at < p.known_to
  group by p.organisation_id
  order by p.organisation_id collate "C"
$$;

create or replace function set_piece_partner(of_place text, as_of date, known_at timestamptz)
returns table (organisation_id text, meetings int, held boolean)
language sql stable parallel safe
as $$
  select * from set_piece_partner('PLACE', array[of_place], as_of, as_of, known_at)
$$;

create or replace function held_meeting(of_place text, as_of date, known_at timestamptz)
returns table (
  meeting_id text, day date, starts time, ends time, series_id text, closed boolean,
  attended boolean)
language sql stable parallel safe
as $$
  select h.meeting_id, h.day, h.starts, h.ends, h.series_id, h.closed, h.attended
  from held_meeting('PLACE', array[of_place], as_of, as_of, known_at) h
$$;
