-- When the last heartbeat was told: whoever moves it on adds the next one to the feed.
create table feed_heartbeat (
  one     boolean     not null default true,
  told_at timestamptz not null default '-infinity',
  constraint feed_heartbeat_pk primary key (one),
  constraint feed_heartbeat_is_one check (one)
);

insert into feed_heartbeat default values;
