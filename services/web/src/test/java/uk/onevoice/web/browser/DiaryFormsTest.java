package uk.onevoice.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** Forms round meetings without JavaScript: series, seats, papers, actions and calendars. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "web"))
@WithTestResource(WebSettings.class)
class DiaryFormsTest {
  private static final String DONE = ".nhsuk-notification-banner--success";

  @TestHTTPResource URI origin;

  private final FakeApi api = FakeApi.running();
  private Page page;

  @BeforeEach
  void a_leader() {
    api.reset();
    Answers.nadia(api);
    page = Browser.plain(1280);
  }

  private void opens(String path) {
    Browser.opens(page, origin, path, "nadia.velloso");
  }

  private void day(String id, String day, String month, String year) {
    page.locator("#" + id + "-day").fill(day);
    page.locator("#" + id + "-month").fill(month);
    page.locator("#" + id + "-year").fill(year);
  }

  @Test
  void a_series_is_chosen_in_words_and_its_first_day_is_found() {
    String command = "POST /v1/meeting-series";
    api.answer(
        command,
        201,
        "{\"seriesId\":\"" + DiaryAnswers.SERIES + "\"}",
        "X-Position",
        "meetings:1:9");
    opens("/series/new/" + Answers.MARL_VALLEY + "?forum=" + Answers.FORUM);
    assertThat(page.locator("#forumId")).hasValue(Answers.FORUM);
    page.locator("#starts").fill("half past two");
    Browser.press(page, "Save");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("Choose how often it meets");
    assertThat(page.locator(".nhsuk-error-summary"))
        .containsText("Write a time like 2pm or 9:30am");
    assertThat(api.requests(command)).isEmpty();

    page.getByLabel("How often?").selectOption("The first of the month");
    page.getByLabel("On which weekday?").selectOption("Tuesday");
    page.locator("#starts").fill("2.30pm");
    page.locator("#ends").fill("16:00");
    day("from", "6", "1", "2027");
    page.getByLabel("A board", new Page.GetByLabelOptions().setExact(true)).check();
    Browser.press(page, "Save");

    assertThat(page.locator(DONE)).containsText("It meets regularly now.");
    assertThat(api.requests(command).getFirst().body())
        .isEqualTo(
            "{\"placeId\":\""
                + Answers.MARL_VALLEY
                + "\",\"forumId\":\""
                + Answers.FORUM
                + "\",\"first\":\"2027-02-02\",\"rule\":\"FREQ=MONTHLY;BYDAY=1TU\","
                + "\"hours\":{\"start\":\"14:30\",\"end\":\"16:00\"},\"retention\":\"BOARD\","
                + "\"terms\":null,\"link\":null}");
  }

  @Test
  void all_later_meetings_move_from_the_day_of_one() {
    String command = "POST /v1/meeting-series/" + DiaryAnswers.SERIES + "/schedule";
    api.answer(command, 204, "", "X-Position", "meetings:1:9");
    opens("/meetings/" + DiaryAnswers.TO_COME + "/day");
    page.getByText("Change this one and all later ones").click();
    assertThat(page.getByLabel("On which weekday?")).hasValue("TU");
    day("from", "1", "3", "2027");
    page.getByLabel("On which weekday?").selectOption("Thursday");
    Browser.press(page, "Change it");

    assertThat(page.locator(DONE)).containsText("have moved to the new days");
    assertThat(api.requests(command).getFirst().header("if-match")).contains("\"4\"");
    assertThat(api.requests(command).getFirst().body())
        .isEqualTo(
            "{\"from\":\"2027-03-01\",\"first\":\"2027-03-25\",\"rule\":\"FREQ=MONTHLY;BYDAY=4TH\","
                + "\"hours\":{\"start\":\"14:00\",\"end\":\"16:00\"}}");
  }

  @Test
  void somebody_is_found_by_name_and_stands_in() {
    String command =
        "POST /v1/meeting-series/"
            + DiaryAnswers.SERIES
            + "/seats/"
            + DiaryAnswers.EMPTY_SEAT
            + "/nominations";
    api.answer(command, 201, "{\"nominationId\":\"x\"}", "X-Position", "meetings:1:9");
    opens("/series/" + DiaryAnswers.SERIES);
    page.locator("a:has-text('PCN clinical directors')").click();
    assertThat(page.locator(".ov-say--l")).hasText("Nobody sits here for general practice.");
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Tallant");
    page.getByLabel("Stands in").check();
    day("start", "1", "2", "2027");
    Browser.press(page, "Name them");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("Choose who of them it is");
    page.getByLabel("Dr Owen Tallant").check();
    Browser.press(page, "Name them");

    assertThat(page.locator(DONE)).containsText("It is saved who is named for the seat.");
    assertThat(api.requests(command).getFirst().body())
        .isEqualTo(
            "{\"personId\":\"0192f0c0-aaaa-7000-8000-000000000013\",\"part\":\"SUBSTITUTE\","
                + "\"start\":\"2027-02-01\",\"end\":null}");
  }

  @Test
  void a_nomination_is_corrected_and_one_day_is_left_out() {
    String series = "POST /v1/meeting-series/" + DiaryAnswers.SERIES;
    String correction = series + "/nominations/" + DiaryAnswers.NOMINATION + "/correction";
    api.answer(correction, 204, "", "X-Position", "meetings:1:9");
    opens("/series/" + DiaryAnswers.SERIES + "/seats/" + DiaryAnswers.OWN_SEAT);
    page.locator("main a:has-text('Correct it')").first().click();
    assertThat(page.getByLabel("Sits there")).isChecked();
    page.getByLabel("Stands in").check();
    day("start", "1", "2", "2026");
    day("last", "30", "6", "2026");
    Browser.press(page, "Save the correction");
    assertThat(page.locator(DONE)).containsText("It is saved who sits there");
    var sent = api.requests(correction).getFirst();
    assertThat(sent.body())
        .isEqualTo(
            "{\"personId\":\"0192f0c0-aaaa-7000-8000-000000000001\",\"part\":\"SUBSTITUTE\","
                + "\"start\":\"2026-02-01\",\"end\":\"2026-07-01\"}");
    assertThat(sent.header("if-match")).contains("\"4\"");

    api.answer(series + "/days-left-out", 204, "", "X-Position", "meetings:1:9");
    page.locator("summary:has-text('Leave out one day')").click();
    Browser.press(page, "Leave the day out");
    assertThat(page.locator("#leftOut-error")).containsText("Write the day");
    day("leftOut", "22", "12", "2026");
    Browser.press(page, "Leave the day out");
    assertThat(page.locator(DONE)).containsText("It does not meet on that day.");
    assertThat(api.requests(series + "/days-left-out").getFirst().body())
        .isEqualTo("{\"on\":\"2026-12-22\"}");
  }

  @Test
  void a_paper_is_filed_for_guests_and_fetched_again() {
    String papers = "/v1/meetings/" + DiaryAnswers.TO_COME + "/papers";
    String refused = "POST " + papers;
    Answers.problem(api, refused, 415, "paper-not-taken", "A file with macros is not taken.");
    opens("/meetings/" + DiaryAnswers.TO_COME + "/files");
    var file =
        new FilePayload(
            "Rooms & clinics.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
    page.locator("#file").setInputFiles(file);
    page.getByLabel("What is it for?").selectOption("Rooms for community clinics");
    page.getByLabel("Organisations invited for the item may read it too").check();
    Browser.press(page, "Add the paper");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("A file with macros");
    assertThat(page.getByLabel("Organisations invited for the item may read it too")).isChecked();

    api.answer(refused, 201, "{\"paperId\":\"x\"}", "X-Position", "meetings:1:9");
    page.locator("#file").setInputFiles(file);
    Browser.press(page, "Add the paper");
    assertThat(page.locator(DONE)).containsText("The paper is with the meeting.");
    var sent = api.requests(refused).getLast();
    assertThat(sent.path())
        .isEqualTo(
            papers
                + "?fileName=Rooms%20%26%20clinics.pdf"
                + "&itemId=0192f0c0-ffff-7000-8000-000000000011&forGuests=true");
    assertThat(sent.body()).isEqualTo("%PDF-1.7");

    api.answer(
        "GET " + papers + "/" + DiaryAnswers.PAPER,
        200,
        "content",
        "Content-Disposition",
        "attachment; filename=\"Agenda.pdf\"");
    var download =
        page.waitForDownload(() -> page.locator("a[download]:has-text('Agenda.pdf')").click());
    assertThat(download.suggestedFilename()).isEqualTo("Agenda.pdf");
  }

  @Test
  void an_organisation_is_invited_for_items_by_name() {
    String command = "POST /v1/meetings/" + DiaryAnswers.TO_COME + "/invitations";
    api.answer(command, 201, "{\"invitationId\":\"x\"}", "X-Position", "meetings:1:9");
    opens("/meetings/" + DiaryAnswers.TO_COME + "/files");
    Browser.press(page, "Invite them");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("Choose for which items");
    page.getByLabel("Whom?").selectOption("Marlshire Community Trust");
    page.locator("label:has-text('Blood tests asked for by hospital clinics')").click();
    Browser.press(page, "Invite them");

    assertThat(page.locator(DONE)).containsText("They see these items and their papers");
    assertThat(api.requests(command).getFirst().body())
        .isEqualTo(
            "{\"organisationId\":\"WYVT0002\",\"itemIds\":[\"0192f0c0-ffff-7000-8000-000000000012\"]}");
  }

  @Test
  void an_action_is_chased_and_closed_with_its_result() {
    String action = "POST /v1/actions/" + DiaryAnswers.ACTION;
    Answers.problem(
        api, action + "/chases", 409, "action-chased-today", "They were asked today already.");
    api.answer(action + "/closing", 204, "", "X-Position", "meetings:1:9");
    opens("/actions/of/" + Answers.MARL_VALLEY);
    page.getByText("Hospital letters say who orders each test").click();
    page.locator("summary:has-text('I have asked them')").click();
    page.getByLabel("What did they say?").fill("Next week");
    Browser.press(page, "Save that they were asked");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("They were asked today already.");

    page.getByLabel("It is partly done").check();
    Browser.press(page, "Close it");
    assertThat(page.locator(DONE)).containsText("The action is closed.");
    assertThat(api.requests(action + "/closing").getFirst().body())
        .isEqualTo("{\"result\":\"PARTLY_DONE\",\"words\":null}");
  }

  @Test
  void the_address_of_a_calendar_is_shown_once_and_can_be_taken_back() {
    String secret = "/v1/calendars/dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk.ics";
    api.answer(
        "POST /v1/calendars",
        201,
        "{\"calendarId\":\"x\",\"of\":\"FORUM\",\"path\":\"" + secret + "\"}");
    String revoked = "POST /v1/calendars/" + DiaryAnswers.CALENDAR + "/revocation";
    api.answer(revoked, 204, "");
    opens("/series/" + DiaryAnswers.SERIES);
    page.getByText("Have it in my calendar").click();
    Browser.press(page, "Make an address for: The meetings of Marl Valley place board");

    assertThat(page.locator("#copy").inputValue()).startsWith("http").endsWith(secret);
    assertThat(page.locator("a[href^='webcal:']")).isVisible();
    assertThat(api.requests("POST /v1/calendars").getFirst().body())
        .isEqualTo(
            "{\"of\":\"FORUM\",\"id\":\""
                + Answers.FORUM
                + "\",\"placeId\":\""
                + Answers.MARL_VALLEY
                + "\"}");

    page.locator("form[action='/calendars/revoked'] button").click();
    assertThat(page.locator(DONE)).containsText("The address works no more.");
    assertThat(page.locator("#copy")).hasCount(0);
    assertThat(api.requests(revoked)).hasSize(1);
  }
}
