package uk.onevoice.mandates.adapter.store;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
import uk.onevoice.service.wiring.Rounds;

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
  private final RegistryHeard whole;
  private final Today today;
  private final Clock clock;
  private final Ids ids;
  private final long everyMillis;
  private final Rounds rounds;

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
    this.rounds = new Rounds(POLICY, database, this::tend);
    this.whole = whole;
    this.today = today;
    this.clock = clock;
    this.ids = ids;
    this.everyMillis = everyMillis;
  }

  void start(@Observes StartupEvent start) {
    rounds.begin(everyMillis);
  }

  void stop(@Observes ShutdownEvent stop) {
    rounds.end();
  }

  private void tend(Connection transaction) throws SQLException {
    LocalDate day = today.get();
    long heard = directory.heard();
    // Nobody is in post in a copy that has not heard of anybody yet.
    if (whole.isWhole() && rounds.hasNews(transaction, heard, day)) {
      tendAll(day);
      rounds.note(transaction, heard, day);
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
    } while (page.size() == BATCH && !rounds.isEnding());
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
}
