package uk.onevoice.mandates.domain.ambition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;

/**
 * The two looked at their agreement.
 *
 * @param level at which the practice stood then
 */
public record Review(LocalDate on, Level level, @Nullable WordsRef notesRef) {}
