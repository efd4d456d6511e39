package uk.onevoice.mandates.domain;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which practices of the place are asked, where it is not all: members of a body, whoever they are
 * on the day that is asked about, or those that are named.
 *
 * @param bodyId null where they are named
 * @param practiceIds null where they are members of a body
 */
public record Grantors(@Nullable OrganisationId bodyId, @Nullable List<PracticeId> practiceIds) {
  public Grantors {
    if ((bodyId == null) == (practiceIds == null)) {
      throw new IllegalArgumentException("Either members of a body are asked, or named practices.");
    }
    if (practiceIds != null) {
      if (practiceIds.isEmpty()) {
        throw new IllegalArgumentException("At least one practice is asked.");
      }
      practiceIds = List.copyOf(practiceIds);
    }
  }

  boolean include(PracticeId practice, Set<OrganisationId> bodies) {
    return practiceIds == null
        ? bodyId != null && bodies.contains(bodyId)
        : practiceIds.contains(practice);
  }
}
