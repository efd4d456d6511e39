-- What a body of general practice says in public, from the day it was published until it says
-- something else. Each stance is option|stance|since: the day from which it has said so without a break.
create table position_fact (
  position_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  place_id text not null,
  body_id text not null,
  topic_id text not null,
  stances text[] not null,
  primary key (position_id, valid_from, known_from)
);
create index position_place on position_fact (place_id);

-- M9 Contradictions: topics on which two bodies say FOR and AGAINST of one option in public, one of them
-- for this place, and since when. What differs by a condition is no contradiction.
create function contradictions(of_place text, as_of date, known_at timestamptz)
returns table (topic_id text, pairs int, since date)
language sql stable parallel safe
as $$
  with said as materialized (
    select p.position_id, p.place_id, p.topic_id, split_part(s.stance, '|', 1) as option_id,
      split_part(s.stance, '|', 2) as stance, split_part(s.stance, '|', 3)::date as since
    from position_fact p
    cross join lateral unnest(p.stances) s (stance)
    where p.valid_from <= as_of and as_of < p.valid_to
      and p.known_from <= known_at and known_at < p.known_to
  )
  select yes.topic_id, count(*)::int, min(greatest(yes.since, no.since))
  from said yes
  join said no
    on no.option_id = yes.option_id and no.position_id <> yes.position_id
    and no.stance = 'AGAINST' and yes.stance = 'FOR'
  where of_place in (yes.place_id, no.place_id)
  group by yes.topic_id
$$;
