package uk.onevoice.projection.freshness;

import uk.onevoice.messaging.HeardEvent;

/** A part of a log's topic; a stream lies in one. */
public record Partition(String log, int number) {
  public static Partition of(HeardEvent event) {
    return new Partition(event.log(), event.partition());
  }
}
