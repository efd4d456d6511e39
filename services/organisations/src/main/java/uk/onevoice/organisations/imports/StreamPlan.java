package uk.onevoice.organisations.imports;

import java.util.List;

/**
 * The events for one stream, decided on this version of it.
 *
 * @param events of one aggregate
 */
public record StreamPlan(String stream, long version, List<Object> events) {
  public StreamPlan {
    events = List.copyOf(events);
  }
}
