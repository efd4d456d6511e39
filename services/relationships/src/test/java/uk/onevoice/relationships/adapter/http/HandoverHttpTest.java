package uk.onevoice.relationships.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.onevoice.relationships.adapter.http.MarlValley.FEDERATION;
import static uk.onevoice.relationships.adapter.http.MarlValley.NETWORK;
import static uk.onevoice.relationships.adapter.http.MarlValley.TRUST;
import static uk.onevoice.relationships.adapter.http.MarlValley.VALLEY;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.PersonId;
import uk.onevoice.testkit.stack.ServiceUnderTest;
import uk.onevoice.testkit.stack.ToldRegistry;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "relationships"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandoverHttpTest {
  private static final String SLOTS = "/v1/relationships/slots";
  private static final String HANDOVERS = "/v1/relationships/handovers";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Inject Directory directory;

  @BeforeAll
  void who_is_who() {
    MarlValley.isKnownTo(directory);
  }

  private record Held(String slot, String slotId, String relationshipId) {
    String handover() {
      return HANDOVERS + "/" + relationshipId;
    }
  }

  @Test
  void a_successor_reads_the_brief_and_goes_on_and_may_give_it_back() {
    Held held = held(MarlValley.nadia(), FEDERATION);
    String pellow =
        nadia()
            .post(
                held.slot() + "/counterparts",
                "{\"name\": \"Dr Sunita Pellow\", \"roleTitle\": \"Medical director\"}")
            .path("counterpartRef");
    accepted(
        nadia()
            .post(
                held.slot() + "/relationships/" + held.relationshipId() + "/counterparts",
                "{\"counterpartRef\": \"%s\"}".formatted(pellow)));
    assertThat(
            nadia()
                .post(
                    held.slot() + "/contacts",
                    """
                    {"relationshipId": "%s", "on": "%s", "kind": "ASK", "twoWay": true,
                     "topicId": "%s"}\
                    """
                        .formatted(held.relationshipId(), TODAY.minusDays(9), MarlValley.CARE))
                .statusCode())
        .isLessThan(300);
    accepted(nadia().post(held.slot() + "/key", "{}"));
    accepted(
        nadia()
            .post(
                held.slot() + "/key/next-contact",
                "{\"on\": \"%s\"}".formatted(TODAY.plusDays(4))));
    accepted(nadia().post(held.slot() + "/focal-point", relationship(held)));

    String ledger = held.slot() + "/relationships/" + held.relationshipId();
    assertThat(
            nadia()
                .post(
                    ledger + "/commitments",
                    """
                    {"side": "THEIRS", "words": "Clearer letters", "on": "%s", "due": "%s"}\
                    """
                        .formatted(TODAY.minusDays(9), TODAY.minusDays(2)))
                .statusCode())
        .isEqualTo(201);
    String opinion = judged(held, pellow, "OPINION", "Willing when the ask is exact");
    String kept = judged(held, pellow, "OPINION", "Open to us", "OPEN");
    judged(held, other(held), "FACT", "Changed the letter");

    Response opened = nadia().post(HANDOVERS, open(held));
    assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
    assertThat(opened.header("Location")).endsWith(held.handover());
    problem(nadia().post(HANDOVERS, open(held)), 409, "handover-already-open");
    // Another leader sees that it waits, and not what was said.
    JsonPath outline = owen().get(held.handover()).jsonPath();
    assertThat(outline.getString("state")).isEqualTo("WAITING");
    assertThat(outline.getString("cause")).isEqualTo("CHOSEN");
    assertThat(outline.getString("holderId")).isEqualTo(MarlValley.nadia().toString());
    assertThat(outline.getMap("brief")).isNull();

    accepted(nadia().post(held.handover() + "/offers", offer(MarlValley.owen(), NETWORK)));
    JsonPath brief = owen().get(held.handover()).jsonPath();
    assertThat(brief.getString("successorId")).isEqualTo(MarlValley.owen().toString());
    assertThat(brief.getList("brief.counterparts"))
        .containsExactly("Dr Sunita Pellow, Medical director");
    assertThat(brief.getList("brief.talks.on")).containsExactly(TODAY.minusDays(9).toString());
    assertThat(brief.getString("brief.talks[0].topicNow")).startsWith("Community");
    assertThat(brief.getString("brief.nextContact")).isEqualTo(TODAY.plusDays(4).toString());
    assertThat(brief.getBoolean("brief.keptKey")).isTrue();
    assertThat(brief.getBoolean("brief.focalPoint")).isTrue();
    // It is not for anybody outside general practice of the place, asked or not.
    problem(Caller.as("grace.ndukwe-hale").get(held.handover()), 404, "not-found");
    for (String other : List.of("femi.larkspur", "rowan.pike", "icb-client", "partner-client")) {
      problem(Caller.as(other).get(held.handover()), 403, "not-allowed");
    }

    assertThat(brief.getList("brief.promises.words")).containsExactly("Clearer letters");
    assertThat(brief.getBoolean("brief.promises[0].overdue")).isTrue();
    assertThat(brief.getList("brief.opinions.goesAlong")).containsExactly(false, false);
    assertThat(owen().get(held.handover()).asString())
        .doesNotContain("Willing", "Open to us", "Changed the letter");
    problem(
        owen().post(held.handover() + "/opinion-consents", consent(opinion)),
        409,
        "opinion-by-another");
    accepted(nadia().post(held.handover() + "/opinion-consents", consent(opinion)));
    accepted(nadia().post(held.handover() + "/opinion-consents", consent(kept)));
    accepted(nadia().post(held.handover() + "/opinion-consents/withdrawal", consent(kept)));

    problem(nadia().post(held.handover() + "/acceptance", "{}"), 409, "handover-not-offered");
    accepted(owen().post(held.handover() + "/acceptance", "{}"));
    accepted(owen().post(held.handover() + "/acceptance", "{}"));
    JsonPath slot = nadia().get(held.slot()).jsonPath();
    assertThat(slot.getList("relationships.holderId"))
        .containsExactly(MarlValley.nadia().toString(), MarlValley.owen().toString());
    assertThat(slot.getList("relationships.closedOn")).containsExactly(TODAY.toString(), null);
    JsonPath over = nadia().get(held.handover()).jsonPath();
    assertThat(over.getString("state")).isEqualTo("COMPLETED");
    assertThat(over.getBoolean("newToTeam")).isTrue();
    // Facts have gone along, and the one opinion whose author said so; the promise goes on.
    assertThat(owen().get(held.slot() + "/judgements").jsonPath().getList("judgements.words"))
        .containsExactlyInAnyOrder("Changed the letter", "Willing when the ask is exact");
    assertThat(
            owen()
                .get("/v1/relationships/key-lists/" + VALLEY)
                .jsonPath()
                .getList("promises.words"))
        .contains("Clearer letters");
    // Whoever gave it away is of the team no longer.
    assertThat(nadia().get(held.handover()).jsonPath().getMap("brief")).isNull();
    problem(nadia().post(held.handover() + "/cancellation", "{}"), 409, "handover-completed");

    Held back =
        new Held(held.slot(), held.slotId(), slot.getString("relationships[1].relationshipId"));
    assertThat(owen().post(HANDOVERS, open(back)).statusCode()).isEqualTo(201);
    accepted(owen().post(back.handover() + "/offers", offer(MarlValley.nadia(), FEDERATION)));
    accepted(nadia().post(back.handover() + "/acceptance", "{}"));
    assertThat(nadia().get(held.slot()).jsonPath().getString("relationships[2].holderId"))
        .isEqualTo(MarlValley.nadia().toString());
  }

  @Test
  void a_role_that_ends_queues_what_was_held_for_its_body() {
    String topic = ConfigProvider.getConfig().getValue("onevoice.directory.topic", String.class);
    UUID leaver = UUID.randomUUID();
    try (var registry = ToldRegistry.on(topic)) {
      UUID holding = registry.appoint(leaver, "PCN_CLINICAL_DIRECTOR", NETWORK);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> !directory.holdings(new PersonId(leaver), TODAY).isEmpty());
      Held held = held(leaver, NETWORK);
      problem(nadia().get(held.handover()), 404, "not-found");
      registry.end(leaver, holding, TODAY);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> nadia().get(held.handover()).statusCode() == 200);
      JsonPath queued = nadia().get(held.handover()).jsonPath();
      assertThat(queued.getString("cause")).isEqualTo("ROLE_ENDED");
      assertThat(queued.getString("holderId")).isEqualTo(leaver.toString());
      problem(nadia().post(held.handover() + "/cancellation", "{}"), 409, "holder-has-gone");

      registry.appoint(leaver, "PCN_CLINICAL_DIRECTOR", NETWORK);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> nadia().get(held.handover()).jsonPath().getString("state").equals("CANCELLED"));
      assertThat(nadia().get(held.slot()).jsonPath().getString("relationships[0].closedOn"))
          .isNull();
    }
  }

  @Test
  void it_is_declined_and_called_off_and_refused_with_a_reason() {
    Held held = held(MarlValley.nadia(), FEDERATION);
    nadia().post(HANDOVERS, open(held));
    String offers = held.handover() + "/offers";
    problem(
        nadia().post(offers, offer(MarlValley.nadia(), FEDERATION)),
        422,
        "successor-is-the-holder");
    problem(nadia().post(offers, offer(MarlValley.owen(), TRUST)), 422, "not-general-practice");
    problem(
        nadia().post(offers, offer(MarlValley.owen(), FEDERATION)),
        422,
        "successor-does-not-act-for-it");
    accepted(nadia().post(offers, offer(MarlValley.owen(), NETWORK)));
    problem(nadia().post(held.handover() + "/refusal", "{}"), 409, "handover-not-offered");
    accepted(owen().post(held.handover() + "/refusal", "{}"));
    assertThat(nadia().get(held.handover()).jsonPath().getString("successorId")).isNull();
    problem(owen().post(held.handover() + "/acceptance", "{}"), 409, "handover-not-offered");
    problem(
        nadia()
            .post(
                held.handover() + "/opinion-consents",
                "{\"assessmentRef\": \"%s\"}".formatted(UUID.randomUUID())),
        409,
        "opinion-by-another");
    accepted(nadia().post(held.handover() + "/cancellation", "{}"));
    assertThat(nadia().get(held.handover()).jsonPath().getString("state")).isEqualTo("CANCELLED");
    problem(nadia().post(offers, offer(MarlValley.owen(), NETWORK)), 409, "handover-not-open");
    assertThat(nadia().post(HANDOVERS, open(held)).statusCode()).isEqualTo(201);

    // One that ends otherwise waits for nobody.
    accepted(
        nadia()
            .post(
                held.slot() + "/closings",
                "{\"relationshipId\": \"%s\", \"on\": \"%s\"}"
                    .formatted(held.relationshipId(), TODAY)));
    assertThat(nadia().get(held.handover()).jsonPath().getString("state")).isEqualTo("CANCELLED");
    Held ended = new Held(held.slot(), held.slotId(), UUID.randomUUID().toString());
    problem(nadia().post(HANDOVERS, open(ended)), 422, "relationship-not-in-slot");
    problem(nadia().get(ended.handover()), 404, "not-found");
  }

  @Test
  void the_handovers_of_a_place_come_in_pages_and_for_its_leaders_only() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Held held = held(MarlValley.nadia(), FEDERATION);
      nadia().post(HANDOVERS, open(held));
      made.add(held.relationshipId());
    }
    List<String> listed = new ArrayList<>();
    String after = "";
    do {
      Response page = nadia().get(HANDOVERS + "?limit=2&placeId=" + VALLEY + after);
      listed.addAll(page.jsonPath().<String>getList("items.handoverId"));
      assertThat(page.jsonPath().getList("items.brief")).containsOnlyNulls();
      String next = page.path("next");
      after = next == null ? "" : "&after=" + next;
    } while (!after.isEmpty());
    assertThat(listed).containsAll(made);
    problem(Caller.as("grace.ndukwe-hale").get(HANDOVERS + "?placeId=" + VALLEY), 404, "not-found");
    problem(Caller.as("femi.larkspur").get(HANDOVERS + "?placeId=" + VALLEY), 403, "not-allowed");
  }

  private static String judged(Held held, String counterpart, String basis, String words) {
    return judged(held, counterpart, basis, words, "YES");
  }

  private static String judged(
      Held held, String counterpart, String basis, String words, String verdict) {
    Response judged =
        nadia()
            .post(
                held.slot() + "/judgements",
                """
                {"counterpartRef": "%s", "verdict": "%s", "basis": "%s", "words": "%s"}\
                """
                    .formatted(counterpart, verdict, basis, words));
    assertThat(judged.statusCode()).as(judged.asString()).isEqualTo(201);
    return judged.path("assessmentRef");
  }

  private static String other(Held held) {
    return nadia()
        .post(
            held.slot() + "/counterparts",
            "{\"name\": \"Dee Marchbank\", \"roleTitle\": \"GP liaison lead\"}")
        .path("counterpartRef");
  }

  private static String consent(String opinion) {
    return "{\"assessmentRef\": \"%s\"}".formatted(opinion);
  }

  private static Held held(UUID holder, String body) {
    String id =
        nadia()
            .post(
                SLOTS,
                "{\"placeId\": \"%s\", \"kind\": \"ACUTE\", \"organisationId\": \"%s\"}"
                    .formatted(VALLEY, MarlValley.trust()))
            .path("slotId");
    String slot = SLOTS + "/" + id;
    Response opened =
        nadia()
            .post(
                slot + "/holders",
                "{\"holderId\": \"%s\", \"actingFor\": \"%s\"}".formatted(holder, body));
    assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
    return new Held(slot, id, opened.path("relationshipId"));
  }

  private static String open(Held held) {
    return "{\"slotId\": \"%s\", \"relationshipId\": \"%s\"}"
        .formatted(held.slotId(), held.relationshipId());
  }

  private static String relationship(Held held) {
    return "{\"relationshipId\": \"%s\"}".formatted(held.relationshipId());
  }

  private static String offer(UUID successor, String body) {
    return "{\"successorId\": \"%s\", \"actingFor\": \"%s\"}".formatted(successor, body);
  }

  private static Caller nadia() {
    return Caller.as("nadia.velloso");
  }

  private static Caller owen() {
    return Caller.as("owen.tallant");
  }

  private static void accepted(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(204);
  }

  private static void problem(Response response, int status, String slug) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.jsonPath().getString("type"))
        .isEqualTo("https://onevoice.example/problems/" + slug);
  }
}
