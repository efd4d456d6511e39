package uk.onevoice.relationships.domain.ledger;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.ContactId;
import uk.onevoice.relationships.domain.CounterpartRef;

/** What is written in a ledger beside its promises. */
public sealed interface Entry {
  EntryId entryId();

  WordsRef wordsRef();

  LocalDate on();

  record Priority(
      EntryId entryId,
      Side side,
      @Nullable UUID topicId,
      @Nullable CounterpartRef counterpartRef,
      WordsRef wordsRef,
      LocalDate on)
      implements Entry {}

  /**
   * @param answer null until the other side has said something
   */
  record Ask(
      EntryId entryId,
      AskKind kind,
      Side side,
      @Nullable UUID topicId,
      @Nullable ContactId contactId,
      WordsRef wordsRef,
      LocalDate on,
      @Nullable Answer answer)
      implements Entry {
    Ask answered(Answer said) {
      return new Ask(entryId, kind, side, topicId, contactId, wordsRef, on, said);
    }

    /** Whether it waits for an answer: LATER is none. */
    public boolean isOpen() {
      return answer == null || answer.reply() == Reply.LATER;
    }
  }

  record Answer(Reply reply, @Nullable WordsRef wordsRef, LocalDate on) {}

  record Support(
      EntryId entryId, @Nullable CounterpartRef counterpartRef, WordsRef wordsRef, LocalDate on)
      implements Entry {}

  record Result(
      EntryId entryId,
      @Nullable ContactId contactId,
      @Nullable CommitmentId commitmentId,
      @Nullable UUID opportunityId,
      WordsRef wordsRef,
      LocalDate on)
      implements Entry {}
}
