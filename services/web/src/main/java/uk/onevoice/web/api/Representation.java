package uk.onevoice.web.api;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/places/{id}/representation}: the measures of a place, by their number.
 *
 * @param weekly whether they are those of Monday 06:00, {@code asOf} being that day
 */
public record Representation(
    String placeId,
    String name,
    String icsOdsCode,
    LocalDate asOf,
    boolean weekly,
    @Nullable YearMonth listSizeMonth,
    Map<String, Measure> measures) {

  /** One measure; what it says beside its figure depends on which one it is. */
  public record Measure(
      String name,
      boolean available,
      boolean withheld,
      @Nullable String reason,
      @Nullable Integer numerator,
      @Nullable Integer denominator,
      @Nullable Integer unknown,
      @Nullable YearMonth listSizeMonth,
      @Nullable List<Topic> topics,
      @Nullable List<EmptySlot> emptySlots,
      @Nullable Map<String, Integer> counts,
      @Nullable Integer itemsAttended,
      @Nullable Integer itemsWithoutAttendance,
      @Nullable Integer assessedPercent,
      @Nullable Share influenced,
      @Nullable List<Carried> spread,
      @Nullable List<AgreedBeforehand> beforehand,
      @Nullable Integer notYetDue,
      @Nullable Integer medianDays,
      @Nullable Integer practicesTold,
      @Nullable Integer practicesRead,
      @Nullable Integer overdueActions,
      @Nullable List<SeatUse> seats,
      @Nullable Integer overFunded,
      @Nullable Integer withoutSessions,
      @Nullable List<AttendingPartner> attendingPartners,
      @Nullable List<StrengthClass> strengths,
      @Nullable List<TalkBand> sinceLastTalk,
      @Nullable Integer medianDaysSince,
      @Nullable Integer coveredAfterLoss,
      @Nullable List<Holder> holders,
      @Nullable List<Promises> promises,
      @Nullable List<JointGroup> jointGroups) {
    /** One that says nothing of meetings as a whole and of relationships beside their coverage. */
    public Measure(
        String name,
        boolean available,
        boolean withheld,
        @Nullable String reason,
        @Nullable Integer numerator,
        @Nullable Integer denominator,
        @Nullable Integer unknown,
        @Nullable YearMonth listSizeMonth,
        @Nullable List<Topic> topics,
        @Nullable List<EmptySlot> emptySlots,
        @Nullable Map<String, Integer> counts,
        @Nullable Integer itemsAttended,
        @Nullable Integer itemsWithoutAttendance,
        @Nullable Integer assessedPercent,
        @Nullable Share influenced) {
      this(
          name,
          available,
          withheld,
          reason,
          numerator,
          denominator,
          unknown,
          listSizeMonth,
          topics,
          emptySlots,
          counts,
          itemsAttended,
          itemsWithoutAttendance,
          assessedPercent,
          influenced,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null);
    }
  }

  /**
   * M6: who carries meetings; the last four are null below four meetings.
   *
   * @param seriesId null for all meetings
   * @param unrecorded of how many more nobody entered who was there
   * @param effectivePeople 1 where one person went to all, with one decimal
   * @param continuityPercent consecutive meetings that share a person
   * @param leadPercent attendances of whoever went most
   * @param substitutesPercent attendances by stand-ins
   */
  public record Carried(
      @Nullable String seriesId,
      int meetings,
      int unrecorded,
      int attendances,
      int people,
      @Nullable Double effectivePeople,
      @Nullable Integer continuityPercent,
      @Nullable Integer leadPercent,
      @Nullable Integer substitutesPercent) {}

  /**
   * M8.
   *
   * @param kind PRE_ALIGNED, COLD or UNKNOWN
   * @param influenced null where too few are assessed to compare
   */
  public record AgreedBeforehand(String kind, int items, @Nullable Share influenced) {}

  /**
   * M11.
   *
   * @param meetings of the last three, those of which anything is recorded
   * @param attended at how many of them its nominee or a stand-in was
   */
  public record SeatUse(
      String seatId, String forum, String label, boolean nominated, int meetings, int attended) {
    /** Not known is not empty. */
    public boolean empty() {
      return !nominated || (meetings == 3 && attended == 0);
    }
  }

  /** M15: a partner that was at meetings; held is whether somebody keeps in touch with it. */
  public record AttendingPartner(
      String organisationId, @Nullable String organisationName, int meetings, boolean held) {}

  /** M3: how many slots are STRONG, SOME, NONE or UNKNOWN. */
  public record StrengthClass(String strength, int slots) {}

  /**
   * M4: with how many slots both sides spoke last UP_TO_60 days ago, UP_TO_120, LONGER or NEVER.
   */
  public record TalkBand(String band, int slots) {}

  /** M5: who alone holds so many slots. */
  public record Holder(String personId, int alone, int coveredWithout) {}

  /**
   * M13: of one side, OURS or THEIRS.
   *
   * @param due null where fewer than five were
   */
  public record Promises(
      String side, @Nullable Integer due, @Nullable Integer kept, @Nullable Integer notSaid) {}

  /** M16: a joint group with a partner, and what is missing to it. */
  public record JointGroup(
      String groupId,
      String organisationId,
      @Nullable String organisationName,
      int people,
      boolean composed,
      boolean mandated,
      boolean forGroup,
      int openIssues,
      int lateIssues) {}

  /**
   * M1: the four answers on one topic, at one board or at every one.
   *
   * @param topicId of the ICS's list; null for own words
   * @param topicLabel null where the topic is none of the ICS's list
   * @param mandateIds the mandates that are counted
   */
  public record Topic(
      @Nullable String topicId,
      String topic,
      @Nullable String topicLabel,
      @Nullable String board,
      List<String> mandateIds,
      boolean contested,
      int numerator,
      int denominator,
      int unknown,
      @Nullable Split<Integer> practices,
      @Nullable Split<Long> patients,
      @Nullable Split<Integer> practicesPercent,
      @Nullable Split<Integer> patientsPercent) {}

  /** Null is withheld. */
  public record Split<N>(
      @Nullable N granted,
      @Nullable N conditional,
      @Nullable N declined,
      @Nullable N notAnswered) {}

  /** M2: a slot without a talk of both sides in 90 days. */
  public record EmptySlot(
      String slotId,
      String kind,
      @Nullable String organisationId,
      @Nullable String organisationName,
      boolean held) {}

  /** M7: a share with its likely range. */
  public record Share(int numerator, int denominator, int percent, int low, int high) {}
}
