package uk.onevoice.meetings.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.onevoice.meetings.adapter.http.BriefHttpTest.accepted;
import static uk.onevoice.meetings.adapter.http.MarlValley.TODAY;
import static uk.onevoice.meetings.adapter.http.MarlValley.TRUST;
import static uk.onevoice.meetings.adapter.http.MarlValley.VALLEY;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.onevoice.directory.Directory;
import uk.onevoice.testkit.stack.ServiceUnderTest;
import uk.onevoice.testkit.stack.ToldRegistry;

/** Papers, guests for named items and interests, over HTTP. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "meetings"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PapersHttpTest {
  private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n".getBytes(StandardCharsets.UTF_8);

  @Inject Directory directory;

  @BeforeAll
  void who_is_who() {
    MarlValley.isKnownTo(directory);
  }

  @Test
  void a_paper_is_told_by_its_content_and_kept_to_be_read() {
    String meeting = scheduled();
    String key = UUID.randomUUID().toString();
    Response filed = file(meeting, "fileName=Out look.docx", PDF, key);
    assertThat(filed.statusCode()).as(filed.asString()).isEqualTo(201);
    assertThat(file(meeting, "fileName=Out look.docx", PDF, key).<String>path("paperId"))
        .isEqualTo(filed.path("paperId"));
    byte[] other = "%PDF-1.4\n".getBytes(StandardCharsets.UTF_8);
    problem(file(meeting, "fileName=Out look.docx", other, key), 422, "idempotency-key-reused");
    problem(file(meeting, "fileName=b.pdf", PDF), 409, "paper-there-already");
    problem(
        file(meeting, "fileName=x.pdf", "<html><script>".getBytes(StandardCharsets.UTF_8)),
        415,
        "file-not-taken");
    problem(file(meeting, "fileName=x.pdf", new byte[20_000_001]), 413, "file-too-large");

    JsonPath one = femi().get(meeting + "/papers").jsonPath();
    assertThat(one.getMap("items[0]"))
        .containsEntry("fileName", "Out look.docx")
        .containsEntry("mediaType", "application/pdf")
        .containsEntry("bytes", PDF.length)
        .containsEntry("there", true);
    Response read = femi().get(filed.header("Location"));
    assertThat(read.asByteArray()).isEqualTo(PDF);
    assertThat(read.header("Content-Disposition"))
        .startsWith("attachment; filename=\"Out look.docx\"")
        .contains("filename*=UTF-8''Out%20look.docx");
    assertThat(read.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(read.contentType()).startsWith("application/octet-stream");
    problem(grace().get(filed.header("Location")), 404, "not-found");

    assertThat(
            nadia()
                .post(filed.header("Location") + "/withdrawal", "{\"reason\":\"Old.\"}")
                .statusCode())
        .isEqualTo(204);
    problem(femi().get(filed.header("Location")), 404, "not-found");
    assertThat(femi().get(meeting + "/papers").jsonPath().getMap("items[0]"))
        .containsEntry("withdrawn", true)
        .containsEntry("there", false);
  }

  @Test
  void papers_are_listed_page_by_page() {
    String meeting = scheduled();
    for (int i = 0; i < 3; i++) {
      assertThat(
              file(
                      meeting,
                      "fileName=" + i + ".txt",
                      ("Agenda, version " + i).getBytes(StandardCharsets.UTF_8))
                  .statusCode())
          .isEqualTo(201);
    }
    JsonPath first = nadia().get(meeting + "/papers?limit=2").jsonPath();
    JsonPath second =
        nadia().get(meeting + "/papers?limit=2&after=" + first.getString("next")).jsonPath();
    assertThat(first.getList("items.fileName")).containsExactly("0.txt", "1.txt");
    assertThat(second.getList("items.fileName")).containsExactly("2.txt");
    assertThat(second.getString("next")).isNull();
    problem(nadia().get(meeting + "/papers?after=" + UUID.randomUUID()), 400, "invalid-request");
  }

  @Test
  void a_guest_sees_the_items_that_it_is_invited_for_and_nothing_else() {
    String meeting = scheduled();
    String front = item(meeting, "Front door");
    String secret = item(meeting, "Our own line");
    String shown =
        file(meeting, "forGuests=true&fileName=front.pdf&itemId=" + front, PDF).path("paperId");
    file(meeting, "fileName=line.pdf&itemId=" + secret, PDF);
    problem(file(meeting, "forGuests=true&fileName=all.pdf", PDF), 422, "guests-see-items");
    problem(partner().get(meeting + "/invited-items"), 404, "not-found");
    problem(partner().get(meeting + "/papers"), 404, "not-found");

    Response invited =
        nadia()
            .post(
                meeting + "/invitations",
                "{\"organisationId\":\"%s\",\"itemIds\":[\"%s\"]}".formatted(TRUST, front));
    assertThat(invited.statusCode()).as(invited.asString()).isEqualTo(201);
    problem(
        nadia()
            .post(
                meeting + "/invitations",
                "{\"organisationId\":\"%s\",\"itemIds\":[\"%s\"]}".formatted(TRUST, secret)),
        409,
        "invited-already");
    JsonPath seen = partner().get(meeting + "/invited-items").jsonPath();
    assertThat(seen.getList("items.title")).containsExactly("Front door");
    JsonPath papers = partner().get(meeting + "/papers").jsonPath();
    assertThat(papers.getList("items.paperId")).containsExactly(shown);
    assertThat(partner().get(meeting + "/papers/" + shown).asByteArray()).isEqualTo(PDF);
    problem(partner().get(meeting), 403, "not-allowed");
    problem(Caller.as("icb-client").get(meeting + "/invited-items"), 404, "not-found");
    problem(grace().get(meeting + "/invited-items"), 404, "not-found");
    assertThat(femi().get(meeting + "/invitations").jsonPath().getMap("items[0]"))
        .containsEntry("organisationName", "Wyvern and Marl Hospitals")
        .containsEntry("withdrawn", false);

    Response withdrawn =
        nadia()
            .request()
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .post(meeting + "/invitations/" + invited.path("invitationId") + "/withdrawal");
    assertThat(withdrawn.statusCode()).isEqualTo(204);
    problem(partner().get(meeting + "/invited-items"), 404, "not-found");
    problem(partner().get(meeting + "/papers/" + shown), 404, "not-found");
  }

  @Test
  void where_general_practice_meets_an_organisation_is_told_to_general_practice_of_the_place() {
    String guest = MarlValley.anotherTrust(directory);
    String with = "/v1/meetings/with/" + guest + "?placeId=" + MarlValley.VALLEY;
    assertThat(nadia().get(with).jsonPath().getList("items")).isEmpty();
    String invited = scheduled();
    String item = item(invited, "Front door");
    Response invitation =
        nadia()
            .post(
                invited + "/invitations",
                "{\"organisationId\":\"%s\",\"itemIds\":[\"%s\"]}".formatted(guest, item));
    String attended = scheduled();
    accepted(
        nadia()
            .post(
                attended + "/partner-attendances",
                "{\"organisationId\":\"%s\",\"kind\":\"PRESENT\"}".formatted(guest)));
    String apologies = scheduled();
    accepted(
        nadia()
            .post(
                apologies + "/partner-attendances",
                "{\"organisationId\":\"%s\",\"kind\":\"APOLOGIES\"}".formatted(guest)));

    JsonPath all = femi().get(with).jsonPath();
    assertThat(all.getList("items.meetingId")).containsExactlyInAnyOrder(id(invited), id(attended));
    assertThat(all.getMap("items.find {it.meetingId == '" + id(invited) + "'}"))
        .containsEntry("there", false)
        .containsEntry("invited", true);
    assertThat(all.getMap("items.find {it.meetingId == '" + id(attended) + "'}"))
        .containsEntry("there", true)
        .containsEntry("invited", false);
    JsonPath first = nadia().get(with + "&limit=1").jsonPath();
    JsonPath second = nadia().get(with + "&limit=1&after=" + first.getString("next")).jsonPath();
    assertThat(
            List.of(first.getString("items[0].meetingId"), second.getString("items[0].meetingId")))
        .containsExactlyInAnyOrder(id(invited), id(attended));
    assertThat(second.getString("next")).isNull();
    problem(nadia().get(with + "&after=" + UUID.randomUUID()), 400, "invalid-request");
    problem(nadia().get(with.replace(guest, "W%20Y")), 404, "not-found");
    problem(grace().get(with), 404, "not-found");
    problem(partner().get(with), 403, "not-allowed");
    problem(Caller.as("icb-client").get(with), 403, "not-allowed");

    assertThat(
            nadia()
                .request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post(invited + "/invitations/" + invitation.path("invitationId") + "/withdrawal")
                .statusCode())
        .isEqualTo(204);
    assertThat(nadia().get(with).jsonPath().getList("items.meetingId"))
        .containsExactly(id(attended));
  }

  private static String id(String meeting) {
    return meeting.substring(meeting.lastIndexOf('/') + 1);
  }

  @Test
  void an_interest_shows_at_the_items_that_its_organisation_comes_for() {
    String meeting = scheduled();
    String front = item(meeting, "Front door");
    item(meeting, "Our own line");
    stored(
        nadia()
            .post(
                meeting + "/attendances",
                "{\"personId\":\"%s\",\"capacity\":\"OBSERVER\"}".formatted(MarlValley.owen())));
    nadia()
        .post(
            meeting + "/invitations",
            "{\"organisationId\":\"%s\",\"itemIds\":[\"%s\"]}".formatted(TRUST, front));
    assertThat(nadia().get(meeting + "/interests").jsonPath().getList("items")).isEmpty();
    UUID group = UUID.randomUUID();
    UUID interest = UUID.randomUUID();
    String topic = ConfigProvider.getConfig().getValue("onevoice.directory.topic", String.class);
    try (var registry = ToldRegistry.on(topic)) {
      UUID holding = registry.appoint(MarlValley.owen(), "PCN_CLINICAL_DIRECTOR", "WYVN0001");
      registry.tell(
          "group-" + group,
          "InterestDeclared",
          Map.of(
              "groupId", group.toString(),
              "interestId", interest.toString(),
              "seatId", UUID.randomUUID().toString(),
              "roleHoldingId", holding.toString(),
              "kind", "FINANCIAL",
              "organisationId", TRUST,
              "start", TODAY.minusDays(10).toString(),
              "wordsRef", UUID.randomUUID().toString()));
      await()
          .untilAsserted(() ->
              assertThat(nadia().get(meeting + "/interests").jsonPath().getList("items.itemId"))
                  .containsExactly(front));
      assertThat(nadia().get(meeting + "/interests").jsonPath().getMap("items[0]"))
          .containsEntry("personId", MarlValley.owen().toString())
          .containsEntry("organisationId", TRUST)
          .containsEntry("kind", "FINANCIAL");
      problem(femi().get(meeting + "/interests"), 403, "not-allowed");
      problem(grace().get(meeting + "/interests"), 404, "not-found");
      registry.tell(
          "group-" + group,
          "InterestEnded",
          Map.of(
              "groupId", group.toString(),
              "interestId", interest.toString(),
              "end", TODAY.minusDays(1).toString()));
      await()
          .untilAsserted(() ->
              assertThat(nadia().get(meeting + "/interests").jsonPath().getList("items"))
                  .isEmpty());
    }
  }

  @Test
  void an_item_about_ones_own_practice_or_network_is_flagged_without_a_declaration() {
    String meeting = scheduled();
    for (UUID person : List.of(MarlValley.owen(), MarlValley.femi(), MarlValley.nadia())) {
      stored(
          nadia()
              .post(
                  meeting + "/attendances",
                  "{\"personId\":\"%s\",\"capacity\":\"OBSERVER\"}".formatted(person)));
    }
    String about = about(meeting, MarlValley.NETWORK);
    item(meeting, "About nobody");
    var flags = nadia().get(meeting + "/interests").jsonPath();
    assertThat(flags.getList("items.itemId")).as("director and partner").containsOnly(about);
    assertThat(flags.getList("items.kind")).containsOnly("OWN_BODY");
    assertThat(flags.getList("items.organisationId")).containsOnly(MarlValley.NETWORK);
    assertThat(flags.getList("items.personId"))
        .containsExactlyInAnyOrder(MarlValley.owen().toString(), MarlValley.femi().toString());
    assertThat(nadia().get(meeting).jsonPath().getList("items[0].concerns"))
        .containsExactly(MarlValley.NETWORK);
    problem(
        nadia()
            .post(
                meeting + "/items",
                "{\"title\":\"x\",\"topic\":\"rooms\",\"concerns\":[\"WYVX9999\"]}"),
        422,
        "organisation-not-known");
  }

  private static String about(String meeting, String organisation) {
    return nadia()
        .post(
            meeting + "/items",
            "{\"title\":\"Their rooms\",\"topic\":\"rooms\",\"concerns\":[\"%s\"]}"
                .formatted(organisation))
        .path("itemId");
  }

  private static Response file(String meeting, String query, byte[] content) {
    return file(meeting, query, content, UUID.randomUUID().toString());
  }

  private static Response file(String meeting, String query, byte[] content, String key) {
    return nadia()
        .request()
        .header("Idempotency-Key", key)
        .contentType("application/octet-stream")
        .body(content)
        .post(meeting + "/papers?" + query);
  }

  private static String scheduled() {
    Response made =
        nadia()
            .post(
                "/v1/meetings",
                "{\"placeId\":\"%s\",\"forum\":\"Board\",\"on\":\"%s\"}".formatted(VALLEY, TODAY));
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    return "/v1/meetings/" + made.path("meetingId");
  }

  private static String item(String meeting, String title) {
    return nadia()
        .post(
            meeting + "/items",
            "{\"title\":\"%s\",\"topic\":\"community-services\"}".formatted(title))
        .path("itemId");
  }

  private static Caller nadia() {
    return Caller.as("nadia.velloso");
  }

  private static Caller owen() {
    return Caller.as("owen.tallant");
  }

  private static Caller femi() {
    return Caller.as("femi.larkspur");
  }

  private static Caller grace() {
    return Caller.as("grace.ndukwe-hale");
  }

  private static Caller partner() {
    return Caller.as("partner-client");
  }

  private static void stored(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
  }

  private static void problem(Response response, int status, String slug) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.jsonPath().getString("type"))
        .isEqualTo("https://onevoice.example/problems/" + slug);
  }
}
