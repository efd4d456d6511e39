-- Since when the national map of practices with patients has listed a practice, or no longer does.
create table directory_listing (
  practice_id text not null,
  "from" date not null,
  listed boolean not null,
  primary key (practice_id, "from")
);

-- A copy kept before this has passed over the listings. It begins again, and empty: what it knew
-- would let somebody act in a role whose end it is about to hear a second time.
do $$
begin
  if to_regclass('checkpoint') is not null then
    truncate directory_person_identity, directory_role, directory_client, directory_organisation,
      directory_affiliation, directory_place;
    delete from checkpoint where consumer like '%.directory';
    delete from parked_stream where consumer like '%.directory';
    delete from parked_message where consumer like '%.directory';
  end if;
end
$$;
