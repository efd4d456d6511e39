package uk.onevoice.web.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the relationships service answers about relationships that go to another holder. */
public interface Handovers {
  /**
   * @param brief null in lists, and for a reader for whom it is not
   */
  record Handover(
      String handoverId,
      String placeId,
      String slotId,
      String relationshipId,
      String kind,
      String organisationId,
      String holderId,
      String actingFor,
      String cause,
      LocalDate openedOn,
      String state,
      @Nullable String successorId,
      @Nullable String successorActingFor,
      @Nullable LocalDate completedOn,
      @Nullable Boolean newToTeam,
      @Nullable Brief brief) {
    public boolean waits() {
      return state.equals("WAITING");
    }
  }

  record Brief(
      List<String> counterparts,
      List<Talk> talks,
      List<Wish> priorities,
      List<KeyLists.Promise> promises,
      List<Ask> asks,
      @Nullable LocalDate nextContact,
      boolean keptKey,
      boolean focalPoint,
      List<Opinion> opinions) {}

  record Talk(
      LocalDate on,
      String kind,
      boolean twoWay,
      @Nullable String topicNow,
      @Nullable String words) {}

  record Wish(String side, @Nullable String topicNow, @Nullable String words) {}

  record Ask(String side, String kind, LocalDate on, @Nullable String words) {}

  record Opinion(String assessmentRef, String authorId, boolean goesAlong) {}

  record Listing(List<Handover> items, @Nullable String next) {}

  record OpenHandover(String slotId, String relationshipId) {}

  record Offer(String successorId, String actingFor) {}

  record Consent(String assessmentRef) {}
}
