-- Subscriptions as their log leaves them; filled from it, and never written otherwise.
create table subscription (
  id              uuid        not null,
  client_id       text        not null,
  organisation_id text        not null,
  url             text        not null,
  types           text[]      not null,
  subject         text,
  place           text,
  topic           text,
  start_after     bigint      not null,
  state           text        not null,
  paused_for      text,
  made_at         timestamptz not null,
  constraint subscription_pk primary key (id)
);

create index subscription_of on subscription (organisation_id, id desc);

-- Which keys sign, by their ids: a key itself is made from the feed's secret and stands nowhere.
create table subscription_key (
  subscription_id uuid        not null,
  key_id          uuid        not null,
  made_at         timestamptz not null,
  ends_at         timestamptz,
  constraint subscription_key_pk primary key (subscription_id, key_id),
  constraint subscription_key_of foreign key (subscription_id) references subscription (id)
    on delete cascade
);

-- Up to where the log has been taken over; whoever does that holds the row.
create table subscription_applied (
  one      boolean not null default true,
  position bigint  not null default 0,
  constraint subscription_applied_pk primary key (one),
  constraint subscription_applied_is_one check (one)
);

insert into subscription_applied default values;
