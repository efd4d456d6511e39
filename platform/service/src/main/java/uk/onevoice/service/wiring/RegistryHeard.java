package uk.onevoice.service.wiring;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether this service's copy of the registry is whole, for who acts on what is not in it. */
@ApplicationScoped
public class RegistryHeard {
  private final DirectoryFeed feed;

  RegistryHeard(DirectoryFeed feed) {
    this.feed = feed;
  }

  /**
   * Whether all there is has been heard: nothing waits, nothing is in the way, and the log is not
   * being heard again from its beginning.
   */
  public boolean isWhole() {
    var freshness = feed.applied().freshness().getFirst();
    return freshness.trouble() == null && freshness.contactAt() != null && freshness.lag() == 0;
  }
}
