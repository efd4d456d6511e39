package uk.onevoice.meetings.domain;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.Decision.Accepted;
import uk.onevoice.kernel.Decision.Rejected;
import uk.onevoice.meetings.domain.InfluenceCommand.AssessInfluence;
import uk.onevoice.meetings.domain.Item.Decided;
import uk.onevoice.meetings.domain.Item.NotAssessed;
import uk.onevoice.meetings.domain.Item.Undecided;
import uk.onevoice.meetings.domain.ItemCommand.MarkPresence;
import uk.onevoice.meetings.domain.ItemCommand.NoteHelp;
import uk.onevoice.meetings.domain.ItemCommand.PutPosition;
import uk.onevoice.meetings.domain.ItemCommand.RecordAgreement;
import uk.onevoice.meetings.domain.ItemCommand.RecordOutcome;
import uk.onevoice.meetings.domain.ItemCommand.RecordReach;
import uk.onevoice.meetings.domain.ItemCommand.TakeAgreementBack;
import uk.onevoice.meetings.domain.ItemCommand.TakeMarkBack;
import uk.onevoice.meetings.domain.ItemEvent.AgreementRecorded;
import uk.onevoice.meetings.domain.ItemEvent.AgreementTakenBack;
import uk.onevoice.meetings.domain.ItemEvent.HelpNoted;
import uk.onevoice.meetings.domain.ItemEvent.OutcomeRecorded;
import uk.onevoice.meetings.domain.ItemEvent.PositionPut;
import uk.onevoice.meetings.domain.ItemEvent.PresenceMarkTakenBack;
import uk.onevoice.meetings.domain.ItemEvent.PresenceMarked;
import uk.onevoice.meetings.domain.ItemEvent.ReachRecorded;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.MeetingRejection.AgreedForGeneralPractice;
import uk.onevoice.meetings.domain.MeetingRejection.ClaimWithoutDecision;
import uk.onevoice.meetings.domain.MeetingRejection.NothingToTakeBack;
import uk.onevoice.meetings.domain.MeetingRejection.PartnerDoesNotFit;
import uk.onevoice.meetings.domain.MeetingRejection.PositionTooLate;
import uk.onevoice.meetings.domain.MeetingRejection.PositionWasPut;
import uk.onevoice.meetings.domain.MeetingRejection.PresenceWasNoConsent;
import uk.onevoice.meetings.domain.MeetingRejection.StillToCome;

/** The rules of what happens on an item: what was said, what came of it, and who agreed for us. */
final class Items {
  private Items() {}

  static Decision<MeetingEvent, MeetingRejection> decide(
      ItemCommand command, Item item, Scheduled meeting) {
    return switch (command) {
      case PutPosition put -> put(put, item);
      case RecordReach reach -> onceHeld(meeting, reach.today(), () -> reach(reach, item));
      case MarkPresence mark -> onceHeld(meeting, mark.today(), () -> mark(mark, item));
      case TakeMarkBack(var id, var itemId) ->
          item.mark() == null
              ? reject(new NothingToTakeBack(id))
              : accept(new PresenceMarkTakenBack(id, itemId));
      case RecordOutcome record ->
          onceHeld(meeting, record.today(), () -> record(record, item, meeting));
      case RecordAgreement agreement ->
          onceHeld(meeting, agreement.today(), () -> agree(agreement, item));
      case NoteHelp help -> onceHeld(meeting, help.today(), () -> help(help, item));
      case TakeAgreementBack(var id, var itemId) ->
          item.agreement() == null
              ? reject(new NothingToTakeBack(id))
              : accept(new AgreementTakenBack(id, itemId));
    };
  }

  private static Decision<MeetingEvent, MeetingRejection> help(NoteHelp wish, Item item) {
    if (wish.unfit() != null) {
      return reject(new PartnerDoesNotFit(wish.unfit()));
    }
    return Set.copyOf(item.helpedBy()).equals(Set.copyOf(wish.helpedBy()))
        ? accept()
        : accept(new HelpNoted(wish.meetingId(), wish.itemId(), wish.helpedBy()));
  }

  private interface Rule {
    Decision<MeetingEvent, MeetingRejection> decide();
  }

  private static Decision<MeetingEvent, MeetingRejection> onceHeld(
      Scheduled meeting, LocalDate today, Rule rule) {
    LocalDate on = meeting.terms().on();
    return on.isAfter(today) ? reject(new StillToCome(on)) : rule.decide();
  }

  private static Decision<MeetingEvent, MeetingRejection> put(PutPosition wish, Item item) {
    if (item.position() == wish.stance()) {
      return accept();
    }
    return switch (item.result()) {
      case Undecided _ -> accept(new PositionPut(wish.meetingId(), wish.itemId(), wish.stance()));
      case Decided _ -> reject(new PositionTooLate(wish.itemId()));
    };
  }

  private static Decision<MeetingEvent, MeetingRejection> reach(RecordReach wish, Item item) {
    if (wish.reach() == Reach.NOT_THERE && item.position() != null) {
      return reject(new PositionWasPut(wish.itemId()));
    }
    return item.reach() == wish.reach()
        ? accept()
        : accept(new ReachRecorded(wish.meetingId(), wish.itemId(), wish.reach()));
  }

  private static Decision<MeetingEvent, MeetingRejection> mark(MarkPresence wish, Item item) {
    if (item.agreement() != null) {
      return reject(new AgreedForGeneralPractice(wish.itemId()));
    }
    return item.mark() == wish.mark()
        ? accept()
        : accept(new PresenceMarked(wish.meetingId(), wish.itemId(), wish.mark()));
  }

  private static Decision<MeetingEvent, MeetingRejection> record(
      RecordOutcome wish, Item item, Scheduled meeting) {
    if (wish.outcome() == Outcome.NOT_DECIDED
        && wish.judgement() == null
        && Influences.isClaimed(item)) {
      return reject(new ClaimWithoutDecision(wish.itemId()));
    }
    List<MeetingEvent> events = new ArrayList<>();
    Item decided = item;
    if (!(item.result() instanceof Decided(var outcome, _) && outcome == wish.outcome())) {
      var recorded = new OutcomeRecorded(wish.meetingId(), wish.itemId(), wish.outcome());
      events.add(recorded);
      decided = evolve(item, recorded);
    }
    if (wish.judgement() == null) {
      return accept(events);
    }
    var assess = new AssessInfluence(wish.meetingId(), wish.itemId(), wish.judgement());
    return switch (Influences.decide(assess, decided, meeting)) {
      case Rejected<MeetingEvent, MeetingRejection> rejected -> rejected;
      case Accepted<MeetingEvent, MeetingRejection>(var assessed) -> {
        events.addAll(assessed);
        yield accept(events);
      }
    };
  }

  /** Covered only by an invocation that fits and binds; provisional whatever else is said. */
  private static Decision<MeetingEvent, MeetingRejection> agree(RecordAgreement wish, Item item) {
    if (item.mark() != null) {
      return reject(new PresenceWasNoConsent(wish.itemId()));
    }
    Set<Agreement.Outside> outside = wish.cited().outside(wish.invocation());
    var agreement =
        new Agreement(
            wish.invocation() == null ? null : wish.invocation().invocationId(),
            wish.invocation() == null ? null : wish.invocation().mandateId(),
            List.copyOf(outside),
            wish.recordedBy());
    if (isSame(item.agreement(), agreement)) {
      return accept();
    }
    var standing = agreement.standing(wish.invocation() == null ? null : wish.invocation().state());
    return accept(
        new AgreementRecorded(
            wish.meetingId(),
            wish.itemId(),
            agreement.invocationId(),
            agreement.mandateId(),
            switch (standing) {
              case COVERED, RATIFIED -> Agreement.Standing.COVERED;
              case PROVISIONAL, TAKEN_BACK -> Agreement.Standing.PROVISIONAL;
            },
            agreement.outside(),
            wish.recordedBy()));
  }

  private static boolean isSame(@Nullable Agreement held, Agreement now) {
    return held != null
        && Objects.equals(held.invocationId(), now.invocationId())
        && held.outside().equals(now.outside());
  }

  static Item evolve(Item item, ItemEvent event) {
    return switch (event) {
      case PositionPut(_, _, var stance) -> item.with(stance);
      case ReachRecorded(_, _, var reach) -> item.with(reach);
      case PresenceMarked(_, _, var mark) -> item.marked(mark);
      case PresenceMarkTakenBack _ -> item.marked(null);
      case OutcomeRecorded(_, _, var outcome) -> item.with(decided(outcome, item));
      case AgreementRecorded(_, _, var invocation, var mandate, _, var outside, var by) ->
          item.agreed(new Agreement(invocation, mandate, outside, by));
      case AgreementTakenBack _ -> item.agreed(null);
      case HelpNoted(_, _, var helpedBy) -> item.helped(helpedBy);
    };
  }

  /**
   * A corrected outcome leaves the assessment as it is; whoever sees it otherwise assesses anew.
   */
  private static Decided decided(Outcome outcome, Item item) {
    return switch (item.result()) {
      case Undecided _ -> new Decided(outcome, new NotAssessed());
      case Decided(_, var assessment) -> new Decided(outcome, assessment);
    };
  }
}
