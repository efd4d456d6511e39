package uk.onevoice.web.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The number that stands for a session. The browser has it; the database has only its hash, so that
 * a copy of the database opens no session.
 */
record SessionNumber(String value) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  static SessionNumber draw() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new SessionNumber(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** 256 random bits need no salt and no slow hash. */
  String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** A record would print its value into logs. */
  @Override
  public String toString() {
    return "SessionNumber";
  }
}
