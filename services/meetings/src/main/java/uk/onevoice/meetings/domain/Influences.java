package uk.onevoice.meetings.domain;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decision;
import uk.onevoice.meetings.domain.InfluenceCommand.AnswerCounterfactual;
import uk.onevoice.meetings.domain.InfluenceCommand.AssessInfluence;
import uk.onevoice.meetings.domain.InfluenceCommand.ConfirmInfluence;
import uk.onevoice.meetings.domain.InfluenceCommand.DisputeInfluence;
import uk.onevoice.meetings.domain.InfluenceCommand.SettleDispute;
import uk.onevoice.meetings.domain.InfluenceEvent.CounterfactualAnswered;
import uk.onevoice.meetings.domain.InfluenceEvent.DisputeSettled;
import uk.onevoice.meetings.domain.InfluenceEvent.EvidenceGiven;
import uk.onevoice.meetings.domain.InfluenceEvent.InfluenceAssessed;
import uk.onevoice.meetings.domain.InfluenceEvent.InfluenceConfirmed;
import uk.onevoice.meetings.domain.InfluenceEvent.InfluenceDisputed;
import uk.onevoice.meetings.domain.Item.Assessed;
import uk.onevoice.meetings.domain.Item.Assessment;
import uk.onevoice.meetings.domain.Item.Confirmed;
import uk.onevoice.meetings.domain.Item.Decided;
import uk.onevoice.meetings.domain.Item.Disputed;
import uk.onevoice.meetings.domain.Item.Made;
import uk.onevoice.meetings.domain.Item.NotAssessed;
import uk.onevoice.meetings.domain.Item.Undecided;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.MeetingRejection.AssessmentDisputed;
import uk.onevoice.meetings.domain.MeetingRejection.AssessorWasNotThere;
import uk.onevoice.meetings.domain.MeetingRejection.ClaimWithoutDecision;
import uk.onevoice.meetings.domain.MeetingRejection.ClaimWithoutPosition;
import uk.onevoice.meetings.domain.MeetingRejection.ConfirmedByItsAssessor;
import uk.onevoice.meetings.domain.MeetingRejection.DisputedByItsAssessor;
import uk.onevoice.meetings.domain.MeetingRejection.EvidenceMissing;
import uk.onevoice.meetings.domain.MeetingRejection.NoOutcomeYet;
import uk.onevoice.meetings.domain.MeetingRejection.NotDisputed;
import uk.onevoice.meetings.domain.MeetingRejection.NothingToConfirm;
import uk.onevoice.meetings.domain.MeetingRejection.NothingToDispute;
import uk.onevoice.meetings.domain.MeetingRejection.SettledByAParty;

/**
 * The rules of how far an outcome came from general practice. A claim to have moved something needs
 * a decision, a position, evidence and a second person; what is disputed does not count.
 */
final class Influences {
  private Influences() {}

  static Decision<MeetingEvent, MeetingRejection> decide(
      InfluenceCommand command, Item item, Scheduled meeting) {
    return switch (item.result()) {
      case Undecided _ -> reject(new NoOutcomeYet(command.itemId()));
      case Decided decided ->
          switch (command) {
            case AssessInfluence assess -> assess(assess, item, decided, meeting);
            case AnswerCounterfactual(var id, var itemId, var answer, var by) ->
                item.sameWithoutUs() == answer
                    ? accept()
                    : accept(new CounterfactualAnswered(id, itemId, answer, by));
            case ConfirmInfluence confirm -> confirm(confirm, decided.assessment());
            case DisputeInfluence dispute -> dispute(dispute, decided.assessment());
            case SettleDispute settle -> settle(settle, decided.assessment());
          };
    };
  }

  private static Decision<MeetingEvent, MeetingRejection> assess(
      AssessInfluence wish, Item item, Decided decided, Scheduled meeting) {
    Judgement judgement = wish.judgement();
    if (!judgement.briefed() && !meeting.wasThere(judgement.by())) {
      return reject(new AssessorWasNotThere(judgement.by()));
    }
    if (judgement.influence().isClaim() && decided.outcome() == Outcome.NOT_DECIDED) {
      return reject(new ClaimWithoutDecision(wish.itemId()));
    }
    if (judgement.influence().isClaim() && item.position() == null) {
      return reject(new ClaimWithoutPosition(wish.itemId(), judgement.influence()));
    }
    List<MeetingEvent> events = new ArrayList<>();
    if (!says(decided.assessment(), judgement.influence())) {
      if (decided.assessment() instanceof Disputed) {
        return reject(new AssessmentDisputed(wish.itemId()));
      }
      events.add(
          new InfluenceAssessed(
              wish.meetingId(), wish.itemId(), judgement.influence(), judgement.by()));
    }
    if (judgement.evidenceRef() != null) {
      events.add(
          new EvidenceGiven(
              wish.meetingId(), wish.itemId(), judgement.evidenceRef(), judgement.by()));
    }
    if (judgement.sameWithoutUs() != null && judgement.sameWithoutUs() != item.sameWithoutUs()) {
      events.add(
          new CounterfactualAnswered(
              wish.meetingId(), wish.itemId(), judgement.sameWithoutUs(), judgement.by()));
    }
    return accept(events);
  }

  /**
   * Saying again what holds already must neither undo a confirmation nor change whose claim it is.
   */
  private static boolean says(Assessment assessment, Influence influence) {
    @Nullable Made made = made(assessment);
    return made != null && made.influence() == influence;
  }

  private static @Nullable Made made(Assessment assessment) {
    return switch (assessment) {
      case NotAssessed _ -> null;
      case Made made -> made;
      case Disputed(var disputed, _, _) -> disputed;
    };
  }

  /** The first item whose assessment, disputed or not, is this person's; null where none is. */
  static @Nullable ItemId assessedBy(PersonId person, Scheduled meeting) {
    return meeting.items().values().stream()
        .filter(item -> {
          @Nullable Made made =
              item.result() instanceof Decided(_, var assessment) ? made(assessment) : null;
          return made != null && made.assessedBy().equals(person);
        })
        .map(Item::itemId)
        .findFirst()
        .orElse(null);
  }

  static boolean isClaimed(Item item) {
    return switch (item.result()) {
      case Undecided _ -> false;
      case Decided(_, var assessment) -> {
        @Nullable Made made = made(assessment);
        yield made != null && made.influence().isClaim();
      }
    };
  }

  private static Decision<MeetingEvent, MeetingRejection> confirm(
      ConfirmInfluence wish, Assessment assessment) {
    return switch (assessment) {
      case NotAssessed _ -> reject(new NothingToConfirm(wish.itemId()));
      case Disputed _ -> reject(new AssessmentDisputed(wish.itemId()));
      case Made made -> {
        if (!made.influence().isClaim()) {
          yield reject(new NothingToConfirm(wish.itemId()));
        }
        if (made.assessedBy().equals(wish.confirmedBy())) {
          yield reject(new ConfirmedByItsAssessor(made.assessedBy()));
        }
        if (made instanceof Confirmed) {
          yield accept();
        }
        yield made.evidenceRef() == null
            ? reject(new EvidenceMissing(wish.itemId()))
            : accept(new InfluenceConfirmed(wish.meetingId(), wish.itemId(), wish.confirmedBy()));
      }
    };
  }

  private static Decision<MeetingEvent, MeetingRejection> dispute(
      DisputeInfluence wish, Assessment assessment) {
    return switch (assessment) {
      case NotAssessed _ -> reject(new NothingToDispute(wish.itemId()));
      case Disputed _ -> reject(new AssessmentDisputed(wish.itemId()));
      case Made made ->
          made.assessedBy().equals(wish.disputedBy())
              ? reject(new DisputedByItsAssessor(made.assessedBy()))
              : accept(
                  new InfluenceDisputed(
                      wish.meetingId(), wish.itemId(), wish.reasonRef(), wish.disputedBy()));
    };
  }

  private static Decision<MeetingEvent, MeetingRejection> settle(
      SettleDispute wish, Assessment assessment) {
    return switch (assessment) {
      case NotAssessed _, Made _ -> reject(new NotDisputed(wish.itemId()));
      case Disputed(var disputed, var by, _) ->
          isParty(wish, disputed, by)
              ? reject(new SettledByAParty(wish.settledBy()))
              : accept(
                  new DisputeSettled(
                      wish.meetingId(),
                      wish.itemId(),
                      wish.stands(),
                      wish.settledBy(),
                      wish.stands() ? disputed.influence() : null,
                      wish.stands() ? disputed instanceof Confirmed : null));
    };
  }

  private static boolean isParty(SettleDispute wish, Made disputed, PersonId disputedBy) {
    if (!wish.stands()) {
      return wish.settledBy().equals(disputedBy);
    }
    return wish.settledBy().equals(disputed.assessedBy())
        || (disputed instanceof Confirmed confirmed
            && wish.settledBy().equals(confirmed.confirmedBy()));
  }

  static Item evolve(Item item, InfluenceEvent event) {
    if (!(item.result() instanceof Decided(var outcome, var assessment))) {
      return item;
    }
    Assessment now =
        switch (event) {
          case InfluenceAssessed(_, _, var influence, var by) -> new Assessed(influence, by, null);
          case EvidenceGiven(_, _, var ref, _) -> evidenced(assessment, ref);
          case CounterfactualAnswered _ -> assessment;
          case InfluenceConfirmed(_, _, var by) ->
              assessment instanceof Assessed(var influence, var assessor, var evidence)
                  ? new Confirmed(influence, assessor, evidence, by)
                  : assessment;
          case InfluenceDisputed(_, _, var reason, var by) ->
              assessment instanceof Made made ? new Disputed(made, by, reason) : assessment;
          case DisputeSettled(_, _, var stands, _, _, _) ->
              assessment instanceof Disputed(var disputed, _, _)
                  ? stands ? disputed : new NotAssessed()
                  : assessment;
        };
    Item assessed = item.with(new Decided(outcome, now));
    return event instanceof CounterfactualAnswered(_, _, var answer, _)
        ? assessed.with(answer)
        : assessed;
  }

  private static Assessment evidenced(Assessment assessment, UUID ref) {
    return switch (assessment) {
      case NotAssessed none -> none;
      case Made made -> made.withEvidence(ref);
      case Disputed(var disputed, var by, var reason) ->
          new Disputed(disputed.withEvidence(ref), by, reason);
    };
  }
}
