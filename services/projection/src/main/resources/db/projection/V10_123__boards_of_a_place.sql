-- A forum at a place as an area of its own (PLACE_FORUM, of the place's and the forum's id), with the same meetings and
-- series as its row in the matrix. And meetings count for a federation as its people do (V10_122).

-- The meetings of an area that were not cancelled, from one day to another, both included: of its places while they
-- lie in it; of a series (FORUM); of a forum at a place, as the matrix has them (PLACE_FORUM); and of a federation, those
-- in whose forum it had a seat that day or where somebody spoke under a mandate of the meeting's place that it held in
-- force that day.
create or replace function area_meeting_between(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz,
  first_day date, last_day date)
returns table (
  meeting_id text, day date, starts time, ends time, series_id text, closed boolean,
  place_id text)
language sql stable parallel safe
as $$
  select m.meeting_id, m.valid_from, m.starts::time, m.ends::time, m.series_id, m.closed, m.place_id
  from (
    select f.*
    from area_place(of_kind, of_areas, footprint, as_of, known_at) p
    cross join lateral (
      select *
      from meeting_fact a
      where a.place_id = p.place_id and not a.cancelled
        and a.valid_from >= first_day and a.valid_from <= last_day
        and p.from_day <= a.valid_from and a.valid_from < p.to_day
        and a.known_from <= known_at and known_at < a.known_to
      offset 0) f
    where of_kind in ('PLACE', 'ICS')
    union all
    select f.*
    from unnest(of_areas) s (series_id)
    cross join lateral (
      select *
      from meeting_fact a
      where a.series_id = s.series_id and not a.cancelled
        and a.valid_from >= first_day and a.valid_from <= last_day
        and a.known_from <= known_at and known_at < a.known_to
      offset 0) f
    where of_kind = 'FORUM'
    union all
    select f.*
    from area_forum('PLACE', of_areas[1:1], as_of, as_of, known_at) b
    cross join lateral (
      select *
      from meeting_fact a
      where a.meeting_id = b.id and not a.cancelled
        and a.valid_from >= first_day and a.valid_from <= last_day
        and a.known_from <= known_at and known_at < a.known_to
      offset 0) f
    where of_kind = 'PLACE_FORUM' and b.kind = 'MEETING' and b.forum = of_areas[2]
    union all
    select f.*
    from (
      select m.meeting_id
      from seat_fact s
      cross join lateral (
        select a.meeting_id
        from meeting_fact a
        where a.series_id = s.series_id
          and s.valid_from <= a.valid_from and a.valid_from < s.valid_to
          and a.known_from <= known_at and known_at < a.known_to
        offset 0) m
      where of_kind = 'FEDERATION' and s.body_id = any (of_areas)
        and s.known_from <= known_at and known_at < s.known_to
      union
      select a.meeting_id
      from mandate_fact g
      cross join lateral (
        select p.meeting_id
        from attendance_fact p
        where p.mandate_id = split_part(g.mandate_id, '#', 1)
          and p.known_from <= known_at and known_at < p.known_to
        offset 0) a
      cross join lateral (
        select true
        from meeting_fact m
        where m.meeting_id = a.meeting_id and m.place_id = g.place_id
          and g.valid_from <= m.valid_from and m.valid_from < g.valid_to
          and m.known_from <= known_at and known_at < m.known_to
        offset 0) m
      where of_kind = 'FEDERATION' and g.holder_id = any (of_areas) and g.state = 'LIVE'
        and g.known_from <= known_at and known_at < g.known_to) at
    cross join lateral (
      select *
      from meeting_fact a
      where a.meeting_id = at.meeting_id and not a.cancelled
        and a.valid_from >= first_day and a.valid_from <= last_day
        and a.known_from <= known_at and known_at < a.known_to
      offset 0) f) m
$$;

create or replace function area_meeting(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  meeting_id text, day date, starts time, ends time, series_id text, closed boolean,
  place_id text)
language sql stable parallel safe
as $$
  select *
  from area_meeting_between(of_kind, of_areas, footprint, as_of, known_at, '-infinity', 'infinity')
$$;

-- Those of the last 365 days, with whether anybody entered that somebody was there for the area.
create or replace function held_meeting(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  meeting_id text, day date, starts time, ends time, series_id text, closed boolean,
  attended boolean, place_id text)
language sql stable parallel safe
as $$
  select m.meeting_id, m.day, m.starts, m.ends, m.series_id, m.closed,
    (select true from area_attendance(of_kind, of_areas, known_at) a
     where a.meeting_id = m.meeting_id limit 1) is not null,
    m.place_id
  from area_meeting_between(of_kind, of_areas, footprint, as_of, known_at, as_of - 364, as_of) m
$$;

-- The seats of general practice of an area that are there on the day, whose series has not ended: at the series of its places;
-- at a series; at a forum of a place; and of a federation, its own.
create or replace function area_seat(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  seat_id text, series_id text, forum text, label text, body_id text, since date)
language sql stable parallel safe
as $$
  select s.seat_id, s.series_id, r.forum, s.label, s.body_id, s.valid_from
  from (
    select x.series_id
    from (
      select distinct p.place_id
      from area_place(of_kind, of_areas, footprint, as_of, known_at) p
      where p.from_day <= as_of and as_of < p.to_day) p
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
    else r.place_id in (
      select p.place_id from area_place(of_kind, of_areas, footprint, as_of, known_at) p
      where p.from_day <= as_of and as_of < p.to_day)
  end
$$;

-- The slots of an area on the day: those of its places; and of a federation, those in which somebody who acts for it
-- holds a relationship. Of a forum at a place, those of the place.
create or replace function area_slot(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (slot_id text, place_id text, kind text, organisation_id text)
language sql stable parallel safe
as $$
  select s.slot_id, s.place_id, s.kind, s.organisation_id
  from area_place(of_kind, of_areas, footprint, as_of, known_at) p
  cross join lateral (
    select f.*
    from slot_fact f
    where f.place_id = p.place_id
      and f.valid_from <= as_of and as_of < f.valid_to
      and f.known_from <= known_at and known_at < f.known_to
    offset 0) s
  where of_kind in ('PLACE', 'ICS') and p.from_day <= as_of and as_of < p.to_day
  union all
  select s.slot_id, s.place_id, s.kind, s.organisation_id
  from slot_fact s
  where of_kind = 'PLACE_FORUM' and s.place_id = of_areas[1]
    and s.valid_from <= as_of and as_of < s.valid_to
    and s.known_from <= known_at and known_at < s.known_to
  union all
  select s.slot_id, s.place_id, s.kind, s.organisation_id
  from (
    select distinct r.slot_id
    from relationship_fact r
    where of_kind = 'FEDERATION' and r.acting_for = any (of_areas)
      and r.valid_from <= as_of and as_of < r.valid_to
      and r.known_from <= known_at and known_at < r.known_to) r
  cross join lateral (
    select f.*
    from slot_fact f
    where f.slot_id = r.slot_id
      and f.valid_from <= as_of and as_of < f.valid_to
      and f.known_from <= known_at and known_at < f.known_to
    offset 0) s
$$;
