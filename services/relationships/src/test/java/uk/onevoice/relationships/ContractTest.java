package uk.onevoice.relationships;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uk.onevoice.contracts.EventChecks;
import uk.onevoice.contracts.RouteChecks;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.relationships.domain.SlotEvent;
import uk.onevoice.relationships.domain.candidate.CandidateEvent;
import uk.onevoice.relationships.domain.focal.FocalPointEvent;
import uk.onevoice.relationships.domain.handover.HandoverEvent;
import uk.onevoice.relationships.domain.jointgroup.JointGroupEvent;
import uk.onevoice.relationships.domain.jointgroup.OwnSideEvent;
import uk.onevoice.relationships.domain.judgement.JudgementEvent;
import uk.onevoice.relationships.domain.keylist.KeyListEvent;
import uk.onevoice.relationships.domain.keylist.KeySlotsEvent;
import uk.onevoice.relationships.domain.ledger.LedgerEvent;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent;
import uk.onevoice.vault.rights.SubjectEvent;

class ContractTest {
  @TestFactory
  Stream<DynamicTest> events() {
    return EventChecks.of(
        "relationships",
        EventTypes.of(SlotEvent.class),
        EventTypes.of(JudgementEvent.class),
        EventTypes.of(CandidateEvent.class),
        EventTypes.of(KeySlotsEvent.class),
        EventTypes.of(KeyListEvent.class),
        EventTypes.of(FocalPointEvent.class),
        EventTypes.of(HandoverEvent.class),
        EventTypes.of(JointGroupEvent.class),
        EventTypes.of(OwnSideEvent.class),
        EventTypes.of(OpportunityEvent.class),
        EventTypes.of(LedgerEvent.class),
        EventTypes.of(SubjectEvent.class));
  }

  @TestFactory
  Stream<DynamicTest> routes() {
    return RouteChecks.of("relationships", "uk.onevoice.relationships");
  }
}
