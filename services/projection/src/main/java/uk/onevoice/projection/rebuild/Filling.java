package uk.onevoice.projection.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.onevoice.messaging.ParkedStreams;
import uk.onevoice.messaging.Progress;
import uk.onevoice.messaging.TopicEnds;
import uk.onevoice.projection.rebuild.ReadModel.State;
import uk.onevoice.projection.served.Served;
import uk.onevoice.service.wiring.RegistryHeard;

/**
 * Takes a version from its wish to being served, step by step. One replica at a time takes a step,
 * by a lock that its connection holds; each step may be taken again, so whoever comes after one
 * that died goes on.
 */
@ApplicationScoped
class Filling {
  private static final Logger LOG = Logger.getLogger(Filling.class);

  /** As long as any replica may need to notice that a version is not read any more. */
  private static final Duration UNNOTICED = Duration.ofSeconds(5);

  private final ReadModels readModels;
  private final Consumers consumers;
  private final Served served;
  private final BooleanSupplier registryIsWhole;
  private final DataSource database;
  private final Clock clock;
  private final Owner owner;

  @Inject
  Filling(
      ReadModels readModels,
      Consumers consumers,
      Served served,
      RegistryHeard registry,
      DataSource database,
      Clock clock,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String username,
      @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
    this(
        readModels,
        consumers,
        served,
        registry::isWhole,
        database,
        clock,
        new Owner(url, username, password.orElse(null)));
  }

  /** How to sign in as the owner of the tables, on a connection of one's own. */
  record Owner(String url, String username, @Nullable String password) {}

  Filling(
      ReadModels readModels,
      Consumers consumers,
      Served served,
      BooleanSupplier registryIsWhole,
      DataSource database,
      Clock clock,
      Owner owner) {
    this.readModels = readModels;
    this.consumers = consumers;
    this.served = served;
    this.registryIsWhole = registryIsWhole;
    this.database = database;
    this.clock = clock;
    this.owner = owner;
  }

  /**
   * Takes the step that is next, unless another replica is at one.
   *
   * @param look at the topics a while ago: what came since then need not be heard
   */
  void step(ReadModel version, TopicEnds.Look look) throws SQLException {
    try (Connection connection = database.getConnection()) {
      if (!lock(connection, "pg_try_advisory_lock")) {
        return;
      }
      try {
        // Another replica may have taken the step while this one looked.
        ReadModel now = readModels.find(version.name()).orElse(null);
        if (now != null && now.state() == version.state()) {
          step(connection, now, look);
        }
      } finally {
        lock(connection, "pg_advisory_unlock");
      }
    }
  }

  private void step(Connection connection, ReadModel version, TopicEnds.Look look)
      throws SQLException {
    switch (version.state()) {
      case WANTED -> {
        make(version.name());
        Schemas.takeIndexes(connection, version.name());
        move(version, State.FILLING);
      }
      case FILLING -> {
        if (hasHeard(connection, version, look)) {
          Schemas.makeIndexes(connection, version.name());
          move(version, State.INDEXED);
        }
      }
      case INDEXED -> {
        if (hasHeard(connection, version, look)
            && nothingSpeaksAgainst(version)
            && readModels.serve(version.name(), State.INDEXED)) {
          LOG.infof("read model served name=%s", version.name());
        }
      }
      case DROPPING -> {
        if (version.changedAt().plus(UNNOTICED).isBefore(clock.instant())) {
          drop(connection, version);
        }
      }
      case SERVED, KEPT -> {}
    }
  }

  private void move(ReadModel version, State to) throws SQLException {
    if (readModels.move(version.name(), version.state(), to)) {
      LOG.infof("read model name=%s state=%s", version.name(), to);
    }
  }

  /** Makes the tables and functions; a schema that is there already gets what it lacks. */
  private void make(String schema) {
    Flyway.configure(Thread.currentThread().getContextClassLoader())
        .dataSource(owner.url(), owner.username(), owner.password())
        // With the service's own tables in sight, a migration would take them for the version's.
        .initSql("set search_path to public")
        .defaultSchema(schema)
        .createSchemas(true)
        .outOfOrder(true)
        .locations("db/projection")
        .load()
        .migrate();
  }

  private boolean hasHeard(Connection connection, ReadModel version, TopicEnds.Look look)
      throws SQLException {
    Progress progress = Progress.of(connection, consumers.name(version.name()), look);
    readModels.count(version.name(), progress.heard(), progress.events());
    return progress.whole().containsAll(consumers.topics().keySet());
  }

  private boolean nothingSpeaksAgainst(ReadModel version) throws SQLException {
    String obstacle = obstacle(version);
    readModels.waits(version.name(), obstacle);
    return obstacle == null;
  }

  /** What speaks against serving a version that has heard everything; null where nothing does. */
  private @Nullable String obstacle(ReadModel version) throws SQLException {
    Served.Version before = served.version().orElse(null);
    if (before == null) {
      return registryIsWhole.getAsBoolean() ? null : "The registry is still being read.";
    }
    var parked = new ParkedStreams(database);
    long here = parked.count(consumers.name(version.name())).messages();
    return here > parked.count(before.applied().consumer()).messages()
        ? here + " events are parked, more than in the version that is served."
        : null;
  }

  private void drop(Connection connection, ReadModel version) throws SQLException {
    if (version.name().equals(readModels.shape())) {
      // The service's other tables lie there too.
      Schemas.empty(connection, version.name());
    } else {
      Schemas.drop(connection, version.name());
    }
    forgetConsumer(connection, consumers.name(version.name()));
    readModels.forget(version.name());
    LOG.infof("read model dropped name=%s", version.name());
  }

  private static void forgetConsumer(Connection connection, String consumer) throws SQLException {
    for (String table : new String[] {"checkpoint", "parked_stream", "parked_message"}) {
      try (PreparedStatement delete =
          connection.prepareStatement("delete from " + table + " where consumer = ?")) {
        delete.setString(1, consumer);
        delete.executeUpdate();
      }
    }
  }

  private static boolean lock(Connection connection, String function) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                "select " + function + "(hashtext('onevoice.read_models'))");
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
