-- Which service has answered what was asked about a person: that they are erased there, or that an
-- export is ready there.
create table subject_answer (
  person_id   uuid        not null,
  -- The export; the person for the erasure.
  question    uuid        not null,
  service     text        not null,
  answered_at timestamptz not null,
  constraint subject_answer_pk primary key (person_id, question, service)
);

-- Finds what people have asked for and nobody has settled.
create index event_rights_requests on event ((payload ->> 'requestId'))
  where type in ('RightRequested', 'RequestSettled');
