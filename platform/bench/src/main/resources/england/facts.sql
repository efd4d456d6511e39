-- Facts of England's size, five years of them, as the projection's tables hold them: 36 ICBs, 106 sub-ICB
-- locations, 6,129 practices, 1,298 networks and 180 places, with what general practice of each place
-- recorded: mandates, relationships, meetings. Made of counted rows and of hashes of their numbers, so that
-- each run has the same. Ids are of the length of real ones. The last day is today.

create function pg_temp.id(what text) returns text
language sql immutable
return md5(what)::uuid::text;

-- A number from 0 to before n, as good as drawn.
create function pg_temp.drawn(what text, n int) returns int
language sql immutable
return ((('x' || substr(md5(what), 1, 8))::bit(32)::bigint) % n)::int;

create function pg_temp.icb(i int) returns text language sql immutable return 'Q' || lpad(i::text, 2, '0');
create function pg_temp.sub(i int) returns text language sql immutable return 'S' || lpad(i::text, 3, '0');
create function pg_temp.pcn(i int) returns text language sql immutable return 'U' || lpad(i::text, 5, '0');
create function pg_temp.practice(i int) returns text language sql immutable return 'P' || lpad(i::text, 5, '0');
create function pg_temp.place(i int) returns text language sql immutable return pg_temp.id('place-' || i);
create function pg_temp.known(day date) returns timestamptz language sql stable return day + interval '20 hours';

create temporary table span as
select current_date - 5 * 365 as first_day, current_date as last_day;

-- A practice lies in the place of its sub-ICB location's ICS; a place is one of five of its ICS.
create temporary table practice as
select n, n % 106 as sub, n % 106 % 36 as ics, n % 106 % 36 + 36 * (n / 106 % 5) as place
from generate_series(0, 6128) n;

insert into organisation_fact
select o.id, '-infinity', 'infinity', pg_temp.known(s.first_day), 'infinity', s.first_day, o.id, o.name,
  array[o.kind], 'HR1 2AA', 'ACTIVE', case when o.kind = 'TRUST' then 'ACUTE' end
from span s, (
  select pg_temp.icb(n), 'NHS Area ' || n || ' Integrated Care Board', 'ICB' from generate_series(0, 35) n
  union all
  select pg_temp.sub(n), 'NHS Area sub ' || n, 'SUB_ICB' from generate_series(0, 105) n
  union all
  select pg_temp.pcn(n), 'Network ' || n || ' PCN', 'PCN' from generate_series(0, 1297) n
  union all
  select pg_temp.practice(n), 'The Surgery of Village ' || n, 'PRACTICE' from generate_series(0, 6128) n
  union all
  select 'T' || lpad(n::text, 3, '0'), 'Trust ' || n, case when n % 2 = 0 then 'TRUST' else 'COUNCIL' end
  from generate_series(0, 359) n
  union all
  select pg_temp.id('federation-' || n), 'Federation ' || n, 'FEDERATION' from generate_series(0, 179) n
) o (id, name, kind);

-- The stack's own demonstration is there before.
insert into organisation_open_fact
select organisation_id, since, 'infinity', known_from, 'infinity' from organisation_fact
on conflict do nothing;

insert into listing_fact
select pg_temp.practice(n), first_day, 'infinity', pg_temp.known(first_day), 'infinity', true from practice, span;

-- One practice in five has changed its network.
insert into affiliation_fact
select pg_temp.id(a.member || a.parent || a.kind || a.from_day), a.from_day, a.to_day,
  pg_temp.known(a.from_day), 'infinity', a.member, a.parent, a.kind
from (
  select pg_temp.sub(n), pg_temp.icb(n % 36), 'COMMISSIONED_BY', first_day, date 'infinity'
  from span, generate_series(0, 105) n
  union all
  select pg_temp.practice(n), pg_temp.sub(sub), 'COMMISSIONED_BY', first_day, date 'infinity'
  from span, practice
  union all
  select pg_temp.practice(n), pg_temp.place(place), 'PLACE', first_day, date 'infinity' from span, practice
  union all
  select pg_temp.practice(n), pg_temp.id('federation-' || place), 'FEDERATION', first_day, date 'infinity'
  from span, practice where n % 7 <> 0
  union all
  select pg_temp.practice(n), pg_temp.pcn(n % 1298), 'PCN_CORE', first_day,
    case when n % 5 = 0 then first_day + 200 + n % 1500 else date 'infinity' end
  from span, practice
  union all
  select pg_temp.practice(n), pg_temp.pcn((n + 7) % 1298), 'PCN_CORE', first_day + 200 + n % 1500,
    date 'infinity'
  from span, practice where n % 5 = 0
  union all
  select 'T' || lpad(n::text, 3, '0'), pg_temp.icb(n % 36), 'GEOGRAPHY', first_day, date 'infinity'
  from span, generate_series(0, 359) n
) a (member, parent, kind, from_day, to_day);

insert into list_size_fact
select pg_temp.practice(p.n), to_char(m.month, 'YYYY-MM'), m.month, 'infinity', pg_temp.known(m.month + 14),
  'infinity', 2000 + pg_temp.drawn('size-' || p.n, 18000) + extract(month from m.month)::int
from practice p, span s,
  lateral (
    select generate_series(
      date_trunc('month', s.first_day), date_trunc('month', s.last_day - 20), interval '1 month')::date as month
  ) m;

insert into place_fact
select pg_temp.place(n), first_day, 'infinity', pg_temp.known(first_day), 'infinity', pg_temp.icb(n % 36),
  'Place ' || n, null
from span, generate_series(0, 179) n;

insert into leadership_group_fact
select pg_temp.id('group-' || n), first_day, 'infinity', pg_temp.known(first_day), 'infinity',
  pg_temp.icb(n % 36), array[pg_temp.place(n)]
from span, generate_series(0, 179) n;
insert into organisation_open_fact
select group_id, valid_from, 'infinity', known_from, 'infinity' from leadership_group_fact
on conflict do nothing;

insert into topic_fact
select pg_temp.id('topic-' || n), '-infinity', 'infinity', pg_temp.known(first_day), 'infinity', first_day,
  'Topic ' || n
from span, generate_series(0, 36 * 12 - 1) n;

-- Six mandates a place and year, each in force for a year.
create temporary table mandate as
select p.place, y.year, k.k, pg_temp.id('mandate-' || p.place || '-' || y.year || '-' || k.k) as id,
  s.first_day + 365 * y.year as day
from span s, generate_series(0, 179) p (place), generate_series(0, 4) y (year), generate_series(0, 5) k (k);

insert into mandate_fact (
  mandate_id, valid_from, valid_to, known_from, known_to, place_id, topic, board, holder_id, holder_role,
  opened, topic_id, topics, topic_ids, boards, state, report_back_days)
select m.id || '#1', m.day, m.day + 365, pg_temp.known(m.day - 20), 'infinity', pg_temp.place(m.place),
  'topic-' || m.k, null, pg_temp.id('federation-' || m.place), 'FEDERATION_LEAD', m.day - 20,
  pg_temp.id('topic-' || m.place % 36 * 12 + m.k), array['topic-' || m.k],
  array[pg_temp.id('topic-' || m.place % 36 * 12 + m.k)],
  case when m.k % 3 = 0 then array['Forum 1', 'Forum 2'] else '{}' end, 'LIVE', '28'
from mandate m;

insert into consent_fact
select m.id || '#1', pg_temp.practice(p.n), m.day - 10, 'infinity', pg_temp.known(m.day - 10), 'infinity',
  (array['GRANTED', 'GRANTED', 'GRANTED', 'CONDITIONAL', 'DECLINED'])[1 + pg_temp.drawn(m.id || p.n, 5)]
from mandate m
join practice p on p.place = m.place
where pg_temp.drawn(m.id || p.n, 10) < 8;

-- Ten series a place that meet each month: 600 meetings of five items in five years.
create temporary table series as
select p.place, k.k, pg_temp.id('series-' || p.place || '-' || k.k) as id
from generate_series(0, 179) p (place), generate_series(0, 9) k (k);

insert into series_fact
select x.id, first_day, 'infinity', pg_temp.known(first_day), 'infinity', pg_temp.place(x.place),
  'Forum ' || x.k, null
from span, series x;

insert into seat_fact
select pg_temp.id('seat-' || x.id || n), first_day, 'infinity', pg_temp.known(first_day), 'infinity', x.id,
  'Seat ' || n, pg_temp.id('federation-' || x.place)
from span, series x, generate_series(1, 2) n;

insert into nomination_fact
select pg_temp.id('nomination-' || x.id || n || y), s.first_day + 365 * y, s.first_day + 365 * (y + 1),
  pg_temp.known(s.first_day + 365 * y), 'infinity', pg_temp.id('seat-' || x.id || n),
  pg_temp.id('person-' || x.place || '-' || (x.k + n + y) % 12), 'NOMINEE', false
from span s, series x, generate_series(1, 2) n, generate_series(0, 5) y
where (x.k + n + y) % 7 <> 0;

create temporary table meeting as
select x.place, x.k, x.id as series, m.m, pg_temp.id('meeting-' || x.id || m.m) as id,
  s.first_day + 30 * m.m + x.k * 2 as day
from span s, series x, generate_series(0, 60) m (m)
where s.first_day + 30 * m.m + x.k * 2 < s.last_day;

insert into meeting_fact (
  meeting_id, valid_from, valid_to, known_from, known_to, place_id, forum, series_id, starts, ends, cancelled,
  closed, forum_id)
select m.id, m.day, date 'infinity', pg_temp.known(m.day - 30), pg_temp.known(m.day + 3), pg_temp.place(m.place),
  'Forum ' || m.k, m.series, '09:00', '11:00', m.m % 23 = 22, false, null
from meeting m
union all
select m.id, m.day, 'infinity', pg_temp.known(m.day + 3), 'infinity', pg_temp.place(m.place),
  'Forum ' || m.k, m.series, '09:00', '11:00', m.m % 23 = 22, true, null
from meeting m;

insert into item_fact (
  meeting_id, item_id, valid_from, valid_to, known_from, known_to, outcome, influence, confirmed, disputed, reach,
  stance)
select m.id, pg_temp.id('item-' || m.id || i), m.day, date 'infinity', pg_temp.known(m.day - 10),
  pg_temp.known(m.day + 2), null, null, false, false, null, null
from meeting m, generate_series(1, 5) i
union all
select m.id, pg_temp.id('item-' || m.id || i), m.day, 'infinity', pg_temp.known(m.day + 2), 'infinity',
  (array['AGREED', 'AGREED', 'DEFERRED', 'NOT_DECIDED'])[1 + pg_temp.drawn(m.id || i, 4)],
  (array['CHANGED', 'PARTLY', 'NONE', 'ALREADY_ALIGNED', 'ADVERSE', null])[1 + pg_temp.drawn(m.id || i, 6)],
  pg_temp.drawn(m.id || i, 3) > 0, false, null,
  case when pg_temp.drawn(m.id || i, 2) = 0 then 'FOR' end
from meeting m, generate_series(1, 5) i;

insert into attendance_fact (
  meeting_id, person_id, valid_from, valid_to, known_from, known_to, capacity, kind, mandate_id)
select m.id, pg_temp.id('person-' || m.place || '-' || (m.k + n + m.m / 12) % 12), m.day, 'infinity',
  pg_temp.known(m.day), 'infinity', 'GP_COLLECTIVE', case when n = 3 then 'SUBSTITUTE' else 'PRESENT' end,
  case when n = 1 then pg_temp.id('mandate-' || m.place || '-' || least(4, (m.m * 30) / 365) || '-' || m.k % 6) end
from meeting m, generate_series(1, 3) n
where m.m % 11 <> 10;

insert into partner_attendance_fact
select m.id, 'T' || lpad((m.place % 36 + 36 * ((m.k + n) % 10))::text, 3, '0'),
  pg_temp.id('partner-' || m.place || n), m.day, 'infinity', pg_temp.known(m.day), 'infinity'
from meeting m, generate_series(1, 4) n;

insert into preparation_fact
select m.id, m.day, 'infinity', pg_temp.known(m.day - 2), 'infinity' from meeting m where m.m % 2 = 0;

insert into pre_alignment_fact
select pg_temp.id('before-' || m.id || i), m.day - 7, 'infinity', pg_temp.known(m.day - 7), 'infinity', m.id,
  pg_temp.id('item-' || m.id || i), 'T' || lpad((m.place % 36)::text, 3, '0'), m.day - 7,
  to_char(m.day - 6, 'YYYY-MM-DD') || 'T10:00:00Z', pg_temp.drawn(m.id || i, 3) > 0
from meeting m, generate_series(1, 2) i;

insert into feedback_fact
select m.id, pg_temp.id('mandate-' || m.place || '-' || least(4, (m.m * 30) / 365) || '-' || m.k % 6),
  m.day + 10, 'infinity', pg_temp.known(m.day + 10), 'infinity', pg_temp.place(m.place), m.day + 28,
  (select array_agg(pg_temp.practice(p.n)) from practice p where p.place = m.place)
from meeting m where m.m % 3 <> 0;

insert into feedback_read_fact
select f.meeting_id, f.mandate_id, f.practices[i], f.valid_from + 2, 'infinity', f.known_from + interval '2 days',
  'infinity'
from feedback_fact f, generate_series(1, 8) i;

insert into action_fact
select pg_temp.id('action-' || m.id || i), m.day, 'infinity', pg_temp.known(m.day), 'infinity',
  pg_temp.place(m.place), m.id, pg_temp.id('person-' || m.place || '-' || i), m.day + 40,
  pg_temp.drawn(m.id || i, 20) = 0
from meeting m, generate_series(1, 2) i;

insert into sessions_fact
select pg_temp.id('role-' || p || '-' || n), first_day, 'infinity', pg_temp.known(first_day), 'infinity',
  pg_temp.id('person-' || p || '-' || n), (1 + n % 3)::text
from span, generate_series(0, 179) p, generate_series(0, 11) n;

-- Fourteen slots a place, each with two holders and a contact every week by one of them.
create temporary table slot as
select p.place, k.k, pg_temp.id('slot-' || p.place || '-' || k.k) as id
from generate_series(0, 179) p (place), generate_series(0, 13) k (k);

insert into slot_fact
select x.id, first_day, 'infinity', pg_temp.known(first_day), 'infinity', pg_temp.place(x.place),
  (array['ICB', 'ACUTE', 'COMMUNITY', 'MENTAL_HEALTH', 'COUNCIL', 'LMC', 'FEDERATION'])[1 + x.k % 7],
  'T' || lpad((x.place % 36 + 36 * (x.k % 10))::text, 3, '0')
from span, slot x;

insert into relationship_fact
select pg_temp.id('relationship-' || x.id || n || y), s.first_day + 365 * y, s.first_day + 365 * (y + 1),
  pg_temp.known(s.first_day + 365 * y), 'infinity', x.id,
  pg_temp.id('person-' || x.place || '-' || (x.k + n + y) % 12), pg_temp.id('federation-' || x.place)
from span s, slot x, generate_series(1, 2) n, generate_series(0, 5) y
where x.k % 5 > 0 or n = 1;

insert into contact_fact
select pg_temp.id('contact-' || x.id || w), s.first_day + 7 * w, 'infinity',
  pg_temp.known(s.first_day + 7 * w + 1), 'infinity', x.id,
  pg_temp.id('relationship-' || x.id || 1 || 7 * w / 365), 'MEETING', w % 3 > 0
from span s, slot x, generate_series(0, 259) w
where x.k < 12 or w < 100;

insert into slot_class_fact
select x.id, s.first_day + 60 * q, case when q = 30 then date 'infinity' else s.first_day + 60 * (q + 1) end,
  pg_temp.known(s.first_day + 60 * q), 'infinity',
  (array['STRONG', 'SOME', 'NONE', 'UNKNOWN'])[1 + pg_temp.drawn(x.id || q, 4)]
from span s, slot x, generate_series(0, 30) q;

insert into commitment_fact
select pg_temp.id('commitment-' || x.id || m), s.first_day + 30 * m, 'infinity',
  pg_temp.known(s.first_day + 30 * m), 'infinity', x.id, case when m % 2 = 0 then 'OURS' else 'THEIRS' end,
  s.first_day + 30 * m + 60, (array['KEPT', 'KEPT', 'OPEN', 'BROKEN'])[1 + pg_temp.drawn(x.id || m, 4)]
from span s, slot x, generate_series(0, 59) m;

insert into joint_group_fact
select pg_temp.id('joint-' || p || n), first_day, 'infinity', pg_temp.known(first_day), 'infinity',
  pg_temp.place(p), 'T' || lpad((p % 36 + 36 * n)::text, 3, '0')
from span, generate_series(0, 179) p, generate_series(1, 2) n;
insert into joint_mandate_fact
select pg_temp.id('joint-' || p || n), first_day, 'infinity', pg_temp.known(first_day), 'infinity',
  pg_temp.id('mandate-' || p || '-4-' || n)
from span, generate_series(0, 179) p, generate_series(1, 2) n;
insert into joint_seat_fact
select pg_temp.id('joint-' || p || n), 'seat-' || i, first_day, 'infinity', pg_temp.known(first_day), 'infinity',
  pg_temp.id('joint-person-' || p || n || i), case when i % 2 = 0 then 'OURS' else 'THEIRS' end,
  case when i < 3 then 'CLINICAL' else 'MANAGERIAL' end
from span, generate_series(0, 179) p, generate_series(1, 2) n, generate_series(1, 5) i;
insert into joint_issue_fact
select pg_temp.id('joint-' || p || n), 'issue-' || i, first_day + 60 * i, 'infinity',
  pg_temp.known(first_day + 60 * i), 'infinity', first_day + 60 * i + 30, i % 9 = 0
from span, generate_series(0, 179) p, generate_series(1, 2) n, generate_series(0, 29) i;

-- A public position a quarter and body, for a year.
insert into position_fact
select pg_temp.id('position-' || p || '-' || q), s.first_day + 91 * q, s.first_day + 91 * q + 365,
  pg_temp.known(s.first_day + 91 * q), 'infinity', pg_temp.place(p), pg_temp.id('federation-' || p),
  pg_temp.id('topic-' || (p % 36 * 12 + q % 12)),
  array['option-' || p % 36 * 12 + q % 12 || '|' || (array['FOR', 'FOR', 'AGAINST'])[1 + pg_temp.drawn(p || '-' || q, 3)]
    || '|' || to_char(s.first_day + 91 * q, 'YYYY-MM-DD')]
from span s, generate_series(0, 179) p, generate_series(0, 19) q;

insert into ambition_fact
select pg_temp.id('agreement-' || p.n), s.first_day + 300 * y,
  case when y = 5 then date 'infinity' else s.first_day + 300 * (y + 1) end,
  pg_temp.known(s.first_day + 300 * y), 'infinity', pg_temp.practice(p.n), pg_temp.id('federation-' || p.place),
  least(4, y)
from span s, practice p, generate_series(0, 5) y where p.n % 7 <> 0;

insert into ask_fact (
  agreement_id, ask_id, valid_from, valid_to, known_from, known_to, practice_id, due, outcome)
select pg_temp.id('agreement-' || p.n), pg_temp.id('ask-' || p.n || '-' || a), s.first_day + 90 * a, 'infinity',
  pg_temp.known(s.first_day + 90 * a), 'infinity', pg_temp.practice(p.n), s.first_day + 90 * a + 30,
  (array['ACTED', 'ACTED', 'NOT_ACTED', 'NOT_SAID'])[1 + pg_temp.drawn(p.n || '-' || a, 4)]
from span s, practice p, generate_series(0, 19) a where p.n % 7 <> 0;

analyze;
