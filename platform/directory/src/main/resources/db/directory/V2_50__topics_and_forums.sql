-- Topics and forums of an ICS's own lists. Periods are half-open, as everywhere.
create table directory_entry (
  id uuid primary key,
  list text not null,
  ics text not null,
  "start" date not null,
  "end" date,
  merged_into uuid,
  split_into uuid[],
  -- What it has been called, by the day from which.
  names jsonb not null
);
