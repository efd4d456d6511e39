package uk.onevoice.organisations.adapter.store;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.Envelope;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.eventstore.StoredEvent;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.organisations.domain.client.ClientCommand;
import uk.onevoice.organisations.domain.client.ClientCommand.SuspendWithOrganisation;
import uk.onevoice.organisations.domain.client.ClientEvent;
import uk.onevoice.organisations.domain.client.ClientId;
import uk.onevoice.organisations.domain.client.ClientRejection;
import uk.onevoice.organisations.domain.client.SystemClient;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OrganisationSucceeded;
import uk.onevoice.service.wiring.Ids;

/**
 * When an organisation is followed by another, the systems that ask for it stop until an
 * administrator has approved them again: what one body was trusted with, its successor was not.
 *
 * <p>Reads this service's own log behind a cursor. A round holds the cursor's row, so that replicas
 * take turns; one that is broken off is done again, and suspending twice changes nothing.
 */
@ApplicationScoped
class SuspendClientsOfFollowedOrganisations {
  private static final Logger LOG = Logger.getLogger(SuspendClientsOfFollowedOrganisations.class);
  private static final String POLICY = "suspend-clients-of-followed-organisations";
  private static final long EVERY_MILLIS = 500;
  private static final int BATCH = 2_000;

  private final EventStore store;
  private final RegistryLog log;
  private final Clients found;
  private final CommandHandler<ClientCommand, SystemClient, ClientEvent, ClientRejection> clients;
  private final DataSource database;
  private final Ids ids;
  private final Clock clock;
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name(POLICY).factory());

  SuspendClientsOfFollowedOrganisations(
      EventStore store,
      RegistryLog log,
      Clients found,
      CommandHandler<ClientCommand, SystemClient, ClientEvent, ClientRejection> clients,
      DataSource database,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.log = log;
    this.found = found;
    this.clients = clients;
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  void start(@Observes StartupEvent start) {
    rounds.scheduleWithFixedDelay(this::round, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent stop) {
    rounds.shutdownNow();
  }

  private void round() {
    try {
      boolean more;
      do {
        more = heard();
      } while (more && !rounds.isShutdown());
    } catch (SQLException | RuntimeException failed) {
      if (!rounds.isShutdown()) {
        LOG.warnf(failed, "policy will try again policy=%s", POLICY);
      }
    }
  }

  /** Whether there is more to hear. */
  private boolean heard() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        List<StoredEvent> events = store.log(cursor(connection), BATCH);
        events.forEach(this::hear);
        if (!events.isEmpty()) {
          move(connection, events.getLast().position());
        }
        connection.commit();
        return events.size() == BATCH;
      } catch (SQLException | RuntimeException failed) {
        connection.rollback();
        throw failed;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private void hear(StoredEvent stored) {
    if (stored.type().equals("OrganisationSucceeded")
        && log.read(stored) instanceof OrganisationSucceeded succeeded
        && !succeeded.successors().isEmpty()) {
      for (ClientId client : found.everOf(succeeded.organisationId())) {
        clients.handle(
            Envelope.of(
                RegistryLog.stream(client),
                new SuspendWithOrganisation(succeeded.organisationId()),
                new Metadata(
                    ActorRef.service("organisations"), null, null, ids.get(), stored.id(), null),
                clock.instant()));
        LOG.infof(
            "client suspended with its organisation client=%s organisation=%s",
            client.value(), succeeded.organisationId().value());
      }
    }
  }

  private static long cursor(Connection connection) throws SQLException {
    try (PreparedStatement first =
            connection.prepareStatement(
                "insert into policy_cursor (policy, position) values (?, 0) on conflict do nothing");
        PreparedStatement held =
            connection.prepareStatement(
                "select position from policy_cursor where policy = ? for update")) {
      first.setString(1, POLICY);
      first.executeUpdate();
      held.setString(1, POLICY);
      try (ResultSet row = held.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static void move(Connection connection, long position) throws SQLException {
    try (PreparedStatement move =
        connection.prepareStatement("update policy_cursor set position = ? where policy = ?")) {
      move.setLong(1, position);
      move.setString(2, POLICY);
      move.executeUpdate();
    }
  }
}
