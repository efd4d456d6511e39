package uk.onevoice.projection;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uk.onevoice.contracts.RouteChecks;

class ContractTest {
  @TestFactory
  Stream<DynamicTest> routes() {
    return RouteChecks.of("projection", "uk.onevoice.projection");
  }
}
