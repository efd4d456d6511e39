-- What each figure is made of, row by row. A measure that counted without naming is taken apart here: its rows
-- come from one function, and the figure is the same rows counted. So there is one definition, and whoever opens
-- a figure finds as many rows as it says.

-- For which organisation an entry was made; null where that was open, and for systems of our own.
alter table consent_fact add column entered_for text;
alter table item_fact add column entered_for text;
alter table attendance_fact add column entered_for text;
alter table meeting_fact add column entered_for text;
alter table feedback_fact add column entered_for text;
alter table seat_fact add column entered_for text;
alter table contact_fact add column entered_for text;
alter table commitment_fact add column entered_for text;
alter table joint_group_fact add column entered_for text;

-- M1, practice by practice: each listed practice of the area for each topic and table asked about, with the answer
-- that counts and the mandate in which it was given. rank is 1 granted, 2 conditional, 3 declined, 4 neither
-- answered nor asked. An area without practices has one row for each topic, with no practice.
create function mandate_answer(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  topic_id text, topic text, label text, board text, holders int, mandates text[], practice_id text,
  month text, patients bigint, rank int, mandate_id text, answered date, recorded timestamptz,
  entered_for text)
language sql stable parallel safe
as $$
  with mandate as materialized (
    select m.*
    from area_mandate(of_kind, of_areas, footprint, as_of, known_at) m
    where m.valid_from <= as_of and as_of < m.valid_to and m.state = 'LIVE'
  ),
  asked as (
    select distinct m.topic_id, m.topic, m.label, m.board from mandate m
  ),
  covering as (
    select a.*, m.mandate_id, m.holder_id, m.place_id
    from asked a
    join mandate m
      on m.topic = a.topic and m.topic_id is not distinct from a.topic_id
      and (m.board is null or m.board = a.board)
  ),
  contest as (
    select c.topic_id, c.topic, c.label, c.board,
      (select max(h.holders) from (
        select count(distinct x.holder_id) as holders
        from covering x
        where x.topic = c.topic and x.topic_id is not distinct from c.topic_id
          and x.board is not distinct from c.board
        group by x.place_id) h) as holders,
      array_agg(distinct split_part(c.mandate_id, '#', 1) order by split_part(c.mandate_id, '#', 1))
        as mandates
    from covering c
    group by c.topic_id, c.topic, c.label, c.board
  ),
  member as materialized (
    select * from area_member(of_kind, of_areas, footprint, as_of, known_at)
  ),
  answer as (
    select distinct on (c.topic_id, c.topic, c.board, n.practice_id)
      c.topic_id, c.topic, c.board, n.practice_id, r.rank, c.mandate_id, n.valid_from, n.known_from,
      n.entered_for
    from covering c
    join consent_fact n on n.mandate_id = c.mandate_id
    join (values (1, 'GRANTED'), (2, 'CONDITIONAL'), (3, 'DECLINED')) r (rank, answer)
      on r.answer = n.answer
    where n.valid_from <= as_of and as_of < n.valid_to
      and n.known_from <= known_at and known_at < n.known_to
    order by c.topic_id, c.topic, c.board, n.practice_id, r.rank, n.valid_from desc, c.mandate_id
  )
  select t.topic_id, t.topic, t.label, t.board, t.holders::int, t.mandates, m.practice_id, m.month,
    m.patients, coalesce(a.rank, 4), split_part(a.mandate_id, '#', 1), a.valid_from, a.known_from,
    a.entered_for
  from contest t
  left join member m on true
  left join answer a
    on a.topic = t.topic and a.topic_id is not distinct from t.topic_id
    and a.board is not distinct from t.board and a.practice_id = m.practice_id
$$;

create or replace function mandate_coverage(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  topic_id text, topic text, label text, board text, class text, practices int,
  patients bigint, without_list_size int, holders int, mandates text[])
language sql stable parallel safe
as $$
  with answer as materialized (
    select * from mandate_answer(of_kind, of_areas, footprint, as_of, known_at)
  ),
  asked as (
    select distinct a.topic_id, a.topic, a.label, a.board, a.holders, a.mandates from answer a
  )
  select t.topic_id, t.topic, t.label, t.board, k.class, count(c.practice_id)::int,
    case
      when count(c.practice_id) > 0 then sum(c.patients)
      when exists (select from answer m where m.month is not null) then 0
    end::bigint,
    count(*) filter (where c.practice_id is not null and c.patients is null)::int,
    t.holders, t.mandates
  from asked t
  cross join (values (1, 'GRANTED'), (2, 'CONDITIONAL'), (3, 'DECLINED'), (4, 'NOT_ANSWERED'))
    k (rank, class)
  left join answer c
    on c.topic = t.topic and c.topic_id is not distinct from t.topic_id
    and c.board is not distinct from t.board and c.rank = k.rank and c.practice_id is not null
  group by t.topic_id, t.topic, t.label, t.board, t.holders, t.mandates, k.rank, k.class
  order by t.topic, t.topic_id nulls first, t.board nulls first, k.rank
$$;

-- M13, promise by promise.
create function commitment_due(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  commitment_id text, slot_id text, side text, due date, state text, recorded timestamptz,
  entered_for text)
language sql stable parallel safe
as $$
  select c.commitment_id, c.slot_id, c.side, c.due, c.state, c.known_from, c.entered_for
  from commitment_fact c
  where c.valid_from <= as_of and as_of < c.valid_to
    and c.known_from <= known_at and known_at < c.known_to
    and c.due < as_of and c.due >= as_of - 365 and c.state <> 'WITHDRAWN'
    and c.slot_id in (
      select s.slot_id
      from area_place(of_kind, of_areas, footprint, as_of, known_at) p
      join slot_fact s on s.place_id = p.place_id
      where p.from_day <= c.due and c.due < p.to_day
        and s.known_from <= known_at and known_at < s.known_to)
$$;

create or replace function commitments_kept(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (side text, due int, kept int, not_said int)
language sql stable parallel safe
as $$
  select k.side, count(f.side)::int, count(*) filter (where f.state = 'KEPT')::int,
    count(*) filter (where f.state = 'OPEN')::int
  from (values (1, 'OURS'), (2, 'THEIRS')) k (rank, side)
  left join commitment_due(of_kind, of_areas, footprint, as_of, known_at) f on f.side = k.side
  group by k.rank, k.side
  order by k.rank
$$;

-- M7, item by item.
create function influence_item(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  meeting_id text, item_id text, place_id text, day date, there boolean, code text,
  recorded timestamptz, entered_for text)
language sql stable parallel safe
as $$
  select m.meeting_id, i.item_id, m.place_id, m.day,
    m.attended and i.reach is distinct from 'NOT_THERE',
    case
      when i.disputed then 'DISPUTED'
      when i.influence in ('CHANGED', 'PARTLY') and not i.confirmed then 'UNCONFIRMED'
      else coalesce(i.influence, 'NOT_ASSESSED')
    end,
    i.known_from, i.entered_for
  from held_meeting(of_kind, of_areas, footprint, as_of, known_at) m
  join item_fact i on i.meeting_id = m.meeting_id
  where i.known_from <= known_at and known_at < i.known_to
    and i.outcome <> 'NOT_DECIDED'
$$;

create or replace function influence(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (attended boolean, code text, items int)
language sql stable parallel safe
as $$
  select i.there, i.code, count(*)::int
  from influence_item(of_kind, of_areas, footprint, as_of, known_at) i
  group by 1, 2
$$;

-- M8, item by item.
create function pre_alignment_item(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  meeting_id text, item_id text, place_id text, day date, class text, counts boolean,
  changed boolean, recorded timestamptz, entered_for text)
language sql stable parallel safe
as $$
  with item as materialized (
    select i.*, h.place_id, h.day, h.starts,
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
  )
  select i.meeting_id, i.item_id, i.place_id, i.day,
    case
      when t.agreed then 'PRE_ALIGNED'
      when t.agreed is not null or i.complete then 'COLD'
      else 'UNKNOWN'
    end,
    i.counts, i.counts and i.confirmed and i.influence in ('CHANGED', 'PARTLY'), i.known_from,
    i.entered_for
  from item i
  cross join lateral (
    select bool_or(p.agreed) as agreed
    from pre_alignment_fact p
    where p.meeting_id = i.meeting_id and p.item_id = i.item_id
      and p.spoken_on between i.day - 42 and i.day
      and p.recorded_at::timestamptz
        < (i.day + coalesce(i.starts, time '00:00')) at time zone 'Europe/London'
      and p.known_from <= known_at and known_at < p.known_to) t
$$;

create or replace function pre_alignment(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (class text, items int, assessed int, changed int)
language sql stable parallel safe
as $$
  select k.class, count(c.item_id)::int, count(*) filter (where c.counts)::int,
    count(*) filter (where c.changed)::int
  from (values (1, 'PRE_ALIGNED'), (2, 'COLD'), (3, 'UNKNOWN')) k (rank, class)
  left join pre_alignment_item(of_kind, of_areas, footprint, as_of, known_at) c on c.class = k.class
  group by k.rank, k.class
  order by k.rank
$$;

-- M10, for each meeting and each mandate under which somebody spoke there: when its practices had to hear, and
-- did, of which items with an outcome.
create function loop_report(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  meeting_id text, place_id text, day date, mandate_id text, told_on date, practices text[],
  due_on date, items text[], recorded timestamptz, entered_for text)
language sql stable parallel safe
as $$
  select h.meeting_id, h.place_id, h.day, a.mandate_id, f.valid_from, f.practices,
    coalesce(f.due, h.day + d.report_back_days),
    array(
      select i.item_id from item_fact i
      where i.meeting_id = h.meeting_id and i.outcome <> 'NOT_DECIDED'
        and i.known_from <= known_at and known_at < i.known_to),
    f.known_from, f.entered_for
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
$$;

-- How far practices have heard: TOLD_IN_TIME, or not though their days are over (NOT_IN_TIME), or they are not
-- (NOT_YET_DUE). Null where the mandate has no days to report back.
create function loop_class(due_on date, told_on date, as_of date)
returns text
language sql immutable parallel safe
as $$
  select case
    when due_on >= as_of then 'NOT_YET_DUE'
    when told_on <= due_on then 'TOLD_IN_TIME'
    when due_on < as_of then 'NOT_IN_TIME'
  end
$$;

create or replace function loop_closure(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  due int, told_in_time int, not_yet_due int, median_days int, told int, read int,
  overdue_actions int)
language sql stable parallel safe
as $$
  with report as materialized (
    select r.*, cardinality(r.items) as item_count, loop_class(r.due_on, r.told_on, as_of) as class
    from loop_report(of_kind, of_areas, footprint, as_of, known_at) r
  )
  select
    coalesce(sum(r.item_count) filter (where r.class in ('TOLD_IN_TIME', 'NOT_IN_TIME')), 0)::int,
    coalesce(sum(r.item_count) filter (where r.class = 'TOLD_IN_TIME'), 0)::int,
    coalesce(sum(r.item_count) filter (where r.class = 'NOT_YET_DUE'), 0)::int,
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

-- M4: in which band the days since the last talk of both sides lie.
create function talk_band(days int)
returns text
language sql immutable parallel safe
as $$
  select case
    when days is null then 'NEVER'
    when days <= 60 then 'UP_TO_60'
    when days <= 120 then 'UP_TO_120'
    else 'LONGER'
  end
$$;

create or replace function slot_staleness(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (up_to_60 int, up_to_120 int, longer int, never int, median_days int)
language sql stable parallel safe
as $$
  select
    count(*) filter (where talk_band(n.days) = 'UP_TO_60')::int,
    count(*) filter (where talk_band(n.days) = 'UP_TO_120')::int,
    count(*) filter (where talk_band(n.days) = 'LONGER')::int,
    count(*) filter (where talk_band(n.days) = 'NEVER')::int,
    round((percentile_cont(0.5) within group (order by n.days))::numeric)::int
  from slot_now(of_kind, of_areas, footprint, as_of, known_at) n
$$;

-- M5: on how many people a slot that is kept up hangs.
create function hanging_on(holders text[], in_touch text[])
returns text
language sql immutable parallel safe
as $$
  select case
    when in_touch = '{}' then 'NOT_IN_TOUCH'
    when cardinality(holders) = 1 then 'ONE_PERSON'
    else 'SEVERAL_PEOPLE'
  end
$$;

create or replace function single_points(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (slots int, covered int, single int)
language sql stable parallel safe
as $$
  select count(*)::int,
    count(*) filter (where hanging_on(n.holders, n.in_touch) <> 'NOT_IN_TOUCH')::int,
    count(*) filter (where hanging_on(n.holders, n.in_touch) = 'ONE_PERSON')::int
  from slot_now(of_kind, of_areas, footprint, as_of, known_at) n
$$;

-- The slots of an area with what M2 to M5 say of each, and the talk of both sides that was the last.
create function slot_evidence(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  slot_id text, place_id text, kind text, organisation_id text, holders text[], in_touch text[],
  strength text, days int, recorded timestamptz, entered_for text)
language sql stable parallel safe
as $$
  select s.slot_id, s.place_id, s.kind, s.organisation_id, n.holders, n.in_touch, n.strength, n.days,
    k.known_from, k.entered_for
  from slot_now(of_kind, of_areas, footprint, as_of, known_at) n
  join area_slot(of_kind, of_areas, footprint, as_of, known_at) s on s.slot_id = n.slot_id
  left join lateral (
    select c.known_from, c.entered_for
    from contact_fact c
    where c.slot_id = s.slot_id and c.two_way and c.valid_from = as_of - n.days
      and c.known_from <= known_at and known_at < c.known_to
    order by c.known_from, c.contact_id
    limit 1) k on true
$$;

-- M12, each time that somebody was at a meeting of the last 28 days; minutes are null where no hours are known.
create function load_attendance(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (meeting_id text, place_id text, day date, person_id text, minutes numeric)
language sql stable parallel safe
as $$
  select h.meeting_id, h.place_id, h.day, a.person_id, extract(epoch from h.ends - h.starts) / 60
  from held_meeting(of_kind, of_areas, footprint, as_of, known_at) h
  join area_attendance(of_kind, of_areas, known_at) a on a.meeting_id = h.meeting_id
  where h.day > as_of - 28
$$;

create or replace function meeting_load(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  people int, minutes int, without_hours int, over_funded int, without_sessions int)
language sql stable parallel safe
as $$
  with each_person as (
    select a.person_id, coalesce(sum(a.minutes), 0) as minutes,
      count(*) filter (where a.minutes is null) as without_hours
    from load_attendance(of_kind, of_areas, footprint, as_of, known_at) a
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
