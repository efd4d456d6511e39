package uk.onevoice.relationships;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
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
    var known = new HashMap<>(judged(path, relationship, counterpart));
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
            // Some person, and words that are not kept about them.
            "/v1/relationships/people/{id}",
            PLACE,
            "wordsRef",
            PLACE));
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

  @Override
  protected List<Shown> shown() {
    return List.of(Shown.in("readSlot").at("/relationships").to("slot.holders"));
  }
}
