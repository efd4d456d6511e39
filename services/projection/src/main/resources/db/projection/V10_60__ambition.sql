-- At which level a practice takes part in its federation's ambition, from the day it signed until it
-- signed at another or the agreement ended.
create table ambition_fact (
  agreement_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  practice_id text not null,
  federation_id text not null,
  level int not null,
  primary key (agreement_id, valid_from, known_from)
);
create index ambition_practice on ambition_fact (practice_id);

-- What a federation asked of a practice, and from when it is said whether the practice acted.
create table ask_fact (
  agreement_id text not null,
  ask_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  practice_id text not null,
  due date not null,
  outcome text not null,
  primary key (agreement_id, ask_id, valid_from, known_from)
);
create index ask_practice on ask_fact (practice_id, due);

-- M14 Ambition: each listed practice of a place at its level, and those without one. Who takes part in
-- two federations counts once, at the higher level. Patients are null where none are known: of no
-- practice of the place, or of no practice of the level.
create function ambition_levels(of_places text[], as_of date, known_at timestamptz)
returns table (
  place_id text, level text, practices int, patients bigint, without_list_size int)
language sql stable parallel safe
as $$
  with member as materialized (
    select l.area_id as place_id, l.practice_id, l.month, l.patients,
      coalesce((
        select max(a.level) from ambition_fact a
        where a.practice_id = l.practice_id
          and a.valid_from <= as_of and as_of < a.valid_to
          and a.known_from <= known_at and known_at < a.known_to)::text, 'NONE') as level
    from area_list_size('PLACE', of_places, as_of, known_at) l
  )
  select p.place_id, k.level, count(m.practice_id)::int,
    case
      when count(m.practice_id) > 0 then sum(m.patients)
      when p.month is not null then 0
    end::bigint,
    count(*) filter (where m.practice_id is not null and m.patients is null)::int
  from (select place_id, max(month) as month from member group by place_id) p
  cross join (values ('0'), ('1'), ('2'), ('3'), ('4'), ('NONE')) k (level)
  left join member m on m.place_id = p.place_id and m.level = k.level
  group by p.place_id, p.month, k.level
  order by p.place_id, k.level
$$;

-- M14 Follow-through: asks of the last 365 days that have become due while their agreement held, of
-- practices that lay in the place on that day. Not said is not acted on, and counted beside it.
create function follow_through(of_place text, as_of date, known_at timestamptz)
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
        and a.valid_from <= k.due and k.due < a.valid_to
        and a.known_from <= known_at and known_at < a.known_to)
    and exists (
      select from affiliation_fact p
      where p.member_id = k.practice_id and p.parent_id = of_place and p.kind = 'PLACE'
        and p.valid_from <= k.due and k.due < p.valid_to
        and p.known_from <= known_at and known_at < p.known_to)
$$;
