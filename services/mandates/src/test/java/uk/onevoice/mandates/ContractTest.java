package uk.onevoice.mandates;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uk.onevoice.contracts.EventChecks;
import uk.onevoice.contracts.RouteChecks;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.mandates.domain.MandateEvent;
import uk.onevoice.vault.rights.SubjectEvent;

class ContractTest {
  @TestFactory
  Stream<DynamicTest> events() {
    return EventChecks.of(
        "mandates", EventTypes.of(MandateEvent.class), EventTypes.of(SubjectEvent.class));
  }

  @TestFactory
  Stream<DynamicTest> routes() {
    return RouteChecks.of("mandates", "uk.onevoice.mandates");
  }
}
