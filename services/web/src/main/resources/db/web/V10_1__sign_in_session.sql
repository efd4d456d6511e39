-- Tokens of the people who are signed in; the browser holds a random number, this table its hash.
create table sign_in_session (
  id_hash                 text primary key check (length(id_hash) = 64),
  id_token                text not null,
  access_token            text,
  refresh_token           text,
  access_token_expires_in bigint,
  access_token_scope      text,
  ends_at                 timestamptz not null
);

create index sign_in_session_ends_at on sign_in_session (ends_at);
