package uk.onevoice.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the meetings service answers about what comes before a meeting. */
public interface Briefs {
  /**
   * @param version the one issued last; 0 before the first
   * @param changedSince whether it has to be issued again
   * @param readerGoes whether the reader goes, and so may say that they have read it
   * @param contactsShown whether the reader may see how well we know those in the room
   */
  record Brief(
      String meetingId,
      int version,
      @Nullable Instant issuedAt,
      @Nullable String change,
      boolean changedSince,
      List<Acknowledgement> acknowledgements,
      boolean readerGoes,
      @Nullable Integer ownPreparationMinutes,
      @Nullable Instant preparationCompletedAt,
      boolean contactsShown,
      List<BriefItem> items,
      List<InTheRoom> room,
      List<RingFirst> ringFirst,
      Promises promises) {}

  record Acknowledgement(
      String personId, int version, Instant at, boolean latest, boolean inTime) {}

  /**
   * @param preAligned PRE_ALIGNED, TALKED_NOT_AGREED, COLD or UNKNOWN
   */
  record BriefItem(
      String itemId,
      @Nullable String title,
      String topic,
      @Nullable String topicNow,
      @Nullable String position,
      @Nullable String ask,
      Verdict verdict,
      List<PublicPosition> publicPositions,
      List<PreAlignment> preAlignments,
      String preAligned,
      @Nullable LastOutcome lastOutcome) {}

  /**
   * @param verdict INSIDE, MUST_COME_BACK or OUTSIDE
   */
  record Verdict(String verdict, String why, List<CoveringMandate> mandates) {}

  record CoveringMandate(
      String mandateId, String holderId, @Nullable String holderRole, LocalDate end) {}

  record PublicPosition(String positionId, String bodyId, String state, LocalDate on) {}

  /**
   * @param recordedAfter recorded when the meeting had begun: it does not count
   */
  record PreAlignment(
      String preAlignmentId,
      String organisationId,
      @Nullable String organisation,
      LocalDate on,
      boolean agreed,
      boolean recordedAfter,
      boolean counts) {}

  record LastOutcome(String meetingId, String forum, LocalDate on, String outcome) {}

  /**
   * @param itemIds none for the whole meeting
   * @param contact null where the reader does not see it, and promised too
   */
  record InTheRoom(
      String expectedId,
      String organisationId,
      @Nullable String organisation,
      @Nullable String who,
      List<String> itemIds,
      @Nullable Contact contact,
      @Nullable Promised promised) {}

  /**
   * What people of both sides have promised each other and is still open.
   *
   * @param ours what general practice owes
   */
  record Promised(Owed ours, Owed theirs) {}

  /**
   * @param firstDue null where nothing is open
   */
  record Owed(int open, int overdue, @Nullable LocalDate firstDue) {}

  /**
   * @param band WITHIN_60_DAYS, WITHIN_120_DAYS, OLDER, NEVER or NOT_KNOWN
   */
  record Contact(@Nullable LocalDate lastOn, String band, int holders) {}

  record RingFirst(
      String organisationId,
      @Nullable String organisation,
      List<String> who,
      @Nullable LocalDate lastOn,
      List<String> itemIds) {}

  /**
   * @param fromMeetings whether actions of meetings are among them
   * @param fromRelationships whether the reader is told what two people promised each other, with
   *     those in the room
   */
  record Promises(List<Promise> items, boolean fromMeetings, boolean fromRelationships) {}

  /**
   * @param what null once erased
   */
  record Promise(
      String actionId,
      String meetingId,
      String ownerId,
      @Nullable String owner,
      @Nullable String what,
      boolean ours,
      LocalDate dueOn,
      boolean overdue) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WriteItem(String itemId, @Nullable String position, @Nullable String ask) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Expect(String organisationId, @Nullable String who, @Nullable List<String> itemIds) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Issue(@Nullable String change) {}

  record Acknowledge(int version) {}

  record PreparationTime(int minutes) {}

  record Talked(String itemId, String organisationId, LocalDate on, boolean agreed) {}
}
