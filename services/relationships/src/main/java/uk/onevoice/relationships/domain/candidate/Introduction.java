package uk.onevoice.relationships.domain.candidate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.relationships.domain.CounterpartRef;

/**
 * An introduction that somebody was asked for.
 *
 * @param settledOn the day it was made or declined, null while it is open
 * @param made whether it was made
 */
public record Introduction(
    CounterpartRef candidateRef,
    CounterpartRef throughRef,
    LocalDate askedOn,
    @Nullable LocalDate settledOn,
    boolean made) {
  Introduction settled(LocalDate on, boolean itWasMade) {
    return new Introduction(candidateRef, throughRef, askedOn, on, itWasMade);
  }
}
