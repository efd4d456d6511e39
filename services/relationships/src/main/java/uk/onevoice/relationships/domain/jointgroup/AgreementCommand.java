package uk.onevoice.relationships.domain.jointgroup;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;

/** What both sides sign and accept. The side is that of the member who asks. */
public sealed interface AgreementCommand extends JointGroupCommand {
  record ProposeRationale(
      GroupId groupId, WordsRef gpAimsRef, WordsRef partnerAimsRef, Side side, LocalDate today)
      implements AgreementCommand {}

  /**
   * @param version that was read; only the latest can be signed
   */
  record SignRationale(GroupId groupId, int version, Side side, SeatId seatId, LocalDate today)
      implements AgreementCommand {}

  record WithdrawSignature(GroupId groupId, int version, Side side, LocalDate today)
      implements AgreementCommand {}

  /**
   * @param wordsRef null for a rule that is known by name
   */
  record ProposeRule(
      GroupId groupId,
      RuleId ruleId,
      RuleKind kind,
      @Nullable WordsRef wordsRef,
      Side side,
      LocalDate today)
      implements AgreementCommand {}

  record AcceptRule(GroupId groupId, RuleId ruleId, Side side, LocalDate today)
      implements AgreementCommand {}

  record WithdrawAcceptance(GroupId groupId, RuleId ruleId, Side side, LocalDate today)
      implements AgreementCommand {}

  record WithdrawRule(GroupId groupId, RuleId ruleId, LocalDate today)
      implements AgreementCommand {}
}
