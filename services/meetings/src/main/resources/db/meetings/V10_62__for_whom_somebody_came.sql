-- For whom a substitute came: it tells who was named beforehand from who was not.
alter table diary_present add column substitute_for uuid;
-- What was folded before says nothing of it: the next question folds the log from its beginning.
update diary_cursor set epoch = 0;
