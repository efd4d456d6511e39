package uk.onevoice.mandates.domain;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The practices of the place that count on a day, with their patients. Who they are, and of what
 * they are members, is judged on the day that is asked about: a practice that moved later still
 * belongs to it.
 */
public record Electorate(List<Voice> voices) {
  public Electorate {
    voices = List.copyOf(voices);
  }

  /**
   * @param patients null where no list size is known
   * @param bodies of which it is a member, of those that the mandate names
   */
  public record Voice(PracticeId practiceId, @Nullable Long patients, Set<OrganisationId> bodies) {
    public Voice {
      bodies = Set.copyOf(bodies);
    }
  }

  /** Those of them that are asked. */
  Electorate among(@Nullable Grantors grantors) {
    return grantors == null
        ? this
        : new Electorate(
            voices.stream()
                .filter(voice -> grantors.include(voice.practiceId(), voice.bodies()))
                .toList());
  }

  public Set<PracticeId> practices() {
    return voices.stream().map(Voice::practiceId).collect(Collectors.toUnmodifiableSet());
  }
}
