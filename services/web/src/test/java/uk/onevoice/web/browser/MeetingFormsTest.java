package uk.onevoice.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** Before, during and after a meeting, on a phone: without JavaScript, and without a connection. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "web"))
@WithTestResource(WebSettings.class)
class MeetingFormsTest {
  private static final String MEETING = "/meetings/" + Answers.MEETING;
  private static final String DURING = MEETING + "/during";
  private static final String RECORD = "POST /v1/meetings/" + Answers.MEETING + "/record";
  private static final String LAST_ITEM = "0192f0c0-ffff-7000-8000-000000000004";

  @TestHTTPResource URI origin;

  private final FakeApi api = FakeApi.running();
  private BrowserContext context;
  private Page page;

  @BeforeEach
  void a_reader() {
    api.reset();
    with(false);
  }

  private void with(boolean script) {
    if (context != null) {
      context.close();
    }
    context = Browser.context(320, script);
    page = context.newPage();
  }

  @AfterEach
  void leaves() {
    context.close();
  }

  private void opens(String path, String user) {
    Browser.opens(page, origin, path, user);
  }

  private void goesTo(String path) {
    page.navigate(at(path));
  }

  private String at(String path) {
    return origin.resolve(path).toString().replace("127.0.0.1", "localhost");
  }

  private static String command(String path) {
    return "POST /v1/meetings/" + Answers.MEETING + "/" + path;
  }

  private void accepts(String methodAndPath, String body) {
    api.answer(methodAndPath, 200, body, "ETag", "\"5\"", "X-Position", "meetings:7:1234");
  }

  private String sent(String methodAndPath) {
    return api.requests(methodAndPath).getLast().body();
  }

  private void says(String notice) {
    assertThat(page.locator(".nhsuk-notification-banner")).containsText(notice);
  }

  private void day(String field, String day, String month, String year) {
    page.locator("#" + field + "-day").fill(day);
    page.locator("#" + field + "-month").fill(month);
    page.locator("#" + field + "-year").fill(year);
  }

  private void unfolds(String summary) {
    page.locator(".nhsuk-details__summary-text:text-is('" + summary + "')").click();
  }

  private Locator tap(String field, String value) {
    return page.locator("input[name='" + field + "'][value=" + value + "]");
  }

  private static String captured(String unmandated) {
    return """
    {"recordId":"0192f0c0-abcd-7000-8000-000000000001","recordedBefore":false,"agreements":[],"actionIds":[],
     "attendances":[{"personId":"0192f0c0-aaaa-7000-8000-000000000001","capacity":"OBSERVER","kind":"PRESENT",
      "mandateId":null,"substituteForId":null,"unmandated":[%s]}]}\
    """
        .formatted(unmandated);
  }

  @Test
  void a_meeting_is_recorded_in_two_taps_an_item_and_one_request() {
    Answers.nadia(api);
    opens(DURING, "nadia.velloso");
    Browser.press(page, "Save");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("Tap what happened");
    assertThat(api.requests(RECORD)).isEmpty();

    tap("h-" + LAST_ITEM, "FOR").check();
    tap("o-" + LAST_ITEM, "CHANGED").check();
    unfolds("More on item 4");
    tap("x-" + LAST_ITEM + "-w", "WYVT0001").check();
    page.locator("#capacity").selectOption("DELEGATE");
    page.locator("#mandate").selectOption("");
    accepts(RECORD, captured("\"NOT_CITED\""));
    Browser.press(page, "Save");

    says("You are stored as: no mandate");
    assertThat(sent(RECORD))
        .contains(
            "\"attendances\":[{\"personId\":\"0192f0c0-aaaa-7000-8000-000000000001\",\"capacity\":\"DELEGATE\",\"kind\":\"PRESENT\"}]")
        .contains(
            "\"items\":[{\"itemId\":\""
                + LAST_ITEM
                + "\",\"position\":\"FOR\",\"outcome\":\"AGREED\",\"influence\":\"CHANGED\",\"helpedBy\":[\"WYVT0001\"]}]");
    assertThat(Browser.sidewaysScroll(page)).isZero();
  }

  @Test
  void what_somebody_else_recorded_meanwhile_is_not_undone_by_a_form_that_was_sent_late() {
    Answers.nadia(api);
    Answers.problem(api, RECORD, 412, "stream-moved", "Somebody else changed this.");
    opens(DURING, "nadia.velloso");
    api.answer(
        "GET /v1/meetings/" + Answers.MEETING,
        200,
        Answers.file("meeting")
            .replace("\"position\": \"CONDITIONAL\"", "\"position\": \"AGAINST\""),
        "ETag",
        "\"5\"");
    tap("h-" + LAST_ITEM, "SPOKE").check();
    Browser.press(page, "Save");

    assertThat(page.locator(".nhsuk-error-summary")).containsText("Somebody else changed this.");
    assertThat(tap("h-" + LAST_ITEM, "SPOKE")).isChecked();
    assertThat(tap("h-0192f0c0-ffff-7000-8000-000000000002", "AGAINST")).isChecked();
    String first = api.requests(RECORD).getLast().body();

    api.answer(
        RECORD,
        422,
        """
        {"type":"https://onevoice.example/problems/not-a-record","title":"Nothing was stored.","status":422,
         "correlationId":"c-1","violations":[{"pointer":"/items/0/reach","message":"is not before its day"}]}\
        """);
    Browser.press(page, "Save");
    assertThat(page.locator("#h-" + LAST_ITEM + "-error")).containsText("Is not before its day");
    accepts(RECORD, captured(""));
    Browser.press(page, "Save");
    says("What happened is saved.");
    // The record is the same one, however often it was sent.
    assertThat(sent(RECORD)).isEqualTo(first);
    assertThat(api.requests(RECORD).getLast().header("if-match")).contains("\"5\"");
    assertThat(sent(RECORD))
        .contains("\"items\":[{\"itemId\":\"" + LAST_ITEM + "\",\"reach\":\"SPOKE\"}]");
  }

  /** A meeting with so many items of which nothing is recorded yet, and at which nobody was. */
  private void meets(int items) {
    String whole = Answers.file("meeting");
    int start = whole.indexOf("\"items\": [") + "\"items\": [".length();
    int end = whole.indexOf("\"attendances\"");
    int partners = whole.indexOf("\"partners\"");
    String added =
        IntStream.range(0, items)
            .mapToObj(i ->
                """
                {"itemId":"%s","title":"Item","topic":"rooms","topicId":null,
                 "topicNow":null,"reach":null,"position":null,"mark":null,"outcome":null,"agreement":null,
                 "influence":null,"sameWithoutUs":null,"helpedBy":[]}\
                """
                    .formatted(nth(i)))
            .collect(Collectors.joining(","));
    api.answer(
        "GET /v1/meetings/" + Answers.MEETING,
        200,
        whole.substring(0, start)
            + added
            + "],"
            + (items < 60
                ? "\"attendances\":[]," + whole.substring(partners)
                : whole.substring(end)),
        "ETag",
        "\"4\"");
  }

  private static String nth(int item) {
    return "0192f0c0-ffff-7000-8000-0000000001%02d".formatted(item);
  }

  @Test
  void sixty_items_are_one_form_and_one_request() {
    Answers.nadia(api);
    meets(60);
    accepts(RECORD, captured(""));
    opens(DURING, "nadia.velloso");
    for (int i = 0; i < 60; i++) {
      tap("h-" + nth(i), "SPOKE").check();
      tap("o-" + nth(i), "NONE").check();
    }
    Browser.press(page, "Save");
    says("What happened is saved.");
    assertThat(api.requests(RECORD)).hasSize(1);
    assertThat(sent(RECORD).split("\"influence\":\"NONE\"")).hasSize(61);
  }

  /**
   * What stands for a minute on a phone: two taps for each item, one for how one was there, two for
   * as what, and one to save, with nothing typed. At three seconds for each, reading and thinking
   * included, that is less than a minute.
   */
  @Test
  void a_meeting_of_six_items_takes_sixteen_taps_and_no_typing() {
    Answers.nadia(api);
    meets(6);
    accepts(RECORD, captured(""));
    with(true);
    context.addInitScript(
        """
        window.given = 0; window.typed = 0;
        addEventListener('change', (event) => window.given += event.target.tagName === 'SELECT' ? 2 : 1, true);
        addEventListener('keydown', () => window.typed++, true);
        """);
    opens(DURING, "nadia.velloso");
    page.waitForLoadState();
    for (int i = 0; i < 6; i++) {
      tap("h-" + nth(i), "FOR").check();
      tap("o-" + nth(i), i == 0 ? "PARTLY" : "NONE").check();
    }
    tap("kind", "PRESENT").check();
    page.locator("#capacity").selectOption("REPRESENTATIVE");
    int taps = 1 + (int) page.evaluate("window.given");
    assertThat(page.evaluate("window.typed")).isEqualTo(0);
    Browser.press(page, "Save");
    says("What happened is saved.");

    assertThat(taps).isEqualTo(16);
    assertThat(taps * 3).isLessThan(60);
    assertThat(api.requests(RECORD)).hasSize(1);
    assertThat(sent(RECORD).split("\"position\":\"FOR\"")).hasSize(7);
    assertThat(sent(RECORD)).contains("\"kind\":\"PRESENT\"");
  }

  /** CDP takes the connection away; whatever arrives afterwards is counted. */
  @Test
  void a_record_outlives_a_lost_connection_and_arrives_once() {
    Answers.nadia(api);
    accepts(RECORD, captured(""));
    with(true);
    opens(DURING, "nadia.velloso");
    page.waitForLoadState();
    tap("h-" + LAST_ITEM, "FOR").check();
    tap("o-" + LAST_ITEM, "PARTLY").check();

    context.setOffline(true);
    Browser.press(page, "Save");
    assertThat(page.locator("#record-state"))
        .hasText("No connection. It is kept on this device and is sent when you are back online.");
    assertThat(api.requests(RECORD)).isEmpty();

    context.setOffline(false);
    says("What happened is saved.");
    assertThat(page).hasURL(at(MEETING + "?said=recorded"));
    assertThat(api.requests(RECORD)).hasSize(1);
    assertThat(sent(RECORD)).contains("\"influence\":\"PARTLY\"");

    // Nothing is left on the device that could be sent again.
    goesTo(DURING);
    page.waitForLoadState();
    assertThat(page.evaluate("Object.keys(localStorage).length")).isEqualTo(0);
    assertThat(tap("h-" + LAST_ITEM, "FOR")).not().isChecked();
    assertThat(api.requests(RECORD)).hasSize(1);
  }

  @Test
  void what_was_tapped_outlives_a_reload_and_a_refusal_is_shown_where_it_was_sent_from() {
    Answers.nadia(api);
    Answers.problem(api, RECORD, 412, "stream-moved", "Somebody else changed this.");
    with(true);
    opens(DURING, "nadia.velloso");
    page.waitForLoadState();
    tap("h-" + LAST_ITEM, "SPOKE").check();
    page.reload();
    assertThat(tap("h-" + LAST_ITEM, "SPOKE")).isChecked();
    assertThat(page.locator("#record-state"))
        .hasText("What you tapped before is still here. It is not saved yet.");

    Browser.press(page, "Save");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("Somebody else changed this.");
    assertThat(tap("h-" + LAST_ITEM, "SPOKE")).isChecked();
    String first = sent(RECORD);

    // The refused record is looked at again later, on a page made anew.
    goesTo(DURING);
    assertThat(tap("h-" + LAST_ITEM, "SPOKE")).isChecked();
    accepts(RECORD, captured(""));
    Browser.press(page, "Save");
    says("What happened is saved.");
    assertThat(sent(RECORD)).isEqualTo(first);
    assertThat(
            api.requests(RECORD).stream()
                .map(request -> request.header("idempotency-key").orElse("").substring(0, 36))
                .distinct())
        .hasSize(2);
  }

  @Test
  void a_record_whose_answer_was_lost_is_sent_again_as_the_same_record_from_another_page() {
    Answers.nadia(api);
    accepts(RECORD, captured(""));
    with(true);
    opens(DURING, "nadia.velloso");
    page.waitForLoadState();
    // The request arrives, and its answer does not.
    page.route(
        "**/recorded",
        route -> {
          route.fetch();
          route.abort();
        });
    tap("h-" + LAST_ITEM, "SPOKE").check();
    Browser.press(page, "Save");
    assertThat(page.locator("#record-state")).containsText("It could not be sent.");
    assertThat(api.requests(RECORD)).hasSize(1);
    page.close();

    page = context.newPage();
    page.waitForResponse(
        answer -> answer.url().contains("said=recorded"), () -> goesTo("/about/words"));
    var both = api.requests(RECORD);
    assertThat(both).hasSize(2);
    assertThat(both.getFirst().body()).isEqualTo(both.getLast().body());
    assertThat(both.getFirst().header("idempotency-key"))
        .isEqualTo(both.getLast().header("idempotency-key"));
  }

  @Test
  void a_second_person_confirms_disputes_and_names_what_was_agreed() {
    Answers.nadia(api);
    Answers.get(api, "/v1/mandates/" + Answers.MANDATE + "/invocations", "invocations");
    opens(MEETING, "nadia.velloso");
    assertThat(page.locator("main"))
        .containsText("What was agreed on item 3 is provisional and binds nobody yet.");
    assertThat(page.locator("main"))
        .containsText("General practice was present and did not agree.");
    accepts(command("confirmations"), "");
    page.getByText("Yes, I confirm it").click();
    says("Your confirmation is saved.");
    assertThat(sent(command("confirmations")))
        .isEqualTo("{\"itemId\":\"0192f0c0-ffff-7000-8000-000000000001\"}");

    page.getByText("Dispute it, or more on item 1").click();
    Browser.press(page, "Dispute it");
    assertThat(page.locator("#reason-error")).containsText("Write why it was not so");
    accepts(command("disputes"), "");
    page.locator("#reason").fill("The trust had decided so in October");
    Browser.press(page, "Dispute it");
    says("It is disputed");

    accepts(
        command("agreements"),
        "{\"itemId\":\"x\",\"standing\":\"COVERED\",\"invocationId\":null,\"mandateId\":null,\"outside\":[]}");
    page.locator("#use").selectOption(Answers.PROVISIONAL_USE);
    Browser.press(page, "Save that it was agreed");
    says("inside a mandate");
    assertThat(sent(command("agreements")))
        .contains("\"invocationId\":\"" + Answers.PROVISIONAL_USE + "\"");
    assertThat(Browser.sidewaysScroll(page)).isZero();
  }

  @Test
  void a_closed_record_changes_by_amendment_with_a_reason() {
    Answers.nadia(api);
    accepts(command("closing"), "");
    opens(MEETING, "nadia.velloso");
    Browser.press(page, "Close the record");
    says("The record is closed.");

    Answers.get(api, "/v1/meetings/" + Answers.MEETING, "meeting-closed");
    accepts(command("amendments"), captured(""));
    goesTo(MEETING);
    assertThat(page.locator("main"))
        .containsText("item 1 and who was there, because “The vote was forgotten”.");
    page.getByText("Amend the record").click();
    tap("o-" + LAST_ITEM, "NONE").check();
    Browser.press(page, "Save");
    assertThat(page.locator("#reason-error")).containsText("Write why the record changes");
    page.locator("#reason").fill("Item 4 was left out");
    Browser.press(page, "Save");
    says("What happened is saved.");
    assertThat(sent(command("amendments"))).contains("\"reason\":\"Item 4 was left out\"");
  }

  @Test
  void before_the_meeting_the_brief_is_read_and_a_talk_is_written_down() {
    Answers.nadia(api);
    opens(MEETING + "/before", "nadia.velloso");
    assertThat(page.locator(".ov-say--l"))
        .hasText(
            "You may agree item 1. Item 2 must come back to practices first. Item 4 is outside every mandate.");
    assertThat(page.locator("main")).containsText("Recorded after.");
    assertThat(page.locator("main")).containsText("They owe us 1. We owe them 1.");

    accepts(command("brief/acknowledgements"), "");
    Browser.press(page, "I have read the brief");
    says("It is saved that you have read the brief.");
    assertThat(sent(command("brief/acknowledgements"))).isEqualTo("{\"version\":2}");
    assertThat(api.requests(command("brief/acknowledgements")).getLast().header("if-match"))
        .contains("\"9\"");

    page.locator("#minutes").fill("an hour");
    Browser.press(page, "Save my time");
    assertThat(page.locator("#minutes-error")).containsText("Write minutes as a number");
    accepts(command("preparation-time"), "");
    page.locator("#minutes").fill("90");
    Browser.press(page, "Save my time");
    says("It is saved how long you prepare.");
    assertThat(sent(command("preparation-time"))).isEqualTo("{\"minutes\":90}");

    unfolds("Write down a talk with a partner");
    Browser.press(page, "Save the talk");
    for (String field : List.of("talkedItem", "with", "talkedOn", "agreed")) {
      assertThat(page.locator("#" + field + "-error")).isVisible();
    }
    accepts(command("pre-alignments"), "{}");
    page.locator("#talkedItem").selectOption(LAST_ITEM);
    page.locator("#with").selectOption("WYVT0001");
    day("talkedOn", "23", "11", "2026");
    page.locator("input[name=agreed][value=true]").check();
    Browser.press(page, "Save the talk");
    says("The talk is saved.");
    assertThat(sent(command("pre-alignments")))
        .isEqualTo(
            "{\"itemId\":\""
                + LAST_ITEM
                + "\",\"organisationId\":\"WYVT0001\",\"on\":\"2026-11-23\",\"agreed\":true}");

    accepts(command("brief/items"), "");
    page.getByText("Write our ask").last().click();
    page.locator("#ask").fill("Put it off to February.");
    Browser.press(page, "Save");
    says("It is saved what we think and ask for.");
    assertThat(sent(command("brief/items"))).contains("\"ask\":\"Put it off to February.\"");
  }

  @Test
  void a_note_is_confirmed_and_sent_and_a_practice_reads_it_and_replies() {
    String note = "feedback/" + Answers.MANDATE + "/";
    Answers.nadia(api);
    accepts(command(note + "confirmation"), "");
    opens(MEETING + "/notes/" + Answers.MANDATE, "nadia.velloso");
    assertThat(page.locator("#words")).hasValue(Pattern.compile("^The board agreed"));
    Browser.press(page, "Confirm the draft");
    says("The note is confirmed.");
    assertThat(sent(command(note + "confirmation"))).isEqualTo("{\"draft\":2}");
    api.answer(
        "GET /v1/meetings/" + Answers.MEETING + "/feedback/" + Answers.MANDATE,
        200,
        Answers.file("note").replace("\"confirmed\": false", "\"confirmed\": true"));
    accepts(command(note + "sending"), "{}");
    goesTo(MEETING + "/notes/" + Answers.MANDATE);
    Browser.press(page, "Send it to the practices");
    says("The note is sent to the practices.");

    api.reset();
    Answers.femi(api);
    accepts(command(note + "readings"), "");
    accepts(command(note + "replies"), "");
    with(false);
    opens("/notes", "femi.larkspur");
    assertThat(page.locator(".ov-say--l")).hasText("1 of these is not read yet.");
    page.locator("main section a").click();
    Browser.press(page, "We have read it");
    says("It is saved that your practice has read it.");
    assertThat(sent(command(note + "readings")))
        .isEqualTo("{\"practiceId\":\"WYVP0002\",\"version\":1}");
    page.locator("#reply").fill("Thank you");
    Browser.press(page, "Send our reply");
    says("The reply of your practice is saved.");
    assertThat(page.locator("main")).not().containsText("The draft");
  }

  @Test
  void who_sat_in_the_meeting_reads_what_is_shared_and_no_more() {
    Answers.satInMeeting(api);
    opens(MEETING, "colm.ashgrove");
    assertThat(page.locator(".ov-say--l"))
        .hasText(
            "3 items. General practice agreed to none of them, and provisionally to 1: that binds nobody yet.");
    assertThat(page.locator("main"))
        .containsText("General practice was present and did not agree.");
    for (String hidden :
        List.of("Changed", "position", "Brief", "mandate to", "Minutes", "Dispute")) {
      assertThat(page.locator("main")).not().containsText(hidden);
    }
    goesTo(MEETING + "/before");
    assertThat(page.locator("h1")).hasText("There is nothing here for you");

    Answers.invitedToMeeting(api);
    api.hide("GET /v1/meetings/shared/" + Answers.MEETING);
    goesTo(MEETING);
    assertThat(page.locator(".ov-say--l"))
        .hasText("Your organisation is invited on Tuesday 24 November 2026 for 1 item.");
    api.hide("GET /v1/meetings/" + Answers.MEETING + "/invited-items");
    goesTo(MEETING);
    assertThat(page.locator("h1")).hasText("There is nothing here for you");
  }
}
