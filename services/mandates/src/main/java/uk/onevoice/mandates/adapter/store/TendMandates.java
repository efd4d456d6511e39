package uk.onevoice.mandates.adapter.store;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.Envelope;
import uk.onevoice.eventstore.Handled;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.mandates.adapter.registry.Registry;
import uk.onevoice.mandates.domain.Mandate;
import uk.onevoice.mandates.domain.Mandate.Opened;
import uk.onevoice.mandates.domain.MandateCommand;
import uk.onevoice.mandates.domain.MandateEvent;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.MandateRejection;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.mandates.domain.Version;
import uk.onevoice.mandates.policy.Surroundings;
import uk.onevoice.mandates.policy.TendMandate;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.wiring.Ids;
import uk.onevoice.service.wiring.RegistryHeard;

/**
 * When the registry has told something or a day has come: suspends mandates that nobody holds any
 * more, ends answers of practices that are gone, lets mandates run out, and asks whether those of
 * an ICS that was followed still hold.
 *
 * <p>A round looks at every mandate anew, and what it finds is so already where it was found
 * before; so one that is broken off is done again, and hearing the registry from its beginning has
 * no second effect. It holds its row, so that replicas take turns.
 */
@ApplicationScoped
class TendMandates {
  private static final Logger LOG = Logger.getLogger(TendMandates.class);
  private static final String POLICY = "tend-mandates";
  private static final int BATCH = 200;

  private final CommandHandler<MandateCommand, Mandate, MandateEvent, MandateRejection> mandates;
  private final OpenedMandates opened;
  private final Directory directory;
  private final Registry registry;
  private final DataSource database;
  private final RegistryHeard whole;
  private final Today today;
  private final Clock clock;
  private final Ids ids;
  private final long everyMillis;
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name(POLICY).factory());

  TendMandates(
      CommandHandler<MandateCommand, Mandate, MandateEvent, MandateRejection> mandates,
      OpenedMandates opened,
      Directory directory,
      Registry registry,
      DataSource database,
      RegistryHeard whole,
      Today today,
      Clock clock,
      Ids ids,
      @ConfigProperty(name = "onevoice.mandates.tended-every", defaultValue = "1000")
          long everyMillis) {
    this.mandates = mandates;
    this.opened = opened;
    this.directory = directory;
    this.registry = registry;
    this.database = database;
    this.whole = whole;
    this.today = today;
    this.clock = clock;
    this.ids = ids;
    this.everyMillis = everyMillis;
  }

  void start(@Observes StartupEvent start) {
    rounds.scheduleWithFixedDelay(this::round, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent stop) {
    rounds.shutdownNow();
  }

  private void round() {
    try {
      tend();
    } catch (SQLException | RuntimeException failed) {
      if (!rounds.isShutdown()) {
        LOG.warnf(failed, "policy will try again policy=%s", POLICY);
      }
    }
  }

  private void tend() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        LocalDate day = today.get();
        long heard = directory.heard();
        // Nobody is in post in a copy that has not heard of anybody yet.
        if (whole.isWhole() && hasNews(connection, heard, day)) {
          tendAll(day);
          note(connection, heard, day);
        }
        connection.commit();
      } catch (SQLException | RuntimeException failed) {
        connection.rollback();
        throw failed;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private void tendAll(LocalDate day) {
    @Nullable MandateId last = null;
    List<MandateId> page;
    do {
      page = opened.page(null, last, BATCH);
      for (MandateId id : page) {
        tend(id, day);
        last = id;
      }
    } while (page.size() == BATCH && !rounds.isShutdown());
  }

  private void tend(MandateId id, LocalDate day) {
    if (!(mandates.current(MandateLog.stream(id)).state() instanceof Opened mandate)
        || mandate.on(day) == Mandate.State.ENDED) {
      return;
    }
    for (MandateCommand command : TendMandate.commands(mandate, around(mandate, day))) {
      var handled =
          mandates.handle(
              Envelope.of(
                  MandateLog.stream(id),
                  command,
                  new Metadata(ActorRef.service("mandates"), null, null, ids.get(), null, null),
                  clock.instant()));
      if (handled instanceof Handled.Done<Mandate, MandateEvent, MandateRejection> done
          && !done.events().isEmpty()) {
        LOG.infof(
            "mandate tended mandate=%s command=%s events=%d",
            id.value(), command.getClass().getSimpleName(), done.events().size());
      }
    }
  }

  private Surroundings around(Opened mandate, LocalDate day) {
    Set<PracticeId> answered =
        Stream.of(mandate.version(), mandate.newest())
            .map(Version::answers)
            .flatMap(answers -> answers.keySet().stream())
            .collect(Collectors.toSet());
    return new Surroundings(
        day,
        registry.electorate(mandate, day),
        Stream.of(mandate.version(), mandate.newest())
            .map(version ->
                version.terms() == null
                    ? mandate.opening().holderId()
                    : version.terms().holder().organisationId())
            .distinct()
            .flatMap(body -> registry.inPost(body, day).stream())
            .collect(Collectors.toSet()),
        registry.gone(answered, day),
        icsOf(mandate, mandate.opening().on().isAfter(day) ? day : mandate.opening().on()),
        icsOf(mandate, day));
  }

  private @Nullable OrganisationId icsOf(Opened mandate, LocalDate day) {
    return registry.icsFollowed(mandate.opening().placeId(), day);
  }

  /** Whether anything was heard, or a day has come, since the last round; holds the row. */
  private static boolean hasNews(Connection connection, long heard, LocalDate day)
      throws SQLException {
    try (PreparedStatement first =
            connection.prepareStatement(
                "insert into policy_round (policy, heard, day) values (?, -1, '-infinity')"
                    + " on conflict do nothing");
        PreparedStatement held =
            connection.prepareStatement(
                "select heard = ? and day = ? from policy_round where policy = ? for update")) {
      first.setString(1, POLICY);
      first.executeUpdate();
      held.setLong(1, heard);
      held.setObject(2, day);
      held.setString(3, POLICY);
      try (ResultSet row = held.executeQuery()) {
        row.next();
        return !row.getBoolean(1);
      }
    }
  }

  private static void note(Connection connection, long heard, LocalDate day) throws SQLException {
    try (PreparedStatement note =
        connection.prepareStatement(
            "update policy_round set heard = ?, day = ? where policy = ?")) {
      note.setLong(1, heard);
      note.setObject(2, day);
      note.setString(3, POLICY);
      note.executeUpdate();
    }
  }
}
