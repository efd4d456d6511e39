package uk.onevoice.mandates.domain.ambition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;

/**
 * What one side is to do for the other by a day: an ask of the practice, or what the federation
 * owes.
 *
 * @param kept what the side that waits for it says; null while it says nothing
 * @param keptOn the day of which it says so
 */
public record Promise(
    WordsRef wordsRef,
    LocalDate madeOn,
    LocalDate due,
    @Nullable Boolean kept,
    @Nullable LocalDate keptOn) {
  static Promise made(WordsRef words, LocalDate on, LocalDate due) {
    return new Promise(words, on, due, null, null);
  }

  Promise settled(boolean was, LocalDate on) {
    return new Promise(wordsRef, madeOn, due, was, on);
  }
}
