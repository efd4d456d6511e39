-- Every measure of any area, by one definition: of places together (PLACE), of an ICS, of a federation or
-- of a forum's series of meetings (FORUM). What belongs to an area is said here, once for each kind of thing;
-- how it is counted is said by the measures (V10_92, V10_93), which know no kinds of areas. An area is asked for
-- as its kind and its ids, which are taken together: what belongs to two of them counts once.

create index meeting_series on meeting_fact (series_id, valid_from);
create index position_body on position_fact (body_id);
create index relationship_acting on relationship_fact (acting_for);
create index mandate_holder on mandate_fact (holder_id);
create index seat_body on seat_fact (body_id);

-- The practices of every area, with those of a federation: its members on the day.
create or replace function area_practice(footprint date, as_of date, known_at timestamptz)
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
  select 'FEDERATION', f.parent_id, l.practice_id
  from affiliated('FEDERATION', as_of, known_at) f
  join listed_practice(as_of, known_at) l on l.practice_id = f.member_id
  union all
  select 'ALL', 'ALL', l.practice_id
  from affiliated('COMMISSIONED_BY', as_of, known_at) i
  join affiliated('COMMISSIONED_BY', as_of, known_at) s on s.parent_id = i.member_id
  join listed_practice(as_of, known_at) l on l.practice_id = s.member_id
$$;

-- The practices of an area, with the list size of the area's month: the latest one, up to the day, of any
-- of them. Null: not in that month.
create function area_member(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (practice_id text, month text, patients bigint)
language sql stable parallel safe
as $$
  with member as materialized (
    select distinct p.practice_id
    from area_practice(footprint, as_of, known_at) p
    where p.area_kind = of_kind and p.area_id = any (of_areas)
  ),
  latest as (
    select m.practice_id, own.month, own.patients, max(own.month) over () as area_month
    from member m
    left join lateral (
      select l.month, l.patients
      from list_size_fact l
      where l.practice_id = m.practice_id and l.month <= to_char(as_of, 'YYYY-MM')
        and l.known_from <= known_at and known_at < l.known_to
      order by l.month desc
      limit 1) own on true
  )
  select x.practice_id, x.area_month, case when x.month = x.area_month then x.patients end
  from latest x
$$;

-- The places of an area and the days on which what happens there counts for it. A place counts for the ICS
-- in which it lay on the day of each event: one that moves takes none of its past along. With another
-- footprint than that of the day itself, the places of that footprint count with all their days.
create function area_place(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (place_id text, from_day date, to_day date)
language sql stable parallel safe
as $$
  select a.place_id, date '-infinity', date 'infinity'
  from unnest(of_areas) a (place_id)
  where of_kind = 'PLACE'
  union all
  select p.place_id, greatest(p.valid_from, w.valid_from), least(p.valid_to, w.valid_to)
  from place_fact p
  left join place_fact w
    on w.place_id = p.part_of and w.known_from <= known_at and known_at < w.known_to
  where of_kind = 'ICS' and footprint = as_of
    and coalesce(w.ics_id, p.ics_id) = any (of_areas)
    and p.known_from <= known_at and known_at < p.known_to
    and greatest(p.valid_from, w.valid_from) < least(p.valid_to, w.valid_to)
  union all
  select p.place_id, date '-infinity', date 'infinity'
  from place_at(footprint, known_at) p
  where of_kind = 'ICS' and footprint <> as_of and p.open and p.ics_id = any (of_areas)
$$;

-- The mandates of an area, as mandate_at has them: those of its places; and of a federation, those that it holds.
create function area_mandate(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  mandate_id text, valid_from date, valid_to date, place_id text, topic_id text, topic text,
  label text, board text, holder_id text, opened date, state text)
language sql stable parallel safe
as $$
  select m.*
  from (
    select distinct p.place_id
    from area_place(of_kind, of_areas, footprint, as_of, known_at) p
    where p.from_day <= as_of and as_of < p.to_day) p
  -- offset 0 has each place's mandates looked up by the place, not all of them read for one.
  cross join lateral (
    select * from mandate_at(as_of, known_at) a where a.place_id = p.place_id offset 0) m
  where of_kind in ('PLACE', 'ICS')
  union all
  select m.*
  from mandate_at(as_of, known_at) m
  where of_kind = 'FEDERATION' and m.holder_id = any (of_areas)
$$;

-- The slots of an area on the day: those of its places; and of a federation, those in which somebody who acts for it
-- holds a relationship.
create function area_slot(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (slot_id text, place_id text, kind text, organisation_id text)
language sql stable parallel safe
as $$
  select s.slot_id, s.place_id, s.kind, s.organisation_id
  from area_place(of_kind, of_areas, footprint, as_of, known_at) p
  join slot_fact s on s.place_id = p.place_id
  where of_kind in ('PLACE', 'ICS')
    and p.from_day <= as_of and as_of < p.to_day
    and s.valid_from <= as_of and as_of < s.valid_to
    and s.known_from <= known_at and known_at < s.known_to
  union all
  select s.slot_id, s.place_id, s.kind, s.organisation_id
  from slot_fact s
  where of_kind = 'FEDERATION'
    and s.valid_from <= as_of and as_of < s.valid_to
    and s.known_from <= known_at and known_at < s.known_to
    and s.slot_id in (
      select r.slot_id from relationship_fact r
      where r.acting_for = any (of_areas)
        and r.valid_from <= as_of and as_of < r.valid_to
        and r.known_from <= known_at and known_at < r.known_to)
$$;

-- Relationships that count for an area: all, and for a federation, those of people who act for it.
create function area_relationship(of_kind text, of_areas text[], known_at timestamptz)
returns table (
  relationship_id text, slot_id text, holder_id text, valid_from date, valid_to date)
language sql stable parallel safe
as $$
  select r.relationship_id, r.slot_id, r.holder_id, r.valid_from, r.valid_to
  from relationship_fact r
  where r.known_from <= known_at and known_at < r.known_to
    and (of_kind <> 'FEDERATION' or r.acting_for = any (of_areas))
$$;

-- Who was there for an area: everybody of general practice; and for a federation, who sat in one of its seats on the
-- day of the meeting or spoke under one of its mandates.
create function area_attendance(of_kind text, of_areas text[], known_at timestamptz)
returns table (meeting_id text, person_id text, kind text, mandate_id text)
language sql stable parallel safe
as $$
  select a.meeting_id, a.person_id, a.kind, a.mandate_id
  from attendance_fact a
  where of_kind <> 'FEDERATION' and a.known_from <= known_at and known_at < a.known_to
  union all
  select a.meeting_id, a.person_id, a.kind, a.mandate_id
  from attendance_fact a
  where of_kind = 'FEDERATION' and a.known_from <= known_at and known_at < a.known_to
    and (
      exists (
        select from mandate_fact g
        where split_part(g.mandate_id, '#', 1) = a.mandate_id and g.holder_id = any (of_areas)
          and g.known_from <= known_at and known_at < g.known_to)
      or exists (
        select from meeting_fact m
        join seat_fact s on s.series_id = m.series_id and s.body_id = any (of_areas)
        join nomination_fact n on n.seat_id = s.seat_id and n.person_id = a.person_id
        where m.meeting_id = a.meeting_id and not n.annulled
          and n.valid_from <= m.valid_from and m.valid_from < n.valid_to
          and m.known_from <= known_at and known_at < m.known_to
          and s.valid_from <= m.valid_from and m.valid_from < s.valid_to
          and s.known_from <= known_at and known_at < s.known_to
          and n.known_from <= known_at and known_at < n.known_to))
$$;

-- The meetings of an area that were not cancelled, on whatever day: of its places while they lie in it; of a forum's
-- series; and of a federation, those in whose forum it had a seat that day or for which somebody was there.
create function area_meeting(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  meeting_id text, day date, starts time, ends time, series_id text, closed boolean,
  place_id text)
language sql stable parallel safe
as $$
  select m.meeting_id, m.valid_from, m.starts::time, m.ends::time, m.series_id, m.closed, m.place_id
  from area_place(of_kind, of_areas, footprint, as_of, known_at) p
  join meeting_fact m on m.place_id = p.place_id
  where of_kind in ('PLACE', 'ICS') and not m.cancelled
    and p.from_day <= m.valid_from and m.valid_from < p.to_day
    and m.known_from <= known_at and known_at < m.known_to
  union all
  select m.meeting_id, m.valid_from, m.starts::time, m.ends::time, m.series_id, m.closed, m.place_id
  from meeting_fact m
  where of_kind = 'FORUM' and not m.cancelled and m.series_id = any (of_areas)
    and m.known_from <= known_at and known_at < m.known_to
  union all
  select m.meeting_id, m.valid_from, m.starts::time, m.ends::time, m.series_id, m.closed, m.place_id
  from meeting_fact m
  where of_kind = 'FEDERATION' and not m.cancelled
    and m.known_from <= known_at and known_at < m.known_to
    and (
      exists (
        select from seat_fact s
        where s.series_id = m.series_id and s.body_id = any (of_areas)
          and s.valid_from <= m.valid_from and m.valid_from < s.valid_to
          and s.known_from <= known_at and known_at < s.known_to)
      or exists (
        select from area_attendance(of_kind, of_areas, known_at) a
        where a.meeting_id = m.meeting_id))
$$;

-- Those of the last 365 days, with whether anybody entered that somebody was there for the area.
create function held_meeting(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  meeting_id text, day date, starts time, ends time, series_id text, closed boolean,
  attended boolean, place_id text)
language sql stable parallel safe
as $$
  select m.meeting_id, m.day, m.starts, m.ends, m.series_id, m.closed,
    exists (
      select from area_attendance(of_kind, of_areas, known_at) a
      where a.meeting_id = m.meeting_id),
    m.place_id
  from area_meeting(of_kind, of_areas, footprint, as_of, known_at) m
  where m.day <= as_of and m.day > as_of - 365
$$;

-- The seats of general practice of an area that are there on the day, whose series has not ended: at the series of its places;
-- at a forum's series; and of a federation, its own.
create function area_seat(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  seat_id text, series_id text, forum text, label text, body_id text, since date)
language sql stable parallel safe
as $$
  select s.seat_id, s.series_id, r.forum, s.label, s.body_id, s.valid_from
  from series_fact r
  join seat_fact s on s.series_id = r.series_id
  where as_of < r.valid_to
    and r.known_from <= known_at and known_at < r.known_to
    and s.valid_from <= as_of and as_of < s.valid_to
    and s.known_from <= known_at and known_at < s.known_to
    and case
      when of_kind = 'FORUM' then r.series_id = any (of_areas)
      when of_kind = 'FEDERATION' then s.body_id = any (of_areas)
      else r.place_id in (
        select p.place_id from area_place(of_kind, of_areas, footprint, as_of, known_at) p
        where p.from_day <= as_of and as_of < p.to_day)
    end
$$;
