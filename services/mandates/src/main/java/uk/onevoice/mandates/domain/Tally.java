package uk.onevoice.mandates.domain;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How many of the place's practices granted, and of how many patients. A practice whose list size
 * is not known is left out of both halves of the patients, and counts as a practice.
 *
 * @param patients of all practices whose list size is known
 * @param patientsGranted of those of them that granted
 */
public record Tally(int practices, int granted, long patients, long patientsGranted) {
  private static final int HUNDRED = 100;

  /** Only a grant is a yes: a condition, a no, silence and an answer taken back are none. */
  public static Tally of(Electorate electorate, Map<PracticeId, Standing> answers) {
    return ofYes(
        electorate,
        answers.entrySet().stream()
            .filter(each -> each.getValue().answer() == Answer.GRANT)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet()));
  }

  static Tally ofYes(Electorate electorate, Set<PracticeId> yes) {
    int granted = 0;
    long patients = 0;
    long patientsGranted = 0;
    for (Electorate.Voice voice : electorate.voices()) {
      boolean grants = yes.contains(voice.practiceId());
      long known = voice.patients() == null ? 0 : voice.patients();
      granted += grants ? 1 : 0;
      patients += known;
      patientsGranted += grants ? known : 0;
    }
    return new Tally(electorate.voices().size(), granted, patients, patientsGranted);
  }

  /** To the nearest whole; null where there are no practices. */
  public @Nullable Integer practicesPercent() {
    return percent(granted, practices);
  }

  /** To the nearest whole; null where no patients are known. */
  public @Nullable Integer patientsPercent() {
    return percent(patientsGranted, patients);
  }

  private static @Nullable Integer percent(long part, long whole) {
    return whole == 0 ? null : (int) Math.round((double) part * HUNDRED / whole);
  }

  /** Whether at least so many of each hundred granted: exactly, without rounding. */
  boolean reachesPractices(int percent) {
    return practices > 0 && (long) granted * HUNDRED >= (long) practices * percent;
  }

  /** What is not known is no yes: without any list size it is not reached. */
  boolean reachesPatients(int percent) {
    return patients > 0 && patientsGranted * HUNDRED >= patients * percent;
  }
}
