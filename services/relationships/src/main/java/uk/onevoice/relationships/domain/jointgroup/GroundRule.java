package uk.onevoice.relationships.domain.jointgroup;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;

/**
 * A rule that the sides want to keep to.
 *
 * @param wordsRef null for one that is known by name
 * @param accepted since when each side has accepted it; whoever proposes it accepts it
 * @param withdrawnOn null while it stands
 */
public record GroundRule(
    RuleId ruleId,
    RuleKind kind,
    @Nullable WordsRef wordsRef,
    Side proposedBy,
    LocalDate proposedOn,
    Map<Side, LocalDate> accepted,
    @Nullable LocalDate withdrawnOn) {
  public GroundRule {
    var copy = new EnumMap<Side, LocalDate>(Side.class);
    copy.putAll(accepted);
    accepted = Collections.unmodifiableMap(copy);
  }

  public boolean stands() {
    return withdrawnOn == null;
  }

  /** Whether both sides have accepted it, and it stands. */
  public boolean isAgreed() {
    return stands() && accepted.size() == Side.values().length;
  }

  GroundRule with(Side side, LocalDate on) {
    var all = new EnumMap<Side, LocalDate>(Side.class);
    all.putAll(accepted);
    all.put(side, on);
    return with(all, withdrawnOn);
  }

  GroundRule without(Side side) {
    var all = new EnumMap<Side, LocalDate>(Side.class);
    all.putAll(accepted);
    all.remove(side);
    return with(all, withdrawnOn);
  }

  GroundRule withdrawn(LocalDate on) {
    return with(accepted, on);
  }

  private GroundRule with(Map<Side, LocalDate> all, @Nullable LocalDate withdrawn) {
    return new GroundRule(ruleId, kind, wordsRef, proposedBy, proposedOn, all, withdrawn);
  }
}
