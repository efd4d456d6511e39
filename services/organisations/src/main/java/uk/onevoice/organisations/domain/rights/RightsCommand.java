package uk.onevoice.organisations.domain.rights;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.person.PersonId;

/** Wishes about one person's rights. The edge has seen that there is such a person. */
public sealed interface RightsCommand {
  /**
   * @param words what the person adds, null for nothing
   */
  record AskFor(
      PersonId person, RequestId request, Right right, @Nullable WordsRef words, LocalDate today)
      implements RightsCommand {}

  record Settle(RequestId request, Settlement outcome) implements RightsCommand {}

  record RestrictProcessing(PersonId person) implements RightsCommand {}

  record LiftRestriction(PersonId person) implements RightsCommand {}

  record RequestExport(PersonId person, ExportId export, LocalDate today)
      implements RightsCommand {}
}
