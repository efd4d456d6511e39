package uk.onevoice.directory;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as the registry knows it now.
 *
 * @param start null when the registry does not say
 * @param end first day after the last; null while it is open
 */
public record Organisation(
    OrganisationId id,
    String name,
    Set<OrganisationKind> kinds,
    @Nullable LocalDate start,
    @Nullable LocalDate end,
    String status) {
  public Organisation {
    kinds = Set.copyOf(kinds);
  }

  public boolean is(OrganisationKind kind) {
    return kinds.contains(kind);
  }

  /** Whether practices speak through it: it may hold their mandates and relationships. */
  public boolean isGeneralPractice() {
    return kinds.stream().anyMatch(OrganisationKind::isGeneralPractice);
  }

  public boolean openOn(LocalDate day) {
    return (start == null || !day.isBefore(start)) && (end == null || day.isBefore(end));
  }
}
