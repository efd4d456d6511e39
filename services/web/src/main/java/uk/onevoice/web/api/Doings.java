package uk.onevoice.web.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lists of meetings ask of each: whether it was prepared, written down and told. */
public interface Doings {
  /**
   * A meeting as far as it says what is still to be done about it.
   *
   * @param closed null while the record is open
   */
  record Held(
      String meetingId,
      String placeId,
      String forum,
      LocalDate on,
      @Nullable String forumNow,
      Diary.@Nullable Hours hours,
      boolean cancelled,
      @Nullable String seriesId,
      List<Item> items,
      List<Attendance> attendances,
      @Nullable Closed closed) {
    public String called() {
      return forumNow == null ? forum : forumNow;
    }

    /** Whether somebody has said anything of how it went. */
    public boolean recorded() {
      return closed != null
          || items.stream().anyMatch(item -> item.outcome() != null)
          || attendances.stream()
              .anyMatch(
                  each -> !each.kind().equals("EXPECTED") && !each.kind().equals("APOLOGIES"));
    }

    public boolean names(String personId) {
      return attendances.stream()
          .anyMatch(each -> each.personId().equals(personId) && !each.kind().equals("APOLOGIES"));
    }
  }

  record Item(
      String itemId,
      @Nullable String title,
      String topic,
      @Nullable String topicNow,
      @Nullable String outcome) {}

  /** {@code kind} says how they were there, or that they are expected or sent apologies. */
  record Attendance(String personId, String kind) {}

  record Closed(LocalDate on) {}

  /** A brief as far as it says whether one can go in with it. */
  record Brief(
      int version, boolean changedSince, List<Acknowledged> acknowledgements, List<Asked> items) {
    public boolean readBy(String personId) {
      return acknowledgements.stream()
          .anyMatch(each -> each.personId().equals(personId) && each.latest());
    }
  }

  record Acknowledged(String personId, boolean latest) {}

  record Asked(String itemId, Verdict verdict) {}

  /** INSIDE, MUST_COME_BACK or OUTSIDE. */
  record Verdict(String verdict) {}

  record Unbriefed(String meetingId, String forum, LocalDate on, String personId, String why) {}

  record UnbriefedList(List<Unbriefed> items, @Nullable String next) {}

  record WithoutInfluence(
      String meetingId,
      String forum,
      LocalDate on,
      @Nullable String title,
      String topic,
      @Nullable String reach,
      String outcome,
      @Nullable String mark,
      @Nullable String agreedForGeneralPractice,
      String why,
      @Nullable PartnersThere partners) {}

  /** Partner organisations at an item, and those of them with which nobody kept in touch. */
  record PartnersThere(int attended, List<PartnerThere> withoutRelationship) {}

  record PartnerThere(String organisationId, @Nullable String name) {}

  record WithoutInfluenceList(List<WithoutInfluence> items, @Nullable String next) {}

  record FeedbackDue(
      String meetingId,
      String forum,
      LocalDate on,
      String mandateId,
      LocalDate dueOn,
      String state,
      boolean overdue) {}

  record FeedbackDueList(List<FeedbackDue> items, @Nullable String next) {}

  /** A topic that places decided differently. */
  record Different(String topicId, String topic, List<InPlace> places) {}

  record DifferentList(List<Different> items, @Nullable String next) {}

  /** {@code went} is FOR, AGAINST or NOT_KNOWN, as seen from what general practice asked for. */
  record InPlace(
      String placeId,
      @Nullable String place,
      String meetingId,
      String forum,
      LocalDate on,
      String outcome,
      String went) {}

  /**
   * @param leadDays below 0 where the decision came first; null while one end is not known
   */
  record Timeline(
      String topicId,
      String placeId,
      @Nullable LocalDate firstInvolvementOn,
      @Nullable LocalDate decidedOn,
      @Nullable Integer leadDays,
      List<Happened> items,
      @Nullable String next) {}

  record Happened(
      LocalDate on,
      String kind,
      @Nullable String organisationId,
      @Nullable String meetingId,
      @Nullable String stance,
      @Nullable String outcome,
      @Nullable Boolean agreed,
      boolean recordedAfter) {}
}
