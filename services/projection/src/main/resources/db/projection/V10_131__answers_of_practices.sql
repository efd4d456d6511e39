-- M1, practice by practice: each listed practice of the area for each topic and table asked about, with the answer
-- that counts and the mandate in which it was given. rank is 1 granted, 2 conditional, 3 declined, 4 neither
-- answered nor asked. As in mandate_coverage, which counts the same faster, practices are those of the registry.
create function mandate_answer(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz,
  registry_on date, registry_at timestamptz)
returns table (
  topic_id text, topic text, label text, board text, practice_id text, patients bigint, rank int,
  mandate_id text, answered date, recorded timestamptz, entered_for text)
language sql stable parallel safe
as $$
  with mandate as materialized (
    select m.*
    from area_mandate(of_kind, of_areas, footprint, as_of, known_at, registry_at) m
    where m.valid_from <= as_of and as_of < m.valid_to and m.state = 'LIVE'
  ),
  asked as materialized (
    select distinct m.topic_id, m.topic, m.label, m.board from mandate m
  ),
  answer as (
    select distinct on (a.topic_id, a.topic, a.board, n.practice_id)
      a.topic_id, a.topic, a.board, n.practice_id, r.rank, m.mandate_id, n.valid_from, n.known_from,
      n.entered_for
    from asked a
    join mandate m
      on m.topic = a.topic and m.topic_id is not distinct from a.topic_id
      and (m.board is null or m.board = a.board)
    join consent_fact n on n.mandate_id = m.mandate_id
    join (values (1, 'GRANTED'), (2, 'CONDITIONAL'), (3, 'DECLINED')) r (rank, answer)
      on r.answer = n.answer
    where n.valid_from <= as_of and as_of < n.valid_to
      and n.known_from <= known_at and known_at < n.known_to
    order by a.topic_id, a.topic, a.board, n.practice_id, r.rank, n.valid_from desc, m.mandate_id
  )
  select t.topic_id, t.topic, t.label, t.board, m.practice_id, m.patients, coalesce(a.rank, 4),
    split_part(a.mandate_id, '#', 1), a.valid_from, a.known_from, a.entered_for
  from asked t
  cross join area_member(
    of_kind, of_areas, case when footprint = as_of then registry_on else footprint end, registry_on,
    registry_at) m
  left join answer a
    on a.topic = t.topic and a.topic_id is not distinct from t.topic_id
    and a.board is not distinct from t.board and a.practice_id = m.practice_id
$$;
