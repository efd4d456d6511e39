-- What each figure is made of, row by row. Measures count faster than rows can be named (V10_112, V10_113); that
-- whoever opens a figure finds as many rows as it says is held by EvidenceTest over generated histories.

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
