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

/** What practices let others agree for them: found, answered and run without JavaScript. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "web"))
@WithTestResource(WebSettings.class)
class MandateFormsTest {
  @TestHTTPResource URI origin;

  private final FakeApi api = FakeApi.running();
  private BrowserContext context;
  private Page page;

  @BeforeEach
  void a_reader() {
    api.reset();
    context = Browser.context(320, false);
    page = context.newPage();
  }

  @AfterEach
  void leaves() {
    context.close();
  }

  private void opens(String path, String user) {
    goesTo(path);
    Browser.signIn(page, user);
  }

  private void goesTo(String path) {
    page.navigate(origin.resolve(path).toString().replace("127.0.0.1", "localhost"));
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
        .isEqualTo(
            "/v1/who-can-agree?limit=50&area=" + Answers.MARL_VALLEY + "&topic=urgent-care");
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
}
