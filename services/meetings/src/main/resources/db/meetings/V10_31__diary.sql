-- When which meeting is, and who sits where: folded from this service's own log whenever it is
-- asked, and thrown away and folded again where that was set back to an earlier time.
create table diary_cursor (
  only_row boolean primary key default true check (only_row),
  epoch int not null,
  position bigint not null
);
insert into diary_cursor (epoch, position) values (0, 0);

create table diary_series (
  series_id uuid primary key,
  place_id uuid not null,
  forum text not null,
  forum_id uuid not null,
  "end" date
);
create index diary_series_of_place on diary_series (place_id);

create table diary_meeting (
  meeting_id uuid primary key,
  place_id uuid not null,
  forum text not null,
  forum_id uuid,
  series_id uuid,
  "on" date not null,
  starts time,
  ends time,
  cancelled boolean not null,
  -- How often it was moved or cancelled: what calendars count.
  sequence int not null,
  changed_at timestamptz not null
);
create index diary_meeting_of_place on diary_meeting (place_id, "on", meeting_id);
create index diary_meeting_of_forum on diary_meeting (forum_id, "on");
create index diary_meeting_of_series on diary_meeting (series_id, "on");

create table diary_present (
  meeting_id uuid not null,
  person_id uuid not null,
  primary key (person_id, meeting_id)
);
create index diary_present_in_meeting on diary_present (meeting_id);

create table diary_seat (
  seat_id uuid primary key,
  series_id uuid not null,
  label text not null,
  body_id text,
  "start" date not null,
  "end" date
);
create index diary_seat_of_series on diary_seat (series_id);

create table diary_nomination (
  nomination_id uuid primary key,
  seat_id uuid not null,
  series_id uuid not null,
  person_id uuid not null,
  part text not null,
  "start" date not null,
  "end" date
);
create index diary_nomination_of_person on diary_nomination (person_id);
create index diary_nomination_for_series on diary_nomination (series_id);
