package uk.onevoice.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** What is printed of a page, and what there is to print instead. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "web"))
@WithTestResource(WebSettings.class)
class PrintTest {
  private static final Pattern COUNT = Pattern.compile("/Type /Pages\\s+/Count (\\d+)");

  @TestHTTPResource URI origin;

  private final FakeApi api = FakeApi.running();
  private BrowserContext context;
  private Page page;

  @BeforeEach
  void a_reader() {
    api.reset();
    Answers.nadia(api);
    context = Browser.context(1280, false);
    page = context.newPage();
  }

  @AfterEach
  void leaves() {
    context.close();
  }

  @Test
  void a_place_and_an_ics_are_printed_on_one_page_or_taken_as_the_paper_for_a_board() {
    String place = "/places/" + Answers.MARL_VALLEY;
    page.navigate(origin.resolve(place).toString());
    Browser.signIn(page, "nadia.velloso");
    assertThat(page.title()).startsWith("Who speaks for general practice in Marl Valley");
    printed(place);
    page.navigate(origin.resolve("/ics/WYVICB01/representation").toString());
    printed("/ics/WYVICB01");
  }

  private void printed(String area) {
    // With its styles: without them it is longer.
    page.waitForLoadState();
    byte[] sheet = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
    Matcher count = COUNT.matcher(new String(sheet, StandardCharsets.ISO_8859_1));
    assertThat(count.find()).isTrue();
    assertThat(count.group(1)).as("pages of " + area).isEqualTo("1");
    api.answer(
        "GET /v1" + area + "/representation/paper",
        200,
        "%PDF-1.7",
        "Content-Type",
        "application/pdf",
        "Content-Disposition",
        "inline; filename=\"representation.pdf\"");
    String paper = page.locator("a:has-text('Print one page')").getAttribute("href");
    var answer = page.request().get(origin.resolve(paper).toString());
    assertThat(answer.text()).isEqualTo("%PDF-1.7");
    assertThat(answer.headers())
        .containsEntry("content-type", "application/pdf")
        .containsEntry("content-disposition", "inline; filename=\"representation.pdf\"");
  }
}
