package uk.onevoice.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** Signing in and out through the real Keycloak, and what a visitor is told on the way. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "web"))
@WithTestResource(WebSettings.class)
class SignInTest {
  @TestHTTPResource URI origin;
  @Inject DataSource database;

  private final FakeApi api = FakeApi.running();
  private BrowserContext context;
  private Page page;

  @BeforeEach
  void a_visitor() {
    api.reset();
    // Without JavaScript: whatever works here works for everybody.
    context = Browser.context(1280, false);
    page = context.newPage();
  }

  @AfterEach
  void leaves() {
    context.close();
  }

  private String at(String path) {
    return origin.resolve(path).toString().replace("127.0.0.1", "localhost");
  }

  @Test
  void the_first_page_shows_nothing_about_anybody_and_one_button() {
    page.navigate(at("/"));

    assertThat(page.locator("h1"))
        .hasText("See who speaks for general practice, and whether it changes anything");
    assertThat(page.locator(".nhsuk-header__account")).hasCount(0);
    assertThat(api.requests("GET")).isEmpty();
  }

  @Test
  void whoever_asks_for_a_page_comes_back_to_it_after_signing_in() {
    Answers.nadia(api);

    page.navigate(at("/choose-role?next=/search"));
    Browser.signIn(page, "nadia.velloso");

    assertThat(page).hasURL(at("/choose-role?next=/search"));
    assertThat(page.locator(".nhsuk-header__account-link"))
        .hasText("Nadia Velloso, for Marl Valley GP Federation: change or sign out");
    assertThat(api.requests("GET /v1/people/me").getFirst().header("authorization").orElse(""))
        .startsWith("Bearer ey");
  }

  @Test
  void the_browser_holds_a_number_and_the_database_only_its_hash() throws SQLException {
    Answers.nadia(api);
    page.navigate(at("/choose-role"));
    Browser.signIn(page, "nadia.velloso");

    String number =
        context.cookies().stream()
            .filter(cookie -> cookie.name.startsWith("q_session"))
            .peek(cookie -> assertThat(cookie.httpOnly).isTrue())
            .map(cookie -> cookie.value)
            .findFirst()
            .orElseThrow();
    assertThat(number).hasSize(43);
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                "select count(*) filter (where id_hash = ?), count(*) filter (where id_hash = encode(sha256(convert_to(?, 'UTF8')), 'hex')) from sign_in_session")) {
      statement.setString(1, number);
      statement.setString(2, number);
      var rows = statement.executeQuery();
      rows.next();
      assertThat(rows.getInt(1)).isZero();
      assertThat(rows.getInt(2)).isEqualTo(1);
    }
  }

  @Test
  void signing_out_ends_the_session_on_the_server() throws SQLException {
    Answers.nadia(api);
    page.navigate(at("/choose-role"));
    Browser.signIn(page, "nadia.velloso");
    var cookies = context.cookies();

    Browser.press(page, "Sign out");
    assertThat(page).hasURL(at("/"));

    context.addCookies(cookies);
    page.navigate(at("/choose-role"));
    assertThat(page.locator("#kc-login")).isVisible();
  }

  @Test
  void a_session_that_is_over_is_no_session() throws SQLException {
    Answers.nadia(api);
    page.navigate(at("/choose-role"));
    Browser.signIn(page, "nadia.velloso");
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement("update sign_in_session set ends_at = now()")) {
      statement.executeUpdate();
    }

    // The identity provider still knows her and gives her a new one, without asking again.
    page.navigate(at("/choose-role"));

    assertThat(page.locator("h1")).hasText("Who are you today?");
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                "select count(*) from sign_in_session where ends_at > now()")) {
      var rows = statement.executeQuery();
      rows.next();
      assertThat(rows.getInt(1)).isEqualTo(1);
    }
  }

  @Test
  void somebody_who_is_not_registered_is_told_what_to_do() {
    api.answer(
        "GET /v1/people/me",
        403,
        """
        {"type":"https://onevoice.example/problems/not-registered","title":"This sign-in belongs to nobody registered here.",
         "status":403,"correlationId":"c-1"}\
        """);

    page.navigate(at("/ics"));
    Browser.signIn(page, "colm.ashgrove");

    assertThat(page.locator("h1")).hasText("You are signed in, but not registered here");
    assertThat(page.locator("main")).containsText("Colm Ashgrove");
    Browser.press(page, "Sign out");
    assertThat(page).hasURL(at("/"));
  }

  @Test
  void a_person_with_two_roles_chooses_one_and_acts_in_it() {
    Answers.nadia(api);
    Answers.twoRoles(api);
    page.navigate(at("/sign-in"));
    Browser.signIn(page, "nadia.velloso");

    assertThat(page.locator("h1")).hasText("Who are you today?");
    Browser.press(page, "Continue");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("Choose the role you act in");
    page.getByLabel("GP partner, Lower Marl Surgery").check();
    Browser.press(page, "Continue");

    assertThat(page.locator(".nhsuk-header__account")).containsText("for Lower Marl Surgery");
    assertThat(api.requests("GET /v1/diary/load").getLast().header("x-acting-as"))
        .contains(Answers.PARTNER_ROLE);
  }

  @Test
  void with_several_roles_nothing_is_read_before_one_is_chosen_and_the_asked_page_follows() {
    Answers.nadia(api);
    Answers.twoRoles(api);

    page.navigate(at("/ics?asOf=2026-04-01"));
    Browser.signIn(page, "nadia.velloso");

    assertThat(page.locator("h1")).hasText("Who are you today?");
    assertThat(api.requests("GET")).extracting(FakeApi.Request::path).containsOnly("/v1/people/me");
    page.getByLabel("GP partner, Lower Marl Surgery").check();
    Browser.press(page, "Continue");

    assertThat(page).hasURL(at("/ics?asOf=2026-04-01"));
    assertThat(api.requests("GET /v1/ics?asOf=2026-04-01").getLast().header("x-acting-as"))
        .contains(Answers.PARTNER_ROLE);
  }

  @Test
  void a_form_sent_after_the_sign_in_ran_out_leads_back_to_its_page_which_says_so() {
    Answers.nadia(api);
    page.navigate(at("/meetings/" + Answers.MEETING));
    Browser.signIn(page, "nadia.velloso");
    context.clearCookies(
        new BrowserContext.ClearCookiesOptions().setName(Pattern.compile("q_session.*")));

    page.locator("#title").fill("Rooms");
    page.locator("#topic").fill("Community services");
    Browser.press(page, "Add the item");

    assertThat(page).hasURL(at("/meetings/" + Answers.MEETING + "?said=not-saved"));
    assertThat(page.locator(".nhsuk-notification-banner"))
        .containsText("what you had sent was not saved. Please enter it again.");
    assertThat(api.requests("POST")).isEmpty();
  }

  @Test
  void a_form_without_its_token_changes_nothing() throws Exception {
    Answers.nadia(api);
    page.navigate(at("/choose-role"));
    Browser.signIn(page, "nadia.velloso");
    page.evaluate("document.querySelector('input[name=csrf]').value = 'something-else'");

    Browser.press(page, "Continue");

    assertThat(page.locator("h1")).hasText("This could not be read");
    assertThat(context.cookies().stream().map(cookie -> cookie.name)).doesNotContain("ov_role");
  }

  @Test
  void every_answer_forbids_foreign_and_inline_scripts_and_frames() throws Exception {
    var answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(origin).build(), BodyHandlers.ofString());

    var headers = answer.headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains(
            "default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(headers.firstValue("Permissions-Policy")).isPresent();
    assertThat(answer.body()).doesNotContain("style=", "onclick", "<script>");
  }

  @Test
  void a_page_that_is_not_there_says_so_without_saying_more() {
    Answers.nadia(api);
    page.navigate(at("/nothing-here"));
    Browser.signIn(page, "nadia.velloso");

    assertThat(page.locator("h1")).hasText("There is nothing here for you");
  }
}
