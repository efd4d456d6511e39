package uk.onevoice.meetings.domain.topics;

import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.domain.Influence;
import uk.onevoice.meetings.domain.Stance;

/**
 * Whether what was put to a meeting was decided for or against. The log keeps no wording of
 * decisions, so this is read from what general practice said and how far the outcome came from it;
 * where that does not tell, it is not known, never guessed.
 */
public enum Way {
  FOR,
  AGAINST,
  NOT_KNOWN;

  /**
   * @param position what general practice said, null when it said nothing
   * @param influence how far the outcome came from it, null where that does not count: it was not
   *     assessed, or is a claim that nobody else has confirmed
   */
  public static Way of(@Nullable Stance position, @Nullable Influence influence) {
    if (position == null || influence == null) {
      return NOT_KNOWN;
    }
    Way asked =
        switch (position) {
          case FOR -> FOR;
          case AGAINST -> AGAINST;
          case CONDITIONAL, NEUTRAL -> NOT_KNOWN;
        };
    return switch (influence) {
      case CHANGED, ALREADY_ALIGNED -> asked;
      case ADVERSE -> asked.opposite();
      case PARTLY, NONE, NOT_RELEVANT -> NOT_KNOWN;
    };
  }

  private Way opposite() {
    return switch (this) {
      case FOR -> AGAINST;
      case AGAINST -> FOR;
      case NOT_KNOWN -> NOT_KNOWN;
    };
  }
}
