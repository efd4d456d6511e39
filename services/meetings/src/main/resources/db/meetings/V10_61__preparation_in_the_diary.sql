-- How long somebody prepares for a meeting, as they say it: a part of the diary.
create table diary_preparation (
  meeting_id uuid not null,
  person_id uuid not null,
  minutes int not null,
  primary key (person_id, meeting_id)
);
