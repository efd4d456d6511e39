package uk.onevoice.web.pages;

/** The reader has several roles and must say first in which one they read. */
final class RoleNotChosen extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String asked;

  RoleNotChosen(String asked) {
    super("No role chosen for " + asked);
    this.asked = asked;
  }

  /** Where they wanted to go. */
  String asked() {
    return asked;
  }
}
