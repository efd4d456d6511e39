package uk.onevoice.organisations.domain.group;

import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.person.Role;

/**
 * For each of these so many seats. Which seats there are on a day follows from the registry of that
 * day: a new network has its seat, vacant, without anybody doing anything.
 *
 * @param role that gives a claim to the seat; null where any will do
 * @param seats for each
 */
public record SeatRule(Per per, @Nullable Role role, FilledBy filledBy, int seats) {
  private static final int MOST = 20;

  public SeatRule {
    if (seats < 1 || seats > MOST) {
      throw new IllegalArgumentException("A rule makes 1 to " + MOST + " seats.");
    }
  }

  /** Two rules on the same would make the same seats. */
  boolean onTheSameAs(SeatRule other) {
    return per == other.per && role == other.role;
  }
}
