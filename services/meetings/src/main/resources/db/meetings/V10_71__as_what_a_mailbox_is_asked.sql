-- Whether a mailbox was asked as that of somebody who stands in: whoever sits there later is asked again.
-- Null for what was asked before; the next round notes it and sends nothing.
alter table calendar_invitation add column stands_in boolean;
