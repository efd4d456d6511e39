package uk.onevoice.eventstore;

import java.io.Serial;

/** An event is larger than Kafka would take; a command said too much at once. */
public final class EventTooLarge extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public EventTooLarge(String type) {
    super("An event of type " + type + " is too large.");
  }
}
