-- Leadership groups, as organisations' events tell them. There is no list of seats: which there are
-- on a day, and who sits by office, follows from the terms and the other tables.
create table directory_group (
  group_id uuid primary key,
  "start" date not null,
  "end" date
);

-- Where a group speaks: on any day the row with the latest "from" not after it holds. No place
-- stands for the whole ICS.
create table directory_group_scope (
  group_id uuid not null,
  "from" date not null,
  ics text not null,
  places text[] not null,
  primary key (group_id, "from")
);

-- The rules by which there are seats, each as PER:ROLE:FILLED_BY:SEATS, with - for any role.
create table directory_group_terms (
  group_id uuid not null,
  version int not null,
  "from" date not null,
  seat_rules text[] not null,
  primary key (group_id, version)
);

-- Seats that were taken by nomination.
create table directory_seat (
  group_id uuid not null,
  seat_id uuid not null,
  role_holding_id uuid not null,
  "start" date not null,
  "end" date,
  primary key (group_id, seat_id, role_holding_id, "start")
);

create table directory_group_chair (
  group_id uuid not null,
  role_holding_id uuid not null,
  "start" date not null,
  "end" date,
  primary key (group_id, role_holding_id, "start")
);
