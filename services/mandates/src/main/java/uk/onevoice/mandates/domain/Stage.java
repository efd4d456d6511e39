package uk.onevoice.mandates.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a mandate stands that practices have been asked for. */
public sealed interface Stage {
  /** Nobody speaks under it yet. */
  record Asked() implements Stage {}

  /**
   * In force on the days of its version.
   *
   * @param atRiskSince since when grants have been fewer than it needs; null while they suffice
   */
  record InForce(LocalDate since, @Nullable LocalDate atRiskSince) implements Stage {}

  /**
   * Nobody speaks under it until this is lifted.
   *
   * @param wordsRef why, in the vault; null where nobody said
   */
  record Suspended(LocalDate on, Reason reason, @Nullable UUID wordsRef, InForce before)
      implements Stage {}

  /** It ran out. */
  record Expired(LocalDate on) implements Stage {}

  /**
   * It was ended before it ran out.
   *
   * @param wordsRef why, in the vault; null where nobody said
   */
  record Ended(LocalDate on, @Nullable UUID wordsRef) implements Stage {}

  /** Why a mandate is suspended. */
  enum Reason {
    HOLDER_VACANT,
    BY_LEADERS
  }
}
