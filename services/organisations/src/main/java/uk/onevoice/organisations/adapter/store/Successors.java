package uk.onevoice.organisations.adapter.store;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.Envelope;
import uk.onevoice.eventstore.Handled;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.organisation.Organisation;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection;
import uk.onevoice.organisations.domain.person.Person;
import uk.onevoice.organisations.domain.person.PersonCommand;
import uk.onevoice.organisations.domain.person.PersonCommand.AppointToRole;
import uk.onevoice.organisations.domain.person.PersonEvent;
import uk.onevoice.organisations.domain.person.PersonEvent.RoleEnded;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.organisations.domain.person.PersonRejection;
import uk.onevoice.organisations.domain.person.PersonRejection.HeldAlready;
import uk.onevoice.service.edge.Position;
import uk.onevoice.service.wiring.Ids;

/**
 * Appoints who a role was handed over to. The outgoing person's event says who follows and under
 * which holding, so the hand-over is decided by one event on one stream; the appointment on the
 * other stream follows from it and may be tried any number of times. What a stop has left undone is
 * done at the next start, or with the next hand-over.
 */
@ApplicationScoped
public class Successors {
  private static final Logger LOG = Logger.getLogger(Successors.class);

  private final CommandHandler<PersonCommand, Person, PersonEvent, PersonRejection> people;
  private final CommandHandler<
          OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
      organisations;
  private final PeopleCopy copy;
  private final Ids ids;
  private final Clock clock;
  private final String log;

  Successors(
      CommandHandler<PersonCommand, Person, PersonEvent, PersonRejection> people,
      CommandHandler<OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
          organisations,
      PeopleCopy copy,
      Ids ids,
      Clock clock,
      @ConfigProperty(name = "onevoice.log.name") String log) {
    this.people = people;
    this.organisations = organisations;
    this.copy = copy;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  void started(@Observes StartupEvent start) {
    Thread.ofVirtual()
        .name("successors")
        .start(() -> {
          try {
            finish(
                new Metadata(ActorRef.service("organisations"), null, null, ids.get(), null, null));
          } catch (RuntimeException failed) {
            LOG.warn("hand-overs left undone until the next one", failed);
          }
        });
  }

  /**
   * Appoints every successor who is not appointed yet; where that reached.
   *
   * @param metadata in whose name
   */
  public List<Position> finish(Metadata metadata) {
    var positions = new ArrayList<Position>();
    for (var ended : copy.ask(everybody -> everybody.unfinished())) {
      var position = appoint(ended, metadata);
      if (position != null) {
        positions.add(position);
      }
    }
    return positions;
  }

  private @Nullable Position appoint(RoleEnded ended, Metadata metadata) {
    var role = ended.role();
    var successor = ended.successorId();
    var holding = ended.successorHoldingId();
    if (role == null || successor == null || holding == null) {
      return null;
    }
    var organisation = ended.organisationId();
    PersonId standing = copy.ask(everybody -> everybody.standing(successor));
    var stream = RegistryLog.stream(standing);
    var handled =
        people.handle(
            Envelope.of(
                stream,
                new AppointToRole(
                    holding,
                    role,
                    organisation,
                    kinds(organisation),
                    ended.end(),
                    null,
                    null,
                    copy.ask(everybody -> everybody.heldElsewhere(standing))),
                metadata,
                clock.instant()));
    return switch (handled) {
      case Handled.Done<Person, PersonEvent, PersonRejection> done ->
          Position.of(log, stream, done.lastPosition());
      case Handled.Rejected<Person, PersonEvent, PersonRejection>(var why, _) -> {
        // Somebody was faster and appointed them by hand: they hold it, which was the wish.
        if (!(why instanceof HeldAlready)) {
          LOG.warnf(
              "successor not appointed holding=%s why=%s",
              holding.value(), why.getClass().getSimpleName());
        }
        yield null;
      }
      case Handled.Repeated<Person, PersonEvent, PersonRejection> _,
          Handled.KeyReused<Person, PersonEvent, PersonRejection> _,
          Handled.VersionMoved<Person, PersonEvent, PersonRejection> _ ->
          throw new IllegalStateException("Neither a version nor a key was given.");
    };
  }

  private Set<OrganisationKind> kinds(@Nullable OrganisationId id) {
    return id != null
            && organisations.current(RegistryLog.stream(id)).state()
                instanceof Organisation.Registered known
        ? EnumSet.copyOf(known.record().kinds())
        : Set.of();
  }
}
