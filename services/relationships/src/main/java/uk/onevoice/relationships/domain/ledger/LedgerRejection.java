package uk.onevoice.relationships.domain.ledger;

import java.time.LocalDate;
import java.util.UUID;

/** The rule that said no. */
public sealed interface LedgerRejection {
  record DayInTheFuture(LocalDate on) implements LedgerRejection {}

  /** Nobody knows yet what the other side wants: listen first. */
  record AskedBeforeListening() implements LedgerRejection {}

  /** Only what general practice asks or offers itself goes back to its mandates and positions. */
  record CitedForTheOtherSide() implements LedgerRejection {}

  /** It is no mandate of the place's, or was not in force on the day of the ask. */
  record MandateNotHeld(UUID mandateId, LocalDate on) implements LedgerRejection {}

  record NoSuchEntry(EntryId entryId) implements LedgerRejection {}

  record NoSuchCommitment(CommitmentId commitmentId) implements LedgerRejection {}

  /** It was answered for good. */
  record AlreadyAnswered(EntryId entryId, Reply reply) implements LedgerRejection {}

  /** An answer comes on the day of the ask or later. */
  record BeforeTheAsk(LocalDate askedOn) implements LedgerRejection {}

  record DueBeforeItWasMade(LocalDate madeOn) implements LedgerRejection {}

  record AlreadySettled(CommitmentId commitmentId) implements LedgerRejection {}

  /** The other side can read it already. */
  record AlreadyShared(CommitmentId commitmentId) implements LedgerRejection {}

  /** The other side cannot read it. */
  record NotShared(CommitmentId commitmentId) implements LedgerRejection {}

  /** Nobody kept it before it was made. */
  record SettledBeforeItWasMade(LocalDate madeOn) implements LedgerRejection {}
}
