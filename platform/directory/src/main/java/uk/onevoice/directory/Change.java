package uk.onevoice.directory;

import org.jspecify.annotations.Nullable;

/** What one event does to one row: a statement and its values. */
record Change(Statement statement, @Nullable Object... values) {

  /** Tables are kept apart from each other, so only the order within one table matters. */
  enum Table {
    IDENTITY("directory_person_identity"),
    ALIAS("directory_person_alias"),
    ROLE("directory_role"),
    CLIENT("directory_client"),
    ORGANISATION("directory_organisation"),
    AFFILIATION("directory_affiliation"),
    PLACE("directory_place"),
    PLACE_ICS("directory_place_ics"),
    LISTING("directory_listing"),
    LIST_SIZE("directory_list_size"),
    SUCCESSION("directory_succession"),
    ENTRY("directory_entry"),
    GROUP("directory_group"),
    GROUP_SCOPE("directory_group_scope"),
    GROUP_TERMS("directory_group_terms"),
    SEAT("directory_seat"),
    GROUP_CHAIR("directory_group_chair"),
    BACKDATING_CLOSED("directory_backdating_closed");

    private final String sqlName;

    Table(String sqlName) {
      this.sqlName = sqlName;
    }

    String sqlName() {
      return sqlName;
    }
  }

  /** Every one of them may run again without a further effect. */
  enum Statement {
    CLOSE_BACKDATING(
        Table.BACKDATING_CLOSED,
        "insert into directory_backdating_closed default values on conflict do nothing"),
    LINK_IDENTITY(
        Table.IDENTITY,
        """
        insert into directory_person_identity (identity_hash, person_id) values (?, ?)
        on conflict (identity_hash) do update set person_id = excluded.person_id\
        """),
    UNLINK_IDENTITIES(Table.IDENTITY, "delete from directory_person_identity where person_id = ?"),
    APPOINT(
        Table.ROLE,
        """
        insert into directory_role
          (role_holding_id, person_id, role, organisation_id, "start", "end")
        values (?, ?, ?, ?, ?, ?)
        on conflict (role_holding_id) do update set person_id = excluded.person_id,
          role = excluded.role, organisation_id = excluded.organisation_id,
          "start" = excluded."start", "end" = excluded."end", void = false\
        """),
    CORRECT_ROLE(
        Table.ROLE,
        """
        update directory_role set "start" = ?, "end" = ?, void = ? where role_holding_id = ?\
        """),
    MERGE_PERSON(
        Table.ALIAS,
        """
        insert into directory_person_alias (person_id, into_id) values (?, ?)
        on conflict (person_id) do update set into_id = excluded.into_id\
        """),
    UNDO_MERGE(Table.ALIAS, "delete from directory_person_alias where person_id = ?"),
    END_ROLE(
        Table.ROLE,
        """
        update directory_role set "end" = ? where role_holding_id = ?\
        """),
    REGISTER_CLIENT(
        Table.CLIENT,
        """
        insert into directory_client (client_id, organisation_id, kind, state)
        values (?, ?, ?, 'REGISTERED')
        on conflict (client_id) do update set organisation_id = excluded.organisation_id,
          kind = excluded.kind, state = excluded.state\
        """),
    SET_CLIENT_STATE(Table.CLIENT, "update directory_client set state = ? where client_id = ?"),
    TRANSFER_CLIENT(
        Table.CLIENT,
        """
        update directory_client set organisation_id = ?, state = 'SUSPENDED' where client_id = ?\
        """),
    PUT_ORGANISATION(
        Table.ORGANISATION,
        """
        insert into directory_organisation (id, name, kinds, "start", "end", status)
        values (?, ?, string_to_array(?, ','), ?, ?, ?)
        on conflict (id) do update set name = excluded.name, kinds = excluded.kinds,
          "start" = excluded."start", "end" = excluded."end", status = excluded.status\
        """),
    RENAME_ORGANISATION(
        Table.ORGANISATION, "update directory_organisation set name = ? where id = ?"),
    CLOSE_ORGANISATION(
        Table.ORGANISATION,
        """
        update directory_organisation set "end" = ?, status = 'INACTIVE' where id = ?\
        """),
    REOPEN_ORGANISATION(
        Table.ORGANISATION,
        """
        update directory_organisation set "end" = null, status = 'ACTIVE' where id = ?\
        """),
    PUT_AFFILIATION(
        Table.AFFILIATION,
        """
        insert into directory_affiliation (id, member, parent, kind, "start", "end", void)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (id) do update set member = excluded.member, parent = excluded.parent,
          kind = excluded.kind, "start" = excluded."start", "end" = excluded."end",
          void = excluded.void\
        """),
    END_AFFILIATION(
        Table.AFFILIATION,
        """
        update directory_affiliation set "end" = ? where id = ?\
        """),
    PUT_PLACE(
        Table.PLACE,
        """
        insert into directory_place (id, ics, name, part_of) values (?, ?, ?, ?::uuid)
        on conflict (id) do update set ics = excluded.ics, name = excluded.name,
          part_of = excluded.part_of, "end" = null\
        """),
    MOVE_PLACE(
        Table.PLACE_ICS,
        """
        with later as (delete from directory_place_ics where place_id = ? and "from" > ?)
        insert into directory_place_ics (place_id, "from", ics) values (?, ?, ?)
        on conflict (place_id, "from") do update set ics = excluded.ics\
        """),
    // Its first ICS is that of its first day: a move before then falls away.
    START_PLACE(
        Table.PLACE_ICS,
        """
        with before as (delete from directory_place_ics where place_id = ? and "from" <= ?)
        update directory_place set ics = ? where id = ?\
        """),
    END_PLACE(Table.PLACE, "update directory_place set \"end\" = ?::date where id = ?"),
    RENAME_PLACE(Table.PLACE, "update directory_place set name = ? where id = ?"),
    PUT_LISTING(
        Table.LISTING,
        """
        insert into directory_listing (practice_id, "from", listed) values (?, ?, ?)
        on conflict (practice_id, "from") do update set listed = excluded.listed\
        """),
    PUT_LIST_SIZE(
        Table.LIST_SIZE,
        """
        insert into directory_list_size (practice_id, "month", patients)
        values (?, to_date(?, 'YYYY-MM'), ?)
        on conflict (practice_id, "month") do update set patients = excluded.patients\
        """),
    TAKE_LIST_SIZE_BACK(
        Table.LIST_SIZE,
        """
        delete from directory_list_size
        where practice_id = ? and "month" = to_date(?, 'YYYY-MM')\
        """),
    PUT_SUCCESSION(
        Table.SUCCESSION,
        """
        insert into directory_succession (organisation_id, "on", successors)
        values (?, ?, string_to_array(?, ','))
        on conflict (organisation_id, "on") do update set successors = excluded.successors\
        """),
    PUT_ENTRY(
        Table.ENTRY,
        """
        insert into directory_entry (id, list, ics, "start", names)
        values (?, ?, ?, ?, jsonb_build_object(?::text, ?::text))
        on conflict (id) do update set list = excluded.list, ics = excluded.ics,
          "start" = excluded."start", names = excluded.names, "end" = null,
          merged_into = null, split_into = null\
        """),
    RENAME_ENTRY(
        Table.ENTRY,
        """
        update directory_entry set names = names || jsonb_build_object(?::text, ?::text)
        where id = ?\
        """),
    END_ENTRY(
        Table.ENTRY,
        """
        update directory_entry set "end" = ?, merged_into = ?,
          split_into = string_to_array(?, ',')::uuid[]
        where id = ?\
        """),
    PUT_GROUP(
        Table.GROUP,
        """
        insert into directory_group (group_id, "start") values (?, ?)
        on conflict (group_id) do update set "start" = excluded."start", "end" = null\
        """),
    END_GROUP(Table.GROUP, "update directory_group set \"end\" = ? where group_id = ?"),
    PUT_GROUP_SCOPE(
        Table.GROUP_SCOPE,
        """
        insert into directory_group_scope (group_id, "from", ics, places)
        values (?, ?, ?, string_to_array(?, ','))
        on conflict (group_id, "from") do update set ics = excluded.ics, places = excluded.places\
        """),
    PUT_GROUP_TERMS(
        Table.GROUP_TERMS,
        """
        insert into directory_group_terms (group_id, version, "from", seat_rules)
        values (?, ?, ?, string_to_array(?, ','))
        on conflict (group_id, version) do update set "from" = excluded."from",
          seat_rules = excluded.seat_rules\
        """),
    WITHDRAW_GROUP_TERMS(
        Table.GROUP_TERMS, "delete from directory_group_terms where group_id = ? and version = ?"),
    PUT_SEAT(
        Table.SEAT,
        """
        insert into directory_seat (group_id, seat_id, role_holding_id, "start", "end")
        values (?, ?, ?, ?, ?)
        on conflict (group_id, seat_id, role_holding_id, "start")
          do update set "end" = excluded."end"\
        """),
    PUT_GROUP_CHAIR(
        Table.GROUP_CHAIR,
        """
        insert into directory_group_chair (group_id, role_holding_id, "start", "end")
        values (?, ?, ?, ?)
        on conflict (group_id, role_holding_id, "start") do update set "end" = excluded."end"\
        """);

    private final Table table;
    private final String sql;

    Statement(Table table, String sql) {
      this.table = table;
      this.sql = sql;
    }

    Table table() {
      return table;
    }

    String sql() {
      return sql;
    }
  }
}
