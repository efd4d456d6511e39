-- What who goes to a forum can agree for practices there: topics on which the body whose seat it is, or
-- for which they hold a role, holds a mandate in force at that table; how many of the place's practices
-- granted it, of how many, and until which day it runs (the first after the last).
create function can_agree(of_place text, as_of date, known_at timestamptz)
returns table (
  forum text, topic_id text, topic text, label text, granted int, practices int, ends date)
language sql stable parallel safe
as $$
  with coverage as materialized (
    select c.topic_id, c.topic, c.label, c.board, c.mandates,
      max(c.practices) filter (where c.class = 'GRANTED') as granted, sum(c.practices) as practices
    from mandate_coverage(array[of_place], as_of, known_at) c
    group by c.topic_id, c.topic, c.label, c.board, c.mandates
  ),
  goes as (
    select s.forum, s.body_id as body
    from matrix_seat(of_place, as_of, known_at) s
    where s.nominees <> '{}' and s.body_id is not null
    union
    select s.forum, r.organisation_id
    from matrix_seat(of_place, as_of, known_at) s
    join role_fact r on r.person_id = any (s.nominees)
    where r.valid_from <= as_of and as_of < r.valid_to
      and r.known_from <= known_at and known_at < r.known_to
  ),
  held as (
    select g.forum, split_part(m.mandate_id, '#', 1) as mandate_id, max(m.valid_to) as ends
    from goes g
    join mandate_fact m on m.holder_id = g.body
    where m.place_id = of_place and m.state = 'LIVE'
      and m.valid_from <= as_of and as_of < m.valid_to
      and m.known_from <= known_at and known_at < m.known_to
    group by 1, 2
  ),
  named as (
    select f.forum, f.label from matrix_forum(of_place, 365, as_of, known_at) f
  )
  select distinct on (n.forum, c.topic, c.topic_id) n.forum, c.topic_id, c.topic, c.label,
    c.granted::int, c.practices::int, h.ends
  from named n
  join held h on h.forum = n.forum
  join coverage c on h.mandate_id = any (c.mandates) and (c.board is null or c.board = n.label)
  order by n.forum, c.topic, c.topic_id, c.board nulls last, h.ends desc
$$;
