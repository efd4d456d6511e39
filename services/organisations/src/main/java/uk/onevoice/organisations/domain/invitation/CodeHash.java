package uk.onevoice.organisations.domain.invitation;

import java.util.regex.Pattern;

/** SHA-256 of the code, in hexadecimal. The code itself is kept nowhere. */
public record CodeHash(String value) {
  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

  public CodeHash {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("A code's hash has 64 hexadecimal digits.");
    }
  }
}
