package uk.onevoice.vault.rights;

import java.util.UUID;

/** What this service has done about a person's rights. References only. */
public sealed interface SubjectEvent {
  /** Nothing that was written about the person can be read here any more. */
  record SubjectErased(UUID personId, String service) implements SubjectEvent {}

  /** What is kept about the person can be fetched here by who may see it. */
  record ExportReady(UUID personId, UUID exportId, String service) implements SubjectEvent {}

  /** Words about the person were corrected; the ref stays. */
  record WordsRectified(UUID personId, UUID wordsRef) implements SubjectEvent {}

  /** The person's own view stands beside words about them. */
  record CounterStatementAdded(UUID personId, UUID wordsRef, UUID statementRef)
      implements SubjectEvent {}
}
