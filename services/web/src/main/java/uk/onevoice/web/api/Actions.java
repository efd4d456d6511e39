package uk.onevoice.web.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was agreed in meetings to be done, by which organisation and by when. */
public interface Actions {
  /**
   * @param what null once it was erased
   * @param state OPEN or CLOSED
   */
  record Action(
      String actionId,
      String meetingId,
      String placeId,
      String ownerId,
      @Nullable String ownerName,
      @Nullable String what,
      LocalDate due,
      LocalDate openedOn,
      String state,
      boolean overdue,
      @Nullable String result,
      int chases,
      @Nullable LocalDate lastChasedOn) {
    public boolean open() {
      return state.equals("OPEN");
    }

    public String owner() {
      return ownerName == null ? ownerId : ownerName;
    }
  }

  record Listing(List<Action> items, @Nullable String next) {}

  record Whole(Action action, List<Step> history) {}

  record Step(
      String what,
      LocalDate on,
      @Nullable LocalDate due,
      @Nullable String result,
      @Nullable String words) {}

  record NewAction(
      String meetingId, @Nullable String itemId, String ownerId, String what, LocalDate due) {}

  record NewDate(LocalDate due, @Nullable String reason) {}

  record Note(@Nullable String words) {}

  record Result(String result, @Nullable String words) {}
}
