package uk.onevoice.relationships.domain.jointgroup;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;

/** What both sides sign and accept. */
public sealed interface AgreementEvent extends JointGroupEvent {
  /**
   * @param version 1 for the first; every one needs both signatures anew
   */
  record JointGroupRationaleProposed(
      GroupId groupId,
      int version,
      WordsRef gpAimsRef,
      WordsRef partnerAimsRef,
      Side side,
      LocalDate on)
      implements AgreementEvent {}

  record JointGroupRationaleSigned(
      GroupId groupId, int version, Side side, SeatId seatId, LocalDate on)
      implements AgreementEvent {}

  record JointGroupSignatureWithdrawn(GroupId groupId, int version, Side side, LocalDate on)
      implements AgreementEvent {}

  record JointGroupRuleProposed(
      GroupId groupId,
      RuleId ruleId,
      RuleKind kind,
      @Nullable WordsRef wordsRef,
      Side side,
      LocalDate on)
      implements AgreementEvent {}

  record JointGroupRuleAccepted(GroupId groupId, RuleId ruleId, Side side, LocalDate on)
      implements AgreementEvent {}

  record JointGroupAcceptanceWithdrawn(GroupId groupId, RuleId ruleId, Side side, LocalDate on)
      implements AgreementEvent {}

  record JointGroupRuleWithdrawn(GroupId groupId, RuleId ruleId, LocalDate on)
      implements AgreementEvent {}
}
