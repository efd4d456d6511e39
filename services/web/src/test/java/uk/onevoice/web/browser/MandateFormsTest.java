package uk.onevoice.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** What practices let others agree for them: found, answered and run without JavaScript. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "web"))
@WithTestResource(WebSettings.class)
class MandateFormsTest {
  private static final String WHOLE = "/mandates/" + Answers.WHOLE_MANDATE;
  private static final String RESPONSES =
      "POST /v1/mandates/" + Answers.WHOLE_MANDATE + "/responses";

  @TestHTTPResource URI origin;

  private final FakeApi api = FakeApi.running();
  private Page page;

  @BeforeEach
  void a_reader() {
    api.reset();
    page = Browser.plain(320);
  }

  private void opens(String path, String user) {
    Browser.opens(page, origin, path, user);
  }

  private void goesTo(String path) {
    page.navigate(Browser.at(origin, path));
  }

  private void day(String field, String day, String month, String year) {
    page.locator("#" + field + "-day").fill(day);
    page.locator("#" + field + "-month").fill(month);
    page.locator("#" + field + "-year").fill(year);
  }

  @Test
  void who_can_agree_is_asked_by_place_topic_and_day_and_by_none_of_them() {
    Answers.icbLead(api);
    opens("/who-can-agree", "colm.ashgrove");
    assertThat(api.requests("GET /v1/who-can-agree").getLast().path())
        .isEqualTo("/v1/who-can-agree?limit=50");
    assertThat(page.locator("main")).containsText("More than one body can agree this topic here.");
    assertThat(page.locator("main")).not().containsText("May not agree");

    page.getByLabel("What about?").fill("Urgent care");
    page.getByLabel("Where?").selectOption("Marl Valley");
    Browser.press(page, "Show");
    assertThat(api.requests("GET /v1/who-can-agree").getLast().path())
        .isEqualTo("/v1/who-can-agree?limit=50&area=" + Answers.MARL_VALLEY + "&topic=urgent-care");
    assertThat(page.getByLabel("What about?")).hasValue("urgent-care");

    page.locator("a[rel=next]").click();
    assertThat(api.requests("GET /v1/who-can-agree").getLast().path())
        .endsWith("&topic=urgent-care&after=0192f0c0-cccc-7000-8000-000000000002");
    assertThat(Browser.sidewaysScroll(page)).isZero();
  }

  @Test
  void general_practice_reads_how_far_somebody_may_go() {
    Answers.nadia(api);
    opens("/who-can-agree", "nadia.velloso");

    assertThat(page.locator("main")).containsText("Up to 6 paid rooms");
    assertThat(page.locator("main")).containsText("The contract of a practice");
  }

  @Test
  void a_practice_answers_with_a_condition_in_words_and_from_the_day_it_decided() {
    Answers.femi(api);
    api.answer(
        RESPONSES,
        422,
        """
        {"type":"https://onevoice.example/problems/condition-without-words",
         "title":"A condition is said in words.","status":422,"correlationId":"c-1",
         "violations":[{"pointer":"/words","message":"is required with CONDITIONAL"}]}\
        """);
    opens(WHOLE, "femi.larkspur");
    assertThat(page.locator("#our-answer"))
        .hasText(
            "Otterbrook Surgery has said yes, with a condition: “Review it in January”. This counts from 8 May 2026."
                + " It was recorded for you at a meeting: “Minute 4 of the practices’ meeting of 7 May 2026”. Entered by Dr Nadia Velloso for Marl Valley GP Federation at 10:42am on 9 May 2026.");
    assertThat(page.locator("#answer-box")).containsText("Must come back first");
    page.getByLabel("Yes, with a condition").check();
    page.locator("summary:has-text('earlier day')").click();
    day("on", "1", "11", "2026");
    Browser.press(page, "Send our answer");
    assertThat(page.locator("#words-error")).containsText("Write your condition in one sentence");
    assertThat(page.getByLabel("Yes, with a condition")).isChecked();
    assertThat(api.requests(RESPONSES)).isEmpty();

    page.getByLabel("Condition or reason").fill("Not for children");
    Browser.press(page, "Send our answer");
    assertThat(page.locator("#words-error")).containsText("Is required with CONDITIONAL");

    api.answer(RESPONSES, 204, "", "ETag", "\"61\"", "X-Position", "mandates:7:1234");
    Browser.press(page, "Send our answer");
    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("The answer of your practice is saved.");
    var sent = api.requests(RESPONSES).getLast();
    assertThat(sent.body())
        .isEqualTo(
            "{\"practiceId\":\"WYVP0002\",\"answer\":\"CONDITIONAL\",\"on\":\"2026-11-01\",\"words\":\"Not for children\"}");
    assertThat(sent.header("if-match")).contains("\"60\"");
    assertThat(Browser.sidewaysScroll(page)).isZero();
  }

  @Test
  void a_day_that_is_none_is_refused_at_its_field_and_only_who_has_answered_takes_back() {
    Answers.femi(api);
    opens(WHOLE, "femi.larkspur");
    page.getByLabel("We take our answer back").check();
    page.locator("summary:has-text('earlier day')").click();
    day("on", "31", "2", "2026");
    Browser.press(page, "Send our answer");
    assertThat(page.locator("#on-error")).containsText("This is not a day of the calendar");
    assertThat(page.getByLabel("We take our answer back")).isChecked();
    assertThat(page.locator("details[open] #on-day")).hasValue("31");

    Answers.get(api, "/v1/mandates/" + Answers.WHOLE_MANDATE, "mandate-silent-partner");
    goesTo(WHOLE);
    assertThat(page.getByLabel("We take our answer back")).hasCount(0);
  }

  @Test
  void one_firm_answers_once_for_all_of_its_practices() {
    Answers.femi(api);
    Answers.get(api, "/v1/people/me", "me-partner-two");
    api.answer(
        "GET /v1/mandates/" + Answers.WHOLE_MANDATE,
        200,
        Answers.file("mandate-whole-partner")
            .replaceAll("(?s)\"mayAnswer\": \\[", "\"mayAnswer\": [\"WYVP0003\", "));
    api.answer(RESPONSES, 204, "", "ETag", "\"61\"", "X-Position", "mandates:7:1234");
    page.context()
        .addCookies(
            List.of(
                new Cookie("ov_role", Answers.PARTNER_ROLE)
                    .setUrl(origin.toString().replace("127.0.0.1", "localhost"))));
    opens(WHOLE, "femi.larkspur");
    page.getByLabel("Yes", new Page.GetByLabelOptions().setExact(true)).check();
    page.locator("input[name=other]").check();
    Browser.press(page, "Send our answer");
    assertThat(api.requests(RESPONSES).getLast().body())
        .isEqualTo(
            "{\"practiceId\":\"WYVP0002\",\"answer\":\"GRANT\",\"forLegalEntity\":"
                + "{\"legalEntityId\":\"WYVP0002\",\"practiceIds\":[\"WYVP0003\"]}}");
  }

  @Test
  void a_practice_that_followed_another_lets_its_answer_go_on() {
    String carried = "POST /v1/mandates/" + Answers.WHOLE_MANDATE + "/carried-answers";
    Answers.femi(api);
    api.answer(carried, 204, "", "ETag", "\"61\"", "X-Position", "mandates:7:1234");
    opens(WHOLE, "femi.larkspur");
    assertThat(page.locator("main")).containsText("which your practice followed, had said yes.");
    Browser.press(page, "It goes on for our practice");
    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("The answer goes on for your practice.");
    assertThat(api.requests(carried).getLast().body())
        .isEqualTo("{\"practiceId\":\"WYVP0002\",\"fromPracticeId\":\"WYVP0098\"}");
  }

  @Test
  void new_terms_are_asked_for_anew_and_somebody_from_outside_sees_no_limits() {
    Answers.femi(api);
    opens("/mandates/" + Answers.ASKED_AGAIN, "femi.larkspur");
    assertThat(page.locator("#answer-box"))
        .containsText("These are new terms: your earlier answer was to the old ones.");
    assertThat(page.locator("#our-answer")).hasCount(0);
    assertThat(page.locator("#stage")).containsText("because nobody holds the role that speaks");

    Answers.icbLead(api);
    goesTo(WHOLE);
    assertThat(page.locator("#stage")).hasText("In force since 1 October 2025.");
    assertThat(page.locator("main")).not().containsText("Must come back first");
    assertThat(page.locator("main")).not().containsText("What it needs");
  }

  private String command(String path) {
    return "POST /v1/mandates/" + Answers.WHOLE_MANDATE + "/" + path;
  }

  private void accepts(String methodAndPath) {
    api.answer(methodAndPath, 200, "{}", "ETag", "\"61\"", "X-Position", "mandates:7:1234");
  }

  private void says(String notice) {
    assertThat(page.locator(".nhsuk-notification-banner--success")).containsText(notice);
  }

  private void unfolds(String summary) {
    page.locator(".nhsuk-details__summary-text:text-is('" + summary + "')").click();
  }

  @Test
  void a_leader_sees_where_it_stands_and_reminds_the_silent() {
    Answers.nadia(api);
    accepts(command("reminders"));
    opens(WHOLE, "nadia.velloso");
    assertThat(page.locator("#stage")).containsText("At risk since 2 October 2026");
    assertThat(page.locator("main")).containsText("38 of 45 (84%)");
    assertThat(page.locator("main")).containsText("341,200 of 421,300 (81%)");
    assertThat(page.locator("main"))
        .containsText(
            "By letter: “Letter of 2 May 2026”. Entered by Dr Nadia Velloso for Marl Valley GP Federation at 10:42am on 9 May 2026");

    Browser.press(page, "Remind all of them");
    says("Practices that have not answered are asked again");
    assertThat(api.requests(command("reminders")).getLast().body()).isEqualTo("{}");
    assertThat(Browser.sidewaysScroll(page)).isZero();
  }

  @Test
  void a_meeting_takes_another_answer_from_each_practice_and_keeps_them_when_one_is_refused() {
    Answers.nadia(api);
    String taken = WHOLE + "/answers/taken";
    opens(WHOLE, "nadia.velloso");
    page.getByText("Record answers from a meeting or a letter").click();
    Browser.press(page, "Record their answers");
    assertThat(page.locator("#practices-error")).containsText("Choose what at least one practice");
    assertThat(page.locator("#takenHow-error")).containsText("Choose how they answered");
    assertThat(page.locator("#takenEvidence-error")).containsText("Write where it can be");

    page.locator("#answer-WYVP0001").selectOption("GRANT");
    page.locator("details summary:has-text('Practices that have answered')").click();
    page.locator("#answer-WYVP0002").selectOption("CONDITIONAL");
    page.getByLabel("At a meeting").check();
    page.getByLabel("Where can it be looked up?").fill("Minute 4");
    Browser.press(page, "Record their answers");
    assertThat(page.locator("#words-WYVP0002-error")).containsText("Write the condition");
    assertThat(api.requests(command("recorded-answers"))).isEmpty();

    api.answer(
        command("recorded-answers"),
        422,
        """
        {"type":"https://onevoice.example/problems/answers-not-recorded",
         "title":"Some answers cannot be recorded, so none was.","status":422,"correlationId":"c-1",
         "violations":[{"pointer":"/answers/0","message":"WYVP0001: The practice has closed."},
          {"pointer":"/answers/1","message":"WYVP0002: The day is before it was asked."}]}\
        """);
    page.locator("#words-WYVP0002").fill("Not on Fridays");
    Browser.press(page, "Record their answers");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("WYVP0001: The practice has");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("WYVP0002: The day is before");
    assertThat(page.locator("#answer-WYVP0002")).hasValue("CONDITIONAL");
    assertThat(page.getByLabel("Where can it be looked up?")).hasValue("Minute 4");

    accepts(command("recorded-answers"));
    Browser.press(page, "Record their answers");
    says("The answers are recorded.");
    assertThat(api.requests(command("recorded-answers")).getLast().body())
        .startsWith("{\"through\":\"MEETING\",\"evidence\":\"Minute 4\",\"answers\":[")
        .contains("{\"practiceId\":\"WYVP0001\",\"answer\":\"GRANT\"}")
        .contains(
            "{\"practiceId\":\"WYVP0002\",\"answer\":\"CONDITIONAL\",\"words\":\"Not on Fridays\"}");
    goesTo(taken);
    assertThat(Browser.sidewaysScroll(page)).isZero();
  }

  @Test
  void a_list_is_looked_at_first_and_its_wrong_rows_are_named() {
    Answers.nadia(api);
    String preview = command("answer-imports/preview");
    api.answer(
        preview,
        200,
        "{\"rows\":[],\"errors\":[{\"row\":2,\"message\":\"is no practice of the place\"},{\"row\":3,\"message\":\"answer must be GRANT\"}],\"silent\":4}");
    opens(WHOLE + "/answers", "nadia.velloso");
    Browser.press(page, "Look at it");
    assertThat(page.locator("#csv-error")).containsText("Choose the file, or paste the list");

    page.getByLabel("Or paste the list").fill("practice,answer\nWYVP0099,yes\nWYVP0001,perhaps");
    page.getByLabel("At a meeting").check();
    page.getByLabel("Where can they be looked up?").fill("Minute 4");
    Browser.press(page, "Look at it");
    assertThat(page.locator("#wrong")).containsText("WYVP0099,yes");
    assertThat(page.locator("#wrong")).containsText("Is no practice of the place");
    assertThat(page.locator("#wrong")).containsText("WYVP0001,perhaps");
    assertThat(page.locator("#wrong")).containsText("Answer must be GRANT");
    assertThat(page.getByText("Record these answers")).hasCount(0);

    api.answer(
        preview,
        200,
        "{\"rows\":[{\"row\":2,\"practiceId\":\"WYVP0002\",\"answer\":\"GRANT\",\"on\":\"2026-11-20\",\"effect\":\"CHANGES\"}],\"errors\":[],\"silent\":4}");
    accepts(command("answer-imports"));
    page.locator("#file")
        .setInputFiles(
            new FilePayload(
                "answers.csv",
                "text/csv",
                "\uFEFFpractice,answer\nWYVP0002,yes".getBytes(StandardCharsets.UTF_8)));
    Browser.press(page, "Look at it");
    assertThat(page.locator("[role=status]"))
        .hasText("1 answer can be recorded. 4 practices would still not have answered.");
    assertThat(page.locator("main")).containsText("Takes the place of the earlier answer");
    Browser.press(page, "Record these answers");
    says("The answers are recorded.");
    assertThat(api.requests(command("answer-imports")).getLast().body())
        .contains("WYVP0002,yes\",\"through\":\"MEETING\",\"evidence\":\"Minute 4\"");
  }

  @Test
  void it_is_suspended_renewed_ended_and_somebody_stands_in() {
    Answers.nadia(api);
    opens(WHOLE, "nadia.velloso");
    accepts(command("suspension"));
    unfolds("Suspend it");
    Browser.press(page, "Suspend it now");
    says("The mandate is suspended.");
    assertThat(api.requests(command("suspension")).getLast().body()).isEqualTo("{}");

    accepts(command("renewal"));
    unfolds("Renew it");
    Browser.press(page, "Ask practices again");
    assertThat(page.locator("#renewLast-error")).containsText("Write the last day");
    day("renewLast", "31", "3", "2029");
    Browser.press(page, "Ask practices again");
    says("Practices are asked for the new terms.");
    assertThat(api.requests(command("renewal")).getLast().body())
        .isEqualTo("{\"end\":\"2029-04-01\"}");

    accepts(command("alternates-stood-down"));
    unfolds("Who stands in");
    Browser.press(page, "Stand in no more");
    assertThat(api.requests(command("alternates-stood-down")).getLast().body())
        .isEqualTo(
            "{\"organisationId\":\"WYVN0001\",\"role\":\"PCN_CLINICAL_DIRECTOR\",\"label\":\"Clinical director\"}");

    accepts(command("alternates"));
    unfolds("Who stands in");
    Browser.press(page, "Let this role stand in");
    assertThat(page.locator("#altBody-error")).containsText("Choose the body");

    accepts(command("ending"));
    unfolds("End it");
    Browser.press(page, "End it today");
    says("The mandate is ended.");
  }

  @Test
  void whoever_speaks_takes_new_terms_on_and_leaders_put_them_in_force_or_give_them_up() {
    String again = "POST /v1/mandates/" + Answers.ASKED_AGAIN + "/";
    Answers.nadia(api);
    accepts(again + "acceptance");
    api.answer(
        again + "activation",
        409,
        """
        {"type":"https://onevoice.example/problems/below-threshold",
         "title":"Not enough practices have granted it yet.","status":409,"correlationId":"c-1",
         "detail":"It needs 90% of practices; it has 2 of 45 practices and 19000 of 421300 patients."}\
        """);
    opens("/mandates/" + Answers.ASKED_AGAIN, "nadia.velloso");
    Browser.press(page, "Take it on");
    says("You have taken the mandate on.");
    Browser.press(page, "Put it in force");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("It needs 90% of practices");

    accepts(again + "version-withdrawal");
    unfolds("Give the new terms up");
    page.locator("details[open] button").click();
    says("The new terms are given up.");
  }

  @Test
  void a_draft_is_refused_field_by_field_saved_and_practices_are_asked() {
    Answers.nadia(api);
    opens("/drafts/new/" + Answers.MARL_VALLEY, "nadia.velloso");
    page.getByLabel("Share of practices").fill("101");
    Browser.press(page, "Save the draft");
    for (String field : List.of("topic", "label", "mayAgree", "start", "last", "briefingDays")) {
      assertThat(page.locator("#" + field + "-error")).isVisible();
    }
    assertThat(page.locator("#shareOfPractices-error")).containsText("from 1 to 100");
    assertThat(page.getByLabel("Share of practices")).hasValue("101");

    page.getByLabel("The members of one body").check();
    Browser.press(page, "Save the draft");
    assertThat(page.locator("#members-error")).containsText("Choose whose members are asked");
    page.getByLabel("Some practices, by name").check();
    Browser.press(page, "Save the draft");
    assertThat(page.locator("#named-error")).containsText("Choose at least one practice");
    page.getByLabel("Otterbrook Surgery").check();

    String drafts = "POST /v1/mandates/drafts";
    api.answer(drafts, 201, "{\"mandateId\":\"" + Answers.DRAFT + "\"}", "ETag", "\"3\"");
    page.locator("input[name=topic]").first().check();
    page.getByLabel("What is the role called there?").fill("Medical director");
    page.getByLabel("May agree").fill("Start dates\n\nTeam areas");
    page.getByLabel("Share of practices").fill("60 %");
    page.locator("#briefingDays").fill("5");
    page.locator("#reportBackDays").fill("7");
    day("start", "1", "1", "2027");
    day("last", "31", "12", "2027");
    Browser.press(page, "Save the draft");
    says("The draft is saved.");
    assertThat(api.requests(drafts).getLast().body())
        .isEqualTo(
            "{\"placeId\":\""
                + Answers.MARL_VALLEY
                + "\",\"terms\":{\"topicIds\":[\""
                + Answers.TOPIC
                + "\"],\"forumIds\":[],\"holder\":{\"organisationId\":\"WYVF0001\",\"role\":\"FEDERATION_LEAD\",\"label\":\"Medical director\"},"
                + "\"alternates\":[],\"limits\":[{\"kind\":\"MAY_AGREE\",\"text\":\"Start dates\"},{\"kind\":\"MAY_AGREE\",\"text\":\"Team areas\"}],"
                + "\"threshold\":{\"practices\":null,\"practicesPercent\":60,\"patientsPercent\":null},\"grantors\":{\"practiceIds\":[\"WYVP0002\"]},\"briefingDays\":5,\"reportBackDays\":7,"
                + "\"start\":\"2027-01-01\",\"end\":\"2028-01-01\"}}");

    String opening = drafts + "/" + Answers.DRAFT + "/opening";
    day("openedOn", "31", "2", "2026");
    Browser.press(page, "Ask these practices");
    assertThat(page.locator("#openedOn-error")).containsText("This is not a day of the calendar");
    assertThat(page.locator("input[name=topic]").first()).isChecked();
    day("openedOn", "", "", "");
    api.answer(opening, 204, "", "ETag", "\"4\"", "X-Position", "mandates:7:1234");
    Answers.get(api, "/v1/mandates/" + Answers.DRAFT, "mandate-whole");
    Browser.press(page, "Ask these practices");
    says("The practices are asked.");
    assertThat(api.requests(opening).getLast().body()).isEqualTo("{}");
    assertThat(api.requests(opening).getLast().header("if-match")).contains("\"3\"");
  }

  @Test
  void limits_that_nobody_changed_keep_their_words_in_other_terms() {
    Answers.nadia(api);
    accepts(command("versions"));
    opens(WHOLE + "/terms", "nadia.velloso");
    page.getByLabel("May not agree").fill("The contract of a practice\nBids");
    Browser.press(page, "Ask the practices");
    says("Practices are asked for the new terms.");
    assertThat(api.requests(command("versions")).getLast().body())
        .contains(
            "{\"kind\":\"MUST_NOT\",\"limitId\":\"0192f0c0-1111-7000-8000-000000000004\"},{\"kind\":\"MUST_NOT\",\"text\":\"Bids\"}")
        .contains("\"alternates\":[{\"organisationId\":\"WYVN0001\"");
  }

  @Test
  void what_is_written_down_is_checked_first_and_says_whether_it_counts() {
    Answers.nadia(api);
    opens(WHOLE + "/uses", "nadia.velloso");
    assertThat(page.locator("main"))
        .containsText("Used 4 times: 1 time inside its limits. 1 time it is provisional");
    assertThat(page.locator("main"))
        .containsText(
            "Outside, because it goes further than may be agreed on the spot and it is not for this board or group.");
    Browser.press(page, "Write it down");
    assertThat(page.locator("#act-error")).containsText("Choose what happened");
    assertThat(page.locator("#topicId-error")).containsText("Choose what it was about");

    page.getByLabel("We agreed to something").check();
    page.getByLabel("What about?").selectOption("Community services");
    page.getByLabel("May agree: Up to 6 paid rooms").check();
    api.answer(
        "GET /v1/mandates/" + Answers.WHOLE_MANDATE + "/invocation-check",
        200,
        "{\"verdict\":\"PROVISIONAL\",\"outside\":[\"TABLE\"],\"asHolder\":true,\"needs\":41,\"needsLmcIds\":[\"WYVL0001\"]}");
    Browser.press(page, "Would it count?");
    assertThat(page.locator("[role=status]"))
        .hasText(
            "This would be provisional: it would bind nobody until 41 practices stand by it, and so does Wyvern and Marlshire LMC, which had backed the mandate. Outside, because it is not for this board or group.");
    assertThat(page.getByLabel("May agree: Up to 6 paid rooms")).isChecked();
    assertThat(
            api.requests("GET /v1/mandates/" + Answers.WHOLE_MANDATE + "/invocation-check")
                .getLast()
                .path())
        .endsWith(
            "?act=AGREED&topicId="
                + Answers.TOPIC
                + "&limitId=0192f0c0-1111-7000-8000-000000000002");

    api.answer(
        command("invocations"),
        201,
        "{\"invocationId\":\"x\",\"verdict\":\"PROVISIONAL\",\"outside\":[\"TABLE\"],\"needs\":41,\"needsLmcIds\":[\"WYVL0001\"]}",
        "ETag",
        "\"61\"");
    Browser.press(page, "Write it down");
    says("It is written down as provisional.");
    assertThat(api.requests(command("invocations")).getLast().body())
        .isEqualTo(
            "{\"act\":\"AGREED\",\"topicId\":\""
                + Answers.TOPIC
                + "\",\"limitIds\":[\"0192f0c0-1111-7000-8000-000000000002\"]}");
    assertThat(Browser.sidewaysScroll(page)).isZero();

    String back = command("invocations/" + Answers.PROVISIONAL_USE + "/taking-back");
    api.answer(back, 204, "", "ETag", "\"62\"");
    page.getByText("Take it back").click();
    says("It is taken back and binds nobody.");
  }

  @Test
  void a_practice_stands_by_what_is_provisional_or_does_not() {
    String word = command("invocations/" + Answers.PROVISIONAL_USE + "/ratifications");
    Answers.femi(api);
    Answers.problem(api, word, 409, "not-provisional", "Nothing provisional has this id.");
    opens(WHOLE + "/uses", "femi.larkspur");
    assertThat(page.locator("#write")).hasCount(0);
    page.locator("button[value=true]").click();
    assertThat(page.locator(".nhsuk-error-summary"))
        .containsText("Nothing provisional has this id.");

    api.answer(word, 204, "", "ETag", "\"61\"");
    page.locator("button[value=false]").click();
    says("The word of your practice is saved.");
    assertThat(api.requests(word).getLast().body())
        .isEqualTo("{\"practiceId\":\"WYVP0002\",\"agrees\":false}");
  }

  @Test
  void an_lmc_that_backed_a_mandate_says_whether_it_stands_by_what_goes_beyond_it() {
    String word = command("invocations/" + Answers.PROVISIONAL_USE + "/lmc-ratifications");
    Answers.lmcOfficer(api);
    opens(WHOLE + "/uses", "nadia.velloso");
    assertThat(page.locator("main"))
        .containsText(
            "Provisional: it binds nobody until 41 practices stand by it, and so does Wyvern and Marlshire LMC, which had backed the mandate. So far 12 do, and 1 does not. Wyvern and Marlshire LMC has not said yet.");
    api.answer(word, 204, "", "ETag", "\"61\"");
    page.getByText("The LMC stands by it").click();
    says("The word of the LMC is saved.");
    assertThat(api.requests(word).getLast().body())
        .isEqualTo("{\"lmcId\":\"WYVL0001\",\"agrees\":true}");
  }
}
