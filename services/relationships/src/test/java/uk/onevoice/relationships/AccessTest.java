package uk.onevoice.relationships;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
  private static final String GROUPS = "/v1/relationships/joint-groups";

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
    String group =
        made(
            "FEDERATION_LEAD",
            GROUPS,
            """
            {"placeId":"%s","organisationId":"%s","name":"Letters"}\
            """
                .formatted(PLACE, TRUST),
            "groupId");
    // Somebody who calls nothing here sits in it, so that everybody else meets it from outside.
    UUID member = registry().person("grace.ndukwe-hale");
    registry().appoint(member, "LMC_OFFICER", COMMITTEE);
    String seat =
        made(
            "FEDERATION_LEAD",
            GROUPS + "/" + group + "/seats",
            """
            {"personId":"%s","organisationId":"%s","nature":"CLINICAL"}\
            """
                .formatted(member, COMMITTEE),
            "seatId");
    return Map.of(
        GROUPS + "/{id}",
        group,
        GROUPS + "/{id}/seats/{seatId}",
        seat,
        "/v1/relationships/slots/{id}",
        slot,
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
        Shown.in("readJointGroup").at("/seats").to("jointGroup.seats"));
  }
}
