package uk.onevoice.meetings.adapter.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventJson;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.mandate.KnownInvocation;
import uk.onevoice.meetings.domain.mandate.KnownInvocation.Act;
import uk.onevoice.meetings.domain.mandate.KnownInvocation.State;
import uk.onevoice.meetings.domain.mandate.KnownMandate;

/**
 * Asks this service's copy of mandates. Answers are as new as the events heard; a caller who brings
 * the {@code X-Position} of a command to mandates is answered after it.
 */
@ApplicationScoped
public class KnownMandates {
  private final DataSource database;

  KnownMandates(DataSource database) {
    this.database = database;
  }

  public Optional<KnownMandate> mandate(UUID id) {
    return all(
            "select mandate::text from known_mandate where mandate_id = ?",
            KnownMandates::mandate,
            id)
        .stream()
        .findFirst();
  }

  /** All mandates that practices of this place were asked for, whatever became of them. */
  public List<KnownMandate> ofPlace(PlaceId place) {
    return all(
        "select mandate::text from known_mandate where place_id = ? order by mandate_id",
        KnownMandates::mandate,
        place.value());
  }

  public Optional<KnownInvocation> invocation(UUID id) {
    return Optional.ofNullable(invocations(List.of(id)).get(id));
  }

  /** Those of these invocations that are known. */
  public Map<UUID, KnownInvocation> invocations(Collection<UUID> ids) {
    Map<UUID, KnownInvocation> found = new LinkedHashMap<>();
    if (!ids.isEmpty()) {
      all(
              """
              select invocation_id, mandate_id, act, state, topic_id, forum_id, meeting_id, item_id,
                "on"
              from known_invocation where invocation_id = any (?::uuid[])\
              """,
              KnownMandates::invocation,
              (Object) ids.stream().map(UUID::toString).toArray(String[]::new))
          .forEach(each -> found.put(each.invocationId(), each));
    }
    return found;
  }

  /**
   * The ODS codes of the practices whose answer to this version is that they grant it, in order.
   */
  public Set<String> granted(UUID mandate, int version) {
    return new TreeSet<>(
        all(
            """
            select practice_id from known_answer
            where mandate_id = ? and version = ? and answer = 'GRANTED'\
            """,
            row -> row.getString(1),
            mandate,
            version));
  }

  private <T> List<T> all(String sql, Query.Row<T> reading, @Nullable Object... values) {
    return Query.all(database, "The copy of mandates", sql, reading, values);
  }

  private static KnownMandate mandate(ResultSet row) throws SQLException {
    try {
      return EventJson.mapper().readValue(row.getString(1), KnownMandate.class);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("A known mandate cannot be read.", unreadable);
    }
  }

  private static KnownInvocation invocation(ResultSet row) throws SQLException {
    return new KnownInvocation(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        Act.valueOf(row.getString(3)),
        State.valueOf(row.getString(4)),
        row.getObject(5, UUID.class),
        row.getObject(6, UUID.class),
        row.getObject(7, UUID.class),
        row.getObject(8, UUID.class),
        row.getObject(9, LocalDate.class));
  }
}
