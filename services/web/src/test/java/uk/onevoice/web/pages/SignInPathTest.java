package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After signing in a reader goes on within this service, whatever a link says. */
class SignInPathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ics",
        "/ics/WYVICB01?asOf=2026-04-01",
        "/search?query=a%20b&type=PCN",
        "/sign-in?next=%2Fics"
      })
  void own_paths_are_followed(String path) {
    assertThat(SignIn.ownPath(path)).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://elsewhere.example",
        "//elsewhere.example",
        "/\\elsewhere.example",
        "/a\r\nSet-Cookie: x",
        "/a%",
        "ics",
        "javascript:alert(1)"
      })
  void everything_else_leads_to_the_start(String path) {
    assertThat(SignIn.ownPath(path)).isEqualTo("/ics");
  }
}
