package uk.onevoice.relationships.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.eventstore.relay.Language;
import uk.onevoice.eventstore.relay.PartnerWords;
import uk.onevoice.eventstore.relay.StreamLanguage;
import uk.onevoice.relationships.domain.jointgroup.JointGroup;
import uk.onevoice.relationships.domain.jointgroup.JointGroupEvent;
import uk.onevoice.relationships.domain.ledger.Ledger;
import uk.onevoice.relationships.domain.ledger.LedgerEvent;
import uk.onevoice.relationships.policy.PartnerLanguage;
import uk.onevoice.service.wiring.ToldLog;

/** Tells partners of the log what {@link PartnerLanguage} says, and nothing else. */
@ApplicationScoped
public class TellsPartners {
  public static Language language() {
    return StreamLanguage.edition(PartnerLanguage.EDITION)
        .with(
            EventTypes.of(JointGroupEvent.class),
            JointGroup.DECIDER,
            PartnerLanguage::of,
            PartnerWords::of)
        .with(
            EventTypes.of(LedgerEvent.class),
            Ledger.DECIDER,
            PartnerLanguage::of,
            PartnerWords::of);
  }

  @Produces
  @Singleton
  ToldLog partners(@ConfigProperty(name = "onevoice.log.partner-topic") Optional<String> topic) {
    return new ToldLog(topic.orElse(null), PartnerWords.telling("relationships", language()));
  }
}
