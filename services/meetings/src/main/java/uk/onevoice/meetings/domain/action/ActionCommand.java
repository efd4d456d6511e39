package uk.onevoice.meetings.domain.action;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.PlaceId;

/** What can be asked of an action. */
public sealed interface ActionCommand {
  ActionId actionId();

  /**
   * Agrees an action.
   *
   * @param itemId null where it came from no item
   * @param wordsRef what is to be done, in the vault
   * @param due by which day, included
   */
  record Open(
      ActionId actionId,
      MeetingId meetingId,
      @Nullable ItemId itemId,
      PlaceId placeId,
      Owner owner,
      UUID wordsRef,
      LocalDate due,
      LocalDate today)
      implements ActionCommand {}

  record Redate(ActionId actionId, LocalDate due, @Nullable UUID reasonRef, LocalDate today)
      implements ActionCommand {}

  record Chase(ActionId actionId, @Nullable UUID noteRef, LocalDate today)
      implements ActionCommand {}

  record Close(ActionId actionId, Result result, @Nullable UUID wordsRef, LocalDate today)
      implements ActionCommand {}

  record Reopen(ActionId actionId, @Nullable UUID reasonRef, LocalDate today)
      implements ActionCommand {}
}
