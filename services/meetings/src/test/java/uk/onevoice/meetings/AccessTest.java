package uk.onevoice.meetings;

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
      @ResourceArg(name = "log", value = "meetings"),
      @ResourceArg(name = "for", value = "access")
    })
class AccessTest extends AccessContract {
  AccessTest() {
    super("meetings");
  }

  @Override
  protected Map<String, String> known() {
    String meeting =
        made(
            "FEDERATION_LEAD",
            "/v1/meetings",
            """
            {"placeId":"%s","forum":"Place board","on":"2026-04-01"}\
            """
                .formatted(PLACE),
            "meetingId");
    String item =
        made(
            "FEDERATION_LEAD",
            "/v1/meetings/" + meeting + "/items",
            "{\"title\":\"Same-day access\",\"topic\":\"same-day-access\"}",
            "itemId");
    return Map.of(
        "/v1/meetings/{id}",
        meeting,
        "itemId",
        item,
        // Some person, and words that are not kept about them.
        "/v1/meetings/people/{id}",
        PLACE,
        "wordsRef",
        PLACE);
  }
}
