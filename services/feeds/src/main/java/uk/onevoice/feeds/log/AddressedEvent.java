package uk.onevoice.feeds.log;

import java.util.Set;

/**
 * An event of the log with whom it is for; the latter never leaves the service.
 *
 * @param organisations whose systems may hear it, where not everyone may
 */
public record AddressedEvent(FeedEvent event, boolean everyone, Set<String> organisations) {
  public AddressedEvent {
    organisations = Set.copyOf(organisations);
  }

  /** The same as the log's own query decides. */
  public boolean isFor(String organisation, Filter filter) {
    return (everyone || organisations.contains(organisation))
        && filter.takes(event.type(), event.subject(), event.place(), event.topic());
  }
}
