package uk.onevoice.organisations;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import uk.onevoice.testkit.access.AccessContract;
import uk.onevoice.testkit.stack.ServiceUnderTest;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = {
      @ResourceArg(name = "log", value = "organisations"),
      @ResourceArg(name = "for", value = "access")
    })
class AccessTest extends AccessContract {
  AccessTest() {
    super("organisations");
  }

  @Override
  protected Map<String, String> known() {
    String person = made("PLATFORM_ADMINISTRATOR", "/v1/people", "{}", "personId");
    String path = "/v1/people/" + person;
    return Map.of(
        "/v1/people/{id}",
        person,
        "requestId",
        made("PLATFORM_ADMINISTRATOR", path + "/requests", "{\"right\":\"ERASURE\"}", "requestId"),
        "exportId",
        made("PLATFORM_ADMINISTRATOR", path + "/exports", "{}", "exportId"),
        "wordsRef",
        person,
        "/v1/groups/{id}",
        GROUP,
        "icsId",
        ICB,
        "role",
        "REGISTRY_KEEPER");
  }
}
