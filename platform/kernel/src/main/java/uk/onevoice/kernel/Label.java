package uk.onevoice.kernel;

/**
 * A short public name of an organisation, place, forum or topic: the only typed words an event may
 * carry. Forms that ask for one say "no person's name".
 */
public record Label(String value) {
  public static final int MAX_LENGTH = 120;

  public Label {
    value = value.strip();
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("A label has 1 to " + MAX_LENGTH + " characters.");
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("A label holds no control characters.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
