package uk.onevoice.organisations.adapter.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.onevoice.eventstore.EventJson;
import uk.onevoice.eventstore.StoredEvent;
import uk.onevoice.eventstore.relay.Language;
import uk.onevoice.eventstore.relay.Partitions;
import uk.onevoice.eventstore.relay.PartnerWords;
import uk.onevoice.eventstore.relay.StreamLanguage;
import uk.onevoice.eventstore.relay.Telling;
import uk.onevoice.eventstore.relay.Told;
import uk.onevoice.organisations.domain.affiliation.Affiliations;
import uk.onevoice.organisations.domain.client.SystemClient;
import uk.onevoice.organisations.domain.place.Place;
import uk.onevoice.organisations.policy.ClientsLanguage;
import uk.onevoice.organisations.policy.PartnerLanguage;
import uk.onevoice.organisations.policy.ToldOfClient;
import uk.onevoice.service.wiring.ToldLog;

/**
 * Tells partners of the registry what {@link PartnerLanguage} says, and the feed service which
 * systems there are; and nothing else.
 */
@ApplicationScoped
public class TellsOthers {
  /** For partners. */
  public static Language ofRegistry() {
    return StreamLanguage.edition(PartnerLanguage.EDITION)
        .with(
            RegistryLog.AFFILIATIONS,
            Affiliations.DECIDER,
            (_, event) -> PartnerLanguage.of(event),
            PartnerWords::of)
        .with(RegistryLog.PLACE, Place.DECIDER, PartnerLanguage::of, PartnerWords::of);
  }

  /** For the feed service alone. */
  public static Language ofClients() {
    return StreamLanguage.edition(ClientsLanguage.EDITION)
        .with(
            RegistryLog.CLIENT,
            SystemClient.DECIDER,
            (_, event) -> List.of(ClientsLanguage.of(event)),
            TellsOthers::written);
  }

  private static Told written(StoredEvent by, ToldOfClient told) {
    String type = told.getClass().getSimpleName();
    try {
      return new Told(
          by,
          type,
          "clients/" + type + "-v1",
          told.clientId().value(),
          EventJson.mapper().writeValueAsString(told));
    } catch (JsonProcessingException cause) {
      throw new IllegalStateException("What is told of a client cannot be written.", cause);
    }
  }

  @Produces
  @Singleton
  ToldLog partners(@ConfigProperty(name = "onevoice.log.partner-topic") Optional<String> topic) {
    return new ToldLog(topic.orElse(null), PartnerWords.telling("organisations", ofRegistry()));
  }

  @Produces
  @Singleton
  ToldLog clients(@ConfigProperty(name = "onevoice.log.clients-topic") Optional<String> topic) {
    return new ToldLog(topic.orElse(null), new Telling(ofClients(), 0, Partitions.COUNT));
  }
}
