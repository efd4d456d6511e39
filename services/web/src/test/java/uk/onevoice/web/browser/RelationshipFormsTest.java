package uk.onevoice.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** What the team of a slot writes, on a phone and without JavaScript. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "web"))
@WithTestResource(WebSettings.class)
class RelationshipFormsTest {
  private static final String SLOT = "POST /v1/relationships/slots/" + Answers.HELD_SLOT;
  private static final String ACCOUNT = "POST " + Answers.RELATIONSHIP;
  private static final String PELLOW = "0192f0c0-c0c0-7000-8000-000000000001";
  private static final String MARCHBANK = "0192f0c0-c0c0-7000-8000-000000000002";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @TestHTTPResource URI origin;

  private final FakeApi api = FakeApi.running();
  private Page page;

  @BeforeEach
  void a_holder_with_a_phone() {
    api.reset();
    Answers.nadia(api);
    page = Browser.plain(360);
  }

  private void opens(String path) {
    Browser.opens(page, origin, path, "nadia.velloso");
  }

  private void goesTo(String path) {
    page.navigate(Browser.at(origin, path));
  }

  private void accepts(String methodAndPath) {
    api.answer(methodAndPath, 204, "", "ETag", "\"9\"", "X-Position", "relationships:7:1234");
  }

  private String sent(String methodAndPath) {
    return api.requests(methodAndPath).getLast().body();
  }

  private void says(String notice) {
    assertThat(page.locator(".nhsuk-notification-banner--success")).containsText(notice);
  }

  private void unfolds(String summary) {
    page.locator(".nhsuk-details__summary-text:text-is('" + summary + "')").click();
  }

  /**
   * Half a minute, counted: four questions in sight, each answered already as it mostly is, and
   * nothing to type. One tap logs the usual talk, four an unusual one; at two seconds for finding
   * and tapping each, with the page's twelve for reading, that stands for less than thirty.
   */
  @Test
  void a_talk_is_logged_with_one_tap_and_an_unusual_one_with_four() {
    accepts(SLOT + "/contacts");
    opens("/talks/" + Answers.HELD_SLOT);
    assertThat(page.locator("main form fieldset:visible")).hasCount(4);
    assertThat(page.locator("main form input[type=text]:visible, main form textarea:visible"))
        .hasCount(0);

    int taps = 0;
    Browser.press(page, "Log the talk");
    taps++;
    assertThat(taps).isEqualTo(1);
    says("The talk is logged.");
    assertThat(sent(SLOT + "/contacts"))
        .isEqualTo(
            "{\"relationshipId\":\"0192f0c0-9999-7000-8000-000000000001\",\"on\":\"%s\",\"kind\":\"LISTENING\",\"twoWay\":true,\"topicId\":null,\"counterpartRefs\":[\"%s\"],\"words\":null,\"minutes\":null}"
                .formatted(TODAY, PELLOW));

    goesTo("/talks/" + Answers.HELD_SLOT);
    taps = 0;
    page.getByText("Dee Marchbank").click();
    taps++;
    page.getByLabel("We asked").check();
    taps++;
    page.getByLabel("Yesterday").check();
    taps++;
    Browser.press(page, "Log the talk");
    taps++;
    assertThat(taps).isEqualTo(4);
    assertThat(sent(SLOT + "/contacts"))
        .contains("\"on\":\"" + TODAY.minusDays(1) + "\"", "\"kind\":\"ASK\"")
        .contains("\"counterpartRefs\":[\"" + PELLOW + "\",\"" + MARCHBANK + "\"]");
  }

  @Test
  void a_talk_of_another_day_may_have_words_and_a_topic() {
    accepts(SLOT + "/contacts");
    opens("/slots/" + Answers.HELD_SLOT);
    page.getByText("Log a talk").click();
    unfolds("Another day, topic, words");
    page.locator("#when-3").check();
    page.locator("#on-day").fill("20");
    page.locator("#on-month").fill("11");
    page.locator("#on-year").fill("2025");
    page.getByLabel("Which topic was it about?").selectOption("Out of hours");
    page.getByLabel("What was said?").fill("Nights first");
    page.getByLabel("How many minutes?").fill("ten");
    Browser.press(page, "Log the talk");
    assertThat(page.locator("#minutes-error")).containsText("as a number");
    page.getByLabel("How many minutes?").fill("10");
    Browser.press(page, "Log the talk");
    assertThat(sent(SLOT + "/contacts"))
        .contains("\"on\":\"2025-11-20\"", "\"words\":\"Nights first\"", "\"minutes\":10");
  }

  @Test
  void both_sides_of_the_ledger_are_written_on_the_page_of_the_relationship() {
    accepts(ACCOUNT + "/priorities");
    accepts(ACCOUNT + "/asks");
    accepts(ACCOUNT + "/commitments");
    accepts(ACCOUNT + "/support");
    accepts(ACCOUNT + "/results");
    opens("/relationships/" + Answers.HELD_SLOT);
    assertThat(page.locator("main")).containsText("This person can ask to read this.");
    assertThat(page.locator("main")).containsText("Their promise is late");
    assertThat(page.locator("main")).containsText("Somebody who was erased");

    unfolds("What they want, or we");
    page.getByLabel("They want it").check();
    Browser.press(page, "Save what they want");
    assertThat(page.locator("#priority-error")).containsText("Write what it is");
    page.locator("#priority").fill("Fewer beds blocked");
    Browser.press(page, "Save what they want");
    says("It is saved what they or we want.");
    assertThat(sent(ACCOUNT + "/priorities"))
        .startsWith("{\"side\":\"THEIRS\",\"topicId\":null,\"words\":\"Fewer beds blocked\"");

    unfolds("An ask or an offer");
    page.getByLabel("We offered").check();
    page.locator("#ask").fill("A list of calls");
    page.locator("#askUnder").selectOption("mandate:" + Answers.MANDATE);
    Browser.press(page, "Save the ask");
    assertThat(sent(ACCOUNT + "/asks"))
        .startsWith(
            "{\"kind\":\"OFFER\",\"side\":\"OURS\",\"topicId\":null,\"words\":\"A list of calls\"")
        .endsWith("\"mandateId\":\"" + Answers.MANDATE + "\",\"positionId\":null}");

    unfolds("A promise");
    page.getByLabel("They promised").check();
    page.locator("#promise").fill("A direct line");
    page.locator("#promiseDue-day").fill("1");
    page.locator("#promiseDue-month").fill("2");
    page.locator("#promiseDue-year").fill("2027");
    Browser.press(page, "Save the promise");
    assertThat(sent(ACCOUNT + "/commitments"))
        .startsWith("{\"side\":\"THEIRS\",\"due\":\"2027-02-01\",\"words\":\"A direct line\"");

    page.locator(".nhsuk-details:has(#support) summary").click();
    page.locator("#supportBy").selectOption("Dr Sunita Pellow");
    page.locator("#support").fill("Spoke for us at the board");
    Browser.press(page, "Save what they did");
    assertThat(sent(ACCOUNT + "/support")).startsWith("{\"counterpartRef\":\"" + PELLOW + "\"");

    page.locator(".nhsuk-details:has(#result) summary").click();
    page.locator("#result").fill("Front door at the hospital");
    Browser.press(page, "Save what came of it");
    says("It is saved what came of it.");
  }

  @Test
  void promises_are_settled_asks_answered_and_a_talk_taken_back_beside_them() {
    String promise = "/commitments/0192f0c0-f0f0-7000-8000-000000000001/settlements";
    String answer = "/asks/0192f0c0-e0e0-7000-8000-000000000003/answers";
    String talk = "/contacts/0192f0c0-e0e0-7000-8000-000000000021/withdrawals";
    accepts(ACCOUNT + promise);
    accepts(ACCOUNT + answer);
    accepts(ACCOUNT + talk);
    opens("/relationships/" + Answers.HELD_SLOT + "?topic=" + Answers.TOPIC);
    assertThat(api.requests("GET " + Answers.RELATIONSHIP + "/timeline").getLast().path())
        .endsWith("&topicId=" + Answers.TOPIC);
    Browser.press(page, "It was kept");
    assertThat(sent(ACCOUNT + promise)).isEqualTo("{\"kept\":true,\"on\":\"" + TODAY + "\"}");
    Browser.press(page, "No");
    assertThat(sent(ACCOUNT + answer))
        .isEqualTo("{\"reply\":\"DECLINED\",\"on\":\"" + TODAY + "\"}");
    Browser.press(page, "Take it back");
    says("The talk is taken back.");
    page.getByText("Show older").click();
    assertThat(api.requests("GET " + Answers.RELATIONSHIP + "/timeline").getLast().path())
        .endsWith("&after=10");
  }

  @Test
  void a_talk_is_corrected_or_did_not_take_place() {
    String talk = "/contacts/" + Answers.TALK;
    accepts(ACCOUNT + talk + "/corrections");
    accepts(ACCOUNT + talk + "/withdrawals");
    opens("/relationships/" + Answers.HELD_SLOT);
    page.getByText("Correct it").click();
    assertThat(page.locator("h1")).hasText("Correct the talk of 21 September 2026");
    assertThat(page.locator("#words")).hasValue("She promised clearer letters");
    page.locator("#on-day").fill("32");
    Browser.press(page, "Save how it was");
    assertThat(page.locator("#on-error")).containsText("not a day of the calendar");
    assertThat(page.locator("#words")).hasValue("She promised clearer letters");
    page.locator("#on-day").fill("22");
    page.getByLabel("One side").check();
    page.locator("#minutes").fill("");
    page.getByText("Dee Marchbank").click();
    Browser.press(page, "Save how it was");
    says("The talk is corrected.");
    assertThat(sent(ACCOUNT + talk + "/corrections"))
        .isEqualTo(
            "{\"on\":\"2026-09-22\",\"kind\":\"ASK\",\"twoWay\":false,\"topicId\":\"%s\",\"counterpartRefs\":[\"%s\",\"%s\"],\"words\":\"She promised clearer letters\",\"minutes\":null}"
                .formatted(Answers.TOPIC, PELLOW, MARCHBANK));

    goesTo(Answers.RELATIONSHIP_PAGE + "/talks/" + Answers.TALK);
    unfolds("It did not take place");
    Browser.press(page, "Take it back");
    says("The talk is taken back.");
    assertThat(api.requests(ACCOUNT + talk + "/withdrawals")).hasSize(1);
    // One from before talks could be told apart has no page.
    goesTo(Answers.RELATIONSHIP_PAGE + "/talks/0192f0c0-e0e0-7000-8000-000000000022");
    assertThat(page.locator("h1")).hasText("There is nothing here for you");
  }

  @Test
  void a_promise_is_moved_and_one_that_was_a_mistake_taken_back() {
    String open = "/commitments/" + Answers.OPEN_PROMISE;
    String kept = "/commitments/" + Answers.KEPT_PROMISE;
    accepts(ACCOUNT + open + "/moves");
    accepts(ACCOUNT + kept + "/withdrawals");
    opens("/relationships/" + Answers.HELD_SLOT);
    page.getByText("Move it, or take it back").click();
    assertThat(page.locator("main")).containsText("They promised: Letters say who orders");
    assertThat(page.locator("#due-day")).hasValue("30");
    page.locator("#due-month").fill("");
    Browser.press(page, "Save the new day");
    assertThat(page.locator("#due-error")).containsText("not a day of the calendar");
    page.locator("#due-month").fill("12");
    Browser.press(page, "Save the new day");
    says("The promise is due on the new day.");
    assertThat(sent(ACCOUNT + open + "/moves")).isEqualTo("{\"due\":\"2026-12-30\"}");

    page.getByText("Was this a mistake?").click();
    assertThat(page.locator("main")).containsText("Our promise kept: Sent 10 unclear letters");
    assertThat(page.locator("#due")).hasCount(0);
    unfolds("It was written down by mistake");
    Browser.press(page, "Take the promise back");
    says("The promise is taken back.");
    assertThat(api.requests(ACCOUNT + kept + "/withdrawals")).hasSize(1);
    goesTo(Answers.RELATIONSHIP_PAGE + "/promises/" + Answers.TALK);
    assertThat(page.locator("h1")).hasText("There is nothing here for you");
  }

  @Test
  void a_promise_is_shared_with_the_other_side_in_words_of_its_own() {
    String kept = ACCOUNT + "/commitments/" + Answers.KEPT_PROMISE + "/sharing";
    String open = ACCOUNT + "/commitments/" + Answers.OPEN_PROMISE + "/sharing/withdrawal";
    accepts(kept);
    accepts(open);
    opens("/relationships/" + Answers.HELD_SLOT);
    assertThat(page.locator("main")).containsText("They can read it");
    page.getByText("Was this a mistake?").click();
    assertThat(page.locator("main")).containsText("Only the team of this relationship can read it");
    unfolds("Share it with Wyvern and Marl Hospitals");
    // What the team wrote for itself is not offered for it.
    assertThat(page.getByLabel("What are they to read?")).hasValue("");
    Browser.press(page, "Share the promise");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("Write what they are to read");
    page.getByLabel("What are they to read?").fill("Ten letters as an example");
    Browser.press(page, "Share the promise");
    says("The other side can read the promise now.");
    assertThat(sent(kept)).isEqualTo("{\"words\":\"Ten letters as an example\"}");

    goesTo(Answers.RELATIONSHIP_PAGE + "/promises/" + Answers.OPEN_PROMISE);
    assertThat(page.locator("main"))
        .containsText("Wyvern and Marl Hospitals can read it since 5 October 2026");
    assertThat(page.locator(".nhsuk-inset-text")).containsText("Letters say who orders each test");
    Browser.press(page, "Share it no more");
    says("The other side cannot read the promise any more.");
    assertThat(api.requests(open)).hasSize(1);
  }

  @Test
  void the_page_knows_the_readers_key_list_and_what_came_of_the_relationship() {
    opens("/relationships/" + Answers.HELD_SLOT);
    assertThat(page.locator("main"))
        .containsText(
            "Overdue: 60 days without a talk of both sides were over on 20 November 2026.");
    assertThat(page.locator("main"))
        .containsText("You keep it as a key relationship since 3 September 2026.");
    // What we may ask for goes back to what practices stand behind.
    assertThat(page.locator("main"))
        .containsText("Community-services: mandate until 31 March 2027");
    assertThat(page.locator("main")).containsText("Community services: public position");
    assertThat(page.locator("main"))
        .containsText("Asked under the mandate on Community services, live until 31 March 2027");
    page.getByText("Heart tests in Marl Valley").click();
    assertThat(page.locator("h1")).hasText("Heart tests in Marl Valley");
    goesTo("/relationships/" + Answers.HELD_SLOT);
    page.locator("main").getByText("your key relationships").click();
    assertThat(page.locator("h1")).hasText("Wyvern and Marl Hospitals");

    api.hide("GET " + KeptAnswers.LIST, "GET /v1/opportunities/" + Answers.WON_OPPORTUNITY);
    goesTo("/relationships/" + Answers.HELD_SLOT);
    assertThat(page.locator("main")).containsText("so that 90 days do not pass");
    assertThat(page.locator("main")).not().containsText("your key relationships");
    assertThat(page.locator("main")).not().containsText("Heart tests");
  }

  @Test
  void what_was_typed_is_kept_when_a_colleague_wrote_something_else_meanwhile() {
    String move = ACCOUNT + "/commitments/" + Answers.OPEN_PROMISE + "/moves";
    String correction = ACCOUNT + "/contacts/" + Answers.TALK + "/corrections";
    for (String each : List.of(SLOT + "/contacts", correction, move, ACCOUNT + "/commitments")) {
      Answers.problem(api, each, 412, "stream-moved", "Somebody else changed this.");
    }
    opens("/talks/" + Answers.HELD_SLOT);
    unfolds("Another day, topic, words");
    page.locator("#words").fill("Nights first");
    Browser.press(page, "Log the talk");
    wasChanged();
    assertThat(page.locator("#words")).hasValue("Nights first");
    assertThat(ifMatch(SLOT + "/contacts")).contains("\"3\"");

    goesTo(Answers.RELATIONSHIP_PAGE + "/talks/" + Answers.TALK);
    page.locator("#words").fill("She promised more");
    Browser.press(page, "Save how it was");
    wasChanged();
    assertThat(page.locator("#words")).hasValue("She promised more");
    assertThat(ifMatch(correction)).contains("\"3\"");

    goesTo(Answers.RELATIONSHIP_PAGE + "/promises/" + Answers.OPEN_PROMISE);
    page.locator("#due-day").fill("12");
    Browser.press(page, "Save the new day");
    wasChanged();
    assertThat(page.locator("#due-day")).hasValue("12");
    assertThat(ifMatch(move)).contains("\"8\"");

    goesTo("/relationships/" + Answers.HELD_SLOT);
    unfolds("A promise");
    page.getByLabel("They promised").check();
    page.locator("#promise").fill("A direct line");
    page.locator("#promiseDue-day").fill("1");
    page.locator("#promiseDue-month").fill("2");
    page.locator("#promiseDue-year").fill("2027");
    Browser.press(page, "Save the promise");
    wasChanged();
    assertThat(page.locator("#promise")).hasValue("A direct line");
    assertThat(ifMatch(ACCOUNT + "/commitments")).contains("\"8\"");
    // Talks beside the promises are of the slot, and a colleague's promise is no change of theirs.
    String withdrawal = ACCOUNT + "/contacts/" + Answers.TALK + "/withdrawals";
    accepts(withdrawal);
    Browser.press(page, "Take it back");
    assertThat(ifMatch(withdrawal)).contains("\"3\"");
  }

  private void wasChanged() {
    assertThat(page.locator(".nhsuk-error-summary")).containsText("Somebody else changed this.");
  }

  private Optional<String> ifMatch(String methodAndPath) {
    return api.requests(methodAndPath).getLast().header("If-Match");
  }

  @Test
  void people_of_the_other_side_are_noted_and_a_deputy_added() {
    accepts(SLOT + "/counterparts");
    accepts(SLOT + "/counterparts/" + MARCHBANK + "/revisions");
    accepts(ACCOUNT + "/counterparts");
    accepts(SLOT + "/team");
    accepts(SLOT + "/team/removals");
    opens("/counterparts/" + Answers.HELD_SLOT);
    Browser.press(page, "Save");
    assertThat(page.locator("#name-error")).containsText("Write the name");
    page.locator("#name").fill("Martin Oakensea");
    page.locator("#roleTitle").fill("Chief operating officer");
    Browser.press(page, "Save");
    says("They can ask to read it.");
    assertThat(sent(SLOT + "/counterparts"))
        .startsWith("{\"name\":\"Martin Oakensea\",\"roleTitle\":\"Chief operating officer\"");

    page.locator("main").getByText("Dee Marchbank").first().click();
    assertThat(page.locator("#name")).hasValue("Dee Marchbank");
    page.locator("#signsFor").fill("Rooms");
    Browser.press(page, "Save");
    assertThat(sent(SLOT + "/counterparts/" + MARCHBANK + "/revisions"))
        .contains("\"signsFor\":\"Rooms\"", "\"authority\":\"CANNOT_SIGN\"");

    page.locator("button:has-text('I keep in touch')").first().click();
    assertThat(sent(ACCOUNT + "/counterparts"))
        .isEqualTo("{\"counterpartRef\":\"" + MARCHBANK + "\"}");
    goesTo("/counterparts/" + Answers.HELD_SLOT);
    page.locator("button:has-text('Take off the team')").click();
    says("They are not of the team any more.");
  }
}
