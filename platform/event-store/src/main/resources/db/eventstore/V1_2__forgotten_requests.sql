-- Finds the answers that are old enough to be forgotten. Rows come in the order of their times, so
-- that each finds its place at the right edge of the index, which is always in memory.
create index idempotency_recorded_at on idempotency (recorded_at);
