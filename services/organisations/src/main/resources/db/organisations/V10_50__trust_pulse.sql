-- The trust pulse, outside the log. What was answered is only counted: no row says who answered what,
-- when or in which order. While a round is open, a token that needs the round's secret keeps somebody
-- from answering twice; closing the round deletes both, and then the counts.
create table pulse (
  pulse_id uuid    not null,
  secret   bytea   not null,
  closed   boolean not null default false,
  constraint pulse_pk primary key (pulse_id)
);

create table pulse_token (
  pulse_id uuid  not null references pulse (pulse_id) on delete cascade,
  token    bytea not null,
  constraint pulse_token_pk primary key (pulse_id, token)
);

create table pulse_tally (
  pulse_id uuid not null references pulse (pulse_id) on delete cascade,
  answer   int  not null,
  votes    int  not null default 0,
  constraint pulse_tally_pk primary key (pulse_id, answer),
  constraint pulse_tally_answer check (answer between 1 and 5)
);
