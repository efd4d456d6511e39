package uk.onevoice.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.directory.ToldDirectory.id;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.onevoice.contracts.EventSchema;
import uk.onevoice.messaging.HeardEvent;

/**
 * A replay of all events rebuilds the directory identically. The history is made from the examples
 * of every event the directory applies, so that a new one is part of it without anybody's doing:
 * twenty streams with ids of their own, days and order drawn at random from a fixed seed.
 */
class ReplayTest {
  private static final int STREAMS = 20;
  private static final int EVENTS_EACH = 60;
  private static final LocalDate FIRST = LocalDate.parse("2020-01-01");

  @RegisterExtension static final ToldDirectory told = new ToldDirectory();

  private final Random random = new Random(20_261_125);
  private List<HeardEvent> history = List.of();
  private Map<String, List<String>> tables = Map.of();

  @BeforeEach
  void a_history_and_the_directory_it_makes() throws SQLException {
    history = interleaved(streams());
    tables = heard(history, 1);
    assertThat(tables.values()).as("rows of each table").noneMatch(List::isEmpty);
  }

  @Test
  void from_the_first_event_again_it_is_the_same() throws SQLException {
    assertThat(heard(history, 1)).isEqualTo(tables);
  }

  @Test
  void in_batches_of_any_size_it_is_the_same() throws SQLException {
    for (int size : new int[] {7, 500, history.size()}) {
      assertThat(heard(history, size)).as("batches of " + size).isEqualTo(tables);
    }
  }

  @Test
  void heard_twice_it_is_the_same() throws SQLException {
    heard(history, 100);
    try (Connection connection = told.connect()) {
      new DirectoryEvents().apply(connection, history);
    }
    assertThat(rows()).as("all of it twice").isEqualTo(tables);

    assertThat(heard(stuttered(), 1)).as("parts of it twice").isEqualTo(tables);
  }

  /** As after a lost connection: it goes on from some events before. */
  private List<HeardEvent> stuttered() {
    List<HeardEvent> stuttered = new ArrayList<>();
    for (int from = 0; from < history.size(); from += 50) {
      var part = history.subList(from, Math.min(from + 50, history.size()));
      stuttered.addAll(part);
      stuttered.addAll(part.subList(part.size() / 2, part.size()));
    }
    return stuttered;
  }

  @Test
  void in_any_order_of_the_streams_it_is_the_same() throws SQLException {
    for (int times = 0; times < 5; times++) {
      assertThat(heard(interleaved(byStream()), 50)).isEqualTo(tables);
    }
  }

  @Test
  void after_the_log_was_set_back_it_is_the_same() throws SQLException {
    try (Connection connection = told.connect()) {
      new DirectoryEvents().startOver(connection, "organisations");
      new DirectoryEvents().apply(connection, history);
    }
    assertThat(rows()).isEqualTo(tables);
  }

  private Map<String, List<HeardEvent>> byStream() {
    Map<String, List<HeardEvent>> streams = new LinkedHashMap<>();
    for (HeardEvent event : history) {
      streams.computeIfAbsent(event.stream(), _ -> new ArrayList<>()).add(event);
    }
    return streams;
  }

  private Map<String, List<HeardEvent>> streams() {
    var applied = new DirectoryEvents().applies();
    List<EventSchema> schemas =
        EventSchema.of("organisations").stream()
            .filter(schema -> applied.contains(schema.type()))
            .toList();
    Map<String, List<HeardEvent>> streams = new LinkedHashMap<>();
    for (int number = 0; number < STREAMS; number++) {
      String stream = "stream-" + number;
      List<HeardEvent> events = new ArrayList<>();
      // Each type at least once, then any.
      List<EventSchema> drawn = new ArrayList<>(schemas);
      while (drawn.size() < EVENTS_EACH) {
        drawn.add(schemas.get(random.nextInt(schemas.size())));
      }
      Collections.shuffle(drawn, random);
      for (EventSchema schema : drawn) {
        JsonNode example = schema.examples().get(random.nextInt(schema.examples().size()));
        events.add(event(stream, events.size() + 1, schema, owned(example, stream)));
      }
      streams.put(stream, events);
    }
    return streams;
  }

  /** The example with ids that no other stream has, and other days. */
  private ObjectNode owned(JsonNode example, String stream) {
    ObjectNode payload = example.deepCopy();
    payload
        .properties()
        .forEach(field -> {
          if (field.getValue() instanceof TextNode text) {
            field.setValue(TextNode.valueOf(owned(field.getKey(), text.textValue(), stream)));
          }
        });
    return payload;
  }

  private String owned(String name, String value, String stream) {
    if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return FIRST.plusDays(random.nextInt(2_500)).toString();
    }
    if (value.matches("[0-9a-f]{64}")) {
      return IdentityHash.of(stream, value).value();
    }
    if (value.matches("[0-9a-f]{8}-[0-9a-f-]{27}")) {
      return id(stream + value).toString();
    }
    return name.endsWith("Id") ? value + "-" + stream : value;
  }

  private static HeardEvent event(
      String stream, int version, EventSchema schema, ObjectNode payload) {
    return new HeardEvent(
        "organisations",
        0,
        version,
        stream,
        version,
        version,
        id(stream + version),
        schema.type(),
        schema.version(),
        payload.toString(),
        Instant.EPOCH,
        Instant.EPOCH,
        "service:test",
        null,
        null);
  }

  /** The streams mixed, each in its own order. */
  private List<HeardEvent> interleaved(Map<String, List<HeardEvent>> streams) {
    List<Deque<HeardEvent>> left = new ArrayList<>();
    streams.values().forEach(events -> left.add(new ArrayDeque<>(events)));
    List<HeardEvent> mixed = new ArrayList<>();
    while (!left.isEmpty()) {
      Deque<HeardEvent> some = left.get(random.nextInt(left.size()));
      mixed.add(some.removeFirst());
      if (some.isEmpty()) {
        left.remove(some);
      }
    }
    return mixed;
  }

  /** The tables of a directory that was empty and has heard this. */
  private static Map<String, List<String>> heard(List<HeardEvent> events, int batch)
      throws SQLException {
    try (Connection connection = told.connect();
        var statement = connection.createStatement()) {
      for (Change.Table table : Change.Table.values()) {
        statement.execute("truncate " + table.sqlName());
      }
      for (int from = 0; from < events.size(); from += batch) {
        new DirectoryEvents()
            .apply(connection, events.subList(from, Math.min(from + batch, events.size())));
      }
    }
    return rows();
  }

  private static Map<String, List<String>> rows() throws SQLException {
    Map<String, List<String>> tables = new TreeMap<>();
    try (Connection connection = told.connect();
        var statement = connection.createStatement()) {
      for (Change.Table table : Change.Table.values()) {
        List<String> rows = new ArrayList<>();
        try (var found =
            statement.executeQuery(
                "select to_jsonb(t)::text from " + table.sqlName() + " t order by 1")) {
          while (found.next()) {
            rows.add(found.getString(1));
          }
        }
        tables.put(table.sqlName(), rows);
      }
    }
    return tables;
  }
}
