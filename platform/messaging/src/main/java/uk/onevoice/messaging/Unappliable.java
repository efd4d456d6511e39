package uk.onevoice.messaging;

import java.io.Serial;

/** An event can never be applied; its stream waits, parked, for a person to look. */
public final class Unappliable extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient HeardEvent event;

  /**
   * @param reason for the operator; names fields and types, never values of the payload
   */
  public Unappliable(HeardEvent event, String reason) {
    super(reason);
    this.event = event;
  }

  public HeardEvent event() {
    return event;
  }
}
