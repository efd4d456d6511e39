-- Who was there for an area: everybody of general practice; and for a federation, who sat in one of its seats on the
-- day of the meeting, or spoke under a mandate of the meeting's place that it held in force that day. What another
-- body held before or after is not its.
create or replace function area_attendance(of_kind text, of_areas text[], known_at timestamptz)
returns table (meeting_id text, person_id text, kind text, mandate_id text)
language sql stable parallel safe
as $$
  select a.meeting_id, a.person_id, a.kind, a.mandate_id
  from attendance_fact a
  where of_kind <> 'FEDERATION' and a.known_from <= known_at and known_at < a.known_to
  union all
  select a.meeting_id, a.person_id, a.kind, a.mandate_id
  from attendance_fact a
  join meeting_fact m on m.meeting_id = a.meeting_id
  where of_kind = 'FEDERATION' and a.known_from <= known_at and known_at < a.known_to
    and m.known_from <= known_at and known_at < m.known_to
    and (
      exists (
        select from mandate_fact g
        where g.holder_id = any (of_areas) and g.state = 'LIVE' and g.place_id = m.place_id
          and split_part(g.mandate_id, '#', 1) = a.mandate_id
          and g.valid_from <= m.valid_from and m.valid_from < g.valid_to
          and g.known_from <= known_at and known_at < g.known_to)
      or exists (
        select from seat_fact s
        join nomination_fact n on n.seat_id = s.seat_id and n.person_id = a.person_id
        where s.series_id = m.series_id and s.body_id = any (of_areas) and not n.annulled
          and n.valid_from <= m.valid_from and m.valid_from < n.valid_to
          and s.valid_from <= m.valid_from and m.valid_from < s.valid_to
          and s.known_from <= known_at and known_at < s.known_to
          and n.known_from <= known_at and known_at < n.known_to))
$$;
