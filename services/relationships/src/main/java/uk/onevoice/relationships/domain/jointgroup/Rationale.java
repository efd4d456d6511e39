package uk.onevoice.relationships.domain.jointgroup;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import uk.onevoice.kernel.WordsRef;

/**
 * Why the two sides work together: what each wants of it.
 *
 * @param proposedBy the side whose member wrote it down
 * @param signatures of each side that has signed this version
 */
public record Rationale(
    int version,
    WordsRef gpAimsRef,
    WordsRef partnerAimsRef,
    Side proposedBy,
    LocalDate proposedOn,
    Map<Side, Signature> signatures) {
  public Rationale {
    var copy = new EnumMap<Side, Signature>(Side.class);
    copy.putAll(signatures);
    signatures = Collections.unmodifiableMap(copy);
  }

  /**
   * @param seatId of the person who signed
   */
  public record Signature(SeatId seatId, LocalDate on) {}

  /** Whether both sides have signed it. */
  public boolean isAgreed() {
    return signatures.size() == Side.values().length;
  }

  Rationale with(Side side, Signature signature) {
    var all = new EnumMap<Side, Signature>(Side.class);
    all.putAll(signatures);
    all.put(side, signature);
    return with(all);
  }

  Rationale without(Side side) {
    var all = new EnumMap<Side, Signature>(Side.class);
    all.putAll(signatures);
    all.remove(side);
    return with(all);
  }

  private Rationale with(Map<Side, Signature> all) {
    return new Rationale(version, gpAimsRef, partnerAimsRef, proposedBy, proposedOn, all);
  }
}
