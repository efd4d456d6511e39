package uk.onevoice.mandates.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked before practices are. {@code speakForPractices} says whether the holder and all
 * who stand in are bodies of general practice today.
 */
public sealed interface DraftCommand extends MandateCommand {
  record Draft(
      MandateId mandateId, PlaceId placeId, Terms terms, boolean speakForPractices, LocalDate today)
      implements DraftCommand {}

  record ReviseDraft(MandateId mandateId, Terms terms, boolean speakForPractices, LocalDate today)
      implements DraftCommand {}

  record WithdrawDraft(MandateId mandateId, LocalDate today) implements DraftCommand {}

  /**
   * Asks all practices of the place at once.
   *
   * @param openedOn the day they were asked; null for today
   */
  record OpenForConsent(MandateId mandateId, @Nullable LocalDate openedOn, LocalDate today)
      implements DraftCommand {}
}
