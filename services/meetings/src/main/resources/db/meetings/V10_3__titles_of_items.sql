-- Typed words are kept here and not in the log, so that they can be erased: by deleting the row.
create table item_title (
  title_ref uuid primary key,
  meeting_id uuid not null,
  title text not null
);
create index item_title_of_meeting on item_title (meeting_id);
