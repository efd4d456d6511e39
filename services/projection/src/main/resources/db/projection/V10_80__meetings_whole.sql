-- Meetings from attendance to voice: M6, M7, M8, M10, M11, M12, M15.

-- The hours of a meeting are those of its day in Europe/London; null where only the day is known.
alter table meeting_fact
  add column series_id text,
  add column starts text,
  add column ends text,
  add column cancelled boolean not null default false,
  add column closed boolean not null default false;

-- disputed: somebody else says that the assessment is wrong; reach: short of a position, how far
-- general practice got on the item.
alter table item_fact
  add column disputed boolean not null default false,
  add column reach text;

alter table attendance_fact
  add column kind text not null default 'PRESENT',
  add column mandate_id text;

-- Days within which a mandate's practices hear of a meeting.
alter table mandate_fact add column report_back_days text;

-- A partner organisation was at a meeting; its day is the meeting's.
create table partner_attendance_fact (
  meeting_id text not null,
  organisation_id text not null,
  person_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  primary key (meeting_id, organisation_id, person_id, valid_from, known_from)
);

-- All that was talked about before the meeting is recorded.
create table preparation_fact (
  meeting_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  primary key (meeting_id, valid_from, known_from)
);

create table pre_alignment_fact (
  pre_alignment_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  meeting_id text not null,
  item_id text not null,
  organisation_id text not null,
  spoken_on date not null,
  recorded_at text not null,
  agreed boolean not null,
  primary key (pre_alignment_id, valid_from, known_from)
);
create index pre_alignment_item on pre_alignment_fact (meeting_id, item_id);

-- What a mandate's practices were told about a meeting, from the day they first were.
create table feedback_fact (
  meeting_id text not null,
  mandate_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  place_id text not null,
  due date not null,
  practices text[] not null,
  primary key (meeting_id, mandate_id, valid_from, known_from)
);

create table feedback_read_fact (
  meeting_id text not null,
  mandate_id text not null,
  practice_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  primary key (meeting_id, mandate_id, practice_id, valid_from, known_from)
);

create table action_fact (
  action_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  place_id text not null,
  meeting_id text not null,
  owner_id text not null,
  due date not null,
  open boolean not null,
  primary key (action_id, valid_from, known_from)
);
create index action_place on action_fact (place_id);

create table series_fact (
  series_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  place_id text not null,
  forum text not null,
  primary key (series_id, valid_from, known_from)
);
create index series_place on series_fact (place_id);

-- A seat that a forum has for general practice.
create table seat_fact (
  seat_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  series_id text not null,
  label text not null,
  body_id text,
  primary key (seat_id, valid_from, known_from)
);
create index seat_series on seat_fact (series_id);

-- Who is to sit there, or to stand in. One that is annulled never was.
create table nomination_fact (
  nomination_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  seat_id text not null,
  person_id text not null,
  part text not null,
  annulled boolean not null,
  primary key (nomination_id, valid_from, known_from)
);
create index nomination_seat on nomination_fact (seat_id);

-- Sessions of 4 hours 10 minutes that a role is given of its holder's week.
create table sessions_fact (
  role_holding_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  person_id text not null,
  sessions text not null,
  primary key (role_holding_id, valid_from, known_from)
);
create index sessions_person on sessions_fact (person_id);

-- The meetings of a place in the last 365 days that were not cancelled, with whether anybody entered
-- who of general practice was there.
create function held_meeting(of_place text, as_of date, known_at timestamptz)
returns table (
  meeting_id text, day date, starts time, ends time, series_id text, closed boolean,
  attended boolean)
language sql stable parallel safe
as $$
  select m.meeting_id, m.valid_from, m.starts::time, m.ends::time, m.series_id, m.closed,
    exists (
      select from attendance_fact p
      where p.meeting_id = m.meeting_id and p.known_from <= known_at and known_at < p.known_to)
  from meeting_fact m
  where m.place_id = of_place and not m.cancelled
    and m.valid_from <= as_of and m.valid_from > as_of - 365
    and m.known_from <= known_at and known_at < m.known_to
$$;

-- M7 Influence: items of the place's meetings of the last 365 days that have an outcome, by code. Not
-- decided is none; deferred is one, since general practice may have brought it about. A claim that
-- nobody else confirmed is not counted as influence: its code is UNCONFIRMED. What somebody disputes
-- is not counted at all until that is settled. Present on an item is whose meeting somebody attended
-- who was not away just then.
create or replace function influence(of_place text, as_of date, known_at timestamptz)
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
  from held_meeting(of_place, as_of, known_at) m
  join item_fact i on i.meeting_id = m.meeting_id
  where i.known_from <= known_at and known_at < i.known_to
    and i.outcome <> 'NOT_DECIDED'
  group by 1, 2
$$;

-- M6 Spread of attendance, over all meetings of the place (series_id null) and for each series. Only
-- meetings of which somebody entered who was there; the others are counted as unrecorded. squares is
-- the sum of the squares of each person's attendances, lead the most of one person, continued the
-- consecutive meetings that share a person.
create function attendance_spread(of_place text, as_of date, known_at timestamptz)
returns table (
  series_id text, meetings int, unrecorded int, attendances int, people int, squares int, lead int,
  substitutes int, continued int)
language sql stable parallel safe
as $$
  with held as materialized (
    select h.meeting_id, h.series_id, h.day, h.starts, h.attended
    from held_meeting(of_place, as_of, known_at) h
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
    from attendance_fact a
    join held h on h.meeting_id = a.meeting_id
    where a.known_from <= known_at and known_at < a.known_to
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

-- M8 Agreed beforehand or cold: relevant items that general practice attended. Agreed beforehand is
-- an item that was talked about with a partner within the 42 days before the meeting, recorded before
-- it began, and on which they were of one mind. Cold is one on which they were not, or that has no
-- such record though all preparation is recorded and the meeting is closed. Of the rest nobody knows.
-- assessed and changed are those that M7 counts.
create function pre_alignment(of_place text, as_of date, known_at timestamptz)
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
    from held_meeting(of_place, as_of, known_at) h
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

-- M10 Feedback to practices: items with an outcome of meetings at which somebody spoke under a
-- mandate, once the mandate's own days to report back are over. told_in_time are those whose
-- practices were told by then. Days are from the meeting until they were told; told are practices and
-- read those who have read it. Overdue are actions of the place.
create function loop_closure(of_place text, as_of date, known_at timestamptz)
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
    from held_meeting(of_place, as_of, known_at) h
    join (
      select distinct p.meeting_id, p.mandate_id
      from attendance_fact p
      where p.mandate_id is not null and p.known_from <= known_at and known_at < p.known_to
    ) a on a.meeting_id = h.meeting_id
    left join feedback_fact f
      on f.meeting_id = h.meeting_id and f.mandate_id = a.mandate_id
      and f.valid_from <= as_of and f.known_from <= known_at and known_at < f.known_to
    left join lateral (
      select m.report_back_days::int as report_back_days
      from mandate_fact m
      where m.place_id = of_place and split_part(m.mandate_id, '#', 1) = a.mandate_id
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
     where o.place_id = of_place and o.open and o.due < as_of
       and o.valid_from <= as_of and as_of < o.valid_to
       and o.known_from <= known_at and known_at < o.known_to)::int
  from report r
$$;

-- M11 Empty chairs: each seat of general practice at the place's series, whether somebody is nominated
-- for it, and at how many of the last three meetings, of which anybody recorded something, its nominee
-- or a stand-in of that day was. A seat is there from its own first day, though the series may meet
-- for the first time later.
create function seat_use(of_place text, as_of date, known_at timestamptz)
returns table (
  seat_id text, series_id text, forum text, label text, body_id text, nominated boolean,
  meetings int, attended int)
language sql stable parallel safe
as $$
  select s.seat_id, s.series_id, r.forum, s.label, s.body_id,
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
  from series_fact r
  join seat_fact s on s.series_id = r.series_id
  left join lateral (
    select m.meeting_id, m.day
    from held_meeting(of_place, as_of, known_at) m
    where m.series_id = s.series_id
      and (m.attended or m.closed)
      and m.day >= s.valid_from
    order by m.day desc, m.starts desc nulls last, m.meeting_id collate "C" desc
    limit 3) h on true
  where r.place_id = of_place
    and as_of < r.valid_to
    and r.known_from <= known_at and known_at < r.known_to
    and s.valid_from <= as_of and as_of < s.valid_to
    and s.known_from <= known_at and known_at < s.known_to
  group by s.seat_id, s.series_id, r.forum, s.label, s.body_id
  order by r.forum, s.label, s.seat_id
$$;

-- M12 Load: people of general practice who were at meetings of the place in the last 28 days, their
-- minutes there, attendances of which no hours are known, and of the people those whose roles are
-- given fewer minutes than they spent, and those of whom nobody knows what they are given. A session
-- is 250 minutes a week.
create function meeting_load(of_place text, as_of date, known_at timestamptz)
returns table (
  people int, minutes int, without_hours int, over_funded int, without_sessions int)
language sql stable parallel safe
as $$
  with each_person as (
    select a.person_id,
      coalesce(sum(extract(epoch from h.ends - h.starts) / 60), 0) as minutes,
      count(*) filter (where h.starts is null or h.ends is null) as without_hours
    from held_meeting(of_place, as_of, known_at) h
    join attendance_fact a on a.meeting_id = h.meeting_id
    where h.day > as_of - 28
      and a.known_from <= known_at and known_at < a.known_to
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

-- M15 Underpinned set pieces: each partner organisation that was at a meeting of the place in the last
-- 365 days, at how many, and whether somebody in general practice holds a relationship with it.
create function set_piece_partner(of_place text, as_of date, known_at timestamptz)
returns table (organisation_id text, meetings int, held boolean)
language sql stable parallel safe
as $$
  select p.organisation_id, count(distinct p.meeting_id)::int,
    exists (
      select from slot_fact s
      join relationship_fact r on r.slot_id = s.slot_id
      where s.place_id = of_place and s.organisation_id = p.organisation_id
        and s.valid_from <= as_of and as_of < s.valid_to
        and s.known_from <= known_at and known_at < s.known_to
        and r.valid_from <= as_of and as_of < r.valid_to
        and r.known_from <= known_at and known_at < r.known_to)
  from held_meeting(of_place, as_of, known_at) h
  join partner_attendance_fact p on p.meeting_id = h.meeting_id
  where p.known_from <= known_at and known_at < p.known_to
  group by p.organisation_id
  order by p.organisation_id collate "C"
$$;
