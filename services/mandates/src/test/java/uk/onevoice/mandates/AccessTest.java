package uk.onevoice.mandates;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import uk.onevoice.testkit.access.AccessContract;
import uk.onevoice.testkit.stack.ServiceUnderTest;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = {
      @ResourceArg(name = "log", value = "mandates"),
      @ResourceArg(name = "for", value = "access")
    })
class AccessTest extends AccessContract {
  AccessTest() {
    super("mandates");
  }
}
