package uk.onevoice.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
  private Page page;

  @BeforeEach
  void a_reader() {
    api.reset();
    page = Browser.plain(1280);
  }

  private void opens(String path, String user) {
    Browser.opens(page, origin, path, user);
  }

  @Test
  void a_practice_answers_and_the_next_page_waits_for_it() {
    Answers.femi(api);
    api.answer(RESPONSES, 204, "", "ETag", "\"8\"", "X-Position", "mandates:7:1234");
    opens("/mandates/" + Answers.MANDATE, "femi.larkspur");

    page.getByLabel("Yes", new Page.GetByLabelOptions().setExact(true)).check();
    Browser.press(page, "Send our answer");

    assertThat(page.locator("h1")).hasText("Community services mandate");
    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("The answer of your practice is saved.");
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
        "GET /v1/mandates/" + Answers.MANDATE,
        200,
        Answers.file("mandate-partner"),
        "ETag",
        "\"9\"");
    Browser.press(page, "Send our answer");
    Browser.press(page, "Send our answer");
    var sent = api.requests(RESPONSES);
    assertThat(sent.getLast().header("if-match")).contains("\"9\"");
    assertThat(sent.stream().map(request -> request.header("idempotency-key")))
        .doesNotHaveDuplicates();
  }

  @Test
  void a_name_that_is_looked_for_is_in_no_address() {
    Answers.nadia(api);
    opens("/people", "nadia.velloso");

    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Tallant");
    Browser.press(page, "Find");

    assertThat(page.locator("[role=status]")).hasText("2 people, by family name.");
    assertThat(page.url()).doesNotContain("Tallant");
    assertThat(api.requests("")).noneMatch(request -> request.path().contains("Tallant"));
    assertThat(api.requests("POST /v1/people/searches").getLast().body())
        .contains("\"name\":\"Tallant\"");
  }

  @Test
  void a_person_is_registered_by_name() {
    Answers.peoplesAdministrator(api);
    api.answer("POST /v1/people", 201, "{\"personId\":\"" + Answers.PERSON + "\"}");
    opens("/people/new", "keeper");

    Browser.press(page, "Register");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("Write the name");
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Dr Sam Example");
    Browser.press(page, "Register");

    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("The person is registered.");
    assertThat(api.requests("POST /v1/people").getLast().body())
        .isEqualTo("{\"name\":\"Dr Sam Example\"}");
  }

  @Test
  void who_may_invite_is_led_from_the_person_to_the_invitation() {
    Answers.nadia(api);
    opens("/people/" + Answers.PERSON, "keeper");
    assertThat(page.getByText("Invite to sign in")).hasCount(0);

    Answers.peoplesAdministrator(api);
    api.answer(
        "GET /v1/people/" + Answers.PERSON + "/invitations",
        200,
        Answers.file("invitation"),
        "ETag",
        "\"1\"");
    goesTo("/people/" + Answers.PERSON);
    page.getByText("Invite to sign in").click();

    assertThat(page.locator("h1")).hasText("Invitation");
  }

  @Test
  void a_role_is_handed_over_to_somebody_who_was_looked_for_by_name() {
    Answers.peoplesAdministrator(api);
    String handover =
        "POST /v1/people/" + Answers.PERSON + "/roles/" + Answers.HOLDING + "/handover";
    api.answer(handover, 201, "{\"roleHoldingId\":\"x\"}");
    opens("/people/" + Answers.PERSON + "/roles/" + Answers.HOLDING, "keeper");

    page.getByLabel("Who follows?").fill("Tallant");
    Browser.press(page, "Hand over");

    assertThat(page.locator(".nhsuk-error-summary")).containsText("Choose who of them it is");
    assertThat(page.url()).doesNotContain("Tallant");
    page.getByLabel("Dr Owen Tallant").check();
    Browser.press(page, "Hand over");

    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("The role is handed over.");
    var sent = api.requests(handover).getLast();
    assertThat(sent.body()).startsWith("{\"successorId\":\"0192f0c0-aaaa-7000-8000-000000000013\"");
    assertThat(sent.header("if-match")).contains("\"9\"");
  }

  @Test
  void a_person_is_appointed_at_an_organisation_that_was_looked_for_by_name() {
    Answers.peoplesAdministrator(api);
    String roles = "POST /v1/people/" + Answers.PERSON + "/roles";
    api.answer(roles, 201, "{\"roleHoldingId\":\"x\"}");
    opens("/people/" + Answers.PERSON + "/appoint", "keeper");

    page.getByLabel("Role", new Page.GetByLabelOptions().setExact(true))
        .selectOption("PCN_CLINICAL_DIRECTOR");
    page.getByLabel("At which organisation?").fill("otter");
    Browser.press(page, "Appoint");

    assertThat(page.locator(".nhsuk-error-summary")).containsText("Choose which of them it is");
    page.locator("input[name=organisationId]").first().check();
    Browser.press(page, "Appoint");

    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("The role is saved.");
    assertThat(api.requests(roles).getLast().body())
        .contains("\"role\":\"PCN_CLINICAL_DIRECTOR\"")
        .contains("\"organisationId\":\"WYV");
  }

  @Test
  void two_records_become_one_person_and_the_other_record_is_written_to() {
    Answers.peoplesAdministrator(api);
    String merge = "POST /v1/people/0192f0c0-aaaa-7000-8000-000000000013/merge";
    api.answer(merge, 204, "");
    opens("/people/" + Answers.PERSON, "keeper");

    page.locator("summary", new Page.LocatorOptions().setHasText("Make one person of the two"))
        .click();
    Browser.press(page, "They are one person");

    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("The two records are one person now.");
    var sent = api.requests(merge).getFirst();
    assertThat(sent.body()).isEqualTo("{\"into\":\"" + Answers.PERSON + "\"}");
    assertThat(sent.header("if-match")).isEmpty();
  }

  @Test
  void a_role_that_stands_under_a_merged_record_is_changed_there() {
    Answers.peoplesAdministrator(api);
    String checks =
        "POST /v1/people/0192f0c0-aaaa-7000-8000-000000000012/roles/"
            + Answers.HOLDING_OF_MERGED
            + "/checks";
    api.answer(checks, 204, "");
    opens("/people/" + Answers.PERSON + "/roles/" + Answers.HOLDING_OF_MERGED, "keeper");

    Browser.press(page, "I have checked: it is so today");

    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("It is saved that you checked the role today.");
    assertThat(api.requests(checks).getFirst().header("if-match")).isEmpty();
  }

  @Test
  void a_command_that_cannot_be_taken_now_is_sent_again_and_counts_once() {
    Answers.femi(api);
    Answers.problem(api, RESPONSES, 503, "directory-stale", "Commands are refused for a moment.");
    opens("/mandates/" + Answers.MANDATE, "femi.larkspur");
    page.getByLabel("No", new Page.GetByLabelOptions().setExact(true)).check();
    Browser.press(page, "Send our answer");

    assertThat(page.locator(".nhsuk-error-summary"))
        .containsText("Commands are refused for a moment. What you typed is kept");
    assertThat(page.getByLabel("No", new Page.GetByLabelOptions().setExact(true))).isChecked();
    Browser.press(page, "Send our answer");

    assertThat(api.requests(RESPONSES)).hasSize(2);
    assertThat(keys(RESPONSES)).hasSize(1);
    // Another answer is another wish.
    page.getByLabel("Yes", new Page.GetByLabelOptions().setExact(true)).check();
    Browser.press(page, "Send our answer");
    assertThat(keys(RESPONSES)).hasSize(2);
  }

  @Test
  void a_form_whose_own_page_is_away_too_is_carried_on() {
    Answers.femi(api);
    opens("/mandates/" + Answers.MANDATE, "femi.larkspur");
    page.getByLabel("No", new Page.GetByLabelOptions().setExact(true)).check();
    for (String away : List.of(RESPONSES, "GET /v1/mandates/" + Answers.MANDATE)) {
      Answers.problem(api, away, 429, "rate-limited", "Too many requests.");
    }
    Browser.press(page, "Send our answer");

    assertThat(page.locator("h1")).hasText("Not sent yet");
    sound();
    Answers.femi(api);
    api.answer(RESPONSES, 204, "", "X-Position", "mandates:7:1234");
    Browser.press(page, "Send it again");

    assertThat(page.locator("h1")).hasText("Community services mandate");
    assertThat(api.requests(RESPONSES).getLast().body()).contains("\"answer\":\"DECLINE\"");
    assertThat(keys(RESPONSES)).hasSize(1);
  }

  private Set<String> keys(String command) {
    return api.requests(command).stream()
        .map(request -> request.header("idempotency-key").orElse(""))
        .collect(Collectors.toSet());
  }

  /** A page that says what is wrong is for everybody too, wide and narrow. */
  private void sound() {
    try (BrowserContext scripted = Browser.context(1280, true)) {
      Page copy = scripted.newPage();
      copy.route(
          "**/sound",
          route ->
              route.fulfill(
                  new Route.FulfillOptions()
                      .setContentType("text/html; charset=utf-8")
                      .setBody(page.content())));
      copy.navigate(Browser.at(origin, "/sound"));
      for (int width : new int[] {1280, 320}) {
        copy.setViewportSize(width, 900);
        assertThat(Axe.violations(copy)).isEmpty();
        assertThat(Browser.sidewaysScroll(copy)).isZero();
      }
    }
  }

  @Test
  void a_practice_of_another_place_is_not_asked_nor_is_any_after_the_last_day() {
    Answers.femi(api);
    api.answer(
        "GET /v1/mandates/" + Answers.MANDATE,
        200,
        Answers.file("mandate-partner")
            .replaceAll("(?s)\"mayAnswer\": \\[.*?]", "\"mayAnswer\": []"));
    opens("/mandates/" + Answers.MANDATE, "femi.larkspur");
    assertThat(page.locator("h1")).hasText("Community services mandate");
    assertThat(page.locator("#answer-box")).hasCount(0);

    Answers.femi(api);
    goesTo("/mandates/" + Answers.MANDATE);
    assertThat(page.locator("#answer-box")).hasCount(1);

    Answers.get(api, "/v1/mandates/" + Answers.MANDATE, "mandate-over");
    goesTo("/mandates/" + Answers.MANDATE);
    assertThat(page.locator("#answer-box")).hasCount(0);
  }

  @Test
  void what_waits_for_the_practice_stands_first_in_its_week_and_leads_to_the_answer() {
    Answers.femi(api);
    opens("/week", "femi.larkspur");
    assertThat(page.locator("main .ov-say--l")).containsText("1 question waits for your practice");
    assertThat(page.locator("main h2").first()).hasText("1 question waits for your practice");
    assertThat(page.locator("#asked"))
        .containsText("Answer by 31 March 2027. Reminded on 16 November 2026.");
    page.locator("#asked a").click();
    assertThat(page.locator("#answer-box")).containsText("speak for you on community services");

    Answers.get(api, "/v1/mandates/unanswered", "none");
    goesTo("/week");
    assertThat(page.locator("h1")).hasText("My week");
    assertThat(page.locator("#asked")).hasCount(0);
  }

  @Test
  void a_slot_that_is_held_is_not_called_empty_where_its_holder_is_not_told() {
    Answers.femi(api);
    opens("/slots/" + Answers.HELD_SLOT, "femi.larkspur");

    assertThat(page.locator("main"))
        .containsText("Somebody keeps in touch; who it is, is for GP leaders.");
    assertThat(page.locator("main")).not().containsText("Empty slot");
  }

  @Test
  void somebody_from_outside_reads_nothing_about_meetings_and_slots() {
    Answers.icbLead(api);
    opens("/places/" + Answers.MARL_VALLEY, "colm.ashgrove");

    assertThat(page.locator("h1")).hasText("Who speaks for general practice in Marl Valley");
    assertThat(page.locator("#meetings")).hasCount(0);
    assertThat(page.locator("main")).not().containsText("written down");
    assertThat(page.locator(".ov-slot")).hasCount(0);
  }

  @Test
  void the_day_and_the_filter_reach_the_apis_and_stay_in_the_links() {
    Answers.nadia(api);
    Answers.get(api, "/v1/meetings?limit=200&placeId=" + Answers.MARL_VALLEY, "meetings");
    opens("/places/" + Answers.MARL_VALLEY + "?asOf=2026-11-23", "nadia.velloso");

    assertThat(
            api.requests(
                "GET /v1/places/" + Answers.MARL_VALLEY + "/representation?asOf=2026-11-23"))
        .isNotEmpty();
    assertThat(page.getByText("See the practices one by one"))
        .hasAttribute("href", "/places/" + Answers.MARL_VALLEY + "/practices?asOf=2026-11-23");
    // The meeting of the day after is not one of that day.
    assertThat(page.locator("main")).containsText("No meeting up to this day is written down.");

    goesTo("/ics/WYVICB01?asOf=2026-11-23");
    assertThat(page.locator("main a[href='/places/" + Answers.MARL_VALLEY + "?asOf=2026-11-23']"))
        .not()
        .hasCount(0);
    goesTo("/ics/WYVICB01/practices?pcn=WYVN0001&asOf=2026-11-23&after=a%2Fb");
    assertThat(
            api.requests(
                "GET /v1/ics/WYVICB01/practices?limit=100&pcn=WYVN0001&asOf=2026-11-23&after=a%2Fb"))
        .hasSize(1);
  }

  @Test
  void long_lists_go_on() {
    Answers.nadia(api);
    String meetings = "/v1/meetings?limit=50&placeId=" + Answers.MARL_VALLEY;
    Answers.get(api, meetings, "meetings-first");
    Answers.get(api, meetings + "&after=cursor%20of%20meetings", "meetings-last");
    Answers.get(api, "/v1/meetings?limit=200&placeId=" + Answers.MARL_VALLEY, "meetings-first");
    opens("/places/" + Answers.MARL_VALLEY, "nadia.velloso");

    page.getByText("See all meetings").click();
    assertThat(page.locator(".ov-say--l")).hasText("20 meetings on this page, the latest first.");
    page.locator(".nhsuk-pagination__link--next").click();
    assertThat(page.locator(".ov-say--l")).hasText("1 meeting on this page, the latest first.");
  }

  @Test
  void a_search_that_is_too_short_is_asked_for_again_with_what_was_typed() {
    Answers.nadia(api);
    opens("/search?query=a&type=PCN", "nadia.velloso");

    assertThat(page.locator(".nhsuk-error-summary a")).hasAttribute("href", "#query");
    assertThat(page.locator("#query")).hasValue("a");
    assertThat(page.locator("#type")).hasValue("PCN");
    assertThat(api.requests("GET /v1/search")).isEmpty();

    page.locator("#query").fill("otter");
    page.locator("#ics").selectOption("WYVICB01");
    Browser.press(page, "Search");
    assertThat(api.requests("GET /v1/search?limit=50&query=otter&type=PCN&ics=WYVICB01"))
        .hasSize(1);
  }

  @Test
  void what_others_typed_is_text_and_never_markup() {
    Answers.nadia(api);
    api.answer(
        "GET /v1/meetings/" + Answers.MEETING,
        200,
        Answers.file("meeting")
            .replace("Rooms for community clinics", "<img src=x><script>alert(1)</script>"));
    opens("/meetings/" + Answers.MEETING, "nadia.velloso");

    assertThat(page.locator("main")).containsText("<img src=x><script>alert(1)</script>");
    assertThat(page.locator("main img, main script")).hasCount(0);
  }

  @Test
  void a_keeper_accepts_a_file_and_takes_one_back() {
    Answers.keeper(api);
    String one = "POST /v1/imports/" + Answers.LOOKED_AT_IMPORT + "/acceptance";
    String other = "POST /v1/imports/" + Answers.ACCEPTED_IMPORT + "/undoing";
    api.answer(one, 202, Answers.file("import-working"));
    api.answer(other, 202, Answers.file("import-working"));
    opens("/imports/" + Answers.LOOKED_AT_IMPORT, "keeper");

    Browser.press(page, "Accept this file");
    assertThat(page.locator(".nhsuk-notification-banner")).containsText("The file is accepted.");
    goesTo("/imports/" + Answers.ACCEPTED_IMPORT);
    Browser.press(page, "Take it back");
    assertThat(page.locator(".nhsuk-notification-banner"))
        .containsText("The file is being taken back.");

    assertThat(api.requests(one)).hasSize(1);
    assertThat(api.requests(other)).hasSize(1);
  }

  @Test
  void a_file_that_is_too_large_is_refused_in_its_form() {
    Answers.keeper(api);
    Answers.problem(api, "POST /v1/imports", 413, "body-too-large", "At most 200 MB are taken.");
    opens("/imports", "keeper");

    page.locator("#file")
        .setInputFiles(
            new FilePayload("x.csv", "text/csv", "a,b".getBytes(StandardCharsets.UTF_8)));
    Browser.press(page, "Send and look");

    assertThat(page.locator(".nhsuk-error-summary")).containsText("At most 200 MB are taken.");
  }

  @Test
  void a_slot_is_defined_taken_and_left() {
    Answers.nadia(api);
    String slots = "POST /v1/relationships/slots";
    api.answer(slots, 201, "{\"slotId\":\"" + Answers.EMPTY_SLOT + "\"}");
    api.answer(slots + "/" + Answers.EMPTY_SLOT + "/holders", 201, "{}");
    api.answer(slots + "/" + Answers.HELD_SLOT + "/closings", 204, "");
    opens("/slots/new/" + Answers.MARL_VALLEY, "nadia.velloso");

    page.locator("#kind").selectOption("COUNCIL_PUBLIC_HEALTH");
    page.locator("#code").fill("WYVC0001");
    Browser.press(page, "Define the slot");
    assertThat(page.locator(".nhsuk-notification-banner"))
        .containsText("The key relationship is defined.");
    Browser.press(page, "I keep in touch");
    assertThat(page.locator(".nhsuk-notification-banner")).containsText("you keep in touch");
    goesTo("/slots/" + Answers.HELD_SLOT);
    page.getByText("I no longer keep in touch").click();
    Browser.press(page, "End it today");
    assertThat(page.locator(".nhsuk-notification-banner")).containsText("you no longer keep");

    assertThat(api.requests(slots))
        .extracting(FakeApi.Request::body)
        .first()
        .isEqualTo(
            "{\"placeId\":\""
                + Answers.MARL_VALLEY
                + "\",\"kind\":\"COUNCIL_PUBLIC_HEALTH\",\"organisationId\":\"WYVC0001\"}");
    assertThat(api.requests(slots + "/" + Answers.EMPTY_SLOT + "/holders").getFirst().body())
        .contains("\"actingFor\":\"WYVF0001\"");
    assertThat(api.requests(slots + "/" + Answers.HELD_SLOT + "/closings").getFirst().body())
        .contains("\"relationshipId\":\"0192f0c0-9999-7000-8000-000000000001\"");
  }

  private void goesTo(String path) {
    page.navigate(Browser.at(origin, path));
  }

  @Test
  void a_topic_is_split_from_its_page() {
    Answers.nadia(api);
    String splitting = "POST /v1/topics/" + Answers.TOPIC + "/splitting";
    api.answer(splitting, 204, "", "ETag", "\"7\"", "X-Position", "organisations:3:77");
    opens("/topics/" + Answers.TOPIC, "nadia.velloso");

    page.locator("summary").getByText("Split it").click();
    page.locator("#part1").fill("Community services");
    page.locator("#part2").fill("Care homes");
    day("splitOn", "1", "6", "2026");
    Browser.press(page, "Split");

    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("The list is changed.");
    var sent = api.requests(splitting).getFirst();
    assertThat(sent.body())
        .isEqualTo("{\"into\":[\"Community services\",\"Care homes\"],\"on\":\"2026-06-01\"}");
    assertThat(sent.header("if-match")).contains("\"5\"");
  }

  @Test
  void a_topic_is_not_merged_into_nothing_and_the_form_stays_open() {
    Answers.nadia(api);
    opens("/topics/" + Answers.TOPIC, "nadia.velloso");

    page.locator("summary").getByText("Merge it into another one").click();
    Browser.press(page, "Merge");

    assertThat(page.locator(".nhsuk-error-summary a")).hasAttribute("href", "#into");
    assertThat(page.locator("#into")).isVisible();
    assertThat(api.requests("POST /v1/topics/" + Answers.TOPIC + "/merging")).isEmpty();
  }

  @Test
  void a_mandate_is_asked_for_on_a_topic_of_the_list() {
    Answers.nadia(api);
    api.answer("POST /v1/mandates", 201, "{\"mandateId\":\"" + Answers.MANDATE + "\"}");
    opens("/mandates/new/" + Answers.MARL_VALLEY, "nadia.velloso");

    page.locator("#topicId").selectOption(Answers.TOPIC);
    page.locator("#holderRole").fill("Medical director");
    day("start", "1", "12", "2026");
    day("last", "31", "12", "2027");
    Browser.press(page, "Ask the practices");

    assertThat(page.locator("h1")).hasText("Community services mandate");
    assertThat(api.requests("POST /v1/mandates").getFirst().body())
        .contains("\"topic\":null,\"topicId\":\"" + Answers.TOPIC + "\"");
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
    sound();
    assertThat(page.locator("#last-year")).hasValue("2029");
    assertThat(api.requests("POST /v1/mandates").getFirst().body())
        .isEqualTo(
            "{\"placeId\":\""
                + Answers.MARL_VALLEY
                + "\",\"topic\":\"community-services\",\"topicId\":null,\"board\":null,\"holderId\":\"WYVF0001\",\"holderRole\":\"Medical director\",\"start\":\"2026-12-01\",\"end\":\"2030-01-01\"}");
  }

  @Test
  void an_item_is_about_a_topic_of_the_list_or_of_ones_own_words() {
    Answers.nadia(api);
    String items = "POST /v1/meetings/" + Answers.MEETING + "/items";
    String made = "{\"meetingId\":\"%s\",\"itemId\":\"%s\"}";
    api.answer(items, 201, made.formatted(Answers.MEETING, Answers.MEETING));
    opens("/meetings/" + Answers.MEETING, "nadia.velloso");

    page.locator("#title").fill("Rooms for nurses");
    page.locator("#topicId").selectOption("Community services");
    Browser.press(page, "Add the item");
    assertThat(api.requests(items).getFirst().body())
        .isEqualTo(
            "{\"title\":\"Rooms for nurses\",\"topic\":null,\"topicId\":\"0192f0c0-aaaa-7000-8000-000000000001\"}");

    page.locator("#title").fill("Rooms for nurses");
    page.getByLabel("Or in own words").fill("Rooms & Buildings");
    Browser.press(page, "Add the item");
    assertThat(api.requests(items).getLast().body())
        .isEqualTo(
            "{\"title\":\"Rooms for nurses\",\"topic\":\"rooms-buildings\",\"topicId\":null}");
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

  @Test
  void a_reader_asks_for_a_correction_and_adds_their_own_view() {
    Answers.nadia(api);
    Answers.rights(api);
    String nadia = "/v1/people/0192f0c0-aaaa-7000-8000-000000000001";
    String requests = "POST " + nadia + "/requests";
    api.answer(requests, 201, "{\"requestId\":\"0192f0c0-9999-7000-8000-000000000051\"}");
    opens("/your-record", "nadia.velloso");

    Browser.press(page, "Ask");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("Choose what you ask for");
    page.getByLabel("Correct something").check();
    page.getByLabel("What should we know?").fill("It has an accent");
    Browser.press(page, "Ask");

    assertThat(page.locator(".nhsuk-notification-banner--success")).containsText("You have asked.");
    assertThat(api.requests(requests).getFirst().body())
        .isEqualTo("{\"right\":\"CORRECTION\",\"words\":\"It has an accent\"}");

    String views =
        "POST /v1/meetings/people/0192f0c0-aaaa-7000-8000-000000000001/words/"
            + "0192f0c0-9999-7000-8000-000000000021/counter-statements";
    api.answer(views, 200, "{\"statementRef\":\"0192f0c0-9999-7000-8000-000000000052\"}");
    page.getByText("Add your own view").last().click();
    page.getByLabel("Your view").last().fill("I was not thanked");
    page.getByText("Add my view").last().click();
    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("Your view is saved");
    assertThat(api.requests(views).getFirst().body())
        .isEqualTo("{\"words\":\"I was not thanked\"}");
  }

  @Test
  void a_reader_finds_what_speaks_of_them_first_and_pages_through_what_they_entered() {
    Answers.nadia(api);
    Answers.rights(api);
    opens("/your-record", "nadia.velloso");

    assertThat(page.locator("h2").allInnerTexts().toString())
        .matches("(?s).*People and roles.*Meetings.*What you have entered.*");
    page.getByText("More that you have entered in People and roles").click();
    assertThat(page.locator("h1")).hasText("What you have entered: people and roles");
    assertThat(page.getByText("Topic defined").first()).isVisible();
  }

  @Test
  void a_copy_to_take_away_has_all_pages_and_names_what_does_not_answer() {
    Answers.nadia(api);
    Answers.rights(api);
    String nadia = "/v1/people/0192f0c0-aaaa-7000-8000-000000000001";
    String export = "0192f0c0-9999-7000-8000-000000000004";
    api.answer(
        "GET " + nadia + "/exports/" + export,
        200,
        "{\"exportId\":\"%s\",\"requestedAt\":\"2026-11-24T10:00:00Z\",\"due\":\"2026-12-24\",\"services\":[]}"
            .formatted(export));
    Answers.get(api, nadia + "/record?limit=200", "record-entered");
    Answers.get(api, nadia + "/record?limit=200&after=120", "record-entered-last");
    opens("/your-record", "nadia.velloso");

    String copy = page.request().get(Browser.at(origin, "/your-record/copies/" + export)).text();

    assertThat(copy)
        .contains("ImportAccepted", "TopicDefined", "Thanks to Nadia")
        .endsWith("\"outstanding\":[\"relationships\"]}");
  }

  @Test
  void an_administrator_settles_a_request_and_erases_a_person() {
    Answers.nadia(api);
    Answers.administrator(api);
    String nadia = "/v1/people/0192f0c0-aaaa-7000-8000-000000000001";
    String settlement =
        "POST " + nadia + "/requests/0192f0c0-9999-7000-8000-000000000001/settlement";
    api.answer(settlement, 204, "");
    api.answer("POST " + nadia + "/erasure", 204, "");
    opens("/rights/0192f0c0-aaaa-7000-8000-000000000001", "nadia.velloso");

    Browser.press(page, "Decline");
    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("What became of the request is saved.");
    assertThat(api.requests(settlement).getFirst().body()).isEqualTo("{\"outcome\":\"DECLINED\"}");

    page.getByText("Erase this person").click();
    Browser.press(page, "Erase for ever");
    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("The person is being erased.");
    assertThat(api.requests("POST " + nadia + "/erasure")).hasSize(1);
  }

  @Test
  void an_administrator_finds_what_is_written_about_somebody_and_says_who_they_are() {
    Answers.nadia(api);
    Answers.administrator(api);
    String link =
        "POST /v1/relationships/slots/"
            + Answers.HELD_SLOT
            + "/counterparts/"
            + Answers.PELLOW
            + "/link";
    api.answer(link, 204, "");
    opens("/rights", "nadia.velloso");
    page.getByText("Find what is written about somebody").click();
    page.locator("#name").fill("P");
    Browser.press(page, "Find");
    assertThat(page.locator("#name-error")).containsText("at least two letters");
    page.locator("#name").fill("Pellow");
    Browser.press(page, "Find");
    assertThat(page.locator("main")).containsText("It is written down that you looked at it.");
    assertThat(api.requests("POST /v1/relationships/counterpart-searches").getFirst().body())
        .isEqualTo("{\"name\":\"Pellow\"}");
    assertThat(page.url()).doesNotContain("Pellow");

    page.getByText("Say which registered person this is").click();
    assertThat(page.locator("h1")).hasText("Which registered person is Dr Sunita Pellow?");
    assertThat(page.locator("main")).containsText("Be sure that they are the same.");
    page.locator("#registered").fill("Tallant");
    Browser.press(page, "Look them up");
    assertThat(page.locator("#person-error")).containsText("Choose who of them it is");
    assertThat(api.requests(link)).isEmpty();
    page.getByLabel("Dr Nadia Velloso").check();
    Browser.press(page, "They are the same");
    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("All that was written about them is about this person now.");
    assertThat(page.locator("h1")).hasText("What one person has asked for");
    assertThat(api.requests(link).getFirst().body())
        .isEqualTo("{\"personId\":\"" + Answers.PERSON + "\"}");
    assertThat(api.requests("")).noneMatch(request -> request.path().contains("Pellow"));

    api.answer(
        "POST /v1/relationships/counterpart-searches",
        200,
        Answers.file("counterparts-found")
            .replace("\"linkedTo\": null", "\"linkedTo\": \"" + Answers.PERSON + "\""));
    String unlink = link.replace("/link", "/unlink");
    api.answer(unlink, 204, "");
    goesTo("/rights/counterparts");
    page.locator("#name").fill("Pellow");
    Browser.press(page, "Find");
    assertThat(page.locator("main")).containsText("Taken for the registered person Dr Nadia");
    page.getByText("They are not the same").click();
    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("What was written about somebody else is no longer about this person.");
    assertThat(api.requests(unlink)).hasSize(1);
  }

  @Test
  void who_is_not_registered_enters_a_code_and_is_let_in() {
    Answers.nobody(api);
    Answers.problem(
        api, "POST /v1/people/me/identity", 422, "invitation-not-valid", "It cannot be used.");
    opens("/places", "colm.ashgrove");
    assertThat(page.locator("h1")).hasText("You are signed in, but not registered here");

    Browser.press(page, "Use this code");
    assertThat(page.locator(".nhsuk-error-summary"))
        .containsText("Enter the code that you were given");
    page.getByLabel("Code of your invitation").fill("not-the-code");
    Browser.press(page, "Use this code");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("It cannot be used.");

    Answers.nadia(api);
    api.answer(
        "POST /v1/people/me/identity",
        200,
        "{\"personId\":\"" + Answers.INVITED + "\"}",
        "X-Position",
        "organisations:3:77");
    page.getByLabel("Code of your invitation").fill("the-code");
    Browser.press(page, "Use this code");

    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("This account is yours in OneVoice");
    var sent = api.requests("POST /v1/people/me/identity").getLast();
    assertThat(sent.body()).isEqualTo("{\"code\":\"the-code\"}");
    assertThat(api.requests("GET /v1/people/me").getLast().header("x-position"))
        .contains("organisations:3:77");
    assertThat(page.url()).doesNotContain("code");
  }

  @Test
  void an_administrator_makes_a_code_that_is_shown_once_and_takes_it_back() {
    Answers.administrator(api);
    String made = "POST /v1/people/" + Answers.INVITED + "/invitations";
    api.answer(
        made,
        201,
        """
        {"invitationId":"0192f0c0-bbbb-7000-8000-000000000001",
         "expires":"2026-12-02T09:30:00Z","code":"shown-once"}\
        """);
    api.answer(made + "/revocation", 204, "");
    opens("/people/" + Answers.INVITED + "/invitation", "admin");

    Browser.press(page, "Make a new code instead");
    assertThat(page.locator("#code")).hasText("shown-once");
    Browser.press(page, "Take the code back");
    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("The code can no longer be used.");
    assertThat(page.locator("#code")).hasCount(0);
  }

  @Test
  void an_administrator_registers_approves_and_moves_a_system() {
    Answers.administrator(api);
    String one = "POST /v1/clients/partner-client";
    api.answer("POST /v1/clients", 201, "{\"clientId\":\"partner-client\"}");
    api.answer(one + "/approval", 204, "");
    Answers.problem(api, one + "/transfer", 422, "organisation-not-known", "Not known.");
    opens("/systems", "admin");

    page.getByLabel("Name under which it signs in").fill("partner-client");
    page.getByLabel("Code of its organisation").fill("WYVT0001");
    page.getByLabel("Whose system is it?").selectOption("PARTNER");
    Browser.press(page, "Register");
    assertThat(page.locator("h1")).hasText("partner-client");
    assertThat(api.requests("POST /v1/clients").getFirst().body())
        .contains("\"clientId\":\"partner-client\"")
        .contains("\"organisationId\":\"WYVT0001\"")
        .contains("\"kind\":\"PARTNER\"");

    Browser.press(page, "Let it read");
    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("The system may read.");
    assertThat(api.requests(one + "/approval").getFirst().header("if-match")).contains("\"3\"");

    page.getByLabel("Code of the organisation").fill("WXXXX");
    Browser.press(page, "Move it");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("Not known.");
    assertThat(page.getByLabel("Code of the organisation")).hasValue("WXXXX");
  }
}
