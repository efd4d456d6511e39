-- How far what subscriptions may hear was handed out to all of them that keep up. One row, held by
-- whoever hands out: a new event is looked at once for all of them, and not once for each.
create table webhook_head (
  one      boolean not null default true,
  position bigint  not null default 0,
  constraint webhook_head_pk primary key (one),
  constraint webhook_head_is_one check (one)
);

insert into webhook_head default values;

-- How far each has come. Who keeps up is where the head is; a new one, one that was paused and one
-- that hears again what it had heard goes on from its own position until it is there too.
create table webhook_progress (
  subscription_id uuid        not null,
  position        bigint      not null,
  following       boolean     not null default false,
  replaying       boolean     not null default false,
  -- Its last try found nobody, or somebody with too much to do: one at a time, after a rest.
  failing         boolean     not null default false,
  rests_until     timestamptz not null default '-infinity',
  constraint webhook_progress_pk primary key (subscription_id)
);

-- What each is to be told of, and what became of it: the delivery log.
create table webhook_delivery (
  id              uuid        not null,
  number          bigint      generated always as identity,
  subscription_id uuid        not null,
  -- Of the event; a test has none.
  position        bigint,
  -- The id of the event as this reader knows it, however often it is rung.
  message_id      text        not null,
  type            text        not null,
  subject         text        not null,
  event_time      timestamptz not null,
  made_at         timestamptz not null default clock_timestamp(),
  state           text        not null default 'WAITING',
  tries           integer     not null default 0,
  last_try        timestamptz,
  status          integer,
  millis          integer,
  reason          text,
  constraint webhook_delivery_pk primary key (id),
  constraint webhook_delivery_once unique (subscription_id, position),
  constraint webhook_delivery_state check (state in ('WAITING', 'DELIVERED', 'HELD', 'DROPPED')),
  -- Whether what waits is held stands at its queue; a test that failed waits for nothing.
  constraint webhook_delivery_held check (state <> 'HELD' or position is null)
);

create index webhook_delivery_waits on webhook_delivery (subscription_id, subject, position)
  where state = 'WAITING';
create index webhook_delivery_newest on webhook_delivery (subscription_id, number);
create index webhook_delivery_done on webhook_delivery (made_at) where state <> 'WAITING';

-- What waits for one subscription on one subject: told in the order of the log, so only the first of
-- it is ever tried. Whoever tries holds the queue until due_at, and longer while it says so.
create table webhook_queue (
  subscription_id uuid        not null,
  subject         text        not null,
  due_at          timestamptz not null,
  -- Of the first that waits.
  tries           integer     not null default 0,
  held            boolean     not null default false,
  claim           uuid,
  -- Rises with what is added: a queue is not over while it does.
  added           bigint      not null default 0,
  constraint webhook_queue_pk primary key (subscription_id, subject),
  constraint webhook_queue_held_is_not_due check (not held or due_at = 'infinity')
);

create index webhook_queue_due on webhook_queue (subscription_id, due_at);

-- The delivery log as it is told.
create view webhook_log as
select d.id, d.number, d.subscription_id, d.position, d.message_id, d.type, d.subject, d.event_time,
  d.made_at, d.tries, d.last_try, d.status, d.millis, d.reason,
  case
    when d.state <> 'WAITING' or q.held is not true then d.state
    when d.position = (
      select min(first.position) from webhook_delivery first
      where first.subscription_id = d.subscription_id and first.subject = d.subject
        and first.state = 'WAITING') then 'HELD'
    else 'BEHIND'
  end as state,
  case when d.state = 'WAITING' and not q.held and q.claim is null then q.due_at end as next_try
from webhook_delivery d
left join webhook_queue q
  on q.subscription_id = d.subscription_id and q.subject = d.subject and d.position is not null;
