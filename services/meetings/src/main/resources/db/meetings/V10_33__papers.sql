-- The files of meetings. What is known of them is in the log; they are here, to be erased.
create table paper_content (
  paper_id uuid primary key,
  content bytea not null,
  kept_at timestamptz not null
);
alter table paper_content alter column content set storage external;
