package uk.onevoice.organisations.domain.rights;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.person.PersonId;

/** Facts about one person's rights: references only. */
public sealed interface RightsEvent {
  /**
   * @param due the last day on which the law lets the answer come
   */
  record RightRequested(
      PersonId personId,
      RequestId requestId,
      Right right,
      @Nullable WordsRef wordsRef,
      LocalDate due)
      implements RightsEvent {}

  record RequestSettled(PersonId personId, RequestId requestId, Settlement outcome)
      implements RightsEvent {}

  /** From now on words about the person are shown and fed to nobody but those entitled. */
  record ProcessingRestricted(PersonId personId) implements RightsEvent {}

  record RestrictionLifted(PersonId personId) implements RightsEvent {}

  /** Every service is asked to make ready what it keeps about the person. */
  record ExportRequested(PersonId personId, ExportId exportId, LocalDate due)
      implements RightsEvent {}
}
