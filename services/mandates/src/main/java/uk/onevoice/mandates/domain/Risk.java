package uk.onevoice.mandates.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Grants had come to be too few.
 *
 * @param on since when
 * @param tally what there was then
 * @param restoredOn when they were enough again; null where that version's never were
 */
public record Risk(int version, LocalDate on, Tally tally, @Nullable LocalDate restoredOn) {
  Risk restored(LocalDate day) {
    return new Risk(version, on, tally, day);
  }
}
