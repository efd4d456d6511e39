package uk.onevoice.meetings.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.domain.mandate.KnownInvocation;

/** What happens on an item. */
public sealed interface ItemCommand extends MeetingCommand {
  ItemId itemId();

  record PutPosition(MeetingId meetingId, ItemId itemId, Stance stance) implements ItemCommand {}

  record RecordReach(MeetingId meetingId, ItemId itemId, Reach reach, LocalDate today)
      implements ItemCommand {}

  record MarkPresence(MeetingId meetingId, ItemId itemId, PresenceMark mark, LocalDate today)
      implements ItemCommand {}

  record TakeMarkBack(MeetingId meetingId, ItemId itemId) implements ItemCommand {}

  /**
   * Records or corrects what came of an item, and in the same breath how far it came from us.
   *
   * @param judgement null when that is not assessed yet
   */
  record RecordOutcome(
      MeetingId meetingId,
      ItemId itemId,
      Outcome outcome,
      @Nullable Judgement judgement,
      LocalDate today)
      implements ItemCommand {}

  /**
   * Records that somebody agreed for general practice.
   *
   * @param invocation what it cites, as mandates have it now; null where nothing
   * @param cited this item, with topic and forum as they are named now
   */
  record RecordAgreement(
      MeetingId meetingId,
      ItemId itemId,
      @Nullable KnownInvocation invocation,
      Agreement.Cited cited,
      PersonId recordedBy,
      LocalDate today)
      implements ItemCommand {}

  /**
   * Notes who helped what general practice asked for.
   *
   * @param helpedBy all of them; none where nobody did
   * @param unfit the first of them that is no open organisation outside general practice; null
   *     where all are
   */
  record NoteHelp(
      MeetingId meetingId,
      ItemId itemId,
      List<OrganisationId> helpedBy,
      @Nullable OrganisationId unfit,
      LocalDate today)
      implements ItemCommand {
    public NoteHelp {
      helpedBy = helpedBy.stream().distinct().toList();
    }
  }

  record TakeAgreementBack(MeetingId meetingId, ItemId itemId) implements ItemCommand {}
}
