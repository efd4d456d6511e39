package uk.onevoice.organisations.imports;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A file of which nothing can be taken over; the message tells the person who sent it why. */
public final class UnreadableFile extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  /** What is wrong with it. */
  public enum Reason {
    EMPTY,
    TOO_LARGE,
    DAMAGED,
    SEVERAL_FILES,
    NOT_UTF_8,
    NOT_RECOGNISED,
    RELEASE_NEEDED,
    NO_USABLE_ROW
  }

  private final Reason reason;

  public UnreadableFile(Reason reason, String message) {
    this(reason, message, null);
  }

  public UnreadableFile(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** For people: never null. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
