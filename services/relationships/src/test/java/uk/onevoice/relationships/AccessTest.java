package uk.onevoice.relationships;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import uk.onevoice.testkit.access.AccessContract;
import uk.onevoice.testkit.access.Shown;
import uk.onevoice.testkit.stack.ServiceUnderTest;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = {
      @ResourceArg(name = "log", value = "relationships"),
      @ResourceArg(name = "for", value = "access")
    })
class AccessTest extends AccessContract {
  private String lost = "";

  AccessTest() {
    super("relationships");
  }

  @Override
  protected Map<String, String> known() {
    String slot =
        made(
            "FEDERATION_LEAD",
            "/v1/relationships/slots",
            """
            {"placeId":"%s","kind":"ACUTE","organisationId":"%s"}\
            """
                .formatted(PLACE, TRUST),
            "slotId");
    lost = opportunity();
    done(
        "FEDERATION_LEAD",
        "/v1/opportunities/" + lost + "/steps",
        "{\"step\":\"SUBMITTED\",\"on\":\"2026-04-02\"}");
    done(
        "FEDERATION_LEAD",
        "/v1/opportunities/" + lost + "/result",
        "{\"result\":\"LOST\",\"on\":\"2026-04-03\"}");
    return Map.of(
        "/v1/relationships/slots/{id}",
        slot,
        "/v1/opportunities/{id}",
        opportunity(),
        // Some person, and words that are not kept about them.
        "/v1/relationships/people/{id}",
        PLACE,
        "wordsRef",
        PLACE);
  }

  @Override
  protected List<Shown> shown() {
    return List.of(
        Shown.in("readSlot").at("/relationships").to("slot.holders"),
        Shown.in("readOpportunity")
            .of("/v1/opportunities/" + lost)
            .at("/title")
            .to("opportunity.result"));
  }

  private String opportunity() {
    return made(
        "FEDERATION_LEAD",
        "/v1/opportunities",
        """
        {"placeId":"%s","kind":"TENDER","topicId":"%s","title":"Same-day access","on":"2026-04-01"}\
        """
            .formatted(PLACE, TOPIC),
        "opportunityId");
  }
}
