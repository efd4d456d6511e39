package uk.onevoice.organisations;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uk.onevoice.contracts.EventChecks;
import uk.onevoice.contracts.RouteChecks;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.policy.ToldOfClient;

class ContractTest {
  @TestFactory
  Stream<DynamicTest> events() {
    return EventChecks.of("organisations", RegistryLog.types().toArray(EventTypes[]::new));
  }

  @TestFactory
  Stream<DynamicTest> what_the_feed_service_is_told() {
    return EventChecks.of("clients", EventTypes.of(ToldOfClient.class));
  }

  @TestFactory
  Stream<DynamicTest> routes() {
    return RouteChecks.of("organisations", "uk.onevoice.organisations");
  }
}
