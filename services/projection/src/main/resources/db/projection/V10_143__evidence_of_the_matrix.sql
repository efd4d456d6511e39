-- What makes each step of the matrix: the seats, meetings, mandates, positions and changes behind a cell.

-- Who was at meetings of forums, as matrix_attendance (V10_121), with the mandate under which they spoke and the entry.
create function matrix_presence(
  of_kind text, of_areas text[], days int, footprint date, as_of date, known_at timestamptz)
returns table (
  forum text, meeting_id text, day date, person_id text, capacity text, col text,
  body text, mandated boolean, in_force boolean, ran_out date, speaks boolean, place_id text,
  mandate_id text, recorded timestamptz, entered_for text)
language sql stable parallel safe
as $$
  with met as materialized (select * from area_forum(of_kind, of_areas, footprint, as_of, known_at)),
  went as materialized (
    select m.forum, m.id as meeting_id, m.day, m.place_id,
      person_standing(a.person_id, known_at) as person_id,
      person_records(a.person_id, known_at) as records, a.capacity, a.mandate_id,
      a.known_from as recorded, a.entered_for
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
      or k.capacity <> 'OBSERVER' and not bool_or(k.mandated) over (partition by k.meeting_id),
    k.place_id, k.mandate_id, k.recorded, k.entered_for
  from known k
$$;

create or replace function matrix_attendance(
  of_kind text, of_areas text[], days int, footprint date, as_of date, known_at timestamptz)
returns table (
  forum text, meeting_id text, day date, person_id text, capacity text, col text,
  body text, mandated boolean, in_force boolean, ran_out date, speaks boolean)
language sql stable parallel safe
as $$
  select p.forum, p.meeting_id, p.day, p.person_id, p.capacity, p.col, p.body, p.mandated, p.in_force,
    p.ran_out, p.speaks
  from matrix_presence(of_kind, of_areas, days, footprint, as_of, known_at) p
$$;

-- Whether what a body did counts in a column: WHOLE, a part, or a part with one of its bodies behind a blank.
create function in_column(of_column text, part text, body text)
returns boolean
language sql immutable parallel safe
as $$
  select of_column = 'WHOLE' or coalesce(of_column = part, false) or coalesce(of_column = part || ' ' || body, false)
$$;

-- The rows behind one cell, whatever its step. what and why:
-- SEAT, FILLED or EMPTY since the day;
-- MEETING, of those that took place within these days: NOT_RECORDED, NOBODY_CAME, OBSERVED only, WAS_THERE,
--   MANDATE_RAN_OUT or UNDER_MANDATE that is in force still;
-- MANDATE under which somebody spoke while it was in force, IN_FORCE still or RAN_OUT; the day is when they last did;
-- POSITION that was put, and how; CHANGE of an outcome, CHANGED or PARTLY, once confirmed: of items as the cell counts them;
-- DECISION, an item with an outcome for which nobody spoke who counts here: WITHOUT_US.
create function matrix_evidence(
  of_kind text, of_areas text[], days int, footprint date, as_of date, known_at timestamptz,
  of_forum text, of_column text)
returns table (
  what text, key text, id text, within_id text, place_id text, organisation_id text, label text, day date,
  why text, recorded timestamptz, entered_for text)
language sql stable parallel safe
as $$
  with use as materialized (
    select * from area_forum(of_kind, of_areas, footprint, as_of, known_at) f where f.forum = of_forum
  ),
  was as materialized (
    select p.*
    from matrix_presence(of_kind, of_areas, days, footprint, as_of, known_at) p
    where p.forum = of_forum and in_column(of_column, p.col, p.body)
  ),
  came as materialized (
    select w.meeting_id, bool_and(w.capacity = 'OBSERVER') as observed, bool_or(w.mandated) as mandated,
      bool_or(w.in_force) as in_force, of_column = 'WHOLE' or bool_or(w.speaks) as speaks,
      min(w.recorded) as recorded,
      (array_agg(w.entered_for order by w.recorded, w.person_id collate "C"))[1] as entered_for
    from was w
    group by w.meeting_id
  ),
  met as materialized (
    select u.id as meeting_id, u.day, u.place_id, u.label, m.known_from, m.entered_for,
      u.closed or exists (
        select from attendance_fact a
        where a.meeting_id = u.id and a.known_from <= known_at and known_at < a.known_to) as recorded
    from use u
    join meeting_fact m
      on m.meeting_id = u.id and m.known_from <= known_at and known_at < m.known_to
    where u.kind = 'MEETING' and not u.cancelled and u.day <= as_of and u.day > as_of - days
  ),
  item as materialized (
    select m.meeting_id, i.item_id, m.place_id, m.label, m.day, i.stance, i.influence, i.known_from, i.entered_for,
      coalesce(c.speaks, false) and i.reach is distinct from 'NOT_THERE' as spoken,
      i.outcome is not null and i.outcome <> 'NOT_DECIDED' as decided,
      i.outcome is not null and i.outcome <> 'NOT_DECIDED' and not i.disputed and i.confirmed
        and i.influence in ('CHANGED', 'PARTLY') as changed
    from met m
    join item_fact i on i.meeting_id = m.meeting_id
    left join came c on c.meeting_id = m.meeting_id
    where i.known_from <= known_at and known_at < i.known_to
      and i.influence is distinct from 'NOT_RELEVANT'
  )
  select 'SEAT', s.seat_id, s.seat_id, s.series_id,
    (select min(u.place_id) from use u where u.kind = 'SERIES' and u.id = s.series_id), s.body_id, s.label,
    case when s.nominees = '{}' then s.empty_since else f.valid_from end,
    case when s.nominees = '{}' then 'EMPTY' else 'FILLED' end, f.known_from, f.entered_for
  from matrix_seat(of_kind, of_areas, footprint, as_of, known_at) s
  join seat_fact f
    on f.seat_id = s.seat_id and f.valid_from <= as_of and as_of < f.valid_to
    and f.known_from <= known_at and known_at < f.known_to
  where s.forum = of_forum and in_column(of_column, s.col, s.body_id)
  union all
  select 'MEETING', m.meeting_id, m.meeting_id, null, m.place_id, null, m.label, m.day,
    case
      when c.in_force then 'UNDER_MANDATE'
      when c.mandated then 'MANDATE_RAN_OUT'
      when c.observed then 'OBSERVED'
      when c.meeting_id is not null then 'WAS_THERE'
      when m.recorded then 'NOBODY_CAME'
      else 'NOT_RECORDED'
    end,
    coalesce(c.recorded, m.known_from),
    case when c.meeting_id is null then m.entered_for else c.entered_for end
  from met m
  left join came c on c.meeting_id = m.meeting_id
  union all
  select 'MANDATE', w.mandate_id, w.mandate_id, null, w.place_id, g.holder_id, g.label, w.day,
    case when w.in_force then 'IN_FORCE' else 'RAN_OUT' end, g.known_from, null
  from (
    select a.mandate_id, a.place_id, max(a.day) as day, bool_or(a.in_force) as in_force
    from was a
    where a.mandated
    group by a.mandate_id, a.place_id) w
  cross join lateral (
    select m.holder_id, m.known_from,
      coalesce(
        (select min(t.label) from topic_at(as_of, known_at) t where t.topic_id = m.topic_id), m.topic) as label
    from mandate_fact m
    where m.place_id = w.place_id and split_part(m.mandate_id, '#', 1) = w.mandate_id and m.state = 'LIVE'
      and m.known_from <= known_at and known_at < m.known_to
    order by m.valid_from desc, m.mandate_id desc
    limit 1) g
  union all
  select 'POSITION', i.meeting_id || '|' || i.item_id, i.item_id, i.meeting_id, i.place_id, null, i.label, i.day,
    i.stance, i.known_from, i.entered_for
  from item i
  where i.spoken and i.stance is not null
  union all
  select 'CHANGE', i.meeting_id || '|' || i.item_id, i.item_id, i.meeting_id, i.place_id, null, i.label, i.day,
    i.influence, i.known_from, i.entered_for
  from item i
  where i.spoken and i.changed
  union all
  select 'DECISION', i.meeting_id || '|' || i.item_id, i.item_id, i.meeting_id, i.place_id, null, i.label, i.day,
    'WITHOUT_US', i.known_from, i.entered_for
  from item i
  where i.decided and not i.spoken
$$;
