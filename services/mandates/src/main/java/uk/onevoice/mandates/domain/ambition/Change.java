package uk.onevoice.mandates.domain.ambition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;

/**
 * A change programme in a practice.
 *
 * @param result null while it goes on
 */
public record Change(
    Label programme,
    LocalDate signedUpOn,
    @Nullable ChangeResult result,
    @Nullable LocalDate resultOn) {
  boolean goesOn() {
    return result == null;
  }
}
