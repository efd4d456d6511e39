-- A log may be told in another language, on another topic. How many records that came to so far:
-- places there count what was told. And in which edition of the language; 0 for the events
-- themselves. Another edition tells everything again.
alter table relay_cursor
  add column told    bigint not null default 0,
  add column edition int    not null default 0;
