-- What mandates are about, as the lists of the ICSs have it.

-- What a topic is called, by the day from which; the first name also answers for the days before it.
create table topic_fact (
  topic_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  since date not null,
  label text not null,
  primary key (topic_id, valid_from, known_from)
);

-- From when on whoever names a topic means another one.
create table topic_merger_fact (
  topic_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  into_id text not null,
  primary key (topic_id, valid_from, known_from)
);

-- The topic of the list; null where the mandate names none of it.
alter table mandate_fact add column topic_id text;

-- Each topic with the one that is meant on the day by whoever names it, as slug and in words.
create function topic_at(as_of date, known_at timestamptz)
returns table (topic_id text, standing_id text, slug text, label text)
language sql stable parallel safe
as $$
  with recursive merger as materialized (
    select m.topic_id, m.into_id
    from topic_merger_fact m
    where m.valid_from <= as_of and as_of < m.valid_to
      and m.known_from <= known_at and known_at < m.known_to
  ),
  named as materialized (
    select t.topic_id, t.label
    from topic_fact t
    where t.valid_from <= as_of and as_of < t.valid_to
      and t.known_from <= known_at and known_at < t.known_to
  ),
  stands as (
    select n.topic_id, n.topic_id as standing_id from named n
    union
    select s.topic_id, m.into_id from stands s join merger m on m.topic_id = s.standing_id
  )
  select s.topic_id, s.standing_id,
    coalesce(
      nullif(trim(both '-' from regexp_replace(lower(n.label), '[^a-z0-9]+', '-', 'g')), ''),
      'topic'),
    n.label
  from stands s
  join named n on n.topic_id = s.standing_id
  where not exists (select from merger m where m.topic_id = s.standing_id)
$$;

-- Mandates by the topic that they are about on the day: of a list, the one that theirs went on in;
-- else the words in which they were asked for, as they were.
create function mandate_at(as_of date, known_at timestamptz)
returns table (
  mandate_id text, valid_from date, valid_to date, place_id text, topic_id text, topic text,
  label text, board text, holder_id text, opened date)
language sql stable parallel safe
as $$
  select m.mandate_id, m.valid_from, m.valid_to, m.place_id, t.standing_id,
    coalesce(t.slug, m.topic), t.label, m.board, m.holder_id, m.opened
  from mandate_fact m
  left join topic_at(as_of, known_at) t on t.topic_id = m.topic_id
  where m.known_from <= known_at and known_at < m.known_to
$$;

-- M1 Mandate coverage of places, per topic and table: each listed practice of a place falls into one
-- class, so that four classes make the whole. A mandate without a table covers every table, and
-- mandates on topics that became one cover the one. Patients are null where none are known: of no
-- practice of the place, or of no practice of the class.
drop function mandate_coverage(text[], date, timestamptz);
create function mandate_coverage(of_places text[], as_of date, known_at timestamptz)
returns table (
  place_id text, topic_id text, topic text, label text, board text, class text, practices int,
  patients bigint, without_list_size int, holders int, mandates text[])
language sql stable parallel safe
as $$
  with mandate as materialized (
    select m.*
    from mandate_at(as_of, known_at) m
    where m.place_id = any (of_places) and m.valid_from <= as_of and as_of < m.valid_to
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
      array_agg(distinct c.mandate_id order by c.mandate_id) as mandates
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
