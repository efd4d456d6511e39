package uk.onevoice.organisations.domain.succession;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;

/**
 * A child that waits for somebody to say where it goes.
 *
 * @param since the day from which that is open, and from which an assignment holds
 * @param candidates to whom it may go: those who followed and are open, and the body itself while
 *     it is open; none where nobody followed
 */
public record Unresolved(Child child, LocalDate since, List<OrganisationId> candidates) {
  public Unresolved {
    candidates = List.copyOf(candidates);
  }

  /** The only candidate. Where a body was split, nobody but a person can know. */
  public @Nullable OrganisationId suggestion() {
    return candidates.size() == 1 ? candidates.getFirst() : null;
  }
}
