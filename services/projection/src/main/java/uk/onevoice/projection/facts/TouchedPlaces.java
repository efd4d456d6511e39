package uk.onevoice.projection.facts;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import uk.onevoice.messaging.HeardEvent;

/**
 * Notes of which places a batch may have changed what the measures say, in its own transaction. A
 * place is found from the facts once they are written: what came before that by which it would be
 * found is no part of any measure yet, and whatever brings it in touches the place.
 */
final class TouchedPlaces {
  /** What may change the measures of any place: the registry, and what is said across places. */
  private static final String EVERYWHERE = "*";

  private static final String OF_SLOT = "select place_id from slot_fact where slot_id = any (?)";

  /** Of whom a meeting is, and whose seat somebody sits in there. */
  private static final String OF_MEETING =
      """
      select place_id from meeting_fact where meeting_id = any (?)
      union
      select s.place_id
      from meeting_fact m
      join series_fact s on s.series_id = m.series_id
      where m.meeting_id = any (?)\
      """;

  private static final String OF_GROUP =
      "select place_id from joint_group_fact where group_id = any (?)";

  /** Where a mandate is asked for, and where a joint group cites it. */
  private static final String OF_MANDATE =
      """
      select place_id from mandate_fact where mandate_id = any (?)
      union
      select g.place_id
      from unnest(?::text[]) m (mandate_id)
      join joint_mandate_fact c on c.mandate_id = split_part(m.mandate_id, '#', 1)
      join joint_group_fact g on g.group_id = c.group_id\
      """;

  /** Places by the first column of a table's key; of every other table it is everywhere. */
  private static final Map<FactTable<?>, String> FOUND_BY =
      Map.ofEntries(
          entry(FactTable.MEETING, OF_MEETING),
          entry(FactTable.ITEM, OF_MEETING),
          entry(FactTable.ATTENDANCE, OF_MEETING),
          entry(FactTable.PARTNER_ATTENDANCE, OF_MEETING),
          entry(FactTable.PREPARATION, OF_MEETING),
          entry(FactTable.FEEDBACK, OF_MEETING),
          entry(FactTable.FEEDBACK_READ, OF_MEETING),
          entry(
              FactTable.PRE_ALIGNMENT,
              """
              select m.place_id
              from pre_alignment_fact p
              join meeting_fact m on m.meeting_id = p.meeting_id
              where p.pre_alignment_id = any (?)\
              """),
          entry(FactTable.ACTION, "select place_id from action_fact where action_id = any (?)"),
          entry(FactTable.SERIES, "select place_id from series_fact where series_id = any (?)"),
          entry(
              FactTable.SEAT,
              """
              select r.place_id
              from seat_fact s
              join series_fact r on r.series_id = s.series_id
              where s.seat_id = any (?)\
              """),
          entry(
              FactTable.NOMINATION,
              """
              select r.place_id
              from nomination_fact n
              join seat_fact s on s.seat_id = n.seat_id
              join series_fact r on r.series_id = s.series_id
              where n.nomination_id = any (?)\
              """),
          entry(FactTable.MANDATE, OF_MANDATE),
          entry(FactTable.CONSENT, OF_MANDATE),
          entry(FactTable.SLOT, OF_SLOT),
          entry(FactTable.SLOT_CLASS, OF_SLOT),
          entry(
              FactTable.RELATIONSHIP,
              """
              select s.place_id
              from relationship_fact r
              join slot_fact s on s.slot_id = r.slot_id
              where r.relationship_id = any (?)\
              """),
          entry(
              FactTable.CONTACT,
              """
              select s.place_id
              from contact_fact c
              join slot_fact s on s.slot_id = c.slot_id
              where c.contact_id = any (?)\
              """),
          entry(
              FactTable.COMMITMENT,
              """
              select s.place_id
              from commitment_fact c
              join slot_fact s on s.slot_id = c.slot_id
              where c.commitment_id = any (?)\
              """),
          entry(FactTable.JOINT_GROUP, OF_GROUP),
          entry(FactTable.JOINT_SEAT, OF_GROUP),
          entry(FactTable.JOINT_MANDATE, OF_GROUP),
          entry(FactTable.JOINT_ISSUE, OF_GROUP));

  /** So many events are about most places: to answer anew costs less than to find out which. */
  private static final int MANY = 500;

  private TouchedPlaces() {}

  /**
   * @param changed the first column of the keys that the batch was about, by table
   * @param unread whether nobody reads the facts yet
   */
  static void note(
      Connection transaction,
      List<HeardEvent> events,
      Map<FactTable<?>, ? extends Collection<String>> changed,
      boolean unread)
      throws SQLException {
    Set<String> places = new TreeSet<>();
    if (!unread && events.size() <= MANY && FOUND_BY.keySet().containsAll(changed.keySet())) {
      for (Map.Entry<FactTable<?>, ? extends Collection<String>> one : changed.entrySet()) {
        places.addAll(
            found(transaction, requireNonNull(FOUND_BY.get(one.getKey())), one.getValue()));
      }
    } else {
      places.add(EVERYWHERE);
    }
    if (!places.isEmpty()) {
      write(transaction, events.getFirst(), places);
    }
  }

  private static Set<String> found(Connection transaction, String sql, Collection<String> keys)
      throws SQLException {
    Set<String> places = new TreeSet<>();
    Array array = transaction.createArrayOf("text", keys.toArray());
    try (PreparedStatement query = transaction.prepareStatement(sql)) {
      for (int i = 1; i <= sql.chars().filter(letter -> letter == '?').count(); i++) {
        query.setArray(i, array);
      }
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          places.add(row.getString(1));
        }
      }
    }
    return places;
  }

  /** Only one consumer at a time writes for a partition. */
  private static void write(Connection transaction, HeardEvent first, Set<String> places)
      throws SQLException {
    try (PreparedStatement upsert =
        transaction.prepareStatement(
            """
            insert into touched (place_id, log, partition, changes, applied_at)
            select p, ?, ?, 1, clock_timestamp() from unnest(?::text[]) p
            on conflict (place_id, log, partition) do update
            set changes = touched.changes + 1, applied_at = excluded.applied_at\
            """)) {
      upsert.setString(1, first.log());
      upsert.setInt(2, first.partition());
      upsert.setArray(3, transaction.createArrayOf("text", places.toArray()));
      upsert.executeUpdate();
    }
  }
}
