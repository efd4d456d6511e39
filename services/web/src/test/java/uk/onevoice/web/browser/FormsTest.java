package uk.onevoice.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** Forms without JavaScript: what is sent, what is kept when an API says no, and what follows. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "web"))
@WithTestResource(WebSettings.class)
class FormsTest {
  private static final String RESPONSES = "POST /v1/mandates/" + Answers.MANDATE + "/responses";

  @TestHTTPResource URI origin;

  private final FakeApi api = FakeApi.running();
  private BrowserContext context;
  private Page page;

  @BeforeEach
  void a_reader() {
    api.reset();
    context = Browser.context(1280, false);
    page = context.newPage();
  }

  @AfterEach
  void leaves() {
    context.close();
  }

  private void opens(String path, String user) {
    page.navigate(origin.resolve(path).toString().replace("127.0.0.1", "localhost"));
    Browser.signIn(page, user);
  }

  @Test
  void a_practice_answers_and_the_next_page_waits_for_it() {
    Answers.femi(api);
    api.answer(RESPONSES, 204, "", "ETag", "\"8\"", "X-Position", "mandates:7:1234");
    opens("/mandates/" + Answers.MANDATE, "femi.larkspur");

    page.getByLabel("Yes", new Page.GetByLabelOptions().setExact(true)).check();
    Browser.press(page, "Send our answer");

    assertThat(page.locator("h1")).hasText("Community services mandate");
    var sent = api.requests(RESPONSES).getFirst();
    assertThat(sent.body()).isEqualTo("{\"practiceId\":\"WYVP0002\",\"answer\":\"GRANT\"}");
    assertThat(sent.header("if-match")).contains("\"7\"");
    assertThat(sent.header("idempotency-key").orElse("")).hasSizeGreaterThanOrEqualTo(8);
    assertThat(
            api.requests("GET /v1/places/" + Answers.MARL_VALLEY + "/representation")
                .getLast()
                .header("x-position"))
        .contains("mandates:7:1234");
  }

  @Test
  void an_answer_nobody_chose_is_asked_for_again() {
    Answers.femi(api);
    opens("/mandates/" + Answers.MANDATE, "femi.larkspur");

    Browser.press(page, "Send our answer");

    assertThat(page.locator(".nhsuk-error-summary"))
        .containsText("Choose the answer of your practice");
    assertThat(page).hasTitle("Error: Community services mandate – OneVoice");
    assertThat(api.requests(RESPONSES)).isEmpty();
  }

  @Test
  void what_was_typed_is_kept_when_somebody_else_was_faster() {
    Answers.femi(api);
    api.answer(
        RESPONSES,
        412,
        """
        {"type":"https://onevoice.example/problems/stream-moved",
         "title":"Somebody else changed this in the meantime; look again first.",
         "status":412,"correlationId":"c-412"}\
        """);
    opens("/mandates/" + Answers.MANDATE, "femi.larkspur");
    page.getByLabel("No", new Page.GetByLabelOptions().setExact(true)).check();
    Browser.press(page, "Send our answer");

    assertThat(page.locator(".nhsuk-error-summary"))
        .containsText("Somebody else changed this in the meantime");
    assertThat(page.getByLabel("No", new Page.GetByLabelOptions().setExact(true))).isChecked();

    // Sent again it is another request, made from the newer state.
    api.answer(
        "GET /v1/mandates/" + Answers.MANDATE, 200, Answers.file("mandate"), "ETag", "\"9\"");
    Browser.press(page, "Send our answer");
    Browser.press(page, "Send our answer");
    var sent = api.requests(RESPONSES);
    assertThat(sent.getLast().header("if-match")).contains("\"9\"");
    assertThat(sent.stream().map(request -> request.header("idempotency-key")))
        .doesNotHaveDuplicates();
  }

  @Test
  void a_field_that_an_api_refuses_is_shown_where_it_is() {
    Answers.nadia(api);
    api.answer(
        "POST /v1/mandates",
        422,
        """
        {"type":"https://onevoice.example/problems/mandate-too-long","title":"A mandate lasts at most 24 months.",
         "status":422,"correlationId":"c-422",
         "violations":[{"pointer":"/end","message":"must be at most 24 months after the start"}]}\
        """);
    opens("/mandates/new/" + Answers.MARL_VALLEY, "nadia.velloso");

    page.locator("#topic").fill("Community Services");
    page.locator("#holderRole").fill("Medical director");
    day("start", "1", "12", "2026");
    day("last", "31", "12", "2029");
    Browser.press(page, "Ask the practices");

    assertThat(page.locator("#last-error"))
        .containsText("Must be at most 24 months after the start");
    assertThat(page.locator(".nhsuk-error-summary a")).hasAttribute("href", "#last-day");
    assertThat(page.locator("#topic")).hasValue("Community Services");
    assertThat(page.locator("#last-year")).hasValue("2029");
    assertThat(api.requests("POST /v1/mandates").getFirst().body())
        .isEqualTo(
            "{\"placeId\":\""
                + Answers.MARL_VALLEY
                + "\",\"topic\":\"community-services\",\"holderId\":\"WYVF0001\",\"holderRole\":\"Medical director\",\"start\":\"2026-12-01\",\"end\":\"2030-01-01\"}");
  }

  @Test
  void an_outcome_is_two_taps() {
    Answers.nadia(api);
    String outcomes = "POST /v1/meetings/" + Answers.MEETING + "/outcomes";
    api.answer(outcomes, 204, "", "X-Position", "meetings:3:77");
    opens("/meetings/" + Answers.MEETING, "nadia.velloso");

    var item = page.locator("section").last();
    item.locator(
            "label", new com.microsoft.playwright.Locator.LocatorOptions().setHasText("Agreed"))
        .first()
        .click();
    item.locator(
            "label", new com.microsoft.playwright.Locator.LocatorOptions().setHasText("Changed"))
        .click();
    item.locator(
            "button",
            new com.microsoft.playwright.Locator.LocatorOptions().setHasText("Save what came out"))
        .click();

    assertThat(api.requests(outcomes).getFirst().body())
        .isEqualTo(
            "{\"itemId\":\"0192f0c0-ffff-7000-8000-000000000004\",\"outcome\":\"AGREED\",\"influence\":\"CHANGED\"}");
  }

  @Test
  void a_second_person_confirms() {
    Answers.nadia(api);
    String confirmations = "POST /v1/meetings/" + Answers.MEETING + "/confirmations";
    api.answer(confirmations, 204, "", "X-Position", "meetings:3:78");
    opens("/meetings/" + Answers.MEETING, "nadia.velloso");

    assertThat(page.getByText("Was it so?")).hasCount(1);
    Browser.press(page, "Yes, I confirm it");

    assertThat(api.requests(confirmations).getFirst().body())
        .isEqualTo("{\"itemId\":\"0192f0c0-ffff-7000-8000-000000000001\"}");
  }

  @Test
  void a_talk_is_logged_with_its_day() {
    Answers.nadia(api);
    String contacts = "POST /v1/relationships/slots/" + Answers.HELD_SLOT + "/contacts";
    api.answer(contacts, 204, "", "X-Position", "relationships:1:5");
    opens("/slots/" + Answers.HELD_SLOT, "nadia.velloso");

    day("on", "20", "11", "2026");
    page.getByLabel("We asked for something").check();
    page.getByLabel("Yes", new Page.GetByLabelOptions().setExact(true)).check();
    Browser.press(page, "Log the talk");

    assertThat(api.requests(contacts).getFirst().body())
        .isEqualTo(
            "{\"relationshipId\":\"0192f0c0-9999-7000-8000-000000000001\",\"on\":\"2026-11-20\",\"kind\":\"ASK\",\"twoWay\":true}");
  }

  @Test
  void a_file_arrives_as_it_was_chosen_and_its_preview_follows() {
    Answers.keeper(api);
    api.answer("POST /v1/imports", 201, Answers.file("import"));
    opens("/imports", "keeper");

    String content = "\"WYVP0001\",\"FENNICK GREEN\"\r\n";
    page.locator("#file")
        .setInputFiles(
            new FilePayload("epraccur.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    page.locator("#release").fill("2026-02");
    Browser.press(page, "Send and look");

    var sent = api.requests("POST /v1/imports?release=2026-02").getFirst();
    assertThat(sent.body()).isEqualTo(content);
    assertThat(page.locator(".ov-say--l"))
        .containsText(
            "Accepting it writes 848 changes. 2 rows are refused. Nothing has been changed yet.");
  }

  @Test
  void a_file_that_cannot_be_read_is_refused_with_the_reason() {
    Answers.keeper(api);
    api.answer(
        "POST /v1/imports",
        422,
        """
        {"type":"https://onevoice.example/problems/file-not-recognised","title":"The file cannot be read.",
         "detail":"Line 3 has 12 columns where 27 are expected.","status":422,"correlationId":"c-5"}\
        """);
    opens("/imports", "keeper");

    page.locator("#file")
        .setInputFiles(
            new FilePayload("x.csv", "text/csv", "a,b".getBytes(StandardCharsets.UTF_8)));
    Browser.press(page, "Send and look");

    assertThat(page.locator(".nhsuk-error-summary"))
        .containsText("Line 3 has 12 columns where 27 are expected.");
  }

  @Test
  void an_import_that_runs_says_how_far_it_is_without_script() {
    Answers.keeper(api);
    opens("/imports/" + Answers.RUNNING_IMPORT, "keeper");

    assertThat(page.locator("main")).containsText("40% done");
    page.getByText("Show how far it is now").click();
    assertThat(page.locator("main")).containsText("2,452 of 6,130 steps are written");
  }

  @Test
  void a_service_that_is_away_is_said_so_and_nothing_is_lost() {
    Answers.nadia(api);
    api.answer(
        "GET /v1/ics",
        503,
        """
        {"type":"https://onevoice.example/problems/temporarily-unavailable",
         "title":"The service cannot answer just now.","status":503,"correlationId":"c-503"}\
        """);
    opens("/ics", "nadia.velloso");

    assertThat(page.locator("h1")).hasText("Try again in a minute");
    assertThat(page.locator("main")).containsText("c-503");
  }

  private void day(String name, String day, String month, String year) {
    page.locator("#" + name + "-day").fill(day);
    page.locator("#" + name + "-month").fill(month);
    page.locator("#" + name + "-year").fill(year);
  }
}
