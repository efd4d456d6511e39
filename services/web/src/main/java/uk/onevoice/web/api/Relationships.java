package uk.onevoice.web.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the relationships service answers the team of a slot. */
public interface Relationships {
  /** Somebody of the other side; what is known of them is null while it cannot be shown. */
  record Counterpart(
      String counterpartRef,
      String shown,
      @Nullable String name,
      @Nullable String roleTitle,
      @Nullable LocalDate inRoleSince,
      @Nullable String sitsOn,
      @Nullable String signsFor,
      @Nullable String authority,
      boolean lacksAuthority,
      @Nullable LocalDate checkedOn,
      List<EarlierRole> earlierRoles,
      List<String> relationships) {}

  record EarlierRole(String roleTitle, @Nullable LocalDate from, LocalDate until) {}

  record Counterparts(List<Counterpart> items, @Nullable String next) {}

  record Member(String personId, String part) {}

  record Team(List<Member> members) {}

  record Whole(
      String slotId,
      String relationshipId,
      String placeId,
      String kind,
      String organisationId,
      String relation,
      String holderId,
      String actingFor,
      @Nullable LocalDate closedOn,
      @Nullable LocalDate lastContact,
      @Nullable LocalDate lastTwoWayContact,
      List<Counterpart> counterparts,
      List<Counterpart> before,
      boolean listenFirst,
      List<AgendaItem> agenda,
      List<Priority> priorities,
      List<Ask> asks,
      List<Commitment> commitments,
      Promises ourPromises,
      Promises theirPromises,
      List<Support> support,
      List<Result> results,
      Invested invested) {}

  record AgendaItem(String topicId, @Nullable String topicNow, String of) {}

  record Priority(
      String entryId,
      String side,
      @Nullable String topicNow,
      @Nullable String words,
      LocalDate on) {}

  record Ask(
      String entryId,
      String kind,
      String side,
      @Nullable String topicNow,
      @Nullable String words,
      LocalDate on,
      @Nullable String reply,
      @Nullable Mandate mandate,
      @Nullable String positionId) {}

  /**
   * Under which general practice asks.
   *
   * @param until the first day on which it is not in force any more
   */
  record Mandate(
      String mandateId, List<String> topicsNow, boolean inForce, @Nullable LocalDate until) {}

  record Commitment(
      String commitmentId,
      String side,
      LocalDate due,
      boolean overdue,
      @Nullable String topicNow,
      @Nullable String words,
      boolean shared) {}

  /**
   * Whether the other side can read a promise.
   *
   * @param on since when; null where it cannot
   * @param words how it is told there; null also where they cannot be shown
   */
  record Sharing(String organisationId, @Nullable LocalDate on, @Nullable String words) {}

  record NewSharing(String words) {}

  /**
   * A promise as the other side reads it.
   *
   * @param kept null while it is open
   */
  record SharedCommitment(
      String commitmentId,
      String placeId,
      String promisedBy,
      @Nullable String words,
      LocalDate due,
      boolean overdue,
      @Nullable String topicNow,
      @Nullable Boolean kept,
      @Nullable LocalDate settledOn) {}

  record SharedListing(List<SharedCommitment> items, @Nullable String next) {}

  record Promises(int made, int kept, int broken, int open, int overdue) {}

  record Support(
      String entryId, @Nullable String counterpartRef, @Nullable String words, LocalDate on) {}

  record Result(String entryId, @Nullable String words, LocalDate on) {}

  record Invested(int talks, int minutes, int results) {}

  record Happening(
      String what,
      String id,
      LocalDate on,
      @Nullable String side,
      @Nullable String topicId,
      @Nullable String topicNow,
      @Nullable String words,
      @Nullable String contactKind,
      @Nullable Boolean twoWay,
      @Nullable Integer minutes,
      List<String> counterpartRefs,
      @Nullable String reply,
      @Nullable LocalDate due,
      @Nullable String mandateId,
      @Nullable String positionId,
      boolean changeable) {}

  record Timeline(List<Happening> items, @Nullable String next) {}

  record Talk(
      String relationshipId,
      LocalDate on,
      String kind,
      boolean twoWay,
      @Nullable String topicId,
      @Nullable List<String> counterpartRefs,
      @Nullable String words,
      @Nullable Integer minutes) {}

  /** How a talk was, in the place of what was logged. */
  record TalkCorrection(
      LocalDate on,
      String kind,
      boolean twoWay,
      @Nullable String topicId,
      @Nullable List<String> counterpartRefs,
      @Nullable String words,
      @Nullable Integer minutes) {}

  record CounterpartWish(
      String name,
      String roleTitle,
      @Nullable LocalDate inRoleSince,
      @Nullable String sitsOn,
      @Nullable String signsFor,
      @Nullable String authority) {}

  record NameCounterpart(String counterpartRef) {}

  record On(LocalDate on) {}

  record TeamMember(String personId) {}

  record NewPriority(String side, @Nullable String topicId, String words, LocalDate on) {}

  record NewAsk(
      String kind,
      String side,
      @Nullable String topicId,
      String words,
      LocalDate on,
      boolean unheard,
      @Nullable String mandateId,
      @Nullable String positionId) {}

  record NewAnswer(String reply, LocalDate on) {}

  record NewCommitment(
      String side, LocalDate due, String words, LocalDate on, @Nullable String topicId) {}

  record Settlement(boolean kept, LocalDate on) {}

  record CommitmentMove(LocalDate due) {}

  record NewSupport(@Nullable String counterpartRef, String words, LocalDate on) {}

  record NewResult(String words, LocalDate on) {}
}
