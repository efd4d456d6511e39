-- What practices of a place are asked for and can still answer: each version begins with one event.
create index event_question_of_place
  on event ((payload ->> 'placeId'), coalesce(payload ->> 'end', payload -> 'terms' ->> 'end'), stream)
  where type in ('MandateOpened', 'VersionAsked');
-- What a practice has answered to a mandate.
create index event_answer_of_practice on event ((payload ->> 'practiceId'), stream, version)
  where type in (
    'ConsentGranted', 'ConsentConditional', 'ConsentDeclined', 'ConsentWithdrawn', 'ConsentEnded');
