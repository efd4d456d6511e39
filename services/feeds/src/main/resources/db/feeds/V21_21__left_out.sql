-- A message that is held can be left out by those whose it is: those behind it go on, and the log
-- keeps saying for as long as of others that it was, and when.
alter table webhook_delivery
  add column left_out_at timestamptz,
  drop constraint webhook_delivery_state,
  add constraint webhook_delivery_state
    check (state in ('WAITING', 'DELIVERED', 'HELD', 'DROPPED', 'LEFT_OUT'));
