package uk.onevoice.mandates.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.sql.DataSource;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.mandates.domain.ambition.AgreementId;
import uk.onevoice.mandates.domain.ambition.Ambition;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand;
import uk.onevoice.mandates.domain.ambition.AmbitionEvent;
import uk.onevoice.mandates.domain.ambition.AmbitionEvent.AmbitionOffered;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection;
import uk.onevoice.service.listing.FirstEvents;
import uk.onevoice.service.listing.FirstEvents.Order;
import uk.onevoice.service.wiring.Ids;

/** Holds the ambition agreements' rules to their log. */
@ApplicationScoped
public class AmbitionLog {
  private static final String STREAM = "ambition-agreement-";

  private final EventTypes<AmbitionEvent> types = EventTypes.of(AmbitionEvent.class);

  public static String stream(AgreementId id) {
    return STREAM + id.value();
  }

  /** A federation has one agreement with a practice, and so the two make its name. */
  public static AgreementId idOf(OrganisationId federation, PracticeId practice) {
    return new AgreementId(
        UUID.nameUUIDFromBytes(
            (federation.value() + "/" + practice.value()).getBytes(StandardCharsets.UTF_8)));
  }

  /** Lists of agreements; one that was offered again after its end may come twice in a page. */
  public record Lists(
      FirstEvents<AmbitionOffered> ofFederation, FirstEvents<AmbitionOffered> ofPractice) {}

  @Produces
  @Singleton
  CommandHandler<AmbitionCommand, Ambition, AmbitionEvent, AmbitionRejection> handler(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, Ambition.DECIDER, types, ids);
  }

  @Produces
  @Singleton
  Lists lists(DataSource database) {
    return new Lists(
        new FirstEvents<>(
            database,
            types,
            AmbitionOffered.class,
            "federationId",
            STREAM,
            Order.ascending("practiceId")),
        new FirstEvents<>(
            database,
            types,
            AmbitionOffered.class,
            "practiceId",
            STREAM,
            Order.ascending("federationId")));
  }
}
