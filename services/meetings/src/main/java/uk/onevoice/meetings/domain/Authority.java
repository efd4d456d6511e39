package uk.onevoice.meetings.domain;

import java.util.List;
import java.util.UUID;
import uk.onevoice.meetings.domain.mandate.Unmandated;

/**
 * A mandate that somebody names, looked at for this meeting and person.
 *
 * @param unmandated why it does not let them speak here; empty where it does
 */
public record Authority(UUID mandateId, List<Unmandated> unmandated) {
  public Authority {
    unmandated = List.copyOf(unmandated);
  }
}
