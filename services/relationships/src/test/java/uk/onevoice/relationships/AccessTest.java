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
    String path = "/v1/relationships/slots/" + slot;
    String holder = holder().toString();
    String relationship =
        made(
            "FEDERATION_LEAD",
            path + "/holders",
            "{\"holderId\":\"%s\",\"actingFor\":\"%s\"}".formatted(holder, FEDERATION),
            "relationshipId");
    String counterpart =
        made(
            "FEDERATION_LEAD",
            path + "/counterparts",
            "{\"name\":\"Dr Sunita Pellow\",\"roleTitle\":\"Medical director\"}",
            "counterpartRef");
    String contact =
        made(
            "FEDERATION_LEAD",
            path + "/contacts",
            """
            {"relationshipId":"%s","on":"2026-04-02","kind":"LISTENING","twoWay":true}\
            """
                .formatted(relationship),
            "contactId");
    String entries = path + "/relationships/" + relationship;
    String asked =
        made(
            "FEDERATION_LEAD",
            entries + "/asks",
            """
            {"kind":"OFFER","side":"OURS","words":"Ten letters","on":"2026-04-02"}\
            """,
            "entryId");
    String promised =
        made(
            "FEDERATION_LEAD",
            entries + "/commitments",
            """
            {"side":"OURS","words":"Ten letters","on":"2026-04-02","due":"2026-05-02"}\
            """,
            "commitmentId");
    // Not by its simple name: no request of the test closes it, or its team would be none.
    String ofRelationship = "/v1/relationships/slots/{id}/relationships/{relationshipId}";
    return Map.of(
        "/v1/relationships/slots/{id}",
        slot,
        ofRelationship,
        relationship,
        "counterpartRef",
        counterpart,
        ofRelationship + "/contacts/{contactId}",
        contact,
        "entryId",
        asked,
        ofRelationship + "/commitments/{commitmentId}",
        promised,
        // Some person, and words that are not kept about them.
        "/v1/relationships/people/{id}",
        PLACE,
        "wordsRef",
        PLACE);
  }

  @Override
  protected List<Shown> shown() {
    return List.of(Shown.in("readSlot").at("/relationships").to("slot.holders"));
  }
}
