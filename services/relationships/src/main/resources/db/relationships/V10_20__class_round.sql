-- What the round that classes slots anew has seen: how far the log had come, which day it was, and
-- whose words were restricted. One row, which a round holds.
create table class_round (
  only_row   boolean not null default true,
  position   bigint  not null,
  day        date    not null,
  restricted text    not null,
  constraint class_round_pk primary key (only_row),
  constraint class_round_one_row check (only_row)
);

insert into class_round (position, day, restricted) values (0, '0001-01-01', '');
