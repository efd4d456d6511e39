package uk.onevoice.relationships.domain.keylist;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotId;

/** What a leader can do with their own key list, with the facts of slots that its rules need. */
public sealed interface KeyListCommand {
  /**
   * Puts a relationship on the list.
   *
   * @param own the person's live relationship in the slot; null where they have none
   * @param everyDays wished days between two talks of both sides
   * @param reasonRef why, where one more than five is kept; null where nothing was said
   * @param ended relationships that go on no longer: they take up no room
   */
  record Mark(
      KeyListId keyListId,
      PlaceId placeId,
      PersonId personId,
      SlotId slotId,
      @Nullable RelationshipId own,
      int everyDays,
      @Nullable WordsRef reasonRef,
      Set<RelationshipId> ended,
      LocalDate today)
      implements KeyListCommand {
    public Mark {
      ended = Set.copyOf(ended);
    }
  }

  record Unmark(KeyListId keyListId, SlotId slotId, LocalDate today) implements KeyListCommand {}

  /**
   * Puts the list in another order.
   *
   * @param order slots, the first one first; those of the list that are not named come after them
   */
  record Reorder(KeyListId keyListId, List<SlotId> order) implements KeyListCommand {
    public Reorder {
      order = List.copyOf(order);
    }
  }

  record SetRhythm(KeyListId keyListId, SlotId slotId, int everyDays) implements KeyListCommand {}

  record PlanContact(KeyListId keyListId, SlotId slotId, LocalDate on, LocalDate today)
      implements KeyListCommand {}

  record WithdrawPlan(KeyListId keyListId, SlotId slotId) implements KeyListCommand {}
}
