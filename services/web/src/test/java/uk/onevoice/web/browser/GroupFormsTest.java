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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** What leaders enter about their group, without JavaScript. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "web"))
@WithTestResource(WebSettings.class)
class GroupFormsTest {
  private static final String GROUP = "/v1/groups/" + Answers.GROUP;
  private static final String INTEREST = GROUP + "/interests/" + Answers.OWN_INTEREST;
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @TestHTTPResource URI origin;

  private final FakeApi api = FakeApi.running();
  private Page page;

  @BeforeEach
  void a_reader() {
    api.reset();
    Answers.nadia(api);
    page = Browser.plain(360);
  }

  private void opens(String path) {
    Browser.opens(page, origin, path, "nadia.velloso");
  }

  @Test
  void terms_say_by_which_rules_there_are_seats() {
    String terms = "POST " + GROUP + "/terms";
    api.answer(terms, 204, "", "X-Position", "organisations:3:80");
    opens("/groups/" + Answers.GROUP + "/terms");
    Browser.press(page, "Adopt the terms");
    assertThat(page.locator(".nhsuk-error-summary"))
        .containsText("Choose at least one kind of seat");
    assertThat(api.requests(terms)).isEmpty();

    page.getByLabel("For each PCN: its clinical director").selectOption("1");
    page.getByLabel("For the group: others").selectOption("2");
    page.getByLabel("How many have to be there to decide?").fill("5");
    page.getByLabel("More than half").check();
    page.getByLabel("Anybody", new Page.GetByLabelOptions().setExact(true)).check();
    Browser.press(page, "Adopt the terms");

    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("The terms of reference are adopted.");
    assertThat(api.requests(terms).getFirst().body())
        .contains(
            "\"seatRules\":[{\"per\":\"EVERY_PCN\",\"role\":\"PCN_CLINICAL_DIRECTOR\",\"filledBy\":\"OFFICE\",\"seats\":1},"
                + "{\"per\":\"GROUP\",\"role\":null,\"filledBy\":\"NOMINATION\",\"seats\":2}]")
        .contains("\"quorum\":5,\"decisionRule\":\"SIMPLE_MAJORITY\",\"chairRule\":\"ANYONE\"");
  }

  @Test
  void the_registered_body_leads_to_the_group_if_there_is_one() {
    String body = "/v1/organisations/" + Answers.GROUP;
    api.answer(
        "GET " + body,
        200,
        Answers.file("organisation")
            .replace("$CODE", Answers.GROUP)
            .replace("$NAME", "Marl Valley GP leadership group")
            .replace("$KIND", "LEADERSHIP_GROUP"));
    api.answer(
        "GET " + body + "/succession",
        200,
        Answers.file("lineage").replace("$CODE", Answers.GROUP));
    Answers.get(api, body + "/role-holders", "role-holders");
    opens("/organisations/" + Answers.GROUP);
    page.getByText("Who sits in the group and who chairs it").click();
    assertThat(page.getByText("The chair is Dr Nadia Velloso, federation lead of")).isVisible();

    api.hide("GET " + GROUP);
    page.navigate(
        origin
            .resolve("/organisations/" + Answers.GROUP)
            .toString()
            .replace("127.0.0.1", "localhost"));
    assertThat(page.locator("h1")).hasText("Marl Valley GP leadership group");
    assertThat(page.getByText("Who sits in the group and who chairs it")).hasCount(0);
  }

  @Test
  void a_seat_is_taken_by_one_of_those_who_have_a_claim_to_it() {
    String taking = "POST " + GROUP + "/seats/" + Answers.VACANT_SEAT + "/taking";
    Answers.problem(api, taking, 409, "seat-not-vacant", "Somebody sits there at that time.");
    opens("/groups/" + Answers.GROUP + "/seats/" + Answers.VACANT_SEAT);
    page.getByLabel("Who?").selectOption("0192f0c0-0000-7000-8000-000000000105");
    Browser.press(page, "Take the seat");
    assertThat(page.locator(".nhsuk-error-summary"))
        .containsText("Somebody sits there at that time.");
    assertThat(page.getByLabel("Who?")).hasValue("0192f0c0-0000-7000-8000-000000000105");

    api.answer(taking, 204, "", "X-Position", "organisations:3:81");
    Browser.press(page, "Take the seat");
    assertThat(page.locator(".nhsuk-notification-banner")).containsText("The seat is taken.");
    assertThat(api.requests(taking).getLast().body())
        .contains("\"roleHoldingId\":\"0192f0c0-0000-7000-8000-000000000105\"");
  }

  @Test
  void a_member_answers_about_trust_once() {
    String answers = "POST " + GROUP + "/pulses/0192f0c0-9999-7000-8000-000000000009/answers";
    api.answer(answers, 204, "");
    opens("/groups/" + Answers.GROUP);
    page.getByLabel("Mostly").check();
    Browser.press(page, "Answer once");
    assertThat(page.locator(".nhsuk-notification-banner"))
        .containsText("Your answer is counted. Nobody can see that it is yours.");
    assertThat(api.requests(answers).getFirst().body()).isEqualTo("{\"trust\":4}");
  }

  @Test
  void an_interest_of_ones_own_is_ended_from_the_list() {
    String ending = "POST " + INTEREST + "/ending";
    api.answer(ending, 204, "", "X-Position", "organisations:3:83");
    opens("/groups/" + Answers.GROUP);
    assertThat(page.getByText("Paid one session a week by the trust.")).isVisible();
    assertThat(page.locator("a", named("Paid one session a week by the trust."))).hasCount(0);
    page.locator("a", named("Teaches at the medical school.")).click();

    page.locator("#last-year").fill("");
    Browser.press(page, "End the interest");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("This is not a day");
    assertThat(api.requests(ending)).isEmpty();

    writes("last", "31", "10", "2026");
    Browser.press(page, "End the interest");
    assertThat(page.locator(".nhsuk-notification-banner"))
        .containsText("The end of the interest is saved.");
    assertThat(api.requests(ending).getFirst().body()).isEqualTo("{\"end\":\"2026-11-01\"}");
    assertThat(api.requests(ending).getFirst().header("if-match")).contains("\"9\"");
  }

  @Test
  void an_interest_that_has_ended_goes_on_after_all() {
    String correction = "POST " + INTEREST + "/correction";
    api.answer(correction, 204, "");
    String interests = "GET " + GROUP + "/interests";
    api.answer(
        interests,
        200,
        Answers.file("group-interests").replace("\"end\": null", "\"end\": \"2026-11-01\""));
    opens("/groups/" + Answers.GROUP + "/interests/" + Answers.OWN_INTEREST);
    assertThat(page.getByText("31 October 2026")).isVisible();
    Browser.press(page, "It has not ended");
    assertThat(api.requests(correction).getFirst().body())
        .isEqualTo(
            "{\"kind\":\"PROFESSIONAL\",\"organisationId\":null,\"start\":\"2025-02-01\",\"end\":null,\"words\":null}");
  }

  @Test
  void an_interest_is_put_right_or_never_was() {
    String correction = "POST " + INTEREST + "/correction";
    Answers.problem(
        api, correction, 422, "ends-before-it-starts", "It would end before it starts.");
    opens("/groups/" + Answers.GROUP + "/interests/" + Answers.OWN_INTEREST);
    page.getByLabel("What is it?").fill("Teaches at the university.");
    page.getByLabel("Money").check();
    Browser.press(page, "Put it right");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("It would end before it starts.");
    assertThat(page.getByLabel("What is it?")).hasValue("Teaches at the university.");

    api.answer(correction, 204, "");
    Browser.press(page, "Put it right");
    assertThat(page.locator(".nhsuk-notification-banner"))
        .containsText("The interest is corrected.");
    assertThat(api.requests(correction).getLast().body())
        .isEqualTo(
            "{\"kind\":\"FINANCIAL\",\"organisationId\":null,\"start\":\"2025-02-01\",\"end\":null,\"words\":\"Teaches at the university.\"}");

    String withdrawal = "POST " + INTEREST + "/withdrawal";
    api.answer(withdrawal, 204, "");
    page.locator("a", named("Teaches at the medical school.")).click();
    page.getByText("It never was so").click();
    Browser.press(page, "It never was");
    assertThat(page.locator(".nhsuk-notification-banner"))
        .containsText("The interest is taken out of the list.");
    assertThat(api.requests(withdrawal)).hasSize(1);
  }

  @Test
  void an_interest_of_somebody_else_is_only_read() {
    opens("/groups/" + Answers.GROUP + "/interests/" + Answers.OTHERS_INTEREST);
    assertThat(page.locator("h1")).hasText("A declared interest");
    assertThat(page.locator("main form")).hasCount(0);
  }

  @Test
  void a_milestone_is_taken_back_where_it_stands() {
    String withdrawal = "POST " + GROUP + "/milestones/FIRST_POSITION/withdrawal";
    api.answer(withdrawal, 204, "");
    opens("/groups/" + Answers.GROUP);
    Browser.press(page, "Take back the milestone: First agreed position");
    assertThat(page.locator(".nhsuk-notification-banner"))
        .containsText("The milestone is taken back.");
    assertThat(api.requests(withdrawal)).hasSize(1);
  }

  @Test
  void the_latest_terms_are_taken_back_also_before_they_hold() {
    api.answer(
        "GET " + GROUP + "?asOf=" + LocalDate.now(LONDON).plusYears(10),
        200,
        Answers.file("group")
            .replace("\"version\": 2", "\"version\": 3")
            .replace("\"from\": \"2026-04-01\"", "\"from\": \"2099-04-01\""));
    String withdrawal = "POST " + GROUP + "/terms/3/withdrawal";
    Answers.problem(
        api, withdrawal, 409, "not-the-latest-terms", "Only the latest terms can be taken back.");
    opens("/groups/" + Answers.GROUP);
    assertThat(page.getByText("Version 3 holds from 1 April 2099.")).isVisible();
    page.getByText("These terms were a mistake").click();
    Browser.press(page, "Take the latest terms back");
    assertThat(page.locator(".nhsuk-error-summary"))
        .containsText("Only the latest terms can be taken back.");

    api.answer(withdrawal, 204, "");
    page.getByText("These terms were a mistake").click();
    Browser.press(page, "Take the latest terms back");
    assertThat(page.locator(".nhsuk-notification-banner"))
        .containsText("The terms of reference are taken back.");
  }

  private static Page.LocatorOptions named(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private void writes(String field, String day, String month, String year) {
    page.locator("#" + field + "-day").fill(day);
    page.locator("#" + field + "-month").fill(month);
    page.locator("#" + field + "-year").fill(year);
  }

  @Test
  void a_step_towards_a_group_is_ticked() {
    String ticks = "POST /v1/groups/starters/" + Answers.TARROW_COAST + "/ticks";
    api.answer(ticks, 204, "", "X-Position", "organisations:3:82");
    opens("/starters/" + Answers.TARROW_COAST);
    Browser.press(page, "Done with: Talk to the clinical director of Harbour PCN");
    assertThat(page.locator(".nhsuk-notification-banner")).containsText("The list is saved.");
    assertThat(api.requests(ticks).getFirst().body())
        .isEqualTo("{\"step\":\"TALK_TO_CLINICAL_DIRECTOR\",\"organisationId\":\"WYVN0010\"}");
  }
}
