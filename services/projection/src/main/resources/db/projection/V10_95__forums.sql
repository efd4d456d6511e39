-- Forums of the ICSs' lists, which of them meetings and series are of, positions put, and for which
-- bodies people hold roles: what the representation matrix is made of.

-- What a forum is called from which day on, and where in the ICS it sits; none before its first day.
create table forum_fact (
  forum_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  since date not null,
  ics_id text not null,
  label text not null,
  level text not null,
  owner_id text,
  place_ids text[] not null,
  primary key (forum_id, valid_from, known_from)
);
create index forum_ics on forum_fact (ics_id);

-- From when on a forum is used no more, and which one is meant by whoever names it; null where none is.
create table forum_end_fact (
  forum_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  into_id text,
  primary key (forum_id, valid_from, known_from)
);

create table role_fact (
  role_holding_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  person_id text not null,
  organisation_id text not null,
  primary key (role_holding_id, valid_from, known_from)
);
create index role_person on role_fact (person_id);

alter table meeting_fact add column forum_id text;
alter table series_fact add column forum_id text;

-- The position that general practice put on the item.
alter table item_fact add column stance text;

-- Each forum that has begun, with the one that is meant on the day by whoever names it, and whether
-- that one is still in use.
create function forum_at(as_of date, known_at timestamptz)
returns table (
  forum_id text, standing_id text, ics_id text, label text, level text, owner_id text,
  place_ids text[], open boolean)
language sql stable parallel safe
as $$
  with recursive gone as materialized (
    select e.forum_id, e.into_id
    from forum_end_fact e
    where e.valid_from <= as_of and as_of < e.valid_to
      and e.known_from <= known_at and known_at < e.known_to
  ),
  named as materialized (
    select f.*
    from forum_fact f
    where f.valid_from <= as_of and as_of < f.valid_to
      and f.known_from <= known_at and known_at < f.known_to
  ),
  stands as (
    select n.forum_id, n.forum_id as standing_id from named n
    union
    select s.forum_id, o.into_id
    from stands s
    join gone o on o.forum_id = s.standing_id
    where o.into_id is not null
  )
  select s.forum_id, s.standing_id, n.ics_id, n.label, n.level, n.owner_id, n.place_ids,
    not exists (select from gone o where o.forum_id = s.standing_id)
  from stands s
  join named n on n.forum_id = s.standing_id
  where not exists (
    select from gone o where o.forum_id = s.standing_id and o.into_id is not null)
$$;

-- For whom a body of general practice, or the ICB, speaks: LMC, FEDERATION, PCN, PRACTICE or ICB; null
-- for any other body.
create function body_column(of_body text, as_of date, known_at timestamptz)
returns text
language sql stable parallel safe
as $$
  select k.kind
  from organisation_fact o
  join (
    values (1, 'LMC'), (2, 'FEDERATION'), (3, 'PCN'), (4, 'PRACTICE'), (5, 'ICB')
  ) k (rank, kind) on k.kind = any (o.kinds)
  where o.organisation_id = of_body
    and o.valid_from <= as_of and as_of < o.valid_to
    and o.known_from <= known_at and known_at < o.known_to
  order by k.rank
  limit 1
$$;
