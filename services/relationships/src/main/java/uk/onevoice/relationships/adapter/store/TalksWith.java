package uk.onevoice.relationships.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.SlotId;

/**
 * What the slots of a place say of organisations with which it bids: when both sides spoke, and how
 * strong the relationship is by its latest class.
 */
@ApplicationScoped
public class TalksWith {
  private static final String SLOTS =
      """
      select defined.payload ->> 'slotId', defined.payload ->> 'organisationId', defined.stream
      from event defined
      where defined.type = 'SlotDefined' and defined.payload ->> 'placeId' = ?
        and defined.payload ->> 'organisationId' = any (?)
        and not exists (
          select from event gone where gone.stream = defined.stream and gone.type = 'SlotWithdrawn')
      """;

  private static final String TALKS =
      "select slot.*, talk.payload ->> 'on', talk.payload ->> 'topicId',"
          + " (talk.recorded_at at time zone 'Europe/London')::date from ("
          + SLOTS
          + """
          ) slot (slot_id, organisation_id, stream)
          join event talk on talk.stream = slot.stream and talk.type = 'ContactLogged'
            and talk.payload ->> 'twoWay' = 'true'
          where not exists (
            select from event gone
            where gone.stream = slot.stream and gone.type = 'ContactWithdrawn'
              and gone.payload ->> 'contactId' = talk.payload ->> 'contactId')
          order by talk.payload ->> 'on', talk.position
          """;

  /** The step that holds today of the latest class; null where the slot was never classed. */
  private static final String CLASSES =
      "select slot.slot_id, slot.organisation_id, (select step ->> 'strength'"
          + " from jsonb_array_elements(classed.payload -> 'steps') step"
          + " where step ->> 'from' <= ? order by step ->> 'from' desc limit 1) from ("
          + SLOTS
          + """
          ) slot (slot_id, organisation_id, stream)
          left join lateral (
            select said.payload from event said
            where said.type = 'SlotClassed' and said.payload ->> 'slotId' = slot.slot_id
            order by said.position desc limit 1) classed on true
          """;

  private final DataSource database;

  TalksWith(DataSource database) {
    this.database = database;
  }

  /**
   * A talk in which both sides spoke.
   *
   * @param topicId null where none is named
   * @param recordedOn the day on which it was written down
   */
  public record Talk(
      SlotId slotId,
      OrganisationId organisationId,
      LocalDate on,
      @Nullable UUID topicId,
      LocalDate recordedOn) {}

  /**
   * How strong the relationship of a slot is today.
   *
   * @param strength null where nobody has said yet
   */
  public record Classed(OrganisationId organisationId, @Nullable String strength) {}

  /** Talks with these organisations, the earliest first. */
  public List<Talk> talks(PlaceId place, Collection<OrganisationId> organisations) {
    return all(
        TALKS,
        row ->
            new Talk(
                new SlotId(UUID.fromString(row.getString(1))),
                new OrganisationId(row.getString(2)),
                LocalDate.parse(row.getString(4)),
                row.getString(5) == null ? null : UUID.fromString(row.getString(5)),
                row.getObject(6, LocalDate.class)),
        (select, connection) -> {
          select.setString(1, place.value().toString());
          select.setArray(2, connection.createArrayOf("text", codes(organisations)));
        });
  }

  /** One for each slot that the place has with one of these organisations. */
  public List<Classed> classes(
      PlaceId place, Collection<OrganisationId> organisations, LocalDate today) {
    return all(
        CLASSES,
        row -> new Classed(new OrganisationId(row.getString(2)), row.getString(3)),
        (select, connection) -> {
          select.setString(1, today.toString());
          select.setString(2, place.value().toString());
          select.setArray(3, connection.createArrayOf("text", codes(organisations)));
        });
  }

  private static Object[] codes(Collection<OrganisationId> organisations) {
    return organisations.stream().map(OrganisationId::value).toArray();
  }

  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private interface Asked {
    void set(PreparedStatement select, Connection connection) throws SQLException;
  }

  private <T> List<T> all(String sql, Row<T> reading, Asked asked) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      asked.set(select, connection);
      try (var rows = select.executeQuery()) {
        List<T> found = new ArrayList<>();
        while (rows.next()) {
          found.add(reading.read(rows));
        }
        return found;
      }
    } catch (SQLException cause) {
      throw new EventStoreException("The talks with organisations could not be read.", cause);
    }
  }
}
