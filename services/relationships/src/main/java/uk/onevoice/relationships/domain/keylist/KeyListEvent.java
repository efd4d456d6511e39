package uk.onevoice.relationships.domain.keylist;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotId;

/** What has happened to a key list. The schemas are in contracts/events/relationships. */
public sealed interface KeyListEvent {
  /**
   * @param everyDays how many days may pass between two talks of both sides
   * @param reasonRef why one more than five is kept; null where nothing was said
   */
  record RelationshipMarkedKey(
      KeyListId keyListId,
      PlaceId placeId,
      PersonId personId,
      SlotId slotId,
      RelationshipId relationshipId,
      int everyDays,
      @Nullable WordsRef reasonRef,
      LocalDate on)
      implements KeyListEvent {}

  record RelationshipUnmarkedKey(KeyListId keyListId, RelationshipId relationshipId, LocalDate on)
      implements KeyListEvent {}

  /** All of the list, the first one first. */
  record KeyListReordered(KeyListId keyListId, List<RelationshipId> order) implements KeyListEvent {
    public KeyListReordered {
      order = List.copyOf(order);
    }
  }

  record ContactRhythmSet(KeyListId keyListId, RelationshipId relationshipId, int everyDays)
      implements KeyListEvent {}

  /**
   * @param on the day for which the next talk is planned
   * @param plannedOn the day on which that was said: a talk after it keeps the plan
   */
  record NextContactPlanned(
      KeyListId keyListId, RelationshipId relationshipId, LocalDate on, LocalDate plannedOn)
      implements KeyListEvent {}

  record NextContactWithdrawn(KeyListId keyListId, RelationshipId relationshipId)
      implements KeyListEvent {}
}
