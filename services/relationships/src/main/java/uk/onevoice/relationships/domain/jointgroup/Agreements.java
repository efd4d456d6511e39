package uk.onevoice.relationships.domain.jointgroup;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decision;
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

/**
 * What both sides of a joint group have signed and accepted, or not yet.
 *
 * @param rationale the latest version; null before the first
 * @param rules in the order in which they were proposed
 */
public record Agreements(@Nullable Rationale rationale, Map<RuleId, GroundRule> rules) {
  static final Agreements NONE = new Agreements(null, Map.of());

  public Agreements {
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
  }

  /** Rules that nobody has withdrawn. */
  public List<GroundRule> standing() {
    return rules.values().stream().filter(GroundRule::stands).toList();
  }

  Decision<JointGroupEvent, JointGroupRejection> decide(AgreementCommand command) {
    return switch (command) {
      case ProposeRationale(var group, var gpAims, var partnerAims, var side, var today) ->
          accept(
              new JointGroupRationaleProposed(
                  group, latest() + 1, gpAims, partnerAims, side, today));
      case SignRationale sign -> sign(sign);
      case WithdrawSignature withdraw -> withdraw(withdraw);
      case ProposeRule propose -> propose(propose);
      case AcceptRule(var group, var id, var side, var today) ->
          rule(
              id,
              rule ->
                  rule.accepted().containsKey(side)
                      ? accept()
                      : accept(new JointGroupRuleAccepted(group, id, side, today)));
      case WithdrawAcceptance(var group, var id, var side, var today) ->
          rule(
              id,
              rule ->
                  rule.accepted().containsKey(side)
                      ? accept(new JointGroupAcceptanceWithdrawn(group, id, side, today))
                      : accept());
      case WithdrawRule(var group, var id, var today) ->
          rule(id, _ -> accept(new JointGroupRuleWithdrawn(group, id, today)));
    };
  }

  private int latest() {
    return rationale == null ? 0 : rationale.version();
  }

  /** Nobody signs what has been replaced meanwhile. */
  private Decision<JointGroupEvent, JointGroupRejection> sign(SignRationale wish) {
    @Nullable Rationale now = rationale;
    if (now == null || now.version() != wish.version()) {
      return reject(new NotTheLatest(latest()));
    }
    return now.signatures().containsKey(wish.side())
        ? accept()
        : accept(
            new JointGroupRationaleSigned(
                wish.groupId(), wish.version(), wish.side(), wish.seatId(), wish.today()));
  }

  private Decision<JointGroupEvent, JointGroupRejection> withdraw(WithdrawSignature wish) {
    @Nullable Rationale now = rationale;
    if (now == null || now.version() != wish.version()) {
      return reject(new NotTheLatest(latest()));
    }
    return now.signatures().containsKey(wish.side())
        ? accept(
            new JointGroupSignatureWithdrawn(
                wish.groupId(), wish.version(), wish.side(), wish.today()))
        : accept();
  }

  private Decision<JointGroupEvent, JointGroupRejection> propose(ProposeRule wish) {
    Optional<GroundRule> there =
        wish.kind() == RuleKind.OWN
            ? Optional.empty()
            : standing().stream().filter(rule -> rule.kind() == wish.kind()).findFirst();
    return there.isPresent()
        ? reject(new RuleIsThere(there.get().ruleId()))
        : accept(
            new JointGroupRuleProposed(
                wish.groupId(),
                wish.ruleId(),
                wish.kind(),
                wish.wordsRef(),
                wish.side(),
                wish.today()));
  }

  private Decision<JointGroupEvent, JointGroupRejection> rule(
      RuleId id, Function<GroundRule, Decision<JointGroupEvent, JointGroupRejection>> decide) {
    @Nullable GroundRule rule = rules.get(id);
    return rule == null || !rule.stands() ? reject(new NoSuchRule(id)) : decide.apply(rule);
  }

  Agreements after(AgreementEvent event) {
    return switch (event) {
      case JointGroupRationaleProposed(
              _,
              var version,
              var gpAims,
              var partnerAims,
              var side,
              var on) ->
          new Agreements(new Rationale(version, gpAims, partnerAims, side, on, Map.of()), rules);
      case JointGroupRationaleSigned(_, _, var side, var seat, var on) ->
          rationale == null
              ? this
              : new Agreements(rationale.with(side, new Rationale.Signature(seat, on)), rules);
      case JointGroupSignatureWithdrawn(_, _, var side, _) ->
          rationale == null ? this : new Agreements(rationale.without(side), rules);
      case JointGroupRuleProposed(_, var id, var kind, var words, var side, var on) ->
          with(new GroundRule(id, kind, words, side, on, Map.of(side, on), null));
      case JointGroupRuleAccepted(_, var id, var side, var on) ->
          change(id, rule -> rule.with(side, on));
      case JointGroupAcceptanceWithdrawn(_, var id, var side, _) ->
          change(id, rule -> rule.without(side));
      case JointGroupRuleWithdrawn(_, var id, var on) -> change(id, rule -> rule.withdrawn(on));
    };
  }

  private Agreements change(RuleId id, UnaryOperator<GroundRule> change) {
    @Nullable GroundRule rule = rules.get(id);
    return rule == null ? this : with(change.apply(rule));
  }

  private Agreements with(GroundRule rule) {
    var now = new LinkedHashMap<>(rules);
    now.put(rule.ruleId(), rule);
    return new Agreements(rationale, now);
  }
}
