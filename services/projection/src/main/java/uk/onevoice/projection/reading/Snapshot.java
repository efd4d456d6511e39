package uk.onevoice.projection.reading;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One state of the facts, for one answer. In its SQL, {@code :asOf} and {@code :knownAt} stand for
 * the point in time, and {@code :footprint} for the day whose area an ICS is told with; each {@code
 * ?} takes a parameter.
 */
public final class Snapshot {
  private static final Pattern PLACEHOLDER =
      Pattern.compile(":asOf|:knownAt|:footprint|:registryOn|:registryAt|\\?");

  /** Another connection that sees the same state of the facts, while there are some to spare. */
  interface Aside {
    <T> Supplier<T> read(Connection seesTheSame, Function<Connection, T> reading);

    /** Here and now, one after the other. */
    static Aside none() {
      return new Aside() {
        @Override
        public <T> Supplier<T> read(Connection here, Function<Connection, T> reading) {
          T answer = reading.apply(here);
          return () -> answer;
        }
      };
    }
  }

  private final Connection connection;
  private final Aside aside;
  private final PointInTime time;
  private final PointInTime registry;
  private final LocalDate footprint;
  private final String token;

  Snapshot(Connection connection, PointInTime time, String token) {
    this(connection, Aside.none(), time, token);
  }

  Snapshot(Connection connection, Aside aside, PointInTime time, String token) {
    this(connection, aside, time, time, time.asOf(), token);
  }

  private Snapshot(
      Connection connection,
      Aside aside,
      PointInTime time,
      PointInTime registry,
      LocalDate footprint,
      String token) {
    this.connection = connection;
    this.aside = aside;
    this.time = time;
    this.registry = registry;
    this.footprint = footprint;
    this.token = token;
  }

  /** Reads one row; the cursor stands on it. */
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  public PointInTime time() {
    return time;
  }

  /** The same state of the facts, asked about another time. */
  public Snapshot at(PointInTime other) {
    return new Snapshot(connection, aside, other, token);
  }

  /**
   * The same, put back to an earlier time in all but the registry: who belongs to an area is told
   * as it is.
   */
  public Snapshot putBackTo(PointInTime earlier) {
    return new Snapshot(connection, aside, earlier, time, earlier.asOf(), token);
  }

  /** The same, of an ICS with the area that it has on another day. */
  public Snapshot on(LocalDate another) {
    return new Snapshot(connection, aside, time, registry, another, token);
  }

  /**
   * Reads a part of the answer while the caller goes on with another one, from the same state of
   * the facts; whoever asks for what it gives waits for it.
   */
  public <T> Supplier<T> meanwhile(Function<Snapshot, T> reading) {
    return aside.read(
        connection,
        other ->
            reading.apply(new Snapshot(other, Aside.none(), time, registry, footprint, token)));
  }

  /** The same while no event of the registry is heard: what was made for it may be given again. */
  public String token() {
    return token;
  }

  public <T> Optional<T> first(String sql, Row<T> reading, @Nullable Object... parameters) {
    return list(sql, reading, parameters).stream().findFirst();
  }

  public <T> List<T> list(String sql, Row<T> reading, @Nullable Object... parameters) {
    List<@Nullable Object> values = new ArrayList<>();
    int next = 0;
    var placeholders = PLACEHOLDER.matcher(sql);
    while (placeholders.find()) {
      switch (placeholders.group()) {
        case ":asOf" -> values.add(time.asOf());
        case ":footprint" -> values.add(footprint);
        case ":registryOn" -> values.add(registry.asOf());
        case ":registryAt" -> values.add(registry.cutOff().atOffset(ZoneOffset.UTC));
        case ":knownAt" -> values.add(time.cutOff().atOffset(ZoneOffset.UTC));
        default -> values.add(parameters[next++]);
      }
    }
    try (PreparedStatement statement = connection.prepareStatement(placeholders.replaceAll("?"))) {
      for (int i = 0; i < values.size(); i++) {
        bind(statement, i + 1, values.get(i));
      }
      List<T> rows = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(reading.read(row));
        }
      }
      return rows;
    } catch (SQLException cause) {
      throw new FactsUnavailable(cause);
    }
  }

  private void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    if (value instanceof List<?> texts) {
      statement.setArray(index, connection.createArrayOf("text", texts.toArray()));
    } else {
      statement.setObject(index, value);
    }
  }
}
