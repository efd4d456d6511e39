package uk.onevoice.meetings.adapter.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.meetings.adapter.store.KnownCommitments;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.Outcome;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.Topic;
import uk.onevoice.meetings.domain.briefing.Alignment;
import uk.onevoice.meetings.domain.briefing.ExpectedId;
import uk.onevoice.meetings.domain.briefing.PreAlignment;
import uk.onevoice.meetings.domain.briefing.PreAlignmentId;
import uk.onevoice.meetings.domain.briefing.Verdict;

/** What those are told who prepare a meeting; every field is explained in the OpenAPI document. */
final class BriefViews {
  private BriefViews() {}

  record BriefView(
      MeetingId meetingId,
      PlaceId placeId,
      Label forum,
      LocalDate on,
      int version,
      @Nullable Instant issuedAt,
      @Nullable String change,
      boolean changedSince,
      List<AcknowledgementView> acknowledgements,
      boolean readerGoes,
      @Nullable Integer ownPreparationMinutes,
      @Nullable Instant preparationCompletedAt,
      boolean contactsShown,
      List<BriefItemView> items,
      List<InTheRoom> room,
      List<RingFirst> ringFirst,
      Promises promises) {}

  /**
   * @param latest whether it is the version issued last
   * @param inTime before the meeting began
   */
  record AcknowledgementView(
      PersonId personId, int version, Instant at, boolean latest, boolean inTime) {}

  /**
   * @param position what general practice thinks; null where nothing is written, or it is gone
   * @param preAligned see {@link Alignment}
   */
  record BriefItemView(
      ItemId itemId,
      @Nullable Label title,
      Topic topic,
      @Nullable UUID topicId,
      @Nullable String topicNow,
      @Nullable String position,
      @Nullable String ask,
      VerdictView verdict,
      List<PublicPosition> publicPositions,
      List<PreAlignmentView> preAlignments,
      Alignment preAligned,
      @Nullable LastOutcome lastOutcome) {}

  record VerdictView(Verdict.Kind verdict, Verdict.Why why, List<CoveringMandate> mandates) {
    static VerdictView of(Verdict verdict) {
      return new VerdictView(
          verdict.kind(),
          verdict.why(),
          verdict.covering().stream()
              .map(one ->
                  new CoveringMandate(
                      one.mandateId(),
                      one.version().holder().organisationId(),
                      one.version().holder().role(),
                      one.version().end()))
              .toList());
    }
  }

  record CoveringMandate(
      UUID mandateId, OrganisationId holderId, @Nullable String holderRole, LocalDate end) {}

  /** How far a position is, as far as a brief says it. */
  enum Held {
    AGREED,
    PUBLIC
  }

  record PublicPosition(UUID positionId, OrganisationId bodyId, Held state, LocalDate on) {}

  record PreAlignmentView(
      PreAlignmentId preAlignmentId,
      ItemId itemId,
      OrganisationId organisationId,
      @Nullable String organisation,
      LocalDate on,
      boolean agreed,
      Instant recordedAt,
      boolean recordedAfter,
      boolean counts) {
    static PreAlignmentView of(
        PreAlignment talk, @Nullable String name, Instant opens, LocalDate day) {
      return new PreAlignmentView(
          talk.preAlignmentId(),
          talk.itemId(),
          talk.organisationId(),
          name,
          talk.on(),
          talk.agreed(),
          talk.recordedAt(),
          !talk.recordedBefore(opens),
          talk.counts(opens, day));
    }
  }

  record LastOutcome(
      MeetingId meetingId,
      ItemId itemId,
      PlaceId placeId,
      Label forum,
      LocalDate on,
      Outcome outcome) {}

  /**
   * @param contact null where the caller does not see it, and promised too
   */
  record InTheRoom(
      ExpectedId expectedId,
      OrganisationId organisationId,
      @Nullable String organisation,
      @Nullable String who,
      List<ItemId> itemIds,
      @Nullable ContactWith contact,
      KnownCommitments.@Nullable Promised promised) {}

  /** How long ago both sides spoke (M4's bands), or that no slot of the place names them. */
  enum Band {
    WITHIN_60_DAYS,
    WITHIN_120_DAYS,
    OLDER,
    NEVER,
    NOT_KNOWN;

    static Band of(@Nullable LocalDate lastOn, LocalDate today) {
      if (lastOn == null) {
        return NEVER;
      }
      if (!lastOn.isBefore(today.minusDays(60))) {
        return WITHIN_60_DAYS;
      }
      return lastOn.isBefore(today.minusDays(120)) ? OLDER : WITHIN_120_DAYS;
    }
  }

  record ContactWith(@Nullable LocalDate lastOn, Band band, int holders) {}

  record RingFirst(
      OrganisationId organisationId,
      @Nullable String organisation,
      List<String> who,
      @Nullable LocalDate lastOn,
      List<ItemId> itemIds) {}

  /**
   * @param fromMeetings whether actions of meetings are among them
   * @param fromRelationships whether the caller is told what two people promised each other, which
   *     stands with those in the room
   */
  record Promises(List<PromiseView> items, boolean fromMeetings, boolean fromRelationships) {}

  record PromiseView(
      UUID actionId,
      MeetingId meetingId,
      OrganisationId ownerId,
      @Nullable String owner,
      @Nullable String what,
      boolean ours,
      LocalDate dueOn,
      boolean overdue) {}
}
