package uk.onevoice.organisations.adapter.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/**
 * What was said of something, the newest first: when, by whom and what, as the log has it. Any
 * aggregate has one: name its streams. References to the vault are left out.
 */
@ApplicationScoped
public class Histories {
  private static final List<String> DAYS = List.of("from", "on", "start", "date", "release", "end");
  private static final String BELONGING =
      "type in ('AffiliationStarted', 'AffiliationEnded', 'AffiliationCorrected')";

  private final DataSource database;
  private final ObjectMapper json;

  Histories(DataSource database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /**
   * One event.
   *
   * @param at when the log took it
   * @param what the event's type
   * @param by who acted, by reference
   * @param byName their name, null where the reader may not read it
   * @param actingFor the body they acted for
   * @param on the day from which it holds, where it says one
   */
  public record Entry(
      Instant at,
      String what,
      String by,
      @Nullable String byName,
      @Nullable String actingFor,
      @Nullable String actingForName,
      @Nullable LocalDate on,
      List<Detail> details) {
    Entry named(Map<String, String> who) {
      return new Entry(at, what, by, who.get(by), actingFor, actingForName, on, details);
    }
  }

  /**
   * @param label what the value is called, where it is the id of something
   */
  public record Detail(String name, String value, @Nullable String label) {}

  private record Row(Entry entry, String stream, long version) {}

  /**
   * @param streams of what the history is about
   * @param parent also who belongs to this body or place; null where nobody can
   * @param names what an id is called; null where it is nobody's
   * @param who names of those who acted, by reference, as far as the reader may read them
   */
  public Page<Entry> of(
      List<String> streams,
      @Nullable String parent,
      PageRequest part,
      Function<String, @Nullable String> names,
      Function<List<String>, Map<String, String>> who) {
    var rows = rows(streams, parent, part, names);
    boolean more = rows.size() > part.limit();
    var shown = more ? rows.subList(0, part.limit()) : rows;
    var actors = who.apply(shown.stream().map(row -> row.entry().by()).toList());
    return new Page<>(
        shown.stream().map(row -> row.entry().named(actors)).toList(),
        more ? cursor(shown.getLast()) : null);
  }

  private List<Row> rows(
      List<String> streams,
      @Nullable String parent,
      PageRequest part,
      Function<String, @Nullable String> names) {
    String sql =
        """
        select stream, version, position, type, payload, recorded_at, actor, acting_for from (
          select * from event where stream = any (?)
          union all
          select * from event
          where payload ->> 'parentId' = ? and %s and stream <> all (?)) told
        where position < ? order by position desc limit ?\
        """
            .formatted(BELONGING);
    try (Connection connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      var own = connection.createArrayOf("text", streams.toArray());
      select.setArray(1, own);
      select.setString(2, parent);
      select.setArray(3, own);
      select.setLong(4, before(connection, streams, parent, part.after()));
      select.setInt(5, part.limit() + 1);
      var rows = new ArrayList<Row>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(new Row(entry(row, names), row.getString(1), row.getLong(2)));
        }
      }
      return rows;
    } catch (SQLException cause) {
      throw new EventStoreException("A history could not be read.", cause);
    }
  }

  private Entry entry(ResultSet row, Function<String, @Nullable String> names) throws SQLException {
    JsonNode payload = payload(row.getString("payload"));
    String actingFor = row.getString("acting_for");
    return new Entry(
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("type"),
        row.getString("actor"),
        null,
        actingFor,
        actingFor == null ? null : names.apply(actingFor),
        day(payload),
        details(payload, names));
  }

  private JsonNode payload(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException cause) {
      throw new IllegalStateException("The log holds what is not JSON.", cause);
    }
  }

  private static @Nullable LocalDate day(JsonNode payload) {
    return DAYS.stream()
        .map(name -> payload.path(name).textValue())
        .filter(Objects::nonNull)
        .findFirst()
        .map(LocalDate::parse)
        .orElse(null);
  }

  private static List<Detail> details(JsonNode payload, Function<String, @Nullable String> names) {
    var details = new ArrayList<Detail>();
    payload
        .properties()
        .forEach(property -> {
          if (property.getKey().endsWith("Ref") || property.getKey().endsWith("Hash")) {
            return;
          }
          JsonNode value = property.getValue();
          if (value.isArray()) {
            StreamSupport.stream(value.spliterator(), false)
                .filter(JsonNode::isValueNode)
                .forEach(each -> details.add(detail(property.getKey(), each, names)));
          } else if (value.isValueNode()) {
            details.add(detail(property.getKey(), value, names));
          }
        });
    return details;
  }

  private static Detail detail(
      String name, JsonNode value, Function<String, @Nullable String> names) {
    boolean isId =
        name.endsWith("Id")
            || name.equals("into")
            || name.equals("partOf")
            || name.endsWith("Ids")
            || name.equals("successors");
    return new Detail(name, value.asText(), isId ? names.apply(value.asText()) : null);
  }

  private static String cursor(Row last) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((last.version() + " " + last.stream()).getBytes(StandardCharsets.UTF_8));
  }

  /** Only within the history itself: whether there is an event of another is not told. */
  private static long before(
      Connection connection, List<String> streams, @Nullable String parent, @Nullable String after)
      throws SQLException {
    if (after == null) {
      return Long.MAX_VALUE;
    }
    String sql =
        """
        select position from event
        where stream = ? and version = ?
          and (stream = any (?) or (payload ->> 'parentId' = ? and %s))\
        """
            .formatted(BELONGING);
    Optional<String[]> place = opened(after);
    if (place.isPresent()) {
      try (var select = connection.prepareStatement(sql)) {
        select.setString(1, place.get()[1]);
        select.setLong(2, Long.parseLong(place.get()[0]));
        select.setArray(3, connection.createArrayOf("text", streams.toArray()));
        select.setString(4, parent);
        try (ResultSet row = select.executeQuery()) {
          if (row.next()) {
            return row.getLong(1);
          }
        }
      }
    }
    throw Problem.invalid("query:after", "is not the next of an earlier page").exception();
  }

  private static Optional<String[]> opened(String cursor) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
      return parts.length == 2 && parts[0].matches("[0-9]{1,18}")
          ? Optional.of(parts)
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
