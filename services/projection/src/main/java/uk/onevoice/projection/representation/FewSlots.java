package uk.onevoice.projection.representation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** From how many slots on somebody outside is told a count: of fewer, it would tell of one. */
final class FewSlots {
  private static final int FEWEST = 3;

  private FewSlots() {}

  /**
   * Why this audience is not told how many slots are in each class; null where it is. Outside, each
   * class has to be empty or have enough: what is left over from the others would tell of one.
   */
  static @Nullable String withheld(Audience audience, int... classes) {
    if (audience.sees(Part.SLOTS)) {
      return null;
    }
    if (!audience.sees(Part.SLOT_COUNTS)) {
      return "For general practice of the place.";
    }
    return Arrays.stream(classes).sum() < FEWEST
            || Arrays.stream(classes).anyMatch(slots -> slots > 0 && slots < FEWEST)
        ? "Fewer than three slots."
        : null;
  }
}
