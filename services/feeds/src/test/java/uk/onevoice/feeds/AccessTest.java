package uk.onevoice.feeds;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import uk.onevoice.testkit.access.AccessContract;
import uk.onevoice.testkit.stack.ServiceUnderTest;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "feeds"))
class AccessTest extends AccessContract {
  AccessTest() {
    super("feeds");
  }

  /** Whatever stands on its topic of people, it takes nothing of it. */
  @Override
  protected boolean knowsPeople() {
    return false;
  }

  @Override
  protected Map<String, String> known() {
    for (String system : systems()) {
      registry()
          .tell(
              "client-" + system,
              "ClientFeedApproved",
              Map.of("clientId", system, "bodyId", FEDERATION));
    }
    heard(registry().positions());
    return Map.of();
  }
}
