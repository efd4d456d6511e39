package uk.onevoice.mandates.domain;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The practices of the place that count on a day, with their patients. Who they are is judged on
 * the day that is asked about: a practice that moved later still belongs to it.
 */
public record Electorate(List<Voice> voices) {
  public Electorate {
    voices = List.copyOf(voices);
  }

  /**
   * @param patients null where no list size is known
   */
  public record Voice(PracticeId practiceId, @Nullable Long patients) {}

  public Set<PracticeId> practices() {
    return voices.stream().map(Voice::practiceId).collect(Collectors.toUnmodifiableSet());
  }
}
