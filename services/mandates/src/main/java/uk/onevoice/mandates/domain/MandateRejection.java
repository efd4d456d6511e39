package uk.onevoice.mandates.domain;

import java.time.LocalDate;
import java.util.List;

/** The rule that said no. */
public sealed interface MandateRejection {
  record AlreadyOpened(MandateId mandateId) implements MandateRejection {}

  record NotOpened(MandateId mandateId) implements MandateRejection {}

  /** The draft was given up. */
  record DraftGivenUp(MandateId mandateId) implements MandateRejection {}

  /** The mandate would end before it has had a day. */
  record NoDayInForce(LocalDate start, LocalDate end) implements MandateRejection {}

  record LongerThanTwoYears(LocalDate start, LocalDate latestEnd) implements MandateRejection {}

  record HolderDoesNotSpeakForPractices(OrganisationId holderId) implements MandateRejection {}

  record RunOut(MandateId mandateId, LocalDate end) implements MandateRejection {}

  record OpenedInTheFuture(LocalDate openedOn) implements MandateRejection {}

  /** Nobody has answered before being asked. */
  record AnsweredBeforeAsked(LocalDate on, LocalDate openedOn) implements MandateRejection {}

  record AnswerInTheFuture(LocalDate on) implements MandateRejection {}

  record PracticeNotInPlace(PracticeId practiceId, LocalDate on) implements MandateRejection {}

  /** The mandate asks other practices of the place. */
  record PracticeNotAsked(PracticeId practiceId) implements MandateRejection {}

  record NoAuthorityForPractice(PracticeId practiceId) implements MandateRejection {}

  record NothingToWithdraw(PracticeId practiceId) implements MandateRejection {}

  /** The practice has answered since; an entry for an earlier day would not change what holds. */
  record LaterAnswerStands(PracticeId practiceId, LocalDate on) implements MandateRejection {}

  record ConditionWithoutWords(PracticeId practiceId) implements MandateRejection {}

  /** Of several answers, which cannot be recorded; so none was. */
  record SomeRefused(List<Refused> refused) implements MandateRejection {
    public SomeRefused {
      refused = List.copyOf(refused);
    }

    /**
     * @param index of the answer, from 0
     */
    public record Refused(int index, PracticeId practiceId, MandateRejection why) {}
  }

  record NoSuchVersion(int version) implements MandateRejection {}

  record NothingToCarry(PracticeId practiceId, PracticeId from) implements MandateRejection {}

  record NotTheLmcOfThePlace(OrganisationId lmcId) implements MandateRejection {}

  record NotTheHolder(Holder holder) implements MandateRejection {}

  /** There is no version that practices are asked for. */
  record NothingAsked(MandateId mandateId) implements MandateRejection {}

  record NotAccepted(Holder holder) implements MandateRejection {}

  record HolderVacant(Holder holder) implements MandateRejection {}

  record FirstDayToCome(LocalDate start) implements MandateRejection {}

  record BelowThreshold(Tally tally, Threshold threshold) implements MandateRejection {}

  /** It was asked for in one step, and has no terms to change. */
  record NoTerms(MandateId mandateId) implements MandateRejection {}

  /** Practices are being asked for a new version already. */
  record AlreadyAsking(int version) implements MandateRejection {}

  /** Other terms do not make a mandate run longer. */
  record RunsLonger(LocalDate end) implements MandateRejection {}

  /** The new period would begin within the one in force. */
  record WithinPeriod(LocalDate end) implements MandateRejection {}

  record NotInForce(MandateId mandateId) implements MandateRejection {}

  record NotSuspended(MandateId mandateId) implements MandateRejection {}

  record MandateOver(MandateId mandateId) implements MandateRejection {}

  record NotAnAlternate(Holder alternate) implements MandateRejection {}

  record NothingToConfirm(MandateId mandateId) implements MandateRejection {}

  record InvokedInTheFuture(LocalDate on) implements MandateRejection {}

  /** What is provisional does not need this LMC, which had not endorsed the mandate. */
  record LmcNotNeeded(OrganisationId lmcId) implements MandateRejection {}

  /** Nothing provisional has this id. */
  record NotProvisional(InvocationId invocationId) implements MandateRejection {}
}
