package uk.onevoice.organisations.domain.client;

import java.util.regex.Pattern;

/** A system by the name under which it signs in. */
public record ClientId(String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{1,80}");

  public ClientId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A client id has 1 to 80 letters, digits, dots, hyphens and underscores.");
    }
  }
}
