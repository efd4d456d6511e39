package uk.onevoice.relationships.adapter.http;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.relationships.domain.ContactKind;
import uk.onevoice.relationships.domain.CounterpartRef;
import uk.onevoice.relationships.domain.ledger.Reply;
import uk.onevoice.relationships.domain.ledger.Side;

/**
 * Something on the time line of a relationship.
 *
 * @param id of the talk, entry or promise
 * @param side who wants, asks, offers or promises; null of talks, support and results
 * @param words null where nothing was typed, and where they cannot be shown
 * @param mandateId under which general practice asked; null where none is named
 * @param positionId of general practice, that it follows from; null where none is named
 * @param changeable whether a talk can be corrected or withdrawn
 */
record TimelineItem(
    What what,
    UUID id,
    LocalDate on,
    @Nullable Side side,
    @Nullable UUID topicId,
    @Nullable String topicNow,
    @Nullable String words,
    @Nullable ContactKind contactKind,
    @Nullable Boolean twoWay,
    @Nullable Integer minutes,
    List<CounterpartRef> counterpartRefs,
    @Nullable Reply reply,
    @Nullable LocalDate due,
    @Nullable UUID mandateId,
    @Nullable UUID positionId,
    boolean changeable) {

  enum What {
    TALK,
    PRIORITY,
    ASK,
    OFFER,
    ANSWER,
    PROMISE,
    PROMISE_LATE,
    PROMISE_KEPT,
    PROMISE_BROKEN,
    SUPPORT,
    RESULT
  }
}
