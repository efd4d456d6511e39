-- Where invitations go. The address itself is in the vault.
create table calendar_mail (
  person_id uuid primary key,
  address_ref uuid not null,
  confirmed boolean not null,
  code_hash bytea,
  code_until timestamptz,
  request_key text not null
);

-- What a mailbox was last asked about a meeting: it is asked again when that has changed.
create table calendar_invitation (
  person_id uuid not null,
  meeting_id uuid not null,
  ask text not null,
  sequence int not null,
  primary key (person_id, meeting_id)
);

-- What is to be sent, and was. Words that only the receiver may know are in the vault.
create table mail_queue (
  id bigint generated always as identity primary key,
  person_id uuid not null,
  meeting_id uuid,
  ask text not null,
  sequence int not null,
  words_ref uuid,
  due_at timestamptz not null,
  tries int not null default 0,
  sent_at timestamptz,
  given_up_at timestamptz
);
create index mail_queue_due on mail_queue (due_at) where sent_at is null and given_up_at is null;

-- How far the diary had come when invitations were last looked at; held by who looks.
create table mail_round (
  only_row boolean primary key default true check (only_row),
  position bigint not null,
  day date not null
);
insert into mail_round (position, day) values (-1, '-infinity');
