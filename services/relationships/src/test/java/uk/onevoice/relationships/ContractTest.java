package uk.onevoice.relationships;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uk.onevoice.contracts.EventChecks;
import uk.onevoice.contracts.RouteChecks;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.relationships.domain.SlotEvent;
import uk.onevoice.relationships.domain.candidate.CandidateEvent;
import uk.onevoice.relationships.domain.judgement.JudgementEvent;
import uk.onevoice.relationships.domain.ledger.LedgerEvent;
import uk.onevoice.vault.rights.SubjectEvent;

class ContractTest {
  @TestFactory
  Stream<DynamicTest> events() {
    return EventChecks.of(
        "relationships",
        EventTypes.of(SlotEvent.class),
        EventTypes.of(JudgementEvent.class),
        EventTypes.of(CandidateEvent.class),
        EventTypes.of(LedgerEvent.class),
        EventTypes.of(SubjectEvent.class));
  }

  @TestFactory
  Stream<DynamicTest> routes() {
    return RouteChecks.of("relationships", "uk.onevoice.relationships");
  }
}
