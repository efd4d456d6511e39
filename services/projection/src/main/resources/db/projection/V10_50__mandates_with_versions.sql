-- A mandate has several topics and tables, and versions (mandate#2 and so on) that are asked for, live,
-- suspended or ended. What was written before knows one topic, and is live.
alter table mandate_fact
  add column topics text[] not null default '{}',
  add column boards text[] not null default '{}',
  add column state text not null default 'LIVE';

-- M1 Mandate coverage of places, per topic and table: each listed practice of a place falls into one
-- class, so that four classes make the whole. A mandate without a table covers every table. Patients
-- are null where none are known: of no practice of the place, or of no practice of the class.
create or replace function mandate_coverage(of_places text[], as_of date, known_at timestamptz)
returns table (
  place_id text, topic text, board text, class text, practices int, patients bigint,
  without_list_size int, holders int)
language sql stable parallel safe
as $$
  with mandate as materialized (
    select m.place_id, m.mandate_id, about.topic, at.board, m.holder_id
    from mandate_fact m
    cross join lateral unnest(
      case when m.topics = '{}' then array[m.topic] else m.topics end) about (topic)
    cross join lateral unnest(
      case when m.topics = '{}' or m.boards = '{}' then array[m.board] else m.boards end) at (board)
    where m.place_id = any (of_places)
      and m.valid_from <= as_of and as_of < m.valid_to
      and m.known_from <= known_at and known_at < m.known_to
      and m.state = 'LIVE'
  ),
  asked as (
    select distinct m.place_id, m.topic, m.board from mandate m
  ),
  covering as (
    select a.place_id, a.topic, a.board, m.mandate_id, m.holder_id
    from asked a
    join mandate m
      on m.place_id = a.place_id and m.topic = a.topic
      and (m.board is null or m.board = a.board)
  ),
  contest as (
    select c.place_id, c.topic, c.board, count(distinct c.holder_id) as holders
    from covering c
    group by c.place_id, c.topic, c.board
  ),
  member as materialized (
    select l.area_id as place_id, l.practice_id, l.month, l.patients
    from area_list_size('PLACE', of_places, as_of, known_at) l
  ),
  answer as (
    select c.place_id, c.topic, c.board, n.practice_id,
      min(case n.answer when 'GRANTED' then 1 when 'CONDITIONAL' then 2 when 'DECLINED' then 3 end)
        as rank
    from covering c
    join consent_fact n on n.mandate_id = c.mandate_id
    where n.valid_from <= as_of and as_of < n.valid_to
      and n.known_from <= known_at and known_at < n.known_to
    group by c.place_id, c.topic, c.board, n.practice_id
  ),
  classed as (
    select t.place_id, t.topic, t.board, m.practice_id, m.patients, coalesce(a.rank, 4) as rank
    from contest t
    join member m on m.place_id = t.place_id
    left join answer a
      on a.place_id = t.place_id and a.topic = t.topic and a.board is not distinct from t.board
      and a.practice_id = m.practice_id
  )
  select t.place_id, t.topic, t.board, k.class, count(c.practice_id)::int,
    case
      when count(c.practice_id) > 0 then sum(c.patients)
      when exists (
        select from member m where m.place_id = t.place_id and m.month is not null) then 0
    end::bigint,
    count(*) filter (where c.practice_id is not null and c.patients is null)::int,
    t.holders::int
  from contest t
  cross join (values (1, 'GRANTED'), (2, 'CONDITIONAL'), (3, 'DECLINED'), (4, 'NOT_ANSWERED'))
    k (rank, class)
  left join classed c
    on c.place_id = t.place_id and c.topic = t.topic and c.board is not distinct from t.board
    and c.rank = k.rank
  group by t.place_id, t.topic, t.board, t.holders, k.rank, k.class
  order by t.place_id, t.topic, t.board nulls first, k.rank
$$;

