package uk.onevoice.projection.facts;

import uk.onevoice.messaging.HeardEvent;

/** A stream of a log. */
record Stream(String log, String name) {
  static Stream of(HeardEvent event) {
    return new Stream(event.log(), event.stream());
  }
}
