package uk.onevoice.mandates.domain;

import java.util.UUID;

/**
 * What the holder may agree, has to come back with first, or may not agree.
 *
 * @param textRef its words, in the vault; they name it as well
 */
public record Limit(Kind kind, UUID textRef) {
  /** On the spot; only after coming back to practices; not under any mandate. */
  public enum Kind {
    MAY_AGREE,
    MUST_REFER,
    MUST_NOT
  }
}
