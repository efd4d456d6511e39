package uk.onevoice.relationships.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;

/**
 * One talk of a relationship.
 *
 * @param named whether its event says its id: only such a talk can be corrected or withdrawn
 * @param topicId of the ICS's list; null where none is named
 * @param counterparts who of the other side took part, where that was said
 * @param wordsRef what was said; null where nothing was typed
 * @param minutes how long it took; null where nobody said
 */
public record Talk(
    ContactId contactId,
    boolean named,
    LocalDate on,
    ContactKind kind,
    boolean twoWay,
    @Nullable UUID topicId,
    List<CounterpartRef> counterparts,
    @Nullable WordsRef wordsRef,
    @Nullable Integer minutes) {
  public Talk {
    counterparts = List.copyOf(counterparts);
  }
}
