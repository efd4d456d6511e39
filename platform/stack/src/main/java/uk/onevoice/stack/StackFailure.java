package uk.onevoice.stack;

/** Something the person at the keyboard can act on; the message says what. */
public final class StackFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StackFailure(String message) {
    super(message);
  }
}
