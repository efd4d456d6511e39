-- One row once backdating has been closed; see contracts/events/organisations/BackdatingClosed-v1.json.
create table directory_backdating_closed (
  only_row boolean not null default true,
  constraint directory_backdating_closed_pk primary key (only_row),
  constraint directory_backdating_closed_one_row check (only_row)
);
