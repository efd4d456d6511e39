-- The representation matrix of an area: of a place (PLACE) or of an ICS (ICS), by the same definition. What belongs to
-- the area is said by area_place (V10_91).
drop function matrix(text, int, date, timestamptz);
drop function can_agree(text, date, timestamptz);
drop function shared_forum(text, text, date, timestamptz);
drop function matrix_attendance(text, int, date, timestamptz);
drop function matrix_seat(text, date, timestamptz);
drop function matrix_forum(text, int, date, timestamptz);
drop function place_forum(text, date, timestamptz);

-- Which record of a person stands for another one, as both are one human being.
create table person_merger_fact (
  person_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  into_id text not null,
  primary key (person_id, valid_from, known_from)
);
create index person_merger_into on person_merger_fact (into_id);

-- The record that stands for this one.
create function person_standing(of_person text, known_at timestamptz)
returns text
language sql stable parallel safe
as $$
  with recursive stands as (
    select of_person as person_id, 0 as step
    union all
    select m.into_id, s.step + 1
    from stands s
    join person_merger_fact m on m.person_id = s.person_id
    where m.known_from <= known_at and known_at < m.known_to and s.step < 50
  )
  select s.person_id from stands s order by s.step desc limit 1
$$;

-- All records of one human being, this one too.
create function person_records(of_person text, known_at timestamptz)
returns text[]
language sql stable parallel safe
as $$
  with recursive one as (
    select person_standing(of_person, known_at) as person_id
    union
    select m.person_id
    from one o
    join person_merger_fact m on m.into_id = o.person_id
    where m.known_from <= known_at and known_at < m.known_to
  )
  select array_agg(o.person_id) from one o
$$;

-- Which forum each series and meeting of an area is of: one of the ICS's list, by its id or by any name that the list ever
-- had for it, else a forum of its own, by its id or name. A meeting is of its series' forum where it names none. It counts
-- where its place lay on its day; a series of a place that lies there no more is closed here.
create function area_forum(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  kind text, id text, forum text, label text, day date, starts text, series_id text,
  cancelled boolean, closed boolean, place_id text)
language sql stable parallel safe
as $$
  with listed as materialized (select * from forum_at(as_of, known_at)),
  called as materialized (
    select f.label, min(l.standing_id) as standing_id
    from forum_fact f
    join listed l on l.forum_id = f.forum_id
    where f.ics_id = any (
        case
          when of_kind = 'ICS' then of_areas
          else array(
            select p.ics_id from place_at(as_of, known_at) p where p.place_id = any (of_areas))
        end)
      and f.known_from <= known_at and known_at < f.known_to
    group by f.label
  ),
  place as materialized (
    select * from area_place(of_kind, of_areas, footprint, as_of, known_at)
  ),
  series as materialized (
    select s.*,
      exists (
        select from place p
        where p.place_id = s.place_id and p.from_day <= as_of and as_of < p.to_day) as here
    from series_fact s
    where s.place_id in (select p.place_id from place p)
      and s.known_from <= known_at and known_at < s.known_to
  ),
  named as (
    select 'SERIES' as kind, s.series_id as id, s.forum_id, s.forum as label, s.valid_from as day,
      null::text as starts, s.series_id, false as cancelled,
      s.valid_to <= as_of or not s.here as closed, s.place_id
    from series s
    union all
    select 'MEETING', m.meeting_id, coalesce(m.forum_id, s.forum_id),
      case when m.forum_id is null and s.series_id is not null then s.forum else m.forum end,
      m.valid_from, m.starts, m.series_id, m.cancelled, m.closed, m.place_id
    from place p
    join meeting_fact m on m.place_id = p.place_id
    left join series s on s.series_id = m.series_id and s.place_id = m.place_id
    where p.from_day <= m.valid_from and m.valid_from < p.to_day
      and m.known_from <= known_at and known_at < m.known_to
  )
  select n.kind, n.id, coalesce(l.standing_id, c.standing_id, n.forum_id, 'name:' || n.label),
    n.label, n.day, n.starts, n.series_id, n.cancelled, n.closed, n.place_id
  from named n
  left join listed l on l.forum_id = n.forum_id
  left join called c on c.label = n.label and l.forum_id is null
$$;

-- The rows. Of a place: forums of the list that are in use, for the whole ICS or this place, and others in which
-- something met for this place within these days, or still does. Of an ICS: those of the list that are for all of it or
-- for several of its places, since the others have a row where they belong. One whose use has ended is no row.
create function matrix_forum(
  of_kind text, of_areas text[], days int, footprint date, as_of date, known_at timestamptz)
returns table (
  forum text, forum_id text, label text, level text, owner_id text, next_meeting text,
  next_day date, next_starts text)
language sql stable parallel safe
as $$
  with listed as materialized (
    select distinct l.standing_id, l.ics_id, l.label, l.level, l.owner_id, l.place_ids, l.open
    from forum_at(as_of, known_at) l
  ),
  met as materialized (select * from area_forum(of_kind, of_areas, footprint, as_of, known_at)),
  used as (
    select m.forum, (array_agg(m.label order by m.day desc, m.id collate "C" desc))[1] as label
    from met m
    where case
      when m.kind = 'SERIES' then not m.closed
      else not m.cancelled and m.day > as_of - days
    end
    group by m.forum
  ),
  line as (
    select l.standing_id as forum, l.standing_id as forum_id, l.label, l.level, l.owner_id
    from listed l
    where l.open
      and (l.standing_id in (select u.forum from used u)
        or of_kind = 'ICS' and l.ics_id = any (of_areas)
        or of_kind = 'PLACE' and (l.place_ids = '{}' or l.place_ids && of_areas)
          and l.ics_id in (
            select p.ics_id from place_at(as_of, known_at) p where p.place_id = any (of_areas)))
      and (of_kind <> 'ICS' or cardinality(l.place_ids) <> 1)
    union all
    select u.forum, null, u.label, 'OTHER', null
    from used u
    where of_kind <> 'ICS' and u.forum not in (select l.standing_id from listed l)
  )
  select r.*, n.id, n.day, n.starts
  from line r
  left join lateral (
    select m.id, m.day, m.starts
    from met m
    where m.forum = r.forum and m.kind = 'MEETING' and not m.cancelled and m.day > as_of
    order by m.day, m.starts nulls first, m.id collate "C"
    limit 1) n on true
$$;

-- Seats of general practice at forums on the day, for whom each is, and since when nobody sits there.
create function matrix_seat(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  forum text, seat_id text, series_id text, label text, body_id text, col text, nominees text[],
  empty_since date)
language sql stable parallel safe
as $$
  select f.forum, s.seat_id, s.series_id, s.label, s.body_id,
    body_column(s.body_id, as_of, known_at), n.people,
    case
      when n.people = '{}' then greatest(
        s.valid_from,
        (select max(x.valid_to) from nomination_fact x
         where x.seat_id = s.seat_id and x.part = 'NOMINEE' and not x.annulled
           and x.valid_to <= as_of
           and x.known_from <= known_at and known_at < x.known_to))
    end
  from area_forum(of_kind, of_areas, footprint, as_of, known_at) f
  join seat_fact s on s.series_id = f.id
  cross join lateral (
    select coalesce(array_agg(distinct p.person_id order by p.person_id), '{}') as people
    from nomination_fact x
    cross join lateral (select person_standing(x.person_id, known_at) as person_id) p
    where x.seat_id = s.seat_id and x.part = 'NOMINEE' and not x.annulled
      and x.valid_from <= as_of and as_of < x.valid_to
      and x.known_from <= known_at and known_at < x.known_to) n
  where f.kind = 'SERIES' and not f.closed
    and s.valid_from <= as_of and as_of < s.valid_to
    and s.known_from <= known_at and known_at < s.known_to
$$;

-- Who was at meetings of forums within these days, and for whom: the body of the seat at this forum that they sat in or
-- stood in for that day, else the one that held the mandate under which they spoke, else the one for which they hold a
-- role. Under whichever of their records anything is entered, it is theirs. A mandate is one of the place for which the meeting was. Where that is several, it is nobody's but general
-- practice's as a whole, and of several bodies of one kind no body's but the kind's. mandated: under a mandate that was in force that day; in_force: it is so on the day asked for;
-- ran_out: since when it is not. speaks: it was they who could put a position: who spoke under a mandate and, where nobody
-- did, whoever did not only observe.
create function matrix_attendance(
  of_kind text, of_areas text[], days int, footprint date, as_of date, known_at timestamptz)
returns table (
  forum text, meeting_id text, day date, person_id text, capacity text, col text,
  body text, mandated boolean, in_force boolean, ran_out date, speaks boolean)
language sql stable parallel safe
as $$
  with met as materialized (select * from area_forum(of_kind, of_areas, footprint, as_of, known_at)),
  went as materialized (
    select m.forum, m.id as meeting_id, m.day, m.place_id,
      person_standing(a.person_id, known_at) as person_id,
      person_records(a.person_id, known_at) as records, a.capacity, a.mandate_id
    from met m
    join attendance_fact a on a.meeting_id = m.id
    where m.kind = 'MEETING' and not m.cancelled and m.day <= as_of and m.day > as_of - days
      and a.known_from <= known_at and known_at < a.known_to
  ),
  seated as (
    select w.meeting_id, w.person_id, min(c.col) as col, count(distinct c.col) as cols,
      case when count(distinct t.body_id) = 1 then min(t.body_id) end as body
    from went w
    join met s on s.forum = w.forum and s.kind = 'SERIES'
    join seat_fact t on t.series_id = s.id
      and t.valid_from <= w.day and w.day < t.valid_to
      and t.known_from <= known_at and known_at < t.known_to
    join nomination_fact n on n.seat_id = t.seat_id and n.person_id = any (w.records)
      and not n.annulled and n.valid_from <= w.day and w.day < n.valid_to
      and n.known_from <= known_at and known_at < n.known_to
    cross join lateral (select body_column(t.body_id, as_of, known_at) as col) c
    where c.col is not null
    group by w.meeting_id, w.person_id
  ),
  version as materialized (
    select split_part(m.mandate_id, '#', 1) as mandate_id, m.place_id, m.valid_from, m.valid_to,
      m.holder_id
    from mandate_fact m
    where m.place_id in (select w.place_id from went w) and m.state = 'LIVE'
      and m.known_from <= known_at and known_at < m.known_to
  ),
  held as (
    select w.meeting_id, w.person_id, min(c.col) as col, count(distinct c.col) as cols,
      case when count(distinct v.holder_id) = 1 then min(v.holder_id) end as body
    from went w
    join version v on v.mandate_id = w.mandate_id and v.place_id = w.place_id
      and v.valid_from <= w.day and w.day < v.valid_to
    cross join lateral (select body_column(v.holder_id, as_of, known_at) as col) c
    where c.col is not null
    group by w.meeting_id, w.person_id
  ),
  role as (
    select w.meeting_id, w.person_id, min(c.col) as col, count(distinct c.col) as cols,
      case when count(distinct r.organisation_id) = 1 then min(r.organisation_id) end as body
    from went w
    join role_fact r on r.person_id = any (w.records)
      and r.valid_from <= w.day and w.day < r.valid_to
      and r.known_from <= known_at and known_at < r.known_to
    cross join lateral (select body_column(r.organisation_id, as_of, known_at) as col) c
    where c.col is not null
    group by w.meeting_id, w.person_id
  ),
  known as (
    select w.*,
      case
        when s.cols is not null then case when s.cols = 1 then s.col end
        when h.cols is not null then case when h.cols = 1 then h.col end
        when r.cols = 1 then r.col
      end as col,
      case
        when s.cols is not null then s.body
        when h.cols is not null then h.body
        else r.body
      end as body,
      exists (
        select from version v
        where v.mandate_id = w.mandate_id and v.place_id = w.place_id
          and v.valid_from <= w.day and w.day < v.valid_to
      ) as mandated,
      exists (
        select from version v
        where v.mandate_id = w.mandate_id and v.place_id = w.place_id
          and v.valid_from <= as_of and as_of < v.valid_to
      ) as live,
      (select max(v.valid_to) from version v
       where v.mandate_id = w.mandate_id and v.place_id = w.place_id
         and v.valid_to <= as_of) as ran_out
    from went w
    left join seated s on s.meeting_id = w.meeting_id and s.person_id = w.person_id
    left join held h on h.meeting_id = w.meeting_id and h.person_id = w.person_id
    left join role r on r.meeting_id = w.meeting_id and r.person_id = w.person_id
  )
  select k.forum, k.meeting_id, k.day, k.person_id, k.capacity, k.col, k.body, k.mandated,
    k.mandated and k.live, case when k.mandated and not k.live then k.ran_out end,
    k.mandated
      or k.capacity <> 'OBSERVER' and not bool_or(k.mandated) over (partition by k.meeting_id)
  from known k
$$;

-- The cells: for each forum, general practice as a whole (WHOLE), each part of it, and each body of a part that has a seat
-- there or somebody was there for (the part, a blank and the body). In counts of items
-- those that are not about general practice are left out. put, assessed, aligned and changed are of
-- items for which somebody was there who spoke for this part, as M7 counts them: changed once confirmed.
-- cell is the highest step that was reached:
-- NO_SEAT and nobody came; VACANT: nobody sits in any seat and nobody has come since, or who sits there
-- came to none of three meetings or more that are recorded; NOT_RECORDED: there is a seat, and nothing
-- written down; ATTENDED; MANDATED: under a mandate that is in force still; POSITION put; CHANGED.
create function matrix_unfolded(
  of_kind text, of_areas text[], days int, footprint date, as_of date, known_at timestamptz)
returns table (
  forum text, col text, cell text, seats int, filled int, empty_since date, meetings int,
  unrecorded int, attended int, observed int, mandated int, in_force int, ran_out date,
  last_day date, decided int, items int, put int, assessed int, aligned int, changed int)
language sql stable parallel safe
as $$
  with sits as materialized (
    select * from matrix_seat(of_kind, of_areas, footprint, as_of, known_at)
  ),
  was as materialized (
    select * from matrix_attendance(of_kind, of_areas, days, footprint, as_of, known_at)
  ),
  line as materialized (
    select f.forum, p.col
    from matrix_forum(of_kind, of_areas, days, footprint, as_of, known_at) f
    cross join (
      values ('WHOLE'), ('LMC'), ('FEDERATION'), ('PCN'), ('PRACTICE'), ('ICB')) p (col)
  ),
  cell as (
    select l.forum, l.col from line l
    union
    select b.forum, b.col || ' ' || b.body
    from (
      select s.forum, s.col, s.body_id from sits s
      union all
      select w.forum, w.col, w.body from was w) b (forum, col, body)
    where b.col <> 'ICB' and b.body is not null and b.forum in (select l.forum from line l)
  ),
  met as materialized (
    select f.forum, f.id as meeting_id, f.day,
      f.closed or exists (
        select from attendance_fact a
        where a.meeting_id = f.id and a.known_from <= known_at and known_at < a.known_to) as recorded
    from area_forum(of_kind, of_areas, footprint, as_of, known_at) f
    where f.kind = 'MEETING' and not f.cancelled and f.day <= as_of and f.day > as_of - days
  ),
  meeting as (
    select m.forum, count(*) as meetings, count(*) filter (where not m.recorded) as unrecorded,
      max(m.day) as last_day
    from met m
    group by m.forum
  ),
  seat as (
    select s.forum, p.col, count(*) as seats, count(*) filter (where s.nominees <> '{}') as filled,
      case when bool_and(s.nominees = '{}') then max(s.empty_since) end as empty_since
    from sits s
    join lateral (values ('WHOLE'), (s.col), (s.col || ' ' || s.body_id)) p (col)
      on p.col is not null
    group by s.forum, p.col
  ),
  went as materialized (
    select a.*, p.col as part
    from was a
    join lateral (values ('WHOLE'), (a.col), (a.col || ' ' || a.body)) p (col)
      on p.col is not null
  ),
  each_meeting as materialized (
    select w.forum, w.part as col, w.meeting_id, w.day, bool_and(w.capacity = 'OBSERVER') as observed,
      bool_or(w.mandated) as mandated, bool_or(w.in_force) as in_force, max(w.ran_out) as ran_out,
      w.part = 'WHOLE' or bool_or(w.speaks) as speaks
    from went w
    group by w.forum, w.part, w.meeting_id, w.day
  ),
  presence as (
    select e.forum, e.col, count(*) as attended, count(*) filter (where e.observed) as observed,
      count(*) filter (where e.mandated) as mandated, count(*) filter (where e.in_force) as in_force,
      max(e.ran_out) as ran_out, max(e.day) as last_attended
    from each_meeting e
    group by e.forum, e.col
  ),
  item as materialized (
    select m.forum, m.meeting_id, i.stance, i.confirmed, i.influence,
      i.reach is distinct from 'NOT_THERE' as there,
      i.outcome is not null and i.outcome <> 'NOT_DECIDED' as decided,
      i.outcome is not null and i.outcome <> 'NOT_DECIDED' and not i.disputed
        and i.influence is not null as weighed
    from met m
    join item_fact i on i.meeting_id = m.meeting_id
    where i.known_from <= known_at and known_at < i.known_to
      and i.influence is distinct from 'NOT_RELEVANT'
  ),
  decided as (
    select i.forum, count(*) filter (where i.decided) as decided from item i group by i.forum
  ),
  effect as (
    select e.forum, e.col, count(*) filter (where i.decided) as items,
      count(*) filter (where i.stance is not null) as put,
      count(*) filter (where i.weighed and i.influence <> 'ALREADY_ALIGNED') as assessed,
      count(*) filter (where i.weighed and i.influence = 'ALREADY_ALIGNED') as aligned,
      count(*) filter (
        where i.weighed and i.confirmed and i.influence in ('CHANGED', 'PARTLY')) as changed
    from each_meeting e
    join item i on i.meeting_id = e.meeting_id
    where e.speaks and i.there
    group by e.forum, e.col
  ),
  counted as (
    select f.forum, f.col, coalesce(s.seats, 0) as seats, coalesce(s.filled, 0) as filled,
      s.empty_since, coalesce(m.meetings, 0) as meetings, coalesce(m.unrecorded, 0) as unrecorded,
      coalesce(r.attended, 0) as attended, coalesce(r.observed, 0) as observed,
      coalesce(r.mandated, 0) as mandated, coalesce(r.in_force, 0) as in_force,
      case when coalesce(r.in_force, 0) = 0 then r.ran_out end as ran_out, r.last_attended,
      m.last_day, coalesce(d.decided, 0) as decided, coalesce(e.items, 0) as items,
      coalesce(e.put, 0) as put, coalesce(e.assessed, 0) as assessed,
      coalesce(e.aligned, 0) as aligned, coalesce(e.changed, 0) as changed
    from cell f
    left join meeting m on m.forum = f.forum
    left join seat s on s.forum = f.forum and s.col = f.col
    left join presence r on r.forum = f.forum and r.col = f.col
    left join decided d on d.forum = f.forum
    left join effect e on e.forum = f.forum and e.col = f.col
  )
  select c.forum, c.col,
    case
      when c.seats > 0 and c.filled = 0
        and (c.last_attended is null or c.last_attended < c.empty_since) then 'VACANT'
      when c.attended = 0 and c.seats = 0 then 'NO_SEAT'
      when c.attended = 0 and c.meetings - c.unrecorded >= 3 then 'VACANT'
      when c.attended = 0 then 'NOT_RECORDED'
      when c.changed > 0 then 'CHANGED'
      when c.put > 0 then 'POSITION'
      when c.in_force > 0 then 'MANDATED'
      else 'ATTENDED'
    end,
    c.seats::int, c.filled::int, c.empty_since, c.meetings::int, c.unrecorded::int,
    c.attended::int, c.observed::int, c.mandated::int, c.in_force::int, c.ran_out, c.last_day,
    c.decided::int, c.items::int, c.put::int, c.assessed::int, c.aligned::int, c.changed::int
  from counted c
$$;

-- The same without each body for itself.
create function matrix(
  of_kind text, of_areas text[], days int, footprint date, as_of date, known_at timestamptz)
returns table (
  forum text, col text, cell text, seats int, filled int, empty_since date, meetings int,
  unrecorded int, attended int, observed int, mandated int, in_force int, ran_out date,
  last_day date, decided int, items int, put int, assessed int, aligned int, changed int)
language sql stable parallel safe
as $$
  select *
  from matrix_unfolded(of_kind, of_areas, days, footprint, as_of, known_at) m
  where strpos(m.col, ' ') = 0
$$;

-- Forums of an area that an organisation outside general practice shares: it convenes them, or was at a
-- meeting of theirs for this area in the last 365 days.
create function shared_forum(
  of_kind text, of_areas text[], of_organisation text, footprint date, as_of date,
  known_at timestamptz)
returns table (forum text)
language sql stable parallel safe
as $$
  select f.forum
  from matrix_forum(of_kind, of_areas, 365, footprint, as_of, known_at) f
  where f.owner_id = of_organisation
  union
  select m.forum
  from area_forum(of_kind, of_areas, footprint, as_of, known_at) m
  join partner_attendance_fact p on p.meeting_id = m.id
  where m.kind = 'MEETING' and not m.cancelled and m.day <= as_of and m.day > as_of - 365
    and p.organisation_id = of_organisation
    and p.known_from <= known_at and known_at < p.known_to
$$;

-- What who goes to a forum can agree for practices there: topics on which the body whose seat it is, or
-- for which they hold a role, holds a mandate in force at that table; how many of the area's practices
-- granted it, of how many, and until which day it runs (the first after the last).
create function can_agree(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  forum text, topic_id text, topic text, label text, granted int, practices int, ends date)
language sql stable parallel safe
as $$
  with coverage as materialized (
    select c.topic_id, c.topic, c.label, c.board, c.mandates,
      max(c.practices) filter (where c.class = 'GRANTED') as granted, sum(c.practices) as practices
    from mandate_coverage(of_kind, of_areas, footprint, as_of, known_at) c
    group by c.topic_id, c.topic, c.label, c.board, c.mandates
  ),
  goes as (
    select s.forum, s.body_id as body
    from matrix_seat(of_kind, of_areas, footprint, as_of, known_at) s
    where s.nominees <> '{}' and s.body_id is not null
    union
    select s.forum, r.organisation_id
    from matrix_seat(of_kind, of_areas, footprint, as_of, known_at) s
    join role_fact r on r.person_id = any (s.nominees)
    where r.valid_from <= as_of and as_of < r.valid_to
      and r.known_from <= known_at and known_at < r.known_to
  ),
  held as (
    select g.forum, split_part(m.mandate_id, '#', 1) as mandate_id, max(m.valid_to) as ends
    from goes g
    join mandate_fact m on m.holder_id = g.body
    where m.place_id in (
        select p.place_id from area_place(of_kind, of_areas, footprint, as_of, known_at) p
        where p.from_day <= as_of and as_of < p.to_day)
      and m.state = 'LIVE'
      and m.valid_from <= as_of and as_of < m.valid_to
      and m.known_from <= known_at and known_at < m.known_to
    group by 1, 2
  ),
  named as (
    select f.forum, f.label from matrix_forum(of_kind, of_areas, 365, footprint, as_of, known_at) f
  )
  select distinct on (n.forum, c.topic, c.topic_id) n.forum, c.topic_id, c.topic, c.label,
    c.granted::int, c.practices::int, h.ends
  from named n
  join held h on h.forum = n.forum
  join coverage c on h.mandate_id = any (c.mandates) and (c.board is null or c.board = n.label)
  order by n.forum, c.topic, c.topic_id, c.board nulls last, h.ends desc
$$;
