package uk.onevoice.organisations.adapter.http;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.starter.Step;

/**
 * What can be done in a place towards a leadership group.
 *
 * @param groups the ids of those that speak for it already
 * @param changes whether the caller may tick
 */
record StarterView(
    UUID placeId, String name, List<String> groups, List<Item> steps, boolean changes) {

  /**
   * @param organisationId the body the step is taken with; null where it is taken once
   * @param roleHeld whether somebody there holds the role that is to be talked to; null where the
   *     step is with nobody
   * @param doneOn null while it is to be done
   */
  record Item(
      Step step,
      @Nullable String organisationId,
      @Nullable String organisationName,
      @Nullable Boolean roleHeld,
      @Nullable LocalDate doneOn) {}
}
