package uk.onevoice.relationships.adapter.store;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import uk.onevoice.relationships.domain.Relationship;
import uk.onevoice.relationships.domain.Slot.Defined;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.handover.Handover;
import uk.onevoice.relationships.domain.handover.HandoverCommand;
import uk.onevoice.relationships.domain.handover.HandoverEvent;
import uk.onevoice.relationships.domain.handover.HandoverId;
import uk.onevoice.relationships.domain.handover.HandoverRejection;
import uk.onevoice.relationships.policy.TendHandover;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.wiring.Ids;
import uk.onevoice.service.wiring.RegistryHeard;
import uk.onevoice.service.wiring.Rounds;

/**
 * When the registry has told something or a day has come: queues relationships whose holder's role
 * has ended, and finishes what a successor accepted where that was broken off.
 *
 * <p>A round looks at every relationship anew, and what it finds is so already where it was found
 * before. It holds its row, so that replicas take turns.
 */
@ApplicationScoped
class TendHandovers {
  private static final Logger LOG = Logger.getLogger(TendHandovers.class);
  private static final String POLICY = "tend-handovers";
  private static final int BATCH = 200;

  private final CommandHandler<HandoverCommand, Handover, HandoverEvent, HandoverRejection>
      handovers;
  private final PlaceSlots slots;
  private final HandedOver handedOver;
  private final Directory directory;
  private final RegistryHeard whole;
  private final Today today;
  private final Clock clock;
  private final Ids ids;
  private final long everyMillis;
  private final Rounds rounds;

  TendHandovers(
      CommandHandler<HandoverCommand, Handover, HandoverEvent, HandoverRejection> handovers,
      PlaceSlots slots,
      HandedOver handedOver,
      Directory directory,
      DataSource database,
      RegistryHeard whole,
      Today today,
      Clock clock,
      Ids ids,
      @ConfigProperty(name = "onevoice.relationships.tended-every", defaultValue = "1000")
          long everyMillis) {
    this.handovers = handovers;
    this.slots = slots;
    this.handedOver = handedOver;
    this.directory = directory;
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
    @Nullable SlotId last = null;
    List<SlotId> page;
    do {
      page = slots.page(last, BATCH);
      for (SlotId id : page) {
        slots.find(id).ifPresent(slot -> tend(slot, day));
        last = id;
      }
    } while (page.size() == BATCH && !rounds.isEnding());
  }

  private void tend(Defined slot, LocalDate day) {
    var byItself =
        new Metadata(ActorRef.service("relationships"), null, null, ids.get(), null, null);
    for (Relationship held : slot.relationships().values()) {
      HandoverId id = HandoverId.of(held.relationshipId());
      String stream = HandoverLog.stream(id);
      TendHandover.command(
              slot, held, handovers.current(stream).state(), holderActs(held, day), day)
          .ifPresent(command -> tell(stream, command, byItself));
      if (held.isLive()) {
        handedOver.finish(id, byItself);
      }
    }
  }

  private void tell(String stream, HandoverCommand command, Metadata byItself) {
    var handled = handovers.handle(Envelope.of(stream, command, byItself, clock.instant()));
    if (handled instanceof Handled.Done<Handover, HandoverEvent, HandoverRejection> done
        && !done.events().isEmpty()) {
      LOG.infof("handover tended stream=%s command=%s", stream, command.getClass().getSimpleName());
    }
  }

  private boolean holderActs(Relationship held, LocalDate day) {
    var body = new uk.onevoice.directory.OrganisationId(held.actingFor().value());
    return directory
        .holdings(new uk.onevoice.directory.PersonId(held.holderId().value()), day)
        .stream()
        .anyMatch(holding -> body.equals(holding.organisation()));
  }
}
