-- Relationships from attendance to influence: M3, M4, M5, M13, M16.

-- Of which class a slot is, as it was known on the day: what is foreseen is replaced by whatever is
-- learnt later, and what was so before stays so, also when the evidence is erased.
create table slot_class_fact (
  slot_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  strength text not null,
  primary key (slot_id, valid_from, known_from)
);

create table commitment_fact (
  commitment_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  slot_id text not null,
  side text not null,
  due date not null,
  state text not null,
  primary key (commitment_id, valid_from, known_from)
);
create index commitment_slot on commitment_fact (slot_id, due);

create table joint_group_fact (
  group_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  place_id text not null,
  organisation_id text not null,
  primary key (group_id, valid_from, known_from)
);
create index joint_group_place on joint_group_fact (place_id);

-- What the half of general practice cites.
create table joint_mandate_fact (
  group_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  mandate_id text not null,
  primary key (group_id, valid_from, known_from)
);

create table joint_seat_fact (
  group_id text not null,
  seat_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  person_id text not null,
  side text not null,
  nature text not null,
  primary key (group_id, seat_id, valid_from, known_from)
);

create table joint_issue_fact (
  group_id text not null,
  issue_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  fix_by date not null,
  open boolean not null,
  primary key (group_id, issue_id, valid_from, known_from)
);

create index contact_slot on contact_fact (slot_id, valid_from);

-- A slot of the place on the day: who holds it, who of them has talked with the other side, both ways,
-- within 90 days, how strong the relationship is, and how many days ago the last such talk was,
-- whoever had it; null for never.
create function slot_now(of_place text, as_of date, known_at timestamptz)
returns table (
  slot_id text, holders text[], in_touch text[], strength text, days int)
language sql stable parallel safe
as $$
  select s.slot_id, h.holders, h.in_touch,
    case when h.holders = '{}' then 'UNKNOWN' else coalesce(c.strength, 'UNKNOWN') end,
    t.days
  from slot_fact s
  cross join lateral (
    select
      coalesce(array_agg(distinct r.holder_id), '{}') as holders,
      coalesce(
        array_agg(distinct r.holder_id) filter (where exists (
          select from contact_fact k
          where k.relationship_id = r.relationship_id and k.two_way
            and k.valid_from <= as_of and k.valid_from >= as_of - 90
            and k.known_from <= known_at and known_at < k.known_to)),
        '{}') as in_touch
    from relationship_fact r
    where r.slot_id = s.slot_id
      and r.valid_from <= as_of and as_of < r.valid_to
      and r.known_from <= known_at and known_at < r.known_to) h
  left join slot_class_fact c
    on c.slot_id = s.slot_id
    and c.valid_from <= as_of and as_of < c.valid_to
    and c.known_from <= known_at and known_at < c.known_to
  cross join lateral (
    select as_of - max(k.valid_from) as days
    from contact_fact k
    where k.slot_id = s.slot_id and k.two_way and k.valid_from <= as_of
      and k.known_from <= known_at and known_at < k.known_to) t
  where s.place_id = of_place
    and s.valid_from <= as_of and as_of < s.valid_to
    and s.known_from <= known_at and known_at < s.known_to
$$;

-- M3 Strength: slots by class. A slot that nobody holds is of no known strength.
create function slot_strength(of_place text, as_of date, known_at timestamptz)
returns table (strength text, slots int)
language sql stable parallel safe
as $$
  select k.strength, count(n.slot_id)::int
  from (values (1, 'STRONG'), (2, 'SOME'), (3, 'NONE'), (4, 'UNKNOWN')) k (rank, strength)
  left join slot_now(of_place, as_of, known_at) n on n.strength = k.strength
  group by k.rank, k.strength
  order by k.rank
$$;

-- M4 Staleness: slots by days since the last talk of both sides, and the median of those that had one.
create function slot_staleness(of_place text, as_of date, known_at timestamptz)
returns table (up_to_60 int, up_to_120 int, longer int, never int, median_days int)
language sql stable parallel safe
as $$
  select
    count(*) filter (where n.days <= 60)::int,
    count(*) filter (where n.days between 61 and 120)::int,
    count(*) filter (where n.days > 120)::int,
    count(*) filter (where n.days is null)::int,
    round((percentile_cont(0.5) within group (order by n.days))::numeric)::int
  from slot_now(of_place, as_of, known_at) n
$$;

-- M5 Single points of failure: slots with a talk of both sides within 90 days, as M2 covers them, and
-- those of them that one person alone holds.
create function single_points(of_place text, as_of date, known_at timestamptz)
returns table (slots int, covered int, single int)
language sql stable parallel safe
as $$
  select count(*)::int,
    count(*) filter (where n.in_touch <> '{}')::int,
    count(*) filter (where n.in_touch <> '{}' and cardinality(n.holders) = 1)::int
  from slot_now(of_place, as_of, known_at) n
$$;

-- M5, person by person: how many covered slots hang on them alone, and how many would still be covered
-- if they went.
create function loss_test(of_place text, as_of date, known_at timestamptz)
returns table (holder_id text, alone int, covered_without int)
language sql stable parallel safe
as $$
  with slot as materialized (
    select n.holders, n.in_touch
    from slot_now(of_place, as_of, known_at) n
    where n.in_touch <> '{}'
  )
  select h.holder_id,
    count(*) filter (where s.holders = array[h.holder_id])::int,
    count(*) filter (where array_remove(s.in_touch, h.holder_id) <> '{}')::int
  from (select distinct unnest(holders) as holder_id from slot) h
  cross join slot s
  group by h.holder_id
  order by h.holder_id collate "C"
$$;

-- M13 Commitments kept: what each side promised whose last day in time is one of the 365 before, how much
-- of it was kept, and of how much nobody has said yet. A commitment stays what it was when its slot is withdrawn.
create function commitments_kept(of_place text, as_of date, known_at timestamptz)
returns table (side text, due int, kept int, not_said int)
language sql stable parallel safe
as $$
  with fell_due as (
    select c.side, c.state
    from commitment_fact c
    where c.valid_from <= as_of and as_of < c.valid_to
      and c.known_from <= known_at and known_at < c.known_to
      and c.due < as_of and c.due >= as_of - 365 and c.state <> 'WITHDRAWN'
      and exists (
        select from slot_fact s
        where s.slot_id = c.slot_id and s.place_id = of_place
          and s.known_from <= known_at and known_at < s.known_to)
  )
  select k.side, count(f.side)::int, count(*) filter (where f.state = 'KEPT')::int,
    count(*) filter (where f.state = 'OPEN')::int
  from (values (1, 'OURS'), (2, 'THEIRS')) k (rank, side)
  left join fell_due f on f.side = k.side
  group by k.rank, k.side
  order by k.rank
$$;

-- M16 Joint group health: whether four to six people sit in it, of both sides and of both kinds on each;
-- whether its half of general practice cites a mandate that is in force; and its issues, open and past
-- the day by which they were to be put right.
create function joint_group_health(of_place text, as_of date, known_at timestamptz)
returns table (
  group_id text, organisation_id text, people int, composed boolean, mandated boolean,
  open_issues int, late_issues int)
language sql stable parallel safe
as $$
  select g.group_id, g.organisation_id, s.people, s.people between 4 and 6 and s.kinds = 4,
    exists (
      select from joint_mandate_fact c
      join mandate_fact m on split_part(m.mandate_id, '#', 1) = c.mandate_id
      where c.group_id = g.group_id and m.state = 'LIVE'
        and c.valid_from <= as_of and as_of < c.valid_to
        and c.known_from <= known_at and known_at < c.known_to
        and m.valid_from <= as_of and as_of < m.valid_to
        and m.known_from <= known_at and known_at < m.known_to),
    i.open_issues, i.late_issues
  from joint_group_fact g
  cross join lateral (
    select count(distinct f.person_id)::int as people,
      count(distinct (f.side, f.nature)) as kinds
    from joint_seat_fact f
    where f.group_id = g.group_id
      and f.valid_from <= as_of and as_of < f.valid_to
      and f.known_from <= known_at and known_at < f.known_to) s
  cross join lateral (
    select count(*) filter (where f.open)::int as open_issues,
      count(*) filter (where f.open and f.fix_by < as_of)::int as late_issues
    from joint_issue_fact f
    where f.group_id = g.group_id
      and f.valid_from <= as_of and as_of < f.valid_to
      and f.known_from <= known_at and known_at < f.known_to) i
  where g.place_id = of_place
    and g.valid_from <= as_of and as_of < g.valid_to
    and g.known_from <= known_at and known_at < g.known_to
  order by g.group_id collate "C"
$$;
