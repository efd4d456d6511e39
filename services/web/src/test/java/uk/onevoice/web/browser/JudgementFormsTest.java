package uk.onevoice.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** What the team of a key relationship writes about people, without JavaScript. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "web"))
@WithTestResource(WebSettings.class)
class JudgementFormsTest {
  private static final String SLOT = "/v1/relationships/slots/" + Answers.HELD_SLOT;
  private static final String PAGES = "/relationships/" + Answers.HELD_SLOT;

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
  void somebody_is_judged_by_one_question_at_a_time_and_can_ask_to_read_it() {
    String judged = "POST " + SLOT + "/judgements";
    api.answer(judged, 201, "{}");
    opens(PAGES + "/judgement");
    assertThat(page.locator("main")).containsText("This person can ask to read this.");
    assertThat(page.locator("main"))
        .containsText("Open to working with GPs, and they can make it happen.");
    assertThat(page.locator("main")).containsText("2 of 3 tests in the last year");
    assertThat(page.locator("main"))
        .containsText("“Willing when the ask is exact” You, 22 September 2026. Opinion.");
    assertThat(page.locator("main")).containsText("“The whole board did” They say so themselves");
    page.getByText("Judge anew").first().click();
    assertThat(page.locator("main")).containsText("This person can ask to read this.");
    Browser.press(page, "Save");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("Choose an answer");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("Write why");
    assertThat(api.requests(judged)).isEmpty();

    page.getByLabel("Depends").check();
    page.getByLabel("Opinion").check();
    page.getByLabel("Why?").fill("Since the budget");
    Browser.press(page, "Save");
    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("This person can ask to read it.");
    assertThat(api.requests(judged).getFirst().body())
        .contains("\"counterpartRef\":\"" + Answers.PELLOW + "\",\"verdict\":\"DEPENDS\"")
        .contains("\"basis\":\"OPINION\",\"words\":\"Since the budget\"");
  }

  @Test
  void who_made_a_judgement_takes_it_back_and_what_has_shown_is_written_down() {
    String withdrawal = "POST " + SLOT + "/judgements/" + Answers.OWN_JUDGEMENT + "/withdrawal";
    String shown = "POST " + SLOT + "/tests";
    api.answer(withdrawal, 204, "");
    api.answer(shown, 201, "{}");
    opens(PAGES + "/judgement");
    assertThat(page.getByText("Take this judgement back")).hasCount(1);
    Browser.press(page, "Take this judgement back");
    assertThat(api.requests(withdrawal)).hasSize(1);
    page.getByText("Write down what has shown").click();
    page.getByLabel("Do they back us?").check();
    page.getByLabel("What happened?").fill("Spoke up at the board");
    Browser.press(page, "Save");
    assertThat(api.requests(shown).getFirst().body())
        .contains("\"relationshipId\":\"0192f0c0-9999-7000-8000-000000000001\"")
        .contains("\"test\":\"ALLY\"")
        .contains("\"evidence\":\"Spoke up at the board\"")
        .doesNotContain("strength");
  }

  @Test
  void somebody_is_asked_to_open_a_door() {
    String asked = "POST " + SLOT + "/introductions";
    api.answer(asked, 201, "{}");
    opens(PAGES + "/candidates?to=" + Answers.CHIEF_NURSE);
    assertThat(page.locator("main"))
        .containsText("The shortest way is through Dr Sunita Pellow. There is 1 other.");
    assertThat(page.locator("main"))
        .containsText("Dee Marchbank, GP liaison lead (cannot agree to anything in this role)");
    assertThat(page.locator("main")).containsText("Somebody who is not shown any more");
    page.getByLabel("To whom?").selectOption(Answers.CHIEF_NURSE);
    page.getByLabel("Whom did you ask?").selectOption(Answers.PELLOW);
    page.locator("form[action$='introduction/asked'] button").click();
    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("It is saved that you asked for an introduction.");
    assertThat(api.requests(asked).getFirst().body())
        .contains("\"candidateRef\":\"" + Answers.CHIEF_NURSE + "\"")
        .contains("\"throughRef\":\"" + Answers.PELLOW + "\"");
  }

  @Test
  void the_page_of_the_organisation_shows_its_people_to_the_team() {
    opens("/organisations/WYVT0001");
    assertThat(page.locator("main")).containsText("Open, can make it happen");
    assertThat(page.locator("main")).containsText("Dr Sunita Pellow: Place board, joint group");
  }

  @Test
  void who_is_not_of_the_team_finds_nothing() {
    Answers.femi(api);
    opens("/organisations/WYVT0001");
    for (String path :
        List.of("/organisations/WYVT0001", PAGES + "/judgement", PAGES + "/candidates")) {
      page.navigate(Browser.at(origin, path));
      assertThat(page.locator("main")).isVisible();
      assertThat(page.locator("main")).not().containsText("Pellow");
    }
  }
}
