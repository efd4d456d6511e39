package uk.onevoice.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** A bid on a phone without JavaScript: opened, people named, steps taken, somebody taken out. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "web"))
@WithTestResource(WebSettings.class)
class OpportunityFormsTest {
  private static final String ALL = "POST /v1/opportunities";
  private static final String ONE = ALL + "/" + Answers.OPPORTUNITY;
  private static final String PAGE = "/opportunities/" + Answers.OPPORTUNITY;

  @TestHTTPResource URI origin;

  private final FakeApi api = FakeApi.running();
  private Page page;

  @BeforeEach
  void a_reader() {
    api.reset();
    Answers.nadia(api);
    page = Browser.plain(360);
  }

  @Test
  void a_bid_is_opened_from_the_list() {
    api.answer(
        ALL, 201, "{\"opportunityId\":\"%s\",\"warnings\":[]}".formatted(Answers.OPPORTUNITY));
    opens("/opportunities");
    page.getByText("Open one for Marl Valley").click();
    Browser.press(page, "Open it");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("Choose what it is");
    page.locator("#title").fill("Community services in Marl Valley");
    page.getByLabel("A tender").check();
    page.locator("#topicId").selectOption(Answers.TOPIC);
    page.getByLabel("Wyvern and Marl Hospitals").check();
    Browser.press(page, "Open it");

    assertThat(page.locator(".nhsuk-notification-banner")).containsText("you are named");
    assertThat(api.requests(ALL).getLast().body())
        .contains("\"with\":[\"WYVT0001\"]")
        .contains("\"title\":\"Community services in Marl Valley\"");
  }

  @Test
  void what_is_missing_is_seen_and_steps_are_taken() {
    api.answer(ONE + "/host", 204, "");
    api.answer(ONE + "/result", 204, "");
    opens(PAGE);
    assertThat(page.locator("main")).containsText("There is no strong relationship with");
    assertThat(page.locator("main")).containsText("which bids against this");
    assertThat(page.locator("main")).containsText("75 days before it was opened");
    assertThat(page.locator("main")).containsText("written down only after it was opened");

    page.getByText("Say who hosts and who leads").click();
    page.locator("#host").selectOption("WYVT0001");
    page.locator("#lead").selectOption("WYVF0001");
    page.locator("form[action$=\"/host\"] button").click();
    assertThat(api.requests(ONE + "/host").getFirst().body())
        .isEqualTo("{\"hostId\":\"WYVT0001\",\"leadId\":\"WYVF0001\"}");
  }

  @Test
  void who_takes_themself_out_is_led_away() {
    api.answer(ONE + "/people/removals", 204, "");
    opens(PAGE);
    page.locator("form[action$='/person-gone'] button").first().click();
    assertThat(page.locator("h1")).hasText("Tenders and contracts");
    assertThat(api.requests(ONE + "/people/removals").getFirst().body()).contains(Answers.PERSON);
  }

  @Test
  void what_nobody_of_general_practice_can_hand_on_is_taken_over() {
    Answers.get(api, "/v1/opportunities/left-behind", "opportunities");
    api.answer(ONE + "/takeover", 204, "", "X-Position", "relationships:1:9");
    opens("/opportunities");
    assertThat(page.locator("main")).containsText("Nobody of general practice is left in these");
    page.locator("form[action='" + PAGE + "/taken-over'] button").click();
    assertThat(page.locator(".nhsuk-notification-banner--success")).containsText("It is saved");
    assertThat(api.requests(ONE + "/takeover")).hasSize(1);
  }

  @Test
  void a_credit_is_taken_back() {
    String removals = ALL + "/" + Answers.WON_OPPORTUNITY + "/credits/removals";
    api.answer(removals, 204, "");
    opens("/opportunities/" + Answers.WON_OPPORTUNITY);
    // What is credited already cannot be credited again.
    assertThat(page.locator("form[action$='/credit']")).hasCount(0);
    page.locator("form[action$='/credit-gone'] button").click();
    assertThat(page.locator(".nhsuk-notification-banner--success")).containsText("It is saved");
    assertThat(api.requests(removals).getFirst().body())
        .isEqualTo(
            "{\"slotId\":\"%s\",\"relationshipId\":\"0192f0c0-9999-7000-8000-000000000001\"}"
                .formatted(Answers.HELD_SLOT));
  }

  @Test
  void who_bids_along_reads_nothing_of_general_practices_own_and_writes_nothing() {
    Answers.bidPartner(api);
    opens(PAGE, "colm.ashgrove");
    assertThat(page.locator("main")).containsText("Who bids");
    assertThat(page.locator("main form")).hasCount(0);
    assertThat(page.locator("main")).not().containsText("What came before it");
    assertThat(page.locator("main")).not().containsText("strong relationship");
  }

  private void opens(String path) {
    opens(path, "nadia.velloso");
  }

  private void opens(String path, String user) {
    Browser.opens(page, origin, path, user);
  }
}
