-- When a subscription was last told something: what is sent again keeps its place in the log, so the
-- newest line is not the one to look at.
create index webhook_delivery_told on webhook_delivery (subscription_id, last_try)
  where state = 'DELIVERED';
