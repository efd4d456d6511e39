package uk.onevoice.organisations.adapter.http;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.organisations.domain.person.Role;

/** What is posted about people and their roles. */
interface PersonBodies {
  record Name(String name) {}

  /**
   * @param name beginnings of words of it
   * @param organisationId null for anywhere
   * @param role null for any
   * @param due whether only those whose check is due
   */
  record NameSearch(
      String name,
      @Nullable OrganisationId organisationId,
      @Nullable Role role,
      @Nullable Boolean due) {}

  /**
   * @param shown whether the person wants name and contact to be shown to others
   */
  record WorkContact(@Nullable String email, @Nullable String telephone, boolean shown) {}

  /**
   * @param end the first day after the last
   * @param clinical null for what it was before
   */
  record Correction(LocalDate start, @Nullable LocalDate end, @Nullable Boolean clinical) {}

  /**
   * @param on the last day's next: the successor's first
   */
  record HandOver(PersonId successorId, LocalDate on) {}

  record NewSessions(LocalDate from, double sessionsPerWeek, double protectedHours) {}

  /**
   * @param nextCheckDue null for half a year from now
   */
  record NewCheck(@Nullable LocalDate nextCheckDue) {}

  record Merge(PersonId into) {}
}
