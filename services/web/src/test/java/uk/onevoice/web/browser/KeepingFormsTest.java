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

/**
 * The forms of a keeper without JavaScript: places, who lies in them, and who belongs to bodies.
 */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "web"))
@WithTestResource(WebSettings.class)
class KeepingFormsTest {
  private static final String PLACE = "/v1/organisations/places/" + Answers.MARL_VALLEY;
  private static final String PRACTICES = "POST " + PLACE + "/practices";
  private static final String BELONGING = "0192f0c0-8888-7000-8000-000000000004";

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

  private void day(String field, String day, String month, String year) {
    page.locator("#" + field + "-day").fill(day);
    page.locator("#" + field + "-month").fill(month);
    page.locator("#" + field + "-year").fill(year);
  }

  @Test
  void practices_that_cannot_lie_there_are_named_by_their_codes() {
    api.answer(
        PRACTICES,
        409,
        """
        {"type":"https://onevoice.example/problems/members-refused",
         "title":"Not all of them can belong.","status":409,"correlationId":"c-1",
         "violations":[{"pointer":"/practiceIds/1","message":"is not open on 2026-04-01"}]}\
        """);
    opens("/places/" + Answers.MARL_VALLEY + "/assigning");
    page.getByLabel("Or write their codes").fill("wyvp0001, WYVP0009");
    day("start", "1", "4", "2026");
    page.getByLabel("They leave there on that day").check();
    Browser.press(page, "Save");

    assertThat(page.locator(".nhsuk-error-summary"))
        .containsText("WYVP0009 is not open on 2026-04-01");
    assertThat(page.getByLabel("Or write their codes")).hasValue("wyvp0001, WYVP0009");
    assertThat(page.getByLabel("They leave there on that day")).isChecked();
    assertThat(api.requests(PRACTICES).getFirst().body())
        .isEqualTo(
            "{\"practiceIds\":[\"WYVP0001\",\"WYVP0009\"],"
                + "\"start\":\"2026-04-01\",\"moving\":true}");
  }

  @Test
  void a_last_day_is_sent_as_the_first_day_after_it() {
    String closing = "POST " + PLACE + "/closing";
    api.answer(closing, 204, "", "ETag", "\"5\"", "X-Position", "organisations:1:9");
    opens("/places/" + Answers.MARL_VALLEY + "/keeping");
    page.locator("summary:has-text('Close, or correct')").click();
    day("last", "31", "3", "2028");
    Browser.press(page, "Close it");

    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("The record of the place is saved.");
    var sent = api.requests(closing).getFirst();
    assertThat(sent.body()).isEqualTo("{\"end\":\"2028-04-01\"}");
    assertThat(sent.header("if-match")).contains("\"4\"");
  }

  @Test
  void a_first_day_that_practices_do_not_allow_is_refused_in_its_form_and_then_saved() {
    String start = "POST " + PLACE + "/start";
    api.answer(
        start,
        409,
        """
        {"type":"https://onevoice.example/problems/place-used-before",
         "title":"The place is used before that day.","status":409,"correlationId":"c-1",
         "violations":[{"pointer":"/start","message":"must be 2022-08-01 or earlier"}]}\
        """);
    opens("/places/" + Answers.MARL_VALLEY + "/keeping");
    page.locator("summary:has-text('Correct its first day')").click();
    day("first", "1", "9", "2022");
    Browser.press(page, "Correct the first day");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("Must be 2022-08-01 or earlier");
    assertThat(page.locator("details[open]")).hasCount(1);

    api.answer(start, 204, "", "ETag", "\"5\"", "X-Position", "organisations:1:9");
    day("first", "1", "8", "2022");
    Browser.press(page, "Correct the first day");
    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("The record of the place is saved.");
    var sent = api.requests(start).getLast();
    assertThat(sent.body()).isEqualTo("{\"start\":\"2022-08-01\"}");
    assertThat(sent.header("if-match")).contains("\"4\"");
  }

  @Test
  void a_mistake_opens_the_form_it_is_in() {
    opens("/places/" + Answers.MARL_VALLEY + "/keeping");
    page.locator("summary:has-text('Another name')").click();
    Browser.press(page, "Save the name");

    assertThat(page.locator(".nhsuk-error-summary")).containsText("Write the new name");
    assertThat(page.locator("details[open]")).hasCount(1);
    assertThat(page.getByLabel("New name")).isVisible();
  }

  @Test
  void days_are_corrected_and_an_empty_last_day_goes_on() {
    String correction = "POST /v1/organisations/WYVP0002/affiliations/" + BELONGING + "/correction";
    api.answer(correction, 204, "", "ETag", "\"3\"", "X-Position", "organisations:1:9");
    opens("/organisations/WYVP0002/belonging/" + BELONGING);
    page.locator("summary:has-text('A day is wrong')").click();
    day("rightStart", "1", "6", "2024");
    Browser.press(page, "Correct the days");

    assertThat(page.locator("h1")).containsText("Record of Marl Valley");
    assertThat(api.requests(correction).getFirst().body())
        .isEqualTo("{\"start\":\"2024-06-01\",\"end\":null}");
  }
}
