package uk.onevoice.bench;

import com.fasterxml.uuid.Generators;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.onevoice.eventstore.Append;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.eventstore.NewEvent;
import uk.onevoice.eventstore.postgres.Database;
import uk.onevoice.eventstore.postgres.PostgresEventStore;
import uk.onevoice.kernel.ActorRef;

/**
 * P2: the appender, with compare-and-set and positions, against plain transactions that insert one
 * row each: 64 writers, payloads of 300 bytes, commits that reach the disk.
 */
final class AppenderMeasure implements Measure {
  static final int CLIENTS = 64;
  static final int SECONDS = Integer.getInteger("onevoice.bench.seconds", 6);
  private static final double GOAL = 1.3;

  static final String PAYLOAD =
      "{\"mandateId\":\"01932c07-0000-7000-8000-000000000001\",\"practiceId\":\"WYVP0001\","
          + "\"on\":\"2026-04-01\",\"padding\":\""
          + "x".repeat(180)
          + "\"}";

  private static final Metadata METADATA =
      new Metadata(
          ActorRef.person("01932c07-0000-7000-8000-00000000beef"),
          "WYVP0001",
          "WYVICB01",
          UUID.fromString("01932c07-0000-7000-8000-00000000c0de"),
          null,
          "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

  @Override
  public Set<String> numbers() {
    return Set.of("P2");
  }

  @Override
  public List<Verdict> measure(Ground ground) throws Exception {
    Database log = ground.database("appender", "db/eventstore");
    try (var pool = Ground.pool(log, 2);
        var store = new PostgresEventStore(log, pool);
        var reference = new Inserts(ground.database("inserts"))) {
      var ids = Generators.timeBasedEpochRandomGenerator();
      Pairs.Compared compared =
          Pairs.compare(
              () ->
                  Pairs.clients(
                      CLIENTS,
                      SECONDS,
                      _ -> store.append(append(ids.generate(), ids.generate())).join()),
              reference::run);
      return List.of(
          new Verdict(
              "P2",
              "appender, 64 writers: %s".formatted(compared.subject()),
              "single-row inserts: %s; ratio %.2f, goal 1.3"
                  .formatted(compared.reference(), compared.ratio()),
              compared.ratio() >= GOAL));
    }
  }

  private static Append append(UUID stream, UUID id) {
    return new Append(
        "mandate-" + stream,
        0,
        List.of(new NewEvent(id, "ConsentGranted", 1, PAYLOAD, Instant.now())),
        METADATA,
        null);
  }

  /** What pgbench would do: one connection per client, one insert per transaction. */
  static final class Inserts implements AutoCloseable {
    private final List<Connection> connections = new ArrayList<>();
    private final List<PreparedStatement> inserts = new ArrayList<>();

    Inserts(Database database) throws Exception {
      for (int client = 0; client < CLIENTS; client++) {
        Connection connection =
            DriverManager.getConnection(database.url(), database.username(), database.password());
        connections.add(connection);
        if (client == 0) {
          Ground.execute(
              connection,
              "create table row (id bigint generated always as identity primary key,"
                  + " payload jsonb not null)");
        }
        inserts.add(connection.prepareStatement("insert into row (payload) values (?::jsonb)"));
      }
    }

    Rate run() throws Exception {
      return Pairs.clients(
          CLIENTS,
          SECONDS,
          client -> {
            PreparedStatement insert = inserts.get(client);
            insert.setString(1, PAYLOAD);
            insert.executeUpdate();
          });
    }

    @Override
    public void close() throws Exception {
      for (Connection connection : connections) {
        connection.close();
      }
    }
  }
}
