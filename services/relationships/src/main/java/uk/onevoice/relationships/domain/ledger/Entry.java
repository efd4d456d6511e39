package uk.onevoice.relationships.domain.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.ContactId;
import uk.onevoice.relationships.domain.CounterpartRef;

/** What is written in a ledger beside its promises. */
public sealed interface Entry {
  EntryId entryId();

  WordsRef wordsRef();

  /** All that was typed with it, by whomever. */
  default List<WordsRef> typed() {
    return List.of(wordsRef());
  }

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
   * @param mandateId under which general practice asks; null where none is named
   * @param positionId of general practice, that it follows from; null where none is named
   */
  record Ask(
      EntryId entryId,
      AskKind kind,
      Side side,
      @Nullable UUID topicId,
      @Nullable ContactId contactId,
      WordsRef wordsRef,
      LocalDate on,
      @Nullable Answer answer,
      @Nullable UUID mandateId,
      @Nullable UUID positionId)
      implements Entry {
    @Override
    public List<WordsRef> typed() {
      return answer == null || answer.wordsRef() == null
          ? List.of(wordsRef)
          : List.of(wordsRef, answer.wordsRef());
    }

    Ask answered(Answer said) {
      return new Ask(
          entryId, kind, side, topicId, contactId, wordsRef, on, said, mandateId, positionId);
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
