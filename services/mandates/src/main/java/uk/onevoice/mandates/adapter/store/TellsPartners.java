package uk.onevoice.mandates.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.eventstore.relay.Language;
import uk.onevoice.eventstore.relay.PartnerWords;
import uk.onevoice.eventstore.relay.StreamLanguage;
import uk.onevoice.mandates.domain.Mandate;
import uk.onevoice.mandates.domain.MandateEvent;
import uk.onevoice.mandates.domain.position.Position;
import uk.onevoice.mandates.domain.position.PositionEvent;
import uk.onevoice.mandates.policy.PartnerLanguage;
import uk.onevoice.service.wiring.ToldLog;

/** Tells partners of the log what {@link PartnerLanguage} says, and nothing else. */
@ApplicationScoped
public class TellsPartners {
  public static Language language() {
    return StreamLanguage.edition(PartnerLanguage.EDITION)
        .with(
            EventTypes.of(MandateEvent.class),
            Mandate.DECIDER,
            PartnerLanguage::of,
            PartnerWords::of)
        .with(
            EventTypes.of(PositionEvent.class),
            Position.DECIDER,
            PartnerLanguage::of,
            PartnerWords::of);
  }

  @Produces
  @Singleton
  ToldLog partners(@ConfigProperty(name = "onevoice.log.partner-topic") Optional<String> topic) {
    return new ToldLog(topic.orElse(null), PartnerWords.telling("mandates", language()));
  }
}
