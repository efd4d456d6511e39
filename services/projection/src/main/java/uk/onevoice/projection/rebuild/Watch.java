package uk.onevoice.projection.rebuild;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.onevoice.messaging.Progress;
import uk.onevoice.messaging.TopicEnds;
import uk.onevoice.projection.rebuild.ReadModel.State;
import uk.onevoice.projection.served.Served;

/**
 * Looks every second what there is to do: which versions are to be heard, which is served, how far
 * that is up to date, and which step another one needs.
 *
 * <p>A log is up to date to the moment of the newest look at its topic of which all that the topic
 * held is applied, by whichever replica. So a log in which nothing happens is up to date to a
 * moment ago, one that is heard more slowly than it is written falls behind, and no two clocks are
 * compared.
 */
@ApplicationScoped
class Watch {
  private static final Logger LOG = Logger.getLogger(Watch.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final Duration FAREWELL = Duration.ofSeconds(10);

  /** So many looks are remembered: whoever is further behind than that stays where they were. */
  private static final int LOOKS = 600;

  private final ReadModels readModels;
  private final Consumers consumers;
  private final Filling filling;
  private final Served served;
  private final DataSource database;
  private final Clock clock;
  private final Deque<TopicEnds.Look> looks = new ArrayDeque<>();
  private final Thread hearing =
      Thread.ofPlatform().name("read-models").daemon().unstarted(this::hear);
  private final Thread making =
      Thread.ofPlatform().name("read-model-made").daemon().unstarted(this::make);
  private volatile boolean closed;
  private volatile TopicEnds.@Nullable Look last;

  Watch(
      ReadModels readModels,
      Consumers consumers,
      Filling filling,
      Served served,
      DataSource database,
      Clock clock) {
    this.readModels = readModels;
    this.consumers = consumers;
    this.filling = filling;
    this.served = served;
    this.database = database;
    this.clock = clock;
  }

  /** The version that is served is known before the first request. */
  void start(@Observes StartupEvent start) throws SQLException {
    readModels.enterFirst();
    heed(readModels.all());
    served.version().ifPresent(version -> recall(version.schema()));
    hearing.start();
    making.start();
  }

  void stop(@Observes ShutdownEvent stop) {
    closed = true;
    hearing.interrupt();
    making.interrupt();
    consumers.close();
    try {
      hearing.join(FAREWELL);
      making.join(FAREWELL);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void hear() {
    try (var ends = new TopicEnds(consumers.topics(), consumers.kafka(), clock)) {
      repeat(
          "read models cannot be looked after",
          () -> {
            heed(readModels.all());
            TopicEnds.Look look = ends.look();
            upToDate();
            remember(look);
          });
    }
  }

  /** Beside the other, since making an index takes its time. */
  private void make() {
    repeat(
        "read model cannot go on",
        () -> {
          TopicEnds.Look look = last;
          for (ReadModel version : readModels.all()) {
            boolean ours = version.shape().equals(readModels.shape());
            if (look != null
                && (version.state() == State.DROPPING || (ours && version.state().isBeingMade()))) {
              filling.step(version, look);
            }
          }
        });
  }

  private interface Round {
    void go() throws SQLException, TimeoutException, InterruptedException;
  }

  private void repeat(String trouble, Round round) {
    while (!closed) {
      try {
        round.go();
      } catch (SQLException | TimeoutException | RuntimeException failed) {
        if (!closed) {
          LOG.warnf("%s: %s", trouble, failed);
          LOG.debug(trouble, failed);
        }
      } catch (InterruptedException ended) {
        return;
      }
      try {
        Thread.sleep(BETWEEN_LOOKS);
      } catch (InterruptedException ended) {
        return;
      }
    }
  }

  private void heed(List<ReadModel> all) {
    List<ReadModel> ours =
        all.stream().filter(version -> version.shape().equals(readModels.shape())).toList();
    consumers.keep(
        ours.stream().filter(version -> version.state().hears()).map(ReadModel::name).toList());
    ours.stream()
        .filter(version -> version.state() == State.SERVED)
        .map(ReadModel::name)
        .findFirst()
        .ifPresent(this::serve);
  }

  private void serve(String name) {
    String before = served.version().map(Served.Version::schema).orElse(null);
    if (!name.equals(before)) {
      served.serve(new Served.Version(name, consumers.applied(name)));
      LOG.infof("views are answered from read model name=%s before=%s", name, before);
    }
  }

  private void remember(TopicEnds.Look look) {
    looks.addFirst(look);
    if (looks.size() > LOOKS) {
      looks.removeLast();
    }
    last = look;
  }

  /** Goes back over the looks until each log is found whole in one. */
  private void upToDate() throws SQLException {
    Served.Version version = served.version().orElse(null);
    if (version == null) {
      return;
    }
    Map<String, Instant> until = new HashMap<>();
    try (Connection connection = database.getConnection()) {
      for (TopicEnds.Look look : looks) {
        for (String log : Progress.of(connection, version.applied().consumer(), look).whole()) {
          until.putIfAbsent(log, look.at());
        }
        if (until.keySet().containsAll(consumers.topics().keySet())) {
          break;
        }
      }
      note(connection, version.schema(), until);
    }
    Map<String, Instant> all = new HashMap<>(served.heardUntil());
    until.forEach((log, moment) -> all.merge(log, moment, Watch::later));
    served.heardUntil(all);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** What was true once stays true: a replica that starts goes by it. */
  private static void note(Connection connection, String schema, Map<String, Instant> until)
      throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            insert into "%s".heard_until as h (log, until) values (?, ?)
            on conflict (log) do update set until = excluded.until where h.until < excluded.until\
            """
                .formatted(schema))) {
      for (Map.Entry<String, Instant> one : until.entrySet()) {
        upsert.setString(1, one.getKey());
        upsert.setObject(2, one.getValue().atOffset(ZoneOffset.UTC));
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  private void recall(String schema) {
    Map<String, Instant> until = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select log, until from \"" + schema + "\".heard_until");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        until.put(
            row.getString(1),
            Objects.requireNonNull(row.getObject(2, OffsetDateTime.class)).toInstant());
      }
      served.heardUntil(until);
    } catch (SQLException unknown) {
      LOG.debug("how far the views were is not known", unknown);
    }
  }
}
