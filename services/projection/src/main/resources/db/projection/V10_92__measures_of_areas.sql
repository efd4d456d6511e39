-- The measures of mandates, positions and relationships, of any area (V10_91). Those of a place alone are the same
-- functions asked for one place.

-- M1 Mandate coverage per topic and table: each listed practice of the area falls into one class, so that four
-- classes make the whole; a practice that lies in no place was not asked. Only what is in force counts. A mandate
-- without a table covers every table, and mandates on topics that became one cover the one. Holders are those
-- of the place where most were asked for: two places with a holder each contest nothing. Patients are null where
-- none are known: of no practice of the area, or of no practice of the class.
create function mandate_coverage(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  topic_id text, topic text, label text, board text, class text, practices int,
  patients bigint, without_list_size int, holders int, mandates text[])
language sql stable parallel safe
as $$
  with mandate as materialized (
    select m.*
    from area_mandate(of_kind, of_areas, footprint, as_of, known_at) m
    where m.valid_from <= as_of and as_of < m.valid_to and m.state = 'LIVE'
  ),
  asked as (
    select distinct m.topic_id, m.topic, m.label, m.board from mandate m
  ),
  covering as (
    select a.*, m.mandate_id, m.holder_id, m.place_id
    from asked a
    join mandate m
      on m.topic = a.topic and m.topic_id is not distinct from a.topic_id
      and (m.board is null or m.board = a.board)
  ),
  contest as (
    select c.topic_id, c.topic, c.label, c.board,
      (select max(h.holders) from (
        select count(distinct x.holder_id) as holders
        from covering x
        where x.topic = c.topic and x.topic_id is not distinct from c.topic_id
          and x.board is not distinct from c.board
        group by x.place_id) h) as holders,
      array_agg(distinct split_part(c.mandate_id, '#', 1) order by split_part(c.mandate_id, '#', 1))
        as mandates
    from covering c
    group by c.topic_id, c.topic, c.label, c.board
  ),
  member as materialized (
    select * from area_member(of_kind, of_areas, footprint, as_of, known_at)
  ),
  answer as (
    select c.topic_id, c.topic, c.board, n.practice_id,
      min(case n.answer when 'GRANTED' then 1 when 'CONDITIONAL' then 2 when 'DECLINED' then 3 end)
        as rank
    from covering c
    join consent_fact n on n.mandate_id = c.mandate_id
    where n.valid_from <= as_of and as_of < n.valid_to
      and n.known_from <= known_at and known_at < n.known_to
    group by c.topic_id, c.topic, c.board, n.practice_id
  ),
  classed as (
    select t.topic_id, t.topic, t.board, m.practice_id, m.patients, coalesce(a.rank, 4) as rank
    from contest t
    cross join member m
    left join answer a
      on a.topic = t.topic and a.topic_id is not distinct from t.topic_id
      and a.board is not distinct from t.board and a.practice_id = m.practice_id
  )
  select t.topic_id, t.topic, t.label, t.board, k.class, count(c.practice_id)::int,
    case
      when count(c.practice_id) > 0 then sum(c.patients)
      when exists (select from member m where m.month is not null) then 0
    end::bigint,
    count(*) filter (where c.practice_id is not null and c.patients is null)::int,
    t.holders::int, t.mandates
  from contest t
  cross join (values (1, 'GRANTED'), (2, 'CONDITIONAL'), (3, 'DECLINED'), (4, 'NOT_ANSWERED'))
    k (rank, class)
  left join classed c
    on c.topic = t.topic and c.topic_id is not distinct from t.topic_id
    and c.board is not distinct from t.board and c.rank = k.rank
  group by t.topic_id, t.topic, t.label, t.board, t.holders, t.mandates, k.rank, k.class
  order by t.topic, t.topic_id nulls first, t.board nulls first, k.rank
$$;

create or replace function mandate_coverage(of_places text[], as_of date, known_at timestamptz)
returns table (
  place_id text, topic_id text, topic text, label text, board text, class text, practices int,
  patients bigint, without_list_size int, holders int, mandates text[])
language sql stable parallel safe
as $$
  select p.place_id, c.*
  from unnest(of_places) p (place_id)
  cross join lateral mandate_coverage('PLACE', array[p.place_id], as_of, as_of, known_at) c
$$;

-- M14 Ambition: each listed practice of the area at its level, and those without one. Who takes part in two
-- federations counts once, at the higher level; of a federation, at the level of its own agreement. Patients are
-- null where none are known: of no practice of the area, or of no practice of the level.
create function ambition_levels(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (level text, practices int, patients bigint, without_list_size int)
language sql stable parallel safe
as $$
  with member as materialized (
    select l.practice_id, l.month, l.patients,
      coalesce((
        select max(a.level) from ambition_fact a
        where a.practice_id = l.practice_id
          and (of_kind <> 'FEDERATION' or a.federation_id = any (of_areas))
          and a.valid_from <= as_of and as_of < a.valid_to
          and a.known_from <= known_at and known_at < a.known_to)::text, 'NONE') as level
    from area_member(of_kind, of_areas, footprint, as_of, known_at) l
  )
  select k.level, count(m.practice_id)::int,
    case
      when count(m.practice_id) > 0 then sum(m.patients)
      when p.month is not null then 0
    end::bigint,
    count(*) filter (where m.practice_id is not null and m.patients is null)::int
  from (select max(month) as month from member having count(*) > 0) p
  cross join (values ('0'), ('1'), ('2'), ('3'), ('4'), ('NONE')) k (level)
  left join member m on m.level = k.level
  group by p.month, k.level
  order by k.level
$$;

create or replace function ambition_levels(of_places text[], as_of date, known_at timestamptz)
returns table (
  place_id text, level text, practices int, patients bigint, without_list_size int)
language sql stable parallel safe
as $$
  select p.place_id, l.*
  from unnest(of_places) p (place_id)
  cross join lateral ambition_levels('PLACE', array[p.place_id], as_of, as_of, known_at) l
$$;

-- M14 Follow-through: asks of the last 365 days that have become due while their agreement held, of practices
-- that lay in the area on that day; of a federation, what it asked itself. Not said is not acted on, and
-- counted beside it.
create function follow_through(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (asks_due int, acted_on int, not_said int)
language sql stable parallel safe
as $$
  select count(*)::int, count(*) filter (where k.outcome = 'ACTED')::int,
    count(*) filter (where k.outcome = 'NOT_SAID')::int
  from ask_fact k
  where k.valid_from <= as_of and as_of < k.valid_to
    and k.known_from <= known_at and known_at < k.known_to
    and k.due <= as_of and k.due > as_of - 365
    and exists (
      select from ambition_fact a
      where a.agreement_id = k.agreement_id
        and (of_kind <> 'FEDERATION' or a.federation_id = any (of_areas))
        and a.valid_from <= k.due and k.due < a.valid_to
        and a.known_from <= known_at and known_at < a.known_to)
    and case of_kind
      when 'PLACE' then exists (
        select from affiliation_fact p
        where p.member_id = k.practice_id and p.parent_id = any (of_areas) and p.kind = 'PLACE'
          and p.valid_from <= k.due and k.due < p.valid_to
          and p.known_from <= known_at and known_at < p.known_to)
      when 'ICS' then exists (
        select from affiliation_fact s
        join affiliation_fact i on i.member_id = s.parent_id
        where s.member_id = k.practice_id and i.parent_id = any (of_areas)
          and s.kind = 'COMMISSIONED_BY' and i.kind = 'COMMISSIONED_BY'
          and s.valid_from <= case when footprint = as_of then k.due else footprint end
          and case when footprint = as_of then k.due else footprint end < s.valid_to
          and i.valid_from <= case when footprint = as_of then k.due else footprint end
          and case when footprint = as_of then k.due else footprint end < i.valid_to
          and s.known_from <= known_at and known_at < s.known_to
          and i.known_from <= known_at and known_at < i.known_to)
      else of_kind = 'FEDERATION'
    end
$$;

create or replace function follow_through(of_place text, as_of date, known_at timestamptz)
returns table (asks_due int, acted_on int, not_said int)
language sql stable parallel safe
as $$
  select * from follow_through('PLACE', array[of_place], as_of, as_of, known_at)
$$;

-- What bodies of general practice say in public on the day, and whether it is said for the area.
create function area_position(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (position_id text, topic_id text, stances text[], here boolean)
language sql stable parallel safe
as $$
  select p.position_id, p.topic_id, p.stances,
    case of_kind
      when 'FEDERATION' then p.body_id = any (of_areas)
      else p.place_id in (
        select a.place_id from area_place(of_kind, of_areas, footprint, as_of, known_at) a
        where a.from_day <= as_of and as_of < a.to_day)
    end
  from position_fact p
  where p.valid_from <= as_of and as_of < p.valid_to
    and p.known_from <= known_at and known_at < p.known_to
$$;

-- How many topics somebody says something about in public for the area.
create function spoken_on(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (topics int)
language sql stable parallel safe
as $$
  select count(distinct p.topic_id)::int
  from area_position(of_kind, of_areas, footprint, as_of, known_at) p
  where p.here
$$;

-- M9 Contradictions: topics on which two bodies say FOR and AGAINST of one option in public, one of them for the
-- area, and since when. What differs by a condition is no contradiction.
create function contradictions(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (topic_id text, pairs int, since date)
language sql stable parallel safe
as $$
  with said as materialized (
    select p.position_id, p.here, p.topic_id, split_part(s.stance, '|', 1) as option_id,
      split_part(s.stance, '|', 2) as stance, split_part(s.stance, '|', 3)::date as since
    from area_position(of_kind, of_areas, footprint, as_of, known_at) p
    cross join lateral unnest(p.stances) s (stance)
  )
  select yes.topic_id, count(*)::int, min(greatest(yes.since, no.since))
  from said yes
  join said no
    on no.option_id = yes.option_id and no.position_id <> yes.position_id
    and no.stance = 'AGAINST' and yes.stance = 'FOR'
  where yes.here or no.here
  group by yes.topic_id
$$;

create or replace function contradictions(of_place text, as_of date, known_at timestamptz)
returns table (topic_id text, pairs int, since date)
language sql stable parallel safe
as $$
  select * from contradictions('PLACE', array[of_place], as_of, as_of, known_at)
$$;

-- M2 Relationship coverage: the slots of an area, and whether somebody holds one and has talked, both ways, within
-- 90 days.
create function slot_coverage(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  slot_id text, kind text, organisation_id text, held boolean, covered boolean, place_id text)
language sql stable parallel safe
as $$
  select s.slot_id, s.kind, s.organisation_id, count(r.relationship_id) > 0,
    coalesce(bool_or(exists (
      select from contact_fact c
      where c.relationship_id = r.relationship_id and c.two_way
        and c.valid_from <= as_of and c.valid_from >= as_of - 90
        and c.known_from <= known_at and known_at < c.known_to)), false),
    s.place_id
  from area_slot(of_kind, of_areas, footprint, as_of, known_at) s
  left join area_relationship(of_kind, of_areas, known_at) r
    on r.slot_id = s.slot_id and r.valid_from <= as_of and as_of < r.valid_to
  group by s.slot_id, s.kind, s.organisation_id, s.place_id
  order by s.kind, s.organisation_id, s.slot_id
$$;

create or replace function slot_coverage(of_place text, as_of date, known_at timestamptz)
returns table (slot_id text, kind text, organisation_id text, held boolean, covered boolean)
language sql stable parallel safe
as $$
  select c.slot_id, c.kind, c.organisation_id, c.held, c.covered
  from slot_coverage('PLACE', array[of_place], as_of, as_of, known_at) c
$$;

-- A slot of the area on the day: who holds it, who of them has talked with the other side, both ways,
-- within 90 days, how strong the relationship is, and how many days ago the last such talk was,
-- whoever had it; null for never. Of a federation, only its own people count as holders and for talks; the
-- strength is the slot's all the same.
create function slot_now(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (
  slot_id text, holders text[], in_touch text[], strength text, days int, kind text)
language sql stable parallel safe
as $$
  select s.slot_id, h.holders, h.in_touch,
    case when h.holders = '{}' then 'UNKNOWN' else coalesce(c.strength, 'UNKNOWN') end,
    t.days, s.kind
  from area_slot(of_kind, of_areas, footprint, as_of, known_at) s
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
    from area_relationship(of_kind, of_areas, known_at) r
    where r.slot_id = s.slot_id and r.valid_from <= as_of and as_of < r.valid_to) h
  left join slot_class_fact c
    on c.slot_id = s.slot_id
    and c.valid_from <= as_of and as_of < c.valid_to
    and c.known_from <= known_at and known_at < c.known_to
  cross join lateral (
    select as_of - max(k.valid_from) as days
    from contact_fact k
    where k.slot_id = s.slot_id and k.two_way and k.valid_from <= as_of
      and k.known_from <= known_at and known_at < k.known_to
      and (
        of_kind <> 'FEDERATION'
        or k.relationship_id in (
          select r.relationship_id from area_relationship(of_kind, of_areas, known_at) r))) t
$$;

create or replace function slot_now(of_place text, as_of date, known_at timestamptz)
returns table (
  slot_id text, holders text[], in_touch text[], strength text, days int)
language sql stable parallel safe
as $$
  select n.slot_id, n.holders, n.in_touch, n.strength, n.days
  from slot_now('PLACE', array[of_place], as_of, as_of, known_at) n
$$;

-- M3 Strength: slots by class. A slot that nobody holds is of no known strength.
create function slot_strength(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (strength text, slots int)
language sql stable parallel safe
as $$
  select k.strength, count(n.slot_id)::int
  from (values (1, 'STRONG'), (2, 'SOME'), (3, 'NONE'), (4, 'UNKNOWN')) k (rank, strength)
  left join slot_now(of_kind, of_areas, footprint, as_of, known_at) n on n.strength = k.strength
  group by k.rank, k.strength
  order by k.rank
$$;

create or replace function slot_strength(of_place text, as_of date, known_at timestamptz)
returns table (strength text, slots int)
language sql stable parallel safe
as $$
  select * from slot_strength('PLACE', array[of_place], as_of, as_of, known_at)
$$;

-- M4 Staleness: slots by days since the last talk of both sides, and the median of those that had one.
create function slot_staleness(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (up_to_60 int, up_to_120 int, longer int, never int, median_days int)
language sql stable parallel safe
as $$
  select
    count(*) filter (where n.days <= 60)::int,
    count(*) filter (where n.days between 61 and 120)::int,
    count(*) filter (where n.days > 120)::int,
    count(*) filter (where n.days is null)::int,
    round((percentile_cont(0.5) within group (order by n.days))::numeric)::int
  from slot_now(of_kind, of_areas, footprint, as_of, known_at) n
$$;

create or replace function slot_staleness(of_place text, as_of date, known_at timestamptz)
returns table (up_to_60 int, up_to_120 int, longer int, never int, median_days int)
language sql stable parallel safe
as $$
  select * from slot_staleness('PLACE', array[of_place], as_of, as_of, known_at)
$$;

-- M5 Single points of failure: slots with a talk of both sides within 90 days, as M2 covers them, and
-- those of them that one person alone holds.
create function single_points(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (slots int, covered int, single int)
language sql stable parallel safe
as $$
  select count(*)::int,
    count(*) filter (where n.in_touch <> '{}')::int,
    count(*) filter (where n.in_touch <> '{}' and cardinality(n.holders) = 1)::int
  from slot_now(of_kind, of_areas, footprint, as_of, known_at) n
$$;

create or replace function single_points(of_place text, as_of date, known_at timestamptz)
returns table (slots int, covered int, single int)
language sql stable parallel safe
as $$
  select * from single_points('PLACE', array[of_place], as_of, as_of, known_at)
$$;

-- M5, person by person: how many covered slots hang on them alone, and how many would still be covered
-- if they went.
create function loss_test(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (holder_id text, alone int, covered_without int)
language sql stable parallel safe
as $$
  with slot as materialized (
    select n.holders, n.in_touch
    from slot_now(of_kind, of_areas, footprint, as_of, known_at) n
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

create or replace function loss_test(of_place text, as_of date, known_at timestamptz)
returns table (holder_id text, alone int, covered_without int)
language sql stable parallel safe
as $$
  select * from loss_test('PLACE', array[of_place], as_of, as_of, known_at)
$$;

-- M13 Commitments kept: what each side promised whose last day in time is one of the 365 before, how much
-- of it was kept, and of how much nobody has said yet. A commitment stays what it was when its slot is withdrawn, and
-- counts where its slot's place lay on that last day.
create function commitments_kept(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
returns table (side text, due int, kept int, not_said int)
language sql stable parallel safe
as $$
  with fell_due as (
    select c.side, c.state
    from commitment_fact c
    where c.valid_from <= as_of and as_of < c.valid_to
      and c.known_from <= known_at and known_at < c.known_to
      and c.due < as_of and c.due >= as_of - 365 and c.state <> 'WITHDRAWN'
      and c.slot_id in (
        select s.slot_id
        from area_place(of_kind, of_areas, footprint, as_of, known_at) p
        join slot_fact s on s.place_id = p.place_id
        where p.from_day <= c.due and c.due < p.to_day
          and s.known_from <= known_at and known_at < s.known_to)
  )
  select k.side, count(f.side)::int, count(*) filter (where f.state = 'KEPT')::int,
    count(*) filter (where f.state = 'OPEN')::int
  from (values (1, 'OURS'), (2, 'THEIRS')) k (rank, side)
  left join fell_due f on f.side = k.side
  group by k.rank, k.side
  order by k.rank
$$;

create or replace function commitments_kept(of_place text, as_of date, known_at timestamptz)
returns table (side text, due int, kept int, not_said int)
language sql stable parallel safe
as $$
  select * from commitments_kept('PLACE', array[of_place], as_of, as_of, known_at)
$$;

-- M16 Joint group health: whether four to six people sit in it, of both sides and of both kinds on each;
-- whether its half of general practice cites a mandate that is in force; and its issues, open and past
-- the day by which they were to be put right.
create function joint_group_health(
  of_kind text, of_areas text[], footprint date, as_of date, known_at timestamptz)
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
  where g.place_id in (
      select p.place_id from area_place(of_kind, of_areas, footprint, as_of, known_at) p
      where p.from_day <= as_of and as_of < p.to_day)
    and g.valid_from <= as_of and as_of < g.valid_to
    and g.known_from <= known_at and known_at < g.known_to
  order by g.group_id collate "C"
$$;

create or replace function joint_group_health(of_place text, as_of date, known_at timestamptz)
returns table (
  group_id text, organisation_id text, people int, composed boolean, mandated boolean,
  open_issues int, late_issues int)
language sql stable parallel safe
as $$
  select * from joint_group_health('PLACE', array[of_place], as_of, as_of, known_at)
$$;
