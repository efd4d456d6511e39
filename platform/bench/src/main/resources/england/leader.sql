-- Has a federation that somebody leads have a member in each place of these facts (facts.sql), so that its lead sees all of
-- every ICS's measures: in the copy of who is who that asks of callers.
insert into directory_place (id, ics, name)
select distinct p.place_id::uuid, p.ics_id, p.name from place_fact p where p.name ~ '^Place [0-9]+$';

insert into directory_affiliation (id, member, parent, kind, "start")
select distinct on (a.parent_id) a.affiliation_id, a.member_id, a.parent_id, 'PLACE', a.valid_from
from affiliation_fact a
join directory_place d on d.id::text = a.parent_id and d.name ~ '^Place [0-9]+$'
where a.kind = 'PLACE'
order by a.parent_id, a.member_id;

insert into directory_affiliation (id, member, parent, kind, "start")
select 'led-' || a.id, a.member, :federation, 'FEDERATION', a."start"
from directory_affiliation a
join directory_place d on d.id::text = a.parent and d.name ~ '^Place [0-9]+$'
where a.kind = 'PLACE';
