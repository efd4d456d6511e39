package uk.onevoice.meetings.domain;

import java.util.Optional;
import uk.onevoice.meetings.domain.Item.Assessed;
import uk.onevoice.meetings.domain.Item.Assessment;
import uk.onevoice.meetings.domain.Item.Confirmed;
import uk.onevoice.meetings.domain.Item.Disputed;
import uk.onevoice.meetings.domain.Item.Made;
import uk.onevoice.meetings.domain.Item.NotAssessed;

/** Why an assessment is no influence of general practice. */
public enum Unmoved {
  NONE,
  ADVERSE,
  /** A claim to have moved something that nobody else has confirmed. */
  UNCONFIRMED,
  DISPUTED;

  /**
   * What it is; nothing for influence that counts, for what was aligned or not relevant anyway, and
   * for what nobody has assessed: that is not known.
   */
  public static Optional<Unmoved> of(Assessment assessment) {
    return switch (assessment) {
      case NotAssessed _ -> Optional.empty();
      case Disputed _ -> Optional.of(DISPUTED);
      case Assessed made -> made.influence().isClaim() ? Optional.of(UNCONFIRMED) : of(made);
      case Confirmed made -> of(made);
    };
  }

  private static Optional<Unmoved> of(Made made) {
    return switch (made.influence()) {
      case NONE -> Optional.of(NONE);
      case ADVERSE -> Optional.of(ADVERSE);
      case CHANGED, PARTLY, ALREADY_ALIGNED, NOT_RELEVANT -> Optional.empty();
    };
  }
}
