package uk.onevoice.organisations.adapter.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.organisation.SuccessionKind;
import uk.onevoice.organisations.domain.person.Role;
import uk.onevoice.organisations.domain.succession.Child;

/** Who followed whom, and what that left open: what is posted, and the answers. */
interface SuccessionBodies {
  record NewSuccession(List<OrganisationId> successors, SuccessionKind kind, LocalDate date) {}

  record SuccessionOf(LocalDate date) {}

  /**
   * @param follows the bodies that this one followed
   * @param waiting how many of its children wait for somebody to say where they go
   */
  record Lineage(
      OrganisationId organisationId,
      LocalDate asOf,
      List<Relative> follows,
      List<Relative> followedBy,
      int waiting) {}

  /**
   * @param name null where the registry has no name for it
   */
  record Relative(LocalDate on, OrganisationId organisationId, @Nullable String name) {}

  /**
   * @param id to assign it by
   * @param subjectId who or what waits: an organisation, a place, a system, or a person by
   *     reference; of an own membership what the predecessor is a member of
   * @param subjectName null where it has no name in the registry
   * @param suggestion the only candidate; null where there are several, or none
   * @param assignable whether the reader may say where it goes: systems are for administrators
   * @param endable whether the reader may say instead that it goes nowhere
   */
  record Waiting(
      String id,
      Child.Kind kind,
      String subjectId,
      @Nullable String subjectName,
      @Nullable AffiliationKind belonging,
      @Nullable Role role,
      OrganisationId predecessorId,
      @Nullable String predecessorName,
      LocalDate since,
      List<Candidate> candidates,
      @Nullable OrganisationId suggestion,
      boolean assignable,
      boolean endable) {}

  record Candidate(OrganisationId organisationId, @Nullable String name) {}

  /**
   * @param total of all pages
   * @param byKind the same by kind
   */
  record AllWaiting(
      LocalDate asOf,
      int total,
      Map<Child.Kind, Integer> byKind,
      List<Waiting> items,
      @Nullable String next) {}

  /**
   * @param asOf the day as of which they wait; today where it is left out
   */
  record NewAssignments(List<NewAssignment> assignments, @Nullable LocalDate asOf) {}

  /**
   * @param id of what waits
   * @param to one of its candidates; null where it ends
   * @param ends true where it goes to nobody and is over since the day since which it waits
   */
  record NewAssignment(String id, @Nullable OrganisationId to, @Nullable Boolean ends) {
    boolean isOver() {
      return Boolean.TRUE.equals(ends);
    }
  }

  /**
   * @param assigned how many have been assigned so
   */
  record Assigned(int assigned) {}
}
