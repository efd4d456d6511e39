package uk.onevoice.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** What people of a partner set up for their systems, and who lets these hear. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "web"))
@WithTestResource(WebSettings.class)
class ConnectionFormsTest {
  private static final String PAGE = "/connection/" + ConnectionAnswers.ID;
  private static final String ONE = "POST " + ConnectionAnswers.ONE;

  @TestHTTPResource URI origin;

  private final FakeApi api = FakeApi.running();
  private Page page;

  @BeforeEach
  void somebody_with_a_phone() {
    api.reset();
    ConnectionAnswers.partner(api);
    page = Browser.plain(360);
  }

  private void opens(String path) {
    Browser.opens(page, origin, path, "colm.ashgrove");
  }

  private void accepts(String methodAndPath) {
    api.answer(methodAndPath, 204, "", "ETag", "\"5\"", "X-Position", "feeds:7:12");
  }

  private String sent(String methodAndPath) {
    return api.requests(methodAndPath).getLast().body();
  }

  private void says(String notice) {
    assertThat(page.locator(".nhsuk-notification-banner")).containsText(notice);
  }

  private void unfolds(String summary) {
    page.locator(".nhsuk-details__summary-text:text-is('" + summary + "')").click();
  }

  /** The one button of the form that goes there, among many that are called the same. */
  private void presses(String path) {
    page.waitForLoadState();
    page.locator("form[action='" + path + "'] button").click();
  }

  private void day(String field, String day) {
    String[] parts = day.split(" ");
    page.locator("#" + field + "-day").fill(parts[0]);
    page.locator("#" + field + "-month").fill(parts[1]);
    page.locator("#" + field + "-year").fill(parts[2]);
  }

  @Test
  void an_address_is_written_down_its_key_is_shown_once_and_it_is_asked() {
    ConnectionAnswers.newcomer(api);
    opens("/week");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Your connection")).click();
    assertThat(page.locator("main"))
        .containsText("Nothing is sent to a system of your organisation yet.");
    Browser.press(page, "Make the connection");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("Write the address");

    ConnectionAnswers.partner(api);
    Answers.problem(
        api, "POST " + ConnectionAnswers.PATH, 422, "webhook-address-refused", "Not rung.");
    page.getByLabel("Address of your system").fill("http://example.org");
    Browser.press(page, "Make the connection");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("Not rung.");
    assertThat(page.getByLabel("Address of your system")).hasValue("http://example.org");

    api.answer(
        "POST " + ConnectionAnswers.PATH,
        201,
        """
        {"subscriptionId":"%s","keyId":"0192f0c0-c0de-7000-8000-000000000003",
         "secret":"whsec_c2hvd24gb25jZQ==","olderEndsAt":null}\
        """
            .formatted(ConnectionAnswers.UNVERIFIED));
    page.getByLabel("Address of your system").fill("https://test.wyvern-hospitals.nhs.uk/onevoice");
    Browser.press(page, "Make the connection");
    assertThat(page.locator("#secret")).hasText("whsec_c2hvd24gb25jZQ==");
    assertThat(sent("POST " + ConnectionAnswers.PATH))
        .isEqualTo("{\"url\":\"https://test.wyvern-hospitals.nhs.uk/onevoice\",\"clientId\":null}");

    page.getByText("I have kept it: go on").click();
    assertThat(page.locator("main"))
        .containsText("Nothing is sent yet: your system has to say first that it wants messages.");
    String verification =
        "POST " + ConnectionAnswers.PATH + "/" + ConnectionAnswers.UNVERIFIED + "/verification";
    api.answer(
        verification,
        422,
        """
        {"type":"https://onevoice.example/problems/webhook-not-verified","title":"Not verified.",
         "detail":"TIMED_OUT","status":422,"correlationId":"c-1"}\
        """);
    Browser.press(page, "Ask the address now");
    assertThat(page.locator(".nhsuk-error-summary"))
        .containsText("Your system did not answer in time");
    accepts(verification);
    Browser.press(page, "Ask the address now");
    says("Your system said that it wants messages.");
  }

  @Test
  void what_is_asked_for_is_changed_and_what_the_page_does_not_ask_about_stays() {
    accepts(ONE + "/filter");
    opens(PAGE);
    assertThat(page.locator("main")).containsText("You asked for 4 of the 9 kinds of message.");
    assertThat(page.getByLabel("who can agree what changes")).isChecked();
    assertThat(page.getByLabel("a place changes")).not().isChecked();
    // A kind that this page has no words for is still theirs.
    assertThat(page.getByLabel("later-changed-1")).isChecked();
    page.getByLabel("who can agree what changes").uncheck();
    page.getByLabel("On which topic?").selectOption("Out of hours");
    Browser.press(page, "Save");
    says("It is saved what your system gets.");
    assertThat(sent(ONE + "/filter"))
        .startsWith(
            "{\"types\":[\"gp-mandate-scope-changed-1\",\"meeting-item-outcome-shared-1\",\"commitment-shared-1\",\"later-changed-1\"],\"subject\":null,\"place\":\""
                + Answers.MARL_VALLEY
                + "\",\"topic\":\"0192f0c0");
    assertThat(api.requests(ONE + "/filter").getLast().header("if-match")).contains("\"4\"");

    page.locator("input[name=type]").all().forEach(box -> box.uncheck());
    Browser.press(page, "Save");
    assertThat(page.locator(".nhsuk-error-summary"))
        .containsText("Choose at least one kind of message");
    // A heartbeat is sent to nobody who does not name it.
    page.locator("input[name=type]").all().forEach(box -> box.check());
    Browser.press(page, "Save");
    assertThat(sent(ONE + "/filter")).contains("\"place-changed-1\"", "\"heartbeat-1\"");
    page.locator("input[name=type]").all().forEach(box -> box.check());
    page.getByLabel("nothing changed either").uncheck();
    page.getByLabel("later-changed-1").uncheck();
    Browser.press(page, "Save");
    assertThat(sent(ONE + "/filter")).startsWith("{\"types\":null,");
  }

  @Test
  void the_log_says_what_became_of_each_message_and_one_or_all_of_some_days_are_sent_again() {
    String resending = ONE + "/deliveries/resending";
    api.answer(resending, 200, "{\"deliveries\":1}");
    opens(PAGE);
    assertThat(page.locator("main .ov-say--l"))
        .hasText(
            "Your system got 1 of the last 5 messages. 1 waits, the next try is at 10:50am on 23 November 2026. 1 is held and needs you.");
    assertThat(page.locator("main")).containsText("Your system said no, with status 400.");
    page.locator("tr", new Page.LocatorOptions().setHasText("with status 400"))
        .getByRole(AriaRole.BUTTON)
        .click();
    says("They are sent again.");
    assertThat(sent(resending))
        .isEqualTo(
            "{\"deliveryIds\":[\""
                + ConnectionAnswers.HELD
                + "\"],\"from\":null,\"until\":null,\"state\":null}");

    unfolds("Send those of some days again");
    page.getByLabel("Only those that are held").check();
    day("again-from", "17 11 2026");
    Browser.press(page, "Send them again");
    assertThat(page.locator("#again-until-error")).containsText("Write up to which day");
    assertThat(page.getByLabel("who can agree what changes")).isChecked();
    day("again-until", "20 11 2026");
    Browser.press(page, "Send them again");
    assertThat(sent(resending))
        .isEqualTo(
            "{\"deliveryIds\":null,\"from\":\"2026-11-17T00:00:00Z\",\"until\":\"2026-11-21T00:00:00Z\",\"state\":\"HELD\"}");

    accepts(ONE + "/replay");
    unfolds("Begin again from a day");
    day("since", "1 10 2026");
    Browser.press(page, "Begin there");
    says("All that your system may hear since that day is sent again.");
    assertThat(sent(ONE + "/replay")).isEqualTo("{\"from\":\"2026-09-30T23:00:00Z\"}");

    page.getByText("See all that was sent").click();
    page.getByLabel("Which messages?").selectOption("Held");
    Browser.press(page, "Show");
    assertThat(api.requests("GET " + ConnectionAnswers.ONE + "/deliveries?limit=50&state=HELD"))
        .hasSize(1);
    page.getByText("Earlier").click();
    assertThat(
            api.requests(
                "GET " + ConnectionAnswers.ONE + "/deliveries?limit=50&state=HELD&after=0192"))
        .hasSize(1);
  }

  @Test
  void a_held_message_is_left_out_after_a_second_look_and_can_still_be_sent_again() {
    String leavingOut = ONE + "/deliveries/" + ConnectionAnswers.HELD + "/leaving-out";
    String form = "form[action='" + PAGE + "/sent/" + ConnectionAnswers.HELD + "/left-out']";
    opens(PAGE);
    // Only what is held: nobody lets go what waits for its turn, or a test.
    assertThat(page.locator("form[action$='/left-out']")).hasCount(1);
    assertThat(page.locator(form + " button")).isHidden();
    page.getByText("Leave this one out and go on").click();
    assertThat(page.locator("main"))
        .containsText("Those behind it on the same subject are sent without it.");
    Answers.problem(api, leavingOut, 409, "delivery-not-held", "This message is not held.");
    page.locator(form + " button").click();
    assertThat(page.locator(".nhsuk-error-summary")).containsText("This message is not held.");
    accepts(leavingOut);
    page.getByText("Leave this one out and go on").click();
    page.locator(form + " button").click();
    says("It is left out, and those behind it go on.");
    assertThat(sent(leavingOut)).isEqualTo("{}");
    assertThat(api.requests(leavingOut).getLast().header("If-Match")).hasValue("\"4\"");

    ConnectionAnswers.leftOut(api);
    page.navigate(Browser.at(origin, PAGE + "/sent?state=LEFT_OUT"));
    assertThat(page.getByLabel("Which messages?")).hasValue("LEFT_OUT");
    assertThat(page.locator("main table")).containsText("Left out by you");
    assertThat(page.locator("form[action$='/left-out']")).hasCount(0);
    assertThat(page.locator("form[action$='/" + ConnectionAnswers.HELD + "/again']")).hasCount(1);
  }

  @Test
  void a_system_is_tried_with_invented_messages_and_the_page_says_where_they_are() {
    String sandbox = "POST /v1/feed/sandbox/events";
    api.answer(sandbox, 200, "{\"events\":1}");
    page.setViewportSize(320, 800);
    opens(PAGE);
    page.getByLabel("A message of which kind?").selectOption("A place changes");
    Browser.press(page, "Make a trial message");
    assertThat(page.locator("h1")).hasText("1 trial message is there");
    assertThat(page.locator("main .ov-say--l")).hasText("It says: a place changes.");
    assertThat(page.locator("main ul"))
        .containsText("It asks for /v1/feed/events?sandbox=true. Nobody else is told.");
    assertThat(page.locator("main ul")).containsText("Nothing is sent to an address");
    assertThat(sent(sandbox))
        .isEqualTo(
            "{\"types\":[\"place-changed-1\"],\"count\":null,\"clientId\":\"partner-client\"}");
    assertThat(api.requests(sandbox).getLast().header("Idempotency-Key")).isPresent();
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);

    // Another, for the same system; and the way back is to the page it began on.
    api.answer(sandbox, 200, "{\"events\":9}");
    page.getByLabel("A message of which kind?").selectOption("One of each kind");
    Browser.press(page, "Make a trial message");
    assertThat(page.locator("h1")).hasText("9 trial messages are there");
    assertThat(page.locator("main .ov-say--l")).hasText("There is one of each kind.");
    assertThat(sent(sandbox))
        .isEqualTo("{\"types\":null,\"count\":null,\"clientId\":\"partner-client\"}");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Your connection"))
        .last()
        .click();
    assertThat(page).hasURL(Browser.at(origin, PAGE));
  }

  @Test
  void who_only_asks_the_feed_tries_it_out_too_and_names_one_of_several_systems() {
    ConnectionAnswers.newcomer(api);
    String sandbox = "POST /v1/feed/sandbox/events";
    api.answer(
        sandbox,
        422,
        """
        {"type":"https://onevoice.example/problems/sandbox-without-system","title":"These events are for one system of your own.",
         "status":422,"correlationId":"c-1",
         "violations":[{"pointer":"/clientId","message":"must name one of your systems"}]}\
        """);
    opens("/connection");
    Browser.press(page, "Make a trial message");
    assertThat(page.locator("#trial-system-error")).containsText("Must name one of your systems");
    assertThat(sent(sandbox)).isEqualTo("{\"types\":null,\"count\":null,\"clientId\":null}");
    api.answer(sandbox, 200, "{\"events\":9}");
    page.getByLabel("For which system? (optional)").fill("trust-lake");
    Browser.press(page, "Make a trial message");
    assertThat(page.locator("h1")).hasText("9 trial messages are there");
    assertThat(sent(sandbox)).contains("\"clientId\":\"trust-lake\"");
    assertThat(page.getByLabel("For which system? (optional)")).hasValue("trust-lake");
  }

  @Test
  void it_is_tested_paused_gets_another_key_and_is_deleted() {
    String delivery =
        "{\"deliveryId\":\"0192f0c0-de11-7000-8000-000000000009\",\"state\":\"%s\",\"reason\":%s}";
    opens(PAGE);
    api.answer(ONE + "/test-events", 200, delivery.formatted("DELIVERED", "null"));
    Browser.press(page, "Send a test message");
    says("Your system took the test message.");
    api.answer(ONE + "/test-events", 200, delivery.formatted("DROPPED", "\"UNREACHABLE\""));
    Browser.press(page, "Send a test message");
    says("Your system did not take the test message.");
    assertThat(page.locator(".nhsuk-notification-banner--success")).hasCount(0);

    accepts(ONE + "/pause");
    Browser.press(page, "Pause");
    says("It is paused.");
    api.answer(
        ONE + "/keys",
        201,
        """
        {"subscriptionId":"%s","keyId":"0192f0c0-c0de-7000-8000-000000000003",
         "secret":"whsec_YW5vdGhlcg==","olderEndsAt":"2026-11-30T10:00:00Z"}\
        """
            .formatted(ConnectionAnswers.ID));
    Browser.press(page, "Make a new key");
    assertThat(page.locator("#secret")).hasText("whsec_YW5vdGhlcg==");
    assertThat(page.locator("main")).containsText("The key before signs as well for 7 days");
    assertThat(sent(ONE + "/keys")).isEqualTo("{}");
    // Asked for once more it is not told again.
    api.answer(
        ONE + "/keys",
        201,
        """
        {"subscriptionId":"%s","keyId":"0192f0c0-c0de-7000-8000-000000000003",
         "secret":null,"olderEndsAt":"2026-11-30T10:00:00Z"}\
        """
            .formatted(ConnectionAnswers.ID));
    page.navigate(Browser.at(origin, PAGE));
    Browser.press(page, "Make a new key");
    assertThat(page.locator("#secret")).hasCount(0);
    assertThat(page.locator("main")).containsText("The key was shown before");

    page.navigate(Browser.at(origin, PAGE));
    String end = ONE + "/keys/0192f0c0-c0de-7000-8000-000000000001/end";
    accepts(end);
    presses(PAGE + "/keys/0192f0c0-c0de-7000-8000-000000000001/ended");
    says("The key signs no more.");
    accepts(ONE + "/deletion");
    unfolds("Delete this connection");
    Browser.press(page, "Delete the connection");
    says("The connection is deleted.");

    page.navigate(Browser.at(origin, "/connection/" + ConnectionAnswers.GONE));
    assertThat(page.locator("main")).containsText("there is nothing at this address any more");
    accepts("POST " + ConnectionAnswers.PATH + "/" + ConnectionAnswers.GONE + "/resumption");
    Browser.press(page, "Go on");
    says("It goes on where it was paused.");
  }

  @Test
  void a_federation_lets_a_partners_system_hear_and_takes_it_back() {
    ConnectionAnswers.federation(api);
    Browser.opens(page, origin, "/organisations/WYVF0001", "nadia.velloso");
    page.getByText("Which systems hear from general practice").click();
    assertThat(page.locator("main .ov-say--l")).hasText("You let 1 of 3 systems hear.");
    assertThat(page.locator("main"))
        .containsText("a promise that somebody shares with its organisation changes");
    assertThat(page.getByText("Your connection")).hasCount(0);
    String clients = "POST /v1/clients/";
    accepts(clients + "community-client/feed-approvals");
    presses("/hearing/WYVF0001/community-client/let");
    says("The system hears what partners may know from now on.");
    assertThat(sent(clients + "community-client/feed-approvals"))
        .isEqualTo("{\"bodyId\":\"WYVF0001\"}");
    accepts(clients + "partner-client/feed-approvals/withdrawal");
    presses("/hearing/WYVF0001/partner-client/withdrawn");
    says("You no longer let the system hear.");

    Answers.problem(
        api, clients + "icb-client/feed-approvals", 409, "client-not-approved", "Not approved.");
    presses("/hearing/WYVF0001/icb-client/let");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("Not approved.");
  }
}
