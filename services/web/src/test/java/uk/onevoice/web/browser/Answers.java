package uk.onevoice.web.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What the APIs answer about the invented ICS, recorded in {@code src/test/resources/api}. */
final class Answers {
  static final String LEAD_ROLE = "0192f0c0-0000-7000-8000-000000000001";
  static final String PARTNER_ROLE = "0192f0c0-0000-7000-8000-000000000002";

  private Answers() {}

  /** A federation's lead, and everything she may see. */
  static void nadia(FakeApi api) {
    api.answer("GET /v1/people/me", 200, file("me-nadia"));
    api.answer("GET /v1/ics", 200, file("ics"));
  }

  /** The same person is a partner of a practice too. */
  static void twoRoles(FakeApi api) {
    api.answer("GET /v1/people/me", 200, file("me-two-roles"));
  }

  static String file(String name) {
    try (InputStream in = Answers.class.getResourceAsStream("/api/" + name + ".json")) {
      if (in == null) {
        throw new IllegalStateException("No recorded answer " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
