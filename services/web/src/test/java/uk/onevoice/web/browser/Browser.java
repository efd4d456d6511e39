package uk.onevoice.web.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A real Chromium, started once for all tests of this module. */
final class Browser {
  private static final Playwright PLAYWRIGHT =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private static final com.microsoft.playwright.Browser CHROMIUM =
      PLAYWRIGHT.chromium().launch(launch());
  static final Path SHOTS = Path.of("target/shots");

  static {
    // As long as a page may take: the machine has other tests to run.
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
  }

  private static final int HEIGHT = 900;
  private static final Page PLAIN = context(1280, false).newPage();

  /** Shorter than a token lives, so that none is renewed in one test and used in the next. */
  private static final Duration SESSION = Duration.ofMinutes(3);

  private static final Map<String, Session> SESSIONS = new ConcurrentHashMap<>();

  private record Session(List<Cookie> cookies, Instant began) {}

  private Browser() {}

  private static BrowserType.LaunchOptions launch() {
    return new BrowserType.LaunchOptions()
        .setExecutablePath(executable())
        .setArgs(
            List.of(
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                // One process for all pages: each new one costs more than the page it shows.
                "--disable-site-isolation-trials",
                "--process-per-site",
                "--renderer-process-limit=1",
                // Each page is a new program that runs for a quarter of a second: making it fast
                // takes longer than running it.
                "--js-flags=--no-opt --no-maglev"));
  }

  private static Path executable() {
    return Stream.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException(
                "These tests need Chromium: on Debian, apt-get install chromium"));
  }

  static BrowserContext context(int width, boolean javaScript) {
    return CHROMIUM.newContext(
        new com.microsoft.playwright.Browser.NewContextOptions()
            .setViewportSize(width, HEIGHT)
            .setLocale("en-GB")
            .setTimezoneId("Europe/London")
            .setJavaScriptEnabled(javaScript));
  }

  /**
   * A page without JavaScript that knows nobody: the same for all tests, because a new window is
   * more work than what most tests do in it.
   */
  static Page plain(int width) {
    // First, so that no answer that is still on its way brings a cookie afterwards.
    PLAIN.navigate("about:blank");
    PLAIN.context().clearCookies();
    PLAIN.setViewportSize(width, HEIGHT);
    return PLAIN;
  }

  /** Opens a path as somebody, who signs in once for many tests. SignInTest is about signing in. */
  static void opens(Page page, URI origin, String path, String user) {
    var known = SESSIONS.get(user);
    if (known == null || known.began().isBefore(Instant.now().minus(SESSION))) {
      page.navigate(at(origin, path));
      signIn(page, user);
      var cookies =
          page.context().cookies().stream()
              .filter(cookie -> cookie.name.startsWith("q_session"))
              .toList();
      SESSIONS.put(user, new Session(cookies, Instant.now()));
    } else {
      page.context().addCookies(known.cookies());
      page.navigate(at(origin, path));
    }
  }

  /** The address of a path by the name under which browsers may be signed in. */
  static String at(URI origin, String path) {
    return origin.resolve(path).toString().replace("127.0.0.1", "localhost");
  }

  /** Fills in Keycloak's own page; it works without JavaScript. */
  static void signIn(Page page, String user) {
    page.locator("#username").fill(user);
    page.locator("#password").fill("onevoice-demo");
    page.locator("#kc-login").click();
    // Until all of our page is there, its styles too: a click ends when the page begins.
    page.waitForURL(url -> !url.contains("/realms/"));
  }

  /** By how many pixels a page is wider than its window. */
  static int sidewaysScroll(Page page) {
    return ((Number)
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .intValue();
  }

  /** For who asks for pictures: they take a minute of a test that needs none. */
  static void shoot(Page page, String name) {
    if (Boolean.getBoolean("onevoice.shots")) {
      page.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setPath(SHOTS.resolve(name + ".png")));
    }
  }

  /**
   * By its name, which is another one before the styles are there: hidden words stand apart from
   * what is before them.
   */
  static void press(Page page, String button) {
    page.waitForLoadState();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }
}
