-- Where a leadership group speaks, from a day until it speaks elsewhere; no place stands for the whole
-- ICS. Whether the group is there says organisation_open_fact: it is a registered body, which is
-- closed with it.
create table leadership_group_fact (
  group_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  ics_id text not null,
  place_ids text[] not null,
  primary key (group_id, valid_from, known_from)
);
create index leadership_group_ics on leadership_group_fact (ics_id);

-- The groups that speak for a place, and so for its neighbourhoods. A place that has none stands
-- exposed.
create function leadership_group_of_place(as_of date, known_at timestamptz)
returns table (place_id text, group_id text)
language sql stable parallel safe
as $$
  select p.place_id, g.group_id
  from leadership_group_fact g
  join place_at(as_of, known_at) p
    on g.place_ids = '{}' and p.ics_id = g.ics_id
      or coalesce(p.part_of, p.place_id) = any (g.place_ids)
  where g.valid_from <= as_of and as_of < g.valid_to
    and g.known_from <= known_at and known_at < g.known_to
    and exists (
      select from organisation_open_fact o
      where o.organisation_id = g.group_id
        and o.valid_from <= as_of and as_of < o.valid_to
        and o.known_from <= known_at and known_at < o.known_to)
$$;
