-- Places move to another ICS from a day on, close, and have neighbourhoods. directory_place.ics is the
-- first one.
alter table directory_place add column "end" date, add column part_of uuid;

create table directory_place_ics (
  place_id uuid not null,
  "from" date not null,
  ics text not null,
  primary key (place_id, "from")
);
