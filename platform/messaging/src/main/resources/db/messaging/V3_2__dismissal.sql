-- Who looked at a record that could not be read and found that nothing has to follow; the row stays.
alter table parked_message
  add column dismissed_by text,
  add column dismissed_at timestamptz,
  add constraint parked_message_dismissal check ((dismissed_by is null) = (dismissed_at is null)),
  add constraint parked_message_streams_are_retried check (stream is null or dismissed_at is null);
