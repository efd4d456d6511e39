-- How many patients a practice had by each extract month, and who followed an organisation on which day;
-- no successor is one that was taken back.
create table directory_list_size (
  practice_id text not null,
  "month" date not null,
  patients bigint not null,
  primary key (practice_id, "month")
);

create table directory_succession (
  organisation_id text not null,
  "on" date not null,
  successors text[] not null,
  primary key (organisation_id, "on")
);

create index directory_role_by_organisation on directory_role (organisation_id);

-- A copy kept before this has passed over both. It begins again, and as good as empty: roles stay as
-- held on no day, so that an installation does not look as if it never had an administrator.
do $$
begin
  if to_regclass('checkpoint') is not null then
    if exists (select from checkpoint where consumer like '%.directory%') then
      update directory_role set "end" = "start";
      truncate directory_person_identity, directory_person_alias, directory_client,
        directory_organisation, directory_affiliation, directory_place, directory_place_ics,
        directory_listing, directory_entry, directory_group, directory_group_scope,
        directory_group_terms, directory_seat, directory_group_chair;
      delete from checkpoint where consumer like '%.directory%';
      delete from parked_stream where consumer like '%.directory%';
      delete from parked_message where consumer like '%.directory%';
    end if;
  end if;
end
$$;
