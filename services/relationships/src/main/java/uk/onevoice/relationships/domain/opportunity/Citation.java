package uk.onevoice.relationships.domain.opportunity;

import java.util.Set;
import java.util.UUID;

/**
 * A mandate that is cited for a bid, with what it lacks on the day that counts.
 *
 * @param lacks nothing where it covers the bid
 */
public record Citation(UUID mandateId, Set<Lack> lacks) {
  public Citation {
    lacks = Set.copyOf(lacks);
  }

  /** Why a mandate does not cover a bid. */
  public enum Lack {
    /** No mandate of the place is known by this id. */
    NOT_KNOWN,
    NOT_IN_FORCE,
    /** It does not name the opportunity's topic. */
    TOPIC
  }

  public boolean covers() {
    return lacks.isEmpty();
  }
}
