-- What two people have promised each other, as relationships says it: by when, and whether it is done.
-- The words stay where they were written. Kept from the topic alone; it can be dropped and heard again.
create table known_commitment (
  commitment_id uuid primary key,
  slot_id uuid not null,
  -- Whether general practice owes it, or the partner.
  ours boolean not null,
  due date not null,
  -- Kept, not kept, or withdrawn: nothing is owed any more.
  over boolean not null default false
);
create index known_commitment_open_of_slot on known_commitment (slot_id) where not over;
