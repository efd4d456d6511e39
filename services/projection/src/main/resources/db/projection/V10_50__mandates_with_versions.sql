-- A mandate has several topics and tables, and versions (mandate#2 and so on) that are asked for, live,
-- suspended or ended. Topics and their ids in the list go in pairs; an empty id is none of the list.
alter table mandate_fact
  add column topics text[] not null default '{}',
  add column topic_ids text[] not null default '{}',
  add column boards text[] not null default '{}',
  add column state text not null default 'LIVE';

-- Mandates by the topics that they are about on the day: of a list, the one that theirs went on in;
-- else the words in which they were asked for, as they were. A version has a row for each of its
-- topics at each of its tables; topics of it that became one are one.
drop function mandate_at(date, timestamptz);
create function mandate_at(as_of date, known_at timestamptz)
returns table (
  mandate_id text, valid_from date, valid_to date, place_id text, topic_id text, topic text,
  label text, board text, holder_id text, opened date, state text)
language sql stable parallel safe
as $$
  select distinct m.mandate_id, m.valid_from, m.valid_to, m.place_id, t.standing_id,
    coalesce(t.slug, about.topic), t.label, at.board, m.holder_id, m.opened, m.state
  from mandate_fact m
  cross join lateral unnest(m.topics, m.topic_ids) about (topic, topic_id)
  cross join lateral unnest(
    case when m.boards = '{}' then array[null::text] else m.boards end) at (board)
  left join topic_at(as_of, known_at) t on t.topic_id = about.topic_id
  where m.known_from <= known_at and known_at < m.known_to
$$;

-- M1 Mandate coverage of places, per topic and table: each listed practice of a place falls into one
-- class, so that four classes make the whole. Only what is in force counts. A mandate without a table
-- covers every table, and mandates on topics that became one cover the one. Patients are null where
-- none are known: of no practice of the place, or of no practice of the class.
create or replace function mandate_coverage(of_places text[], as_of date, known_at timestamptz)
returns table (
  place_id text, topic_id text, topic text, label text, board text, class text, practices int,
  patients bigint, without_list_size int, holders int, mandates text[])
language sql stable parallel safe
as $$
  with mandate as materialized (
    select m.*
    from mandate_at(as_of, known_at) m
    where m.place_id = any (of_places) and m.valid_from <= as_of and as_of < m.valid_to
      and m.state = 'LIVE'
  ),
  asked as (
    select distinct m.place_id, m.topic_id, m.topic, m.label, m.board from mandate m
  ),
  covering as (
    select a.*, m.mandate_id, m.holder_id
    from asked a
    join mandate m
      on m.place_id = a.place_id and m.topic = a.topic
      and m.topic_id is not distinct from a.topic_id
      and (m.board is null or m.board = a.board)
  ),
  contest as (
    select c.place_id, c.topic_id, c.topic, c.label, c.board,
      count(distinct c.holder_id) as holders,
      array_agg(distinct split_part(c.mandate_id, '#', 1) order by split_part(c.mandate_id, '#', 1))
        as mandates
    from covering c
    group by c.place_id, c.topic_id, c.topic, c.label, c.board
  ),
  member as materialized (
    select l.area_id as place_id, l.practice_id, l.month, l.patients
    from area_list_size('PLACE', of_places, as_of, known_at) l
  ),
  answer as (
    select c.place_id, c.topic_id, c.topic, c.board, n.practice_id,
      min(case n.answer when 'GRANTED' then 1 when 'CONDITIONAL' then 2 when 'DECLINED' then 3 end)
        as rank
    from covering c
    join consent_fact n on n.mandate_id = c.mandate_id
    where n.valid_from <= as_of and as_of < n.valid_to
      and n.known_from <= known_at and known_at < n.known_to
    group by c.place_id, c.topic_id, c.topic, c.board, n.practice_id
  ),
  classed as (
    select t.place_id, t.topic_id, t.topic, t.board, m.practice_id, m.patients,
      coalesce(a.rank, 4) as rank
    from contest t
    join member m on m.place_id = t.place_id
    left join answer a
      on a.place_id = t.place_id and a.topic = t.topic
      and a.topic_id is not distinct from t.topic_id and a.board is not distinct from t.board
      and a.practice_id = m.practice_id
  )
  select t.place_id, t.topic_id, t.topic, t.label, t.board, k.class, count(c.practice_id)::int,
    case
      when count(c.practice_id) > 0 then sum(c.patients)
      when exists (
        select from member m where m.place_id = t.place_id and m.month is not null) then 0
    end::bigint,
    count(*) filter (where c.practice_id is not null and c.patients is null)::int,
    t.holders::int, t.mandates
  from contest t
  cross join (values (1, 'GRANTED'), (2, 'CONDITIONAL'), (3, 'DECLINED'), (4, 'NOT_ANSWERED'))
    k (rank, class)
  left join classed c
    on c.place_id = t.place_id and c.topic = t.topic
    and c.topic_id is not distinct from t.topic_id and c.board is not distinct from t.board
    and c.rank = k.rank
  group by t.place_id, t.topic_id, t.topic, t.label, t.board, t.holders, t.mandates, k.rank,
    k.class
  order by t.place_id, t.topic, t.topic_id nulls first, t.board nulls first, k.rank
$$;
