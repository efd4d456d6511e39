-- Facts, bitemporal: [valid_from, valid_to) is when something was so, [known_from, known_to) is when
-- we held it to be so. Rows are written once; learning better only closes known_to. A fact's rows
-- come from the events of one stream, so the order in which topics arrive makes no difference.
-- Open ends are infinities, so that one comparison answers for open and closed periods alike.

create extension if not exists pg_trgm schema public;

-- The last version applied of each stream: hearing an event again changes nothing.
create table heard_stream (
  log text not null,
  stream text not null,
  version bigint not null,
  primary key (log, stream)
);

-- How far each log has been applied, and how old its last event was then.
create table freshness (
  log text not null,
  partition int not null,
  position bigint not null,
  recorded_at timestamptz not null,
  applied_at timestamptz not null,
  primary key (log, partition)
);

-- What a body was called and was; since = the day of the record that said so. The earliest record
-- also answers for the days before it.
create table organisation_fact (
  organisation_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  since date not null,
  ods_code text,
  name text not null,
  kinds text[] not null,
  postcode text,
  status text not null,
  sector text,
  primary key (organisation_id, valid_from, known_from)
);
create index organisation_name on organisation_fact using gin (name public.gin_trgm_ops);
create index organisation_code on organisation_fact (ods_code text_pattern_ops);
create index organisation_postcode on organisation_fact (replace(postcode, ' ', '') text_pattern_ops);
create index organisation_kinds on organisation_fact using gin (kinds);

-- When a body was open.
create table organisation_open_fact (
  organisation_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  primary key (organisation_id, valid_from, known_from)
);

-- What each national map of practices with registered patients said, until the next one that said
-- otherwise.
create table listing_fact (
  practice_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  listed boolean not null,
  primary key (practice_id, valid_from, known_from)
);

create table affiliation_fact (
  affiliation_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  member_id text not null,
  parent_id text not null,
  kind text not null,
  primary key (affiliation_id, valid_from, known_from)
);
create index affiliation_member on affiliation_fact (member_id, kind) include (parent_id, valid_from, valid_to, known_from, known_to);
create index affiliation_parent on affiliation_fact (parent_id, kind) include (member_id, valid_from, valid_to, known_from, known_to);

-- Registered patients of a practice; month is the extract's (2026-08), valid_from its first day.
create table list_size_fact (
  practice_id text not null,
  month text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  patients bigint not null,
  primary key (practice_id, month, known_from) include (patients, known_to)
);

-- A place by each of its names; the first one begins when the place does.
create table place_fact (
  place_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  ics_id text not null,
  name text not null,
  primary key (place_id, valid_from, known_from)
);
create index place_ics on place_fact (ics_id);

-- A mandate from its first day; opened is the day from which practices could answer.
create table mandate_fact (
  mandate_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  place_id text not null,
  topic text not null,
  board text,
  holder_id text not null,
  holder_role text not null,
  opened date not null,
  primary key (mandate_id, valid_from, known_from)
);
create index mandate_place on mandate_fact (place_id);

-- A practice's answer, from its day until the practice's next one.
create table consent_fact (
  mandate_id text not null,
  practice_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  answer text not null,
  primary key (mandate_id, practice_id, valid_from, known_from)
);

create table meeting_fact (
  meeting_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  place_id text not null,
  forum text not null,
  primary key (meeting_id, valid_from, known_from)
);
create index meeting_place on meeting_fact (place_id, valid_from);

-- What became of an item; its day is its meeting's.
create table item_fact (
  meeting_id text not null,
  item_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  outcome text,
  influence text,
  confirmed boolean not null,
  primary key (meeting_id, item_id, valid_from, known_from)
);

-- Who was there for general practice; its day is its meeting's.
create table attendance_fact (
  meeting_id text not null,
  person_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  capacity text not null,
  primary key (meeting_id, person_id, valid_from, known_from)
);

-- A slot of a place: a body that somebody in general practice should know.
create table slot_fact (
  slot_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  place_id text not null,
  kind text not null,
  organisation_id text not null,
  primary key (slot_id, valid_from, known_from)
);
create index slot_place on slot_fact (place_id);

create table relationship_fact (
  relationship_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  slot_id text not null,
  holder_id text not null,
  acting_for text,
  primary key (relationship_id, valid_from, known_from)
);
create index relationship_slot on relationship_fact (slot_id);

create table contact_fact (
  contact_id text not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  slot_id text not null,
  relationship_id text not null,
  kind text not null,
  two_way boolean not null,
  primary key (contact_id, valid_from, known_from)
);
create index contact_relationship on contact_fact (relationship_id, valid_from);
