package uk.onevoice.directory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A sign-in without saying whose: SHA-256 of issuer, line feed and subject, in hexadecimal. */
public record IdentityHash(String value) {
  public IdentityHash {
    if (!value.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("An identity hash is 64 hexadecimal digits.");
    }
  }

  public static IdentityHash of(String issuer, String subject) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((issuer + "\n" + subject).getBytes(StandardCharsets.UTF_8));
      return new IdentityHash(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException cause) {
      throw new IllegalStateException("Every Java has SHA-256.", cause);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
