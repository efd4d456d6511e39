package uk.onevoice.service.json;

/** Which characters may come in, in bodies as in addresses. */
public final class Text {
  private Text() {}

  /**
   * Whether there are whole characters only, and no control character but tab and line ends, no
   * override of the writing direction, nothing that is no character at all.
   */
  public static boolean isClean(String text) {
    return text.codePoints().allMatch(Text::isWelcome);
  }

  private static boolean isWelcome(int character) {
    if (character == '\t' || character == '\n' || character == '\r') {
      return true;
    }
    boolean directionOverride =
        (character >= 0x202A && character <= 0x202E)
            || (character >= 0x2066 && character <= 0x2069);
    boolean noCharacter = (character & 0xFFFE) == 0xFFFE;
    boolean loneSurrogate = character >= 0xD800 && character <= 0xDFFF;
    return !Character.isISOControl(character)
        && !directionOverride
        && !noCharacter
        && !loneSurrogate;
  }
}
