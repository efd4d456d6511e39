-- Who accepted the import, or asked to undo it: what goes on after a stop is still theirs.
alter table import_upload add column asked_by text, add column acting_for text;
