-- What belongs to an area, looked up from the area on: by index, row by row, at a cost that follows the area's size and
-- not England's. So one plan is good for every area and every day, and is kept: planning them for each question took
-- longer than answering. The measures that ask these say so themselves (set plan_cache_mode, V10_112 and V10_113).
-- What they say is unchanged. offset 0 and limit 1 keep a lookup by row from being planned as a join of whole tables.

create index place_part on place_fact (part_of) where part_of is not null;
create index mandate_root on mandate_fact (split_part(mandate_id, '#', 1));
create index attendance_mandate on attendance_fact (mandate_id) where mandate_id is not null;
create index action_open on action_fact (place_id, due) where open;
create index item_of_meeting on item_fact (meeting_id)
  include (item_id, outcome, influence, confirmed, disputed, reach, known_from, known_to);
create index attendance_of_meeting on attendance_fact (meeting_id)
  include (person_id, kind, mandate_id, known_from, known_to);
create index partner_of_meeting on partner_attendance_fact (meeting_id)
  include (organisation_id, known_from, known_to);
create index pre_alignment_of_meeting on pre_alignment_fact (meeting_id)
  include (item_id, spoken_on, recorded_at, agreed, known_from, known_to);
create index position_topic on position_fact (topic_id);
create index ambition_federation on ambition_fact (federation_id);

create or replace function area_place(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (place_id text, from_day date, to_day date)
language sql stable parallel safe
as $$
  select a.place_id, date '-infinity', date 'infinity'
  from unnest(of_areas) a (place_id)
  where of_kind = 'PLACE'
  union all
  select p.place_id, p.valid_from, p.valid_to
  from place_fact p
  where of_kind = 'ICS' and footprint = as_of and p.ics_id = any (of_areas)
    and p.known_from <= known_at and known_at < p.known_to
    and (
      select true from place_fact w
      where w.place_id = p.part_of and w.known_from <= known_at and known_at < w.known_to
      limit 1) is null
  union all
  select n.place_id, greatest(n.valid_from, w.valid_from), least(n.valid_to, w.valid_to)
  from place_fact w
  cross join lateral (
    select p.place_id, p.valid_from, p.valid_to
    from place_fact p
    where p.part_of = w.place_id and p.known_from <= known_at and known_at < p.known_to
    offset 0) n
  where of_kind = 'ICS' and footprint = as_of and w.ics_id = any (of_areas)
    and w.known_from <= known_at and known_at < w.known_to
    and greatest(n.valid_from, w.valid_from) < least(n.valid_to, w.valid_to)
  union all
  select p.place_id, date '-infinity', date 'infinity'
  from place_at(footprint, known_at) p
  where of_kind = 'ICS' and footprint <> as_of and p.open and p.ics_id = any (of_areas)
$$;

-- Who is affiliated with an area on the day, listed or not; two affiliations give a pair twice. A place that
-- has closed has nobody.
create function area_affiliate(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (member_id text)
language sql stable parallel safe
as $$
  select s.member_id
  from affiliation_fact i
  cross join lateral (
    select a.member_id
    from affiliation_fact a
    where a.parent_id = i.member_id and a.kind = 'COMMISSIONED_BY'
      and a.valid_from <= footprint and footprint < a.valid_to
      and a.known_from <= known_at and known_at < a.known_to
    offset 0) s
  where of_kind = 'ICS' and i.parent_id = any (of_areas) and i.kind = 'COMMISSIONED_BY'
    and i.valid_from <= footprint and footprint < i.valid_to
    and i.known_from <= known_at and known_at < i.known_to
  union all
  select s.member_id
  from unnest(of_areas) p (place_id)
  cross join lateral (
    select a.member_id
    from affiliation_fact a
    where a.parent_id = p.place_id and a.kind = 'PLACE'
      and a.valid_from <= as_of and as_of < a.valid_to
      and a.known_from <= known_at and known_at < a.known_to
    offset 0) s
  where of_kind = 'PLACE'
    and coalesce((
      select bool_or(f.valid_from <= as_of and as_of < f.valid_to)
      from place_fact f
      where f.place_id = p.place_id and f.known_from <= known_at and known_at < f.known_to), true)
  union all
  select a.member_id
  from affiliation_fact a
  where of_kind in ('SUB_ICB', 'NEIGHBOURHOOD', 'PCN', 'FEDERATION') and a.parent_id = any (of_areas)
    and a.kind = case of_kind
      when 'SUB_ICB' then 'COMMISSIONED_BY' when 'PCN' then 'PCN_CORE' else of_kind end
    and a.valid_from <= as_of and as_of < a.valid_to
    and a.known_from <= known_at and known_at < a.known_to
$$;

create or replace function area_member(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (practice_id text, month text, patients bigint)
language sql stable parallel safe
set plan_cache_mode = force_generic_plan
as $$
  with member as materialized (
    select distinct a.member_id as practice_id
    from area_affiliate(of_kind, of_areas, footprint, as_of, known_at) a
    where (
      select true from listing_fact l
      where l.practice_id = a.member_id and l.listed
        and l.valid_from <= as_of and as_of < l.valid_to
        and l.known_from <= known_at and known_at < l.known_to
      limit 1) is not null
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

-- The topics that are meant on the day by whoever names this one (topic_at), asked for one topic.
create function topic_standing(of_topic text, as_of date, known_at timestamptz)
returns table (standing_id text, slug text, label text)
language sql stable parallel safe
as $$
  with recursive stands as (
    select t.topic_id as standing_id
    from topic_fact t
    where t.topic_id = of_topic
      and t.valid_from <= as_of and as_of < t.valid_to
      and t.known_from <= known_at and known_at < t.known_to
    union
    select m.into_id
    from stands s
    join topic_merger_fact m on m.topic_id = s.standing_id
    where m.valid_from <= as_of and as_of < m.valid_to
      and m.known_from <= known_at and known_at < m.known_to
  )
  select s.standing_id,
    coalesce(
      nullif(trim(both '-' from regexp_replace(lower(n.label), '[^a-z0-9]+', '-', 'g')), ''),
      'topic'),
    n.label
  from stands s
  cross join lateral (
    select t.label
    from topic_fact t
    where t.topic_id = s.standing_id
      and t.valid_from <= as_of and as_of < t.valid_to
      and t.known_from <= known_at and known_at < t.known_to
    offset 0) n
  where (
    select true from topic_merger_fact m
    where m.topic_id = s.standing_id
      and m.valid_from <= as_of and as_of < m.valid_to
      and m.known_from <= known_at and known_at < m.known_to
    limit 1) is null
$$;

-- The mandates of an area, as mandate_at has them: those of its places; and of a federation, those that it holds.
-- Which places it has, and what topics are called, is of the registry, which may be known later (registry_at).
create function area_mandate(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz,
  registry_at timestamptz)
returns table (
  mandate_id text, valid_from date, valid_to date, place_id text, topic_id text, topic text,
  label text, board text, holder_id text, opened date, state text)
language sql stable parallel safe
as $$
  select distinct m.mandate_id, m.valid_from, m.valid_to, m.place_id, t.standing_id,
    coalesce(t.slug, about.topic), t.label, at.board, m.holder_id, m.opened, m.state
  from (
    select f.*
    from (
      select distinct p.place_id
      from area_place(of_kind, of_areas, footprint, as_of, registry_at) p
      where p.from_day <= as_of and as_of < p.to_day) p
    cross join lateral (
      select *
      from mandate_fact a
      where a.place_id = p.place_id and a.known_from <= known_at and known_at < a.known_to
      offset 0) f
    where of_kind in ('PLACE', 'ICS')
    union all
    select f.*
    from mandate_fact f
    where of_kind = 'FEDERATION' and f.holder_id = any (of_areas)
      and f.known_from <= known_at and known_at < f.known_to) m
  cross join lateral unnest(m.topics, m.topic_ids) about (topic, topic_id)
  cross join lateral unnest(
    case when m.boards = '{}' then array[null::text] else m.boards end) at (board)
  left join lateral topic_standing(about.topic_id, as_of, registry_at) t on true
$$;

create or replace function area_mandate(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  mandate_id text, valid_from date, valid_to date, place_id text, topic_id text, topic text,
  label text, board text, holder_id text, opened date, state text)
language sql stable parallel safe
as $$
  select * from area_mandate(of_kind, of_areas, footprint, as_of, known_at, known_at)
$$;

-- The slots of an area on the day: those of its places; and of a federation, those in which somebody who acts for it
-- holds a relationship.
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

-- The meetings of an area that were not cancelled, from one day to another, both included: of its places while they
-- lie in it; of a forum's series; and of a federation, those in whose forum it had a seat that day or where somebody
-- spoke under one of its mandates.
create function area_meeting_between(
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
      where of_kind = 'FEDERATION' and g.holder_id = any (of_areas)
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
-- at a forum's series; and of a federation, its own.
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
    when of_kind = 'FORUM' then true
    when of_kind = 'FEDERATION' then s.body_id = any (of_areas)
    else r.place_id in (
      select p.place_id from area_place(of_kind, of_areas, footprint, as_of, known_at) p
      where p.from_day <= as_of and as_of < p.to_day)
  end
$$;

-- What bodies of general practice say in public for the area on the day.
create function area_said(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (position_id text, topic_id text)
language sql stable parallel safe
as $$
  select s.position_id, s.topic_id
  from (
    select distinct p.place_id
    from area_place(of_kind, of_areas, footprint, as_of, known_at) p
    where p.from_day <= as_of and as_of < p.to_day) p
  cross join lateral (
    select a.position_id, a.topic_id
    from position_fact a
    where a.place_id = p.place_id
      and a.valid_from <= as_of and as_of < a.valid_to
      and a.known_from <= known_at and known_at < a.known_to
    offset 0) s
  where of_kind in ('PLACE', 'ICS')
  union all
  select a.position_id, a.topic_id
  from position_fact a
  where of_kind = 'FEDERATION' and a.body_id = any (of_areas)
    and a.valid_from <= as_of and as_of < a.valid_to
    and a.known_from <= known_at and known_at < a.known_to
$$;

-- A slot of the area on the day: who holds it, who of them has talked with the other side, both ways,
-- within 90 days, how strong the relationship is, and how many days ago the last such talk was,
-- whoever had it; null for never. Of a federation, only its own people count as holders and for talks; the
-- strength is the slot's all the same.
create function area_slot_now(
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
      coalesce(array_agg(distinct r.holder_id), '{}') as holders,
      coalesce(
        array_agg(distinct r.holder_id) filter (where (
          select true from contact_fact k
          where k.relationship_id = r.relationship_id and k.two_way
            and k.valid_from <= as_of and k.valid_from >= as_of - 90
            and k.known_from <= known_at and known_at < k.known_to
          limit 1) is not null),
        '{}') as in_touch
    from relationship_fact r
    where r.slot_id = s.slot_id
      and (of_kind <> 'FEDERATION' or r.acting_for = any (of_areas))
      and r.valid_from <= as_of and as_of < r.valid_to
      and r.known_from <= known_at and known_at < r.known_to) h
$$;
