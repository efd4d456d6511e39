package uk.onevoice.meetings.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.meetings.adapter.http.MarlValley.FEDERATION;
import static uk.onevoice.meetings.adapter.http.MarlValley.TODAY;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import uk.onevoice.directory.Directory;
import uk.onevoice.testkit.stack.ServiceUnderTest;
import uk.onevoice.testkit.stack.ToldRegistry;

/** What an item without influence stood on beside the meeting. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "meetings"))
class WithoutInfluenceHttpTest {
  private static final String PATH = "/v1/meetings";
  private static final UUID PLACE = UUID.randomUUID();
  private static final String TRUST = "WYVT0071";
  private static final String COUNCIL = "WYVC0071";
  private static final String HOSPICE = "WYVT0072";

  @Inject Directory directory;

  /**
   * The trust is known since today, the council is known no longer, the hospice was never: only the
   * relationships of the day of the meeting count, and a guest only at the items it came for.
   */
  @Test
  void partners_with_whom_nobody_kept_in_touch_on_the_day_stand_beside_the_item() {
    MarlValley.isKnownTo(directory);
    String positions = register();
    try (var others = new ToldOthers()) {
      others.relationship(PLACE, TRUST, null);
      others.relationship(PLACE, COUNCIL, TODAY);
      others.heard();
    }
    held(positions, TODAY, "Today", List.of(TRUST, COUNCIL, HOSPICE));
    held(positions, TODAY.minusDays(1), "Yesterday", List.of(TRUST));
    held(positions, TODAY.minusDays(2), "Alone", List.of());

    Map<String, Map<String, Object>> listed = listed();
    assertThat(listed).containsOnlyKeys("Today", "For the hospice", "Yesterday", "Alone");
    assertThat(listed.get("Today"))
        .as("the hospice came for another item, and the trust is known since today")
        .isEqualTo(partners(2, COUNCIL, "Marlshire council"));
    assertThat(listed.get("For the hospice"))
        .isEqualTo(
            Map.of(
                "attended",
                3,
                "withoutRelationship",
                List.of(
                    Map.of("organisationId", COUNCIL, "name", "Marlshire council"),
                    Map.of("organisationId", HOSPICE, "name", "Marl hospice"))));
    assertThat(listed.get("Yesterday"))
        .as("a relationship that was opened afterwards was no help")
        .isEqualTo(partners(1, TRUST, "Marl hospital trust"));
    assertThat(listed.get("Alone"))
        .isEqualTo(Map.of("attended", 0, "withoutRelationship", List.of()));
  }

  private String register() {
    String topic = ConfigProvider.getConfig().getValue("onevoice.directory.topic", String.class);
    try (var registry = ToldRegistry.on(topic)) {
      registry.organisation(TRUST, "Marl hospital trust", "TRUST");
      registry.organisation(COUNCIL, "Marlshire council", "COUNCIL");
      registry.organisation(HOSPICE, "Marl hospice", "TRUST");
      registry.place(PLACE, "WYVICB01", "Lower Marl");
      registry.practice("WYVP0071", PLACE);
      registry.member("WYVP0071", FEDERATION, "FEDERATION");
      return registry.positions();
    }
  }

  /** A meeting at which Nadia and these partners were, and nothing came of any item. */
  private static void held(String positions, LocalDate on, String title, List<String> partners) {
    Response scheduled =
        Caller.as("nadia.velloso")
            .request()
            .header("X-Position", positions)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .contentType(ContentType.JSON)
            .body(
                "{\"placeId\": \"%s\", \"forum\": \"Place board\", \"on\": \"%s\"}"
                    .formatted(PLACE, on))
            .post(PATH);
    assertThat(scheduled.statusCode()).as(scheduled.asString()).isEqualTo(201);
    String meeting = PATH + "/" + scheduled.<String>path("meetingId");
    post(
        meeting + "/attendances",
        "{\"personId\": \"%s\", \"capacity\": \"REPRESENTATIVE\"}".formatted(MarlValley.nadia()));
    for (String partner : partners) {
      post(
          meeting + "/partner-attendances",
          "{\"organisationId\": \"%s\", \"kind\": \"PRESENT\"}".formatted(partner));
    }
    unmoved(meeting, title);
    if (partners.contains(HOSPICE)) {
      String item = unmoved(meeting, "For the hospice");
      post(
          meeting + "/invitations",
          "{\"organisationId\": \"%s\", \"itemIds\": [\"%s\"]}".formatted(HOSPICE, item));
    }
  }

  private static String unmoved(String meeting, String title) {
    String item =
        post(meeting + "/items", "{\"title\": \"%s\", \"topic\": \"estates\"}".formatted(title))
            .path("itemId");
    post(meeting + "/outcomes", "{\"itemId\": \"%s\", \"outcome\": \"NOTED\"}".formatted(item));
    post(meeting + "/assessments", "{\"itemId\": \"%s\", \"influence\": \"NONE\"}".formatted(item));
    return item;
  }

  private static Response post(String path, String body) {
    Response done = Caller.as("nadia.velloso").post(path, body);
    assertThat(done.statusCode()).as(path + " " + done.asString()).isBetween(200, 204);
    return done;
  }

  private static Map<String, Map<String, Object>> listed() {
    Response page = Caller.as("nadia.velloso").get(PATH + "/without-influence?placeId=" + PLACE);
    assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
    Map<String, Map<String, Object>> listed = new HashMap<>();
    page.jsonPath()
        .<Map<String, Object>>getList("items")
        .forEach(item -> listed.put((String) item.get("title"), partners(item)));
    return listed;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> partners(Map<String, Object> item) {
    return (Map<String, Object>) item.get("partners");
  }

  private static Map<String, Object> partners(int attended, String code, String name) {
    return Map.of(
        "attended",
        attended,
        "withoutRelationship",
        List.of(Map.of("organisationId", code, "name", name)));
  }
}
