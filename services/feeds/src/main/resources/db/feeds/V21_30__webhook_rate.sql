-- How often in a minute an address lets itself be rung; null where it named no limit.
alter table subscription add column per_minute integer;

-- How often those that named a limit were rung in the last minute, by the second. Whoever rings
-- holds the row while it counts: so the limit is kept by all replicas together.
create table webhook_rate (
  subscription_id uuid      not null,
  -- Seconds since 1970, and the rings in each.
  seconds         bigint[]  not null default '{}',
  rings           integer[] not null default '{}',
  constraint webhook_rate_pk primary key (subscription_id),
  constraint webhook_rate_counts_each check (cardinality(seconds) = cardinality(rings))
);

-- Who rests is not tried before the rest is over: the log names that time.
create or replace view webhook_log as
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
  case when d.state = 'WAITING' and not q.held and q.claim is null
    then greatest(q.due_at, p.rests_until) end as next_try
from webhook_delivery d
left join webhook_queue q
  on q.subscription_id = d.subscription_id and q.subject = d.subject and d.position is not null
left join webhook_progress p on p.subscription_id = d.subscription_id;
