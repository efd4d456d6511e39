package uk.onevoice.organisations.domain.person;

import java.util.regex.Pattern;

/** SHA-256 over issuer, a line feed and subject, in hexadecimal: a sign-in that tells nothing. */
public record IdentityHash(String value) {
  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

  public IdentityHash {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("An identity hash has 64 hexadecimal digits.");
    }
  }
}
