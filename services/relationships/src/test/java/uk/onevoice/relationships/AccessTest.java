package uk.onevoice.relationships;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
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

  private String lost = "";

  /** Of whose team none of those who call is: no request of the test adds them there. */
  private String other = "";

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
    var known = new HashMap<>(judged(path, relationship, counterpart));
    known.put(
        "/v1/relationships/handovers/{id}",
        made(
            "FEDERATION_LEAD",
            "/v1/relationships/handovers",
            "{\"slotId\":\"%s\",\"relationshipId\":\"%s\"}".formatted(slot, relationship),
            "handoverId"));
    known.put("slotId", slot);
    known.putAll(
        Map.of(
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
            "/v1/relationships/shared-commitments/{commitmentId}",
            promised,
            // Some person, and words that are not kept about them.
            "/v1/relationships/people/{id}",
            PLACE,
            "wordsRef",
            PLACE));
    known.putAll(ofGroup());
    known.put("/v1/opportunities/{id}", opportunity());
    lost = lostOpportunity();
    other =
        made(
            "FEDERATION_LEAD",
            "/v1/relationships/slots",
            """
            {"placeId":"%s","kind":"COMMUNITY","organisationId":"%s"}\
            """
                .formatted(PLACE, TRUST),
            "slotId");
    return known;
  }

  /** A judgement, what has shown, and a candidate with ways to them. */
  private Map<String, String> judged(String path, String relationship, String counterpart) {
    String other =
        made(
            "FEDERATION_LEAD",
            path + "/counterparts",
            "{\"name\":\"Dee Marchbank\",\"roleTitle\":\"GP liaison lead\"}",
            "counterpartRef");
    var made = new HashMap<String, String>();
    put(
        made,
        "assessmentRef",
        path + "/judgements",
        """
        {"counterpartRef":"%s","verdict":"YES","basis":"FACT","words":"Changed the letter"}\
        """
            .formatted(counterpart));
    put(
        made,
        "evidenceRef",
        path + "/tests",
        """
        {"relationshipId":"%s","test":"CALL","on":"%s","evidence":"Answered"}\
        """
            .formatted(relationship, LocalDate.now(ZoneId.of("Europe/London"))));
    put(made, "candidateRef", path + "/candidates", "{\"counterpartRef\":\"%s\"}".formatted(other));
    put(
        made,
        "introductionId",
        path + "/introductions",
        """
        {"candidateRef":"%s","throughRef":"%s","on":"2026-11-02"}\
        """
            .formatted(other, counterpart));
    put(
        made,
        "persuasionId",
        path + "/persuasions",
        "{\"allyRef\":\"%s\",\"colleagueRef\":\"%s\"}".formatted(counterpart, other));
    put(
        made,
        "acquaintanceRef",
        path + "/acquaintances",
        """
        {"oneRef":"%s","otherRef":"%s","from":"Trust board"}\
        """
            .formatted(counterpart, other));
    List.of("to", "colleagueRef", "otherRef").forEach(name -> made.put(name, other));
    List.of("allyRef", "throughRef", "oneRef").forEach(name -> made.put(name, counterpart));
    return made;
  }

  private void put(Map<String, String> made, String field, String path, String body) {
    made.put(field, made("FEDERATION_LEAD", path, body, field));
  }

  private Map<String, String> ofGroup() {
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
    return Map.of(GROUPS + "/{id}", group, GROUPS + "/{id}/seats/{seatId}", seat);
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

  private String lostOpportunity() {
    String id = opportunity();
    String path = "/v1/opportunities/" + id;
    done("FEDERATION_LEAD", path + "/steps", "{\"step\":\"SUBMITTED\",\"on\":\"2026-04-02\"}");
    done("FEDERATION_LEAD", path + "/result", "{\"result\":\"LOST\",\"on\":\"2026-04-03\"}");
    return id;
  }

  @Override
  protected List<Shown> shown() {
    return List.of(
        Shown.in("readSlot")
            .of("/v1/relationships/slots/" + other)
            .at("/relationships")
            .to("slot.holders"),
        Shown.in("readSlot")
            .of("/v1/relationships/slots/" + other)
            .at("/keyFor")
            .to("slot.holders"),
        Shown.in("readJointGroup").at("/seats").to("jointGroup.seats"),
        Shown.in("readOpportunity")
            .of("/v1/opportunities/" + lost)
            .at("/title")
            .to("opportunity.result"));
  }
}
