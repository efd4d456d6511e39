-- 1.1 and 1.14: what an area, above all a federation, stands on. A mandate: some practice of it grants one. Relationships:
-- somebody has talked both ways within 90 days. Strong: one of those in touch is strong, with a statutory provider.
create function foundations(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (mandate boolean, relationships boolean, strong boolean)
language sql stable parallel safe
as $$
  select
    exists (
      select from mandate_coverage(of_kind, of_areas, footprint, as_of, known_at) c
      where c.class = 'GRANTED' and c.practices > 0),
    coalesce(bool_or(n.in_touch <> '{}'), false),
    coalesce(
      bool_or(
        n.in_touch <> '{}' and n.strength = 'STRONG'
          and n.kind in ('ACUTE', 'COMMUNITY', 'MENTAL_HEALTH')),
      false)
  from slot_now(of_kind, of_areas, footprint, as_of, known_at) n
$$;
