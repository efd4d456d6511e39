package uk.onevoice.meetings.domain.action;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PlaceId;

/** What has happened to an action. The schemas are in contracts/events/meetings. */
public sealed interface ActionEvent {
  ActionId actionId();

  LocalDate on();

  /**
   * @param itemId null where it came from no item
   * @param due by which day, included
   */
  record ActionOpened(
      ActionId actionId,
      MeetingId meetingId,
      @Nullable ItemId itemId,
      PlaceId placeId,
      OrganisationId ownerId,
      UUID wordsRef,
      LocalDate due,
      LocalDate on)
      implements ActionEvent {}

  record ActionRedated(ActionId actionId, LocalDate due, @Nullable UUID reasonRef, LocalDate on)
      implements ActionEvent {}

  record ActionChased(ActionId actionId, @Nullable UUID noteRef, LocalDate on)
      implements ActionEvent {}

  record ActionClosed(ActionId actionId, Result result, @Nullable UUID wordsRef, LocalDate on)
      implements ActionEvent {}

  record ActionReopened(ActionId actionId, @Nullable UUID reasonRef, LocalDate on)
      implements ActionEvent {}
}
