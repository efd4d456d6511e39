package uk.onevoice.kernel;

import java.util.regex.Pattern;

/**
 * An organisation's code in the NHS Organisation Data Service. Opaque: its shape says nothing about
 * the kind of organisation (QGH, S1Y5D and M81009 are all codes).
 */
public record OdsCode(String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Z0-9]{3,8}");

  public OdsCode {
    if (!isValid(value)) {
      throw new IllegalArgumentException("An ODS code is 3 to 8 capital letters and digits.");
    }
  }

  public static boolean isValid(String text) {
    return SHAPE.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
