package uk.onevoice.projection.facts;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What we hold of the keys that a batch touches, in one fact table: loaded once, revised in memory
 * event by event, written once. What is written is the same however the events are cut into
 * batches.
 */
final class Beliefs<V extends FactValue> {
  private static final String OPEN_END = "infinity";

  /** A row as it is written: its key, the fact and when it was held. */
  private record Row<V extends FactValue>(
      List<String> key,
      Fact<V> fact,
      Instant knownFrom,
      @Nullable Instant knownTo,
      @Nullable String enteredFor) {}

  private static final Comparator<Held<?>> IN_TIME =
      Comparator.comparing(row -> row.fact().valid().from());

  private final FactTable<V> table;
  private final Columns<V> columns;
  private final Map<List<String>, Key<V>> keys = new LinkedHashMap<>();
  private final List<List<String>> toRead = new ArrayList<>();
  private final List<Row<V>> withdrawn = new ArrayList<>();
  private final List<Row<V>> closed = new ArrayList<>();
  private final List<Row<V>> inserted = new ArrayList<>();

  /** What is held of a key of a stream. */
  private static final class Key<V extends FactValue> {
    private final Stream stream;
    private List<Held<V>> held;

    private Key(Stream stream, List<Held<V>> held) {
      this.stream = stream;
      this.held = held;
    }
  }

  Beliefs(FactTable<V> table) {
    this.table = table;
    this.columns = new Columns<>(table.value());
  }

  /**
   * Says that a key will be revised.
   *
   * @param isNew whether there can be no facts of it yet
   */
  void want(List<String> key, Stream stream, boolean isNew, Memory memory) {
    if (keys.containsKey(key)) {
      return;
    }
    List<Held<V>> known = isNew ? List.of() : memory.facts(stream, table, key);
    if (known == null) {
      toRead.add(key);
      known = new ArrayList<>(1);
    }
    keys.put(key, new Key<>(stream, known));
  }

  /** Reads what is not remembered of the keys that were named. */
  void load(Connection transaction) throws SQLException {
    if (!toRead.isEmpty()) {
      read(transaction, toRead);
    }
  }

  /**
   * Applies a revision known from this moment.
   *
   * @param enteredFor the organisation for which it was entered, where somebody said so
   */
  void revise(Revision<V> revision, Instant recordedAt, @Nullable String enteredFor) {
    Key<V> key = requireNonNull(keys.get(revision.key()));
    Instant now = recordedAt;
    List<Fact<V>> before = new ArrayList<>(key.held.size());
    for (Held<V> row : key.held) {
      before.add(row.fact());
      now = row.knownFrom().isAfter(now) ? row.knownFrom() : now;
    }
    List<Fact<V>> facts = new ArrayList<>();
    for (Fact<V> fact : revision.revise().apply(before)) {
      if (!fact.valid().isEmpty() && !facts.contains(fact)) {
        facts.add(fact);
      }
    }
    List<Held<V>> after = new ArrayList<>(facts.size());
    for (Held<V> row : key.held) {
      if (facts.remove(row.fact())) {
        after.add(row);
      } else {
        end(revision.key(), row, now);
      }
    }
    for (Fact<V> fact : facts) {
      after.add(new Held<>(fact, now, enteredFor, false));
    }
    // As they come from the table: what a revision calls the last is the last in time.
    after.sort(IN_TIME);
    key.held = after;
  }

  private void end(List<String> key, Held<V> row, Instant now) {
    boolean everHeld = row.knownFrom().isBefore(now);
    if (row.stored()) {
      (everHeld ? closed : withdrawn).add(row(key, row, now));
    } else if (everHeld) {
      inserted.add(row(key, row, now));
    }
  }

  private static <V extends FactValue> Row<V> row(
      List<String> key, Held<V> held, @Nullable Instant knownTo) {
    return new Row<>(key, held.fact(), held.knownFrom(), knownTo, held.enteredFor());
  }

  void write(Connection transaction) throws SQLException {
    keys.forEach((key, now) -> {
      for (Held<V> row : now.held) {
        if (!row.stored()) {
          inserted.add(row(key, row, null));
        }
      }
    });
    String identity =
        table.key().stream().map(column -> "f." + column + " = x." + column).collect(joinAnd())
            + " and f.valid_from = x.valid_from::date"
            + " and f.known_from = x.known_from::timestamptz";
    if (!withdrawn.isEmpty()) {
      update(
          transaction,
          "delete from "
              + table.name()
              + " f using "
              + unnest(identityColumns())
              + " where "
              + identity,
          identityCells(withdrawn, List.of()));
    }
    if (!closed.isEmpty()) {
      List<String> names = new ArrayList<>(identityColumns());
      names.add("ended");
      update(
          transaction,
          "update "
              + table.name()
              + " f set known_to = x.ended::timestamptz from "
              + unnest(names)
              + " where "
              + identity,
          identityCells(closed, List.of(row -> text(row.knownTo()))));
    }
    if (!inserted.isEmpty()) {
      insert(transaction);
    }
  }

  private void insert(Connection transaction) throws SQLException {
    List<String> names = new ArrayList<>(identityColumns());
    names.add("valid_to");
    names.add("known_to");
    names.addAll(entered());
    names.addAll(columns.names());
    BinaryCopy copy = new BinaryCopy(table.name(), names);
    for (Row<V> row : inserted) {
      copy.row();
      row.key().forEach(copy::text);
      copy.day(row.fact().valid().from());
      copy.moment(row.knownFrom());
      copy.day(row.fact().valid().to());
      copy.moment(row.knownTo());
      if (table.saysForWhom()) {
        copy.text(row.enteredFor());
      }
      columns.write(row.fact().value(), copy);
    }
    copy.write(transaction);
  }

  /** Has what is written now remembered. */
  void remember(Memory memory) {
    keys.forEach((key, now) -> memory.holds(now.stream, table, key, now.held));
  }

  private void read(Connection transaction, List<List<String>> wanted) throws SQLException {
    List<String> values = columns.names().stream().map(name -> ", f." + name).toList();
    String sql =
        "select "
            + table.key().stream().map(column -> "f." + column).collect(Collectors.joining(", "))
            + ", f.valid_from, f.valid_to, f.known_from, "
            + (table.saysForWhom() ? "f.entered_for" : "null::text")
            + String.join("", values)
            + " from "
            + table.name()
            + " f join "
            + unnest(table.key())
            + " using ("
            + String.join(", ", table.key())
            + ") where f.known_to = 'infinity' order by f.valid_from";
    int width = table.key().size();
    try (PreparedStatement statement = transaction.prepareStatement(sql)) {
      for (int i = 0; i < width; i++) {
        int index = i;
        statement.setArray(
            i + 1,
            transaction.createArrayOf(
                "text", wanted.stream().map(key -> key.get(index)).toArray(String[]::new)));
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          List<String> key = new ArrayList<>(width);
          for (int i = 1; i <= width; i++) {
            key.add(row.getString(i));
          }
          Span valid =
              new Span(
                  row.getObject(width + 1, LocalDate.class),
                  row.getObject(width + 2, LocalDate.class));
          Instant knownFrom = row.getObject(width + 3, OffsetDateTime.class).toInstant();
          Fact<V> fact = new Fact<>(valid, columns.read(row, width + 5));
          requireNonNull(keys.get(key))
              .held
              .add(new Held<>(fact, knownFrom, row.getString(width + 4), true));
        }
      }
    }
  }

  private List<String> entered() {
    return table.saysForWhom() ? List.of("entered_for") : List.of();
  }

  private List<String> identityColumns() {
    List<String> names = new ArrayList<>(table.key());
    names.add("valid_from");
    names.add("known_from");
    return names;
  }

  private List<@Nullable String[]> identityCells(
      List<Row<V>> rows, List<Function<Row<V>, String>> more) {
    List<Function<Row<V>, String>> readers = new ArrayList<>();
    for (int i = 0; i < table.key().size(); i++) {
      int index = i;
      readers.add(row -> row.key().get(index));
    }
    readers.add(row -> Columns.text(row.fact().valid().from()));
    readers.add(row -> text(row.knownFrom()));
    readers.addAll(more);
    return readers.stream()
        .map(reader -> rows.stream().map(reader).toArray(String[]::new))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static String unnest(List<String> names) {
    return "unnest("
        + names.stream().map(_ -> "?::text[]").collect(Collectors.joining(", "))
        + ") as x ("
        + String.join(", ", names)
        + ")";
  }

  private static void update(Connection transaction, String sql, List<@Nullable String[]> cells)
      throws SQLException {
    try (PreparedStatement statement = transaction.prepareStatement(sql)) {
      for (int i = 0; i < cells.size(); i++) {
        statement.setArray(i + 1, transaction.createArrayOf("text", cells.get(i)));
      }
      statement.executeUpdate();
    }
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joinAnd() {
    return Collectors.joining(" and ");
  }

  private static String text(@Nullable Instant moment) {
    return moment == null ? OPEN_END : moment.toString();
  }
}
