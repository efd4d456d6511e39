package uk.onevoice.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** The forms of a keeper without JavaScript: who followed, and where what waits goes. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "web"))
@WithTestResource(WebSettings.class)
class SuccessionFormsTest {
  private static final String ASSIGNMENTS = "POST /v1/organisations/unresolved/assignments";
  private static final String SUCCESSION = "POST /v1/organisations/WYVICB09/succession";

  @TestHTTPResource URI origin;

  private final FakeApi api = FakeApi.running();
  private Page page;

  @BeforeEach
  void a_keeper() {
    api.reset();
    Answers.keeper(api);
    page = Browser.plain(1280);
  }

  private void opens(String path) {
    Browser.opens(page, origin, path, "keeper");
  }

  @Test
  void many_are_ticked_and_go_to_one_successor() {
    api.answer(ASSIGNMENTS, 200, "{\"assigned\":2}", "X-Position", "organisations:1:9");
    opens("/unresolved/WYVICB09");
    page.getByLabel("Wyvern East sub-ICB (commissioned by it)").check();
    page.getByLabel("Marl Valley (place of its ICS)").check();
    page.getByLabel("NHS Tarrow ICB").check();
    Browser.press(page, "Save");

    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("It is saved where they go.");
    assertThat(api.requests(ASSIGNMENTS).getFirst().body())
        .isEqualTo(
            "{\"assignments\":["
                + "{\"id\":\"0192f0c0-9999-7000-8000-000000000002\",\"to\":\"WYVICB02\"},"
                + "{\"id\":\"0192f0c0-9999-7000-8000-000000000003\",\"to\":\"WYVICB02\"}]}");
  }

  @Test
  void a_role_is_called_by_who_holds_it_and_can_end() {
    api.answer(ASSIGNMENTS, 200, "{\"assigned\":1}", "X-Position", "organisations:1:9");
    opens("/unresolved/WYVICB09");
    page.getByLabel("Dr Rowan Pike: GP member of the ICB (role there)").check();
    page.getByLabel("To nobody: it ends").check();
    Browser.press(page, "Save");

    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("It is saved where they go.");
    assertThat(api.requests(ASSIGNMENTS).getFirst().body())
        .isEqualTo(
            "{\"assignments\":["
                + "{\"id\":\"0192f0c0-9999-7000-8000-000000000004\",\"ends\":true}]}");
  }

  @Test
  void the_page_of_an_ICS_leads_to_its_old_area_and_to_those_it_followed() {
    opens("/ics/WYVICB01");
    assertThat(page.locator("main"))
        .containsText("Shown with the area that it has from 1 April 2026 on.");
    assertThat(page.locator("a[href='/ics/WYVICB09?footprint=OLD']:has-text('NHS Old Wyvern ICB')"))
        .isVisible();
    page.locator("a:has-text('See it with its old area, until 31 March 2026')").click();
    assertThat(page).hasURL(Pattern.compile("/ics/WYVICB01\\?footprint=OLD$"));
    assertThat(page.locator("a[href='/ics/WYVICB01/practices?footprint=OLD']")).isVisible();
    assertThat(api.requests("GET /v1/ics/WYVICB01/structure?footprint=OLD")).isNotEmpty();
  }

  @Test
  void one_that_cannot_go_there_is_named_and_nothing_is_lost() {
    api.answer(
        ASSIGNMENTS,
        409,
        """
        {"type":"https://onevoice.example/problems/assignments-refused",
         "title":"Not all of them can be assigned so.","status":409,"correlationId":"c-1",
         "violations":[{"pointer":"/assignments/0","message":"is not open on 2026-04-01"}]}\
        """);
    opens("/unresolved/WYVICB09");
    page.getByLabel("Wyvern East sub-ICB (commissioned by it)").check();
    page.getByLabel("NHS Tarrow ICB").check();
    Browser.press(page, "Save");

    assertThat(page.locator(".nhsuk-error-summary"))
        .containsText("Wyvern East sub-ICB is not open on 2026-04-01");
    assertThat(page.getByLabel("Wyvern East sub-ICB (commissioned by it)")).isChecked();
    assertThat(page.getByLabel("NHS Tarrow ICB")).isChecked();
  }

  @Test
  void nothing_ticked_and_nobody_chosen_is_said_at_the_fields() {
    opens("/unresolved/WYVICB09");
    Browser.press(page, "Save");

    assertThat(page.locator(".nhsuk-error-summary")).containsText("Choose at least one");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("Choose to whom they go");
    assertThat(api.requests(ASSIGNMENTS)).isEmpty();
  }

  @Test
  void a_split_is_said_with_the_codes_of_those_who_followed() {
    api.answer(SUCCESSION, 204, "", "ETag", "\"3\"", "X-Position", "organisations:1:9");
    opens("/organisations/WYVICB09/succession");
    page.locator("summary:has-text('Say who followed it')").click();
    page.getByLabel("It was split between several").check();
    page.getByLabel("Who followed?").fill("WYVICB01, WYVICB02");
    page.locator("#date-day").fill("1");
    page.locator("#date-month").fill("4");
    page.locator("#date-year").fill("2026");
    Browser.press(page, "Save who followed");

    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("Nothing that belonged to it has moved.");
    assertThat(api.requests(SUCCESSION).getFirst().header("if-match")).contains("\"2\"");
    assertThat(api.requests(SUCCESSION).getFirst().body())
        .isEqualTo(
            "{\"successors\":[\"WYVICB01\",\"WYVICB02\"],"
                + "\"kind\":\"SPLIT\",\"date\":\"2026-04-01\"}");
  }

  @Test
  void an_assignment_is_taken_back_on_the_page_of_who_was_assigned() {
    String back =
        "POST /v1/organisations/WYVP0002/affiliations/0192f0c0-8888-7000-8000-000000000002/taking-back";
    api.answer(back, 204, "", "ETag", "\"3\"", "X-Position", "organisations:1:9");
    opens("/organisations/WYVP0002/succession");
    page.locator("summary:has-text('It was assigned wrongly')").click();
    page.getByLabel("Marl North PCN, from 1 April 2023").check();
    Browser.press(page, "Take the assignment back");

    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("It belongs where it did before.");
    assertThat(api.requests(back)).hasSize(1);
    assertThat(api.requests(back).getFirst().header("if-match")).isEmpty();
  }
}
