package uk.onevoice.vault.rights;

import java.util.UUID;

/** What is asked of a service about one person. */
public sealed interface SubjectCommand {
  /** Says that the person is erased here, after it was done. */
  record ConfirmErasure(UUID personId, String service) implements SubjectCommand {}

  record MakeExportReady(UUID personId, UUID exportId, String service) implements SubjectCommand {}

  record RectifyWords(UUID personId, UUID wordsRef) implements SubjectCommand {}

  record AddCounterStatement(UUID personId, UUID wordsRef, UUID statementRef)
      implements SubjectCommand {}
}
