package uk.onevoice.mandates;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uk.onevoice.contracts.EventChecks;
import uk.onevoice.contracts.RouteChecks;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.mandates.domain.MandateEvent;
import uk.onevoice.mandates.domain.ambition.AmbitionEvent;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeEvent;
import uk.onevoice.mandates.domain.feedback.FeedbackEvent;
import uk.onevoice.mandates.domain.issue.IssueEvent;
import uk.onevoice.mandates.domain.position.PositionEvent;
import uk.onevoice.mandates.domain.scheme.SchemeEvent;
import uk.onevoice.vault.rights.SubjectEvent;

class ContractTest {
  @TestFactory
  Stream<DynamicTest> events() {
    return EventChecks.of(
        "mandates",
        EventTypes.of(MandateEvent.class),
        EventTypes.of(IssueEvent.class),
        EventTypes.of(PositionEvent.class),
        EventTypes.of(SchemeEvent.class),
        EventTypes.of(AmbitionEvent.class),
        EventTypes.of(ExternalChangeEvent.class),
        EventTypes.of(FeedbackEvent.class),
        EventTypes.of(SubjectEvent.class));
  }

  @TestFactory
  Stream<DynamicTest> routes() {
    return RouteChecks.of("mandates", "uk.onevoice.mandates");
  }
}
