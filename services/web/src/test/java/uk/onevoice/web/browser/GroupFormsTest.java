package uk.onevoice.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
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

  @TestHTTPResource URI origin;

  private final FakeApi api = FakeApi.running();
  private BrowserContext context;
  private Page page;

  @BeforeEach
  void a_reader() {
    api.reset();
    Answers.nadia(api);
    context = Browser.context(360, false);
    page = context.newPage();
  }

  @AfterEach
  void leaves() {
    context.close();
  }

  private void opens(String path) {
    page.navigate(origin.resolve(path).toString().replace("127.0.0.1", "localhost"));
    Browser.signIn(page, "nadia.velloso");
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
  void a_step_towards_a_group_is_ticked() {
    String ticks = "POST /v1/groups/starters/" + Answers.TARROW_COAST + "/ticks";
    api.answer(ticks, 204, "", "X-Position", "organisations:3:82");
    opens("/starters/" + Answers.TARROW_COAST);
    Browser.press(page, "Done: Talk to the clinical director of Harbour PCN");
    assertThat(page.locator(".nhsuk-notification-banner")).containsText("The list is saved.");
    assertThat(api.requests(ticks).getFirst().body())
        .isEqualTo("{\"step\":\"TALK_TO_CLINICAL_DIRECTOR\",\"organisationId\":\"WYVN0010\"}");
  }
}
