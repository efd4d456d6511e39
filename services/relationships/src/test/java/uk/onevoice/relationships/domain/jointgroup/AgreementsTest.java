package uk.onevoice.relationships.domain.jointgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.COLM;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.FORMED;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.ID;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.NADIA;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.SUNITA;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.TODAY;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.YESTERDAY;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.after;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.rules;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.uuid;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.words;

import org.junit.jupiter.api.Test;
import uk.onevoice.relationships.domain.jointgroup.AgreementCommand.AcceptRule;
import uk.onevoice.relationships.domain.jointgroup.AgreementCommand.ProposeRationale;
import uk.onevoice.relationships.domain.jointgroup.AgreementCommand.ProposeRule;
import uk.onevoice.relationships.domain.jointgroup.AgreementCommand.SignRationale;
import uk.onevoice.relationships.domain.jointgroup.AgreementCommand.WithdrawAcceptance;
import uk.onevoice.relationships.domain.jointgroup.AgreementCommand.WithdrawRule;
import uk.onevoice.relationships.domain.jointgroup.AgreementCommand.WithdrawSignature;
import uk.onevoice.relationships.domain.jointgroup.AgreementEvent.JointGroupAcceptanceWithdrawn;
import uk.onevoice.relationships.domain.jointgroup.AgreementEvent.JointGroupRationaleProposed;
import uk.onevoice.relationships.domain.jointgroup.AgreementEvent.JointGroupRationaleSigned;
import uk.onevoice.relationships.domain.jointgroup.AgreementEvent.JointGroupRuleAccepted;
import uk.onevoice.relationships.domain.jointgroup.AgreementEvent.JointGroupRuleProposed;
import uk.onevoice.relationships.domain.jointgroup.AgreementEvent.JointGroupRuleWithdrawn;
import uk.onevoice.relationships.domain.jointgroup.AgreementEvent.JointGroupSignatureWithdrawn;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.NoSuchRule;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.NotTheLatest;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.RuleIsThere;
import uk.onevoice.relationships.domain.jointgroup.SeatEvent.JointGroupSeated;
import uk.onevoice.testkit.DeciderRules;

class AgreementsTest {
  private static final JointGroupRationaleProposed FIRST =
      new JointGroupRationaleProposed(ID, 1, words(1), words(2), Side.GP, YESTERDAY);
  private static final JointGroupRationaleProposed SECOND =
      new JointGroupRationaleProposed(ID, 2, words(3), words(4), Side.PARTNER, TODAY);
  private static final JointGroupRationaleSigned GP_SIGNED = signed(Side.GP, NADIA);
  private static final JointGroupRationaleSigned PARTNER_SIGNED = signed(Side.PARTNER, SUNITA);
  private static final RuleId RULE = new RuleId(uuid(21));
  private static final RuleId OTHER = new RuleId(uuid(22));
  private static final JointGroupRuleProposed NO_TAKEOVER =
      new JointGroupRuleProposed(ID, RULE, RuleKind.NO_TAKEOVER, null, Side.GP, TODAY);
  private static final JointGroupRuleAccepted ACCEPTED =
      new JointGroupRuleAccepted(ID, RULE, Side.PARTNER, TODAY);
  private static final JointGroupAcceptanceWithdrawn TAKEN_BACK =
      new JointGroupAcceptanceWithdrawn(ID, RULE, Side.PARTNER, TODAY);
  private static final JointGroupRuleWithdrawn GONE = new JointGroupRuleWithdrawn(ID, RULE, TODAY);

  private final DeciderRules<JointGroupCommand, JointGroup, JointGroupEvent, JointGroupRejection>
      group = rules();

  @Test
  void each_version_of_the_rationale_has_the_next_number() {
    group
        .given(FORMED)
        .when(new ProposeRationale(ID, words(1), words(2), Side.GP, YESTERDAY))
        .then(FIRST);
    group
        .given(FORMED, FIRST, GP_SIGNED)
        .when(new ProposeRationale(ID, words(3), words(4), Side.PARTNER, TODAY))
        .then(SECOND);
  }

  @Test
  void a_side_signs_the_latest_version_once() {
    group.given(FORMED, FIRST).when(sign(1, Side.GP, NADIA)).then(GP_SIGNED);
    group.given(FORMED, FIRST, GP_SIGNED).when(sign(1, Side.GP, COLM)).then();
    group.given(FORMED, FIRST, GP_SIGNED).when(sign(1, Side.PARTNER, SUNITA)).then(PARTNER_SIGNED);
    group.given(FORMED).when(sign(1, Side.GP, NADIA)).thenRejected(new NotTheLatest(0));
    group
        .given(FORMED, FIRST, SECOND)
        .when(sign(1, Side.GP, NADIA))
        .thenRejected(new NotTheLatest(2));
  }

  @Test
  void it_is_agreed_when_both_have_signed_the_version_that_stands() {
    assertThat(agreed()).isFalse();
    assertThat(agreed(FIRST)).isFalse();
    assertThat(agreed(FIRST, GP_SIGNED)).isFalse();
    assertThat(agreed(FIRST, GP_SIGNED, PARTNER_SIGNED)).isTrue();
    assertThat(agreed(FIRST, GP_SIGNED, PARTNER_SIGNED, SECOND)).isFalse();
    assertThat(agreed(FIRST, GP_SIGNED, PARTNER_SIGNED, withdrawn(Side.GP))).isFalse();
    Rationale both = after(FIRST, GP_SIGNED, PARTNER_SIGNED).agreements().rationale();
    assertThat(both.signatures())
        .containsEntry(Side.PARTNER, new Rationale.Signature(SUNITA.seatId(), TODAY));
    assertThat(both.gpAimsRef()).isEqualTo(words(1));
    assertThat(after(GP_SIGNED, withdrawn(Side.GP)).agreements().rationale()).isNull();
  }

  @Test
  void a_signature_is_taken_back_from_the_version_that_stands() {
    group.given(FORMED, FIRST, GP_SIGNED).when(unsign(1, Side.GP)).then(withdrawn(Side.GP));
    group.given(FORMED, FIRST, GP_SIGNED).when(unsign(1, Side.PARTNER)).then();
    group.given(FORMED).when(unsign(1, Side.GP)).thenRejected(new NotTheLatest(0));
    group
        .given(FORMED, FIRST, GP_SIGNED, SECOND)
        .when(unsign(1, Side.GP))
        .thenRejected(new NotTheLatest(2));
  }

  @Test
  void no_takeover_is_proposed_once_and_rules_in_words_as_often_as_one_likes() {
    var own = new ProposeRule(ID, OTHER, RuleKind.OWN, words(5), Side.PARTNER, TODAY);
    var proposed =
        new JointGroupRuleProposed(ID, OTHER, RuleKind.OWN, words(5), Side.PARTNER, TODAY);
    group.given(FORMED).when(noTakeover(RULE)).then(NO_TAKEOVER);
    group.given(FORMED, NO_TAKEOVER).when(noTakeover(OTHER)).thenRejected(new RuleIsThere(RULE));
    group.given(FORMED, proposed).when(noTakeover(RULE)).then(NO_TAKEOVER);
    group.given(FORMED, NO_TAKEOVER, GONE).when(noTakeover(RULE)).then(NO_TAKEOVER);
    group.given(FORMED, NO_TAKEOVER, proposed).when(own).then(proposed);
  }

  @Test
  void who_proposes_a_rule_accepts_it_and_the_other_side_does_or_does_not() {
    group.given(FORMED, NO_TAKEOVER).when(accept(Side.PARTNER)).then(ACCEPTED);
    group.given(FORMED, NO_TAKEOVER).when(accept(Side.GP)).then();
    group.given(FORMED).when(accept(Side.GP)).thenRejected(new NoSuchRule(RULE));
    group.given(FORMED, NO_TAKEOVER, ACCEPTED).when(unaccept(Side.PARTNER)).then(TAKEN_BACK);
    group.given(FORMED, NO_TAKEOVER).when(unaccept(Side.PARTNER)).then();
    group
        .given(FORMED, NO_TAKEOVER, ACCEPTED, TAKEN_BACK)
        .when(accept(Side.PARTNER))
        .then(ACCEPTED);
  }

  @Test
  void a_rule_holds_when_both_have_accepted_it_and_nobody_has_withdrawn_it() {
    assertThat(rule(NO_TAKEOVER).isAgreed()).isFalse();
    assertThat(rule(NO_TAKEOVER, ACCEPTED).isAgreed()).isTrue();
    assertThat(rule(NO_TAKEOVER, ACCEPTED, TAKEN_BACK).isAgreed()).isFalse();
    assertThat(rule(NO_TAKEOVER, ACCEPTED, GONE).isAgreed()).isFalse();
    assertThat(after(NO_TAKEOVER, ACCEPTED).agreements().standing()).hasSize(1);
    assertThat(after(NO_TAKEOVER, ACCEPTED, GONE).agreements().standing()).isEmpty();
  }

  @Test
  void a_withdrawn_rule_is_neither_accepted_nor_withdrawn_again() {
    var withdraw = new WithdrawRule(ID, RULE, TODAY);
    group.given(FORMED, NO_TAKEOVER).when(withdraw).then(GONE);
    group.given(FORMED, NO_TAKEOVER, GONE).when(withdraw).thenRejected(new NoSuchRule(RULE));
    group
        .given(FORMED, NO_TAKEOVER, GONE)
        .when(accept(Side.PARTNER))
        .thenRejected(new NoSuchRule(RULE));
    group
        .given(FORMED, NO_TAKEOVER, GONE)
        .when(unaccept(Side.GP))
        .thenRejected(new NoSuchRule(RULE));
  }

  private static boolean agreed(JointGroupEvent... events) {
    Rationale rationale = after(events).agreements().rationale();
    return rationale != null && rationale.isAgreed();
  }

  private static GroundRule rule(JointGroupEvent... events) {
    return after(events).agreements().rules().get(RULE);
  }

  private static SignRationale sign(int version, Side side, JointGroupSeated who) {
    return new SignRationale(ID, version, side, who.seatId(), TODAY);
  }

  private static WithdrawSignature unsign(int version, Side side) {
    return new WithdrawSignature(ID, version, side, TODAY);
  }

  private static JointGroupRationaleSigned signed(Side side, JointGroupSeated who) {
    return new JointGroupRationaleSigned(ID, 1, side, who.seatId(), TODAY);
  }

  private static JointGroupSignatureWithdrawn withdrawn(Side side) {
    return new JointGroupSignatureWithdrawn(ID, 1, side, TODAY);
  }

  private static ProposeRule noTakeover(RuleId id) {
    return new ProposeRule(ID, id, RuleKind.NO_TAKEOVER, null, Side.GP, TODAY);
  }

  private static AcceptRule accept(Side side) {
    return new AcceptRule(ID, RULE, side, TODAY);
  }

  private static WithdrawAcceptance unaccept(Side side) {
    return new WithdrawAcceptance(ID, RULE, side, TODAY);
  }
}
