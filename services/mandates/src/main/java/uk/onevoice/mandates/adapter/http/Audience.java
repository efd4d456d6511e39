package uk.onevoice.mandates.adapter.http;

import java.util.Set;
import java.util.stream.Collectors;
import uk.onevoice.directory.PlaceId;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.security.Parts;

/**
 * What the caller is told of the mandates of a place, beyond what everybody is; who is who stands
 * in {@code permissions.yaml}. Who sees no counts sees nothing that moves when a practice answers:
 * whoever looks often would see each answer fall.
 *
 * @param limits what may be agreed, what is needed, and what is asked for next
 * @param everyAnswer which practice answered what, of all of them
 * @param own the practices of which the caller sees the answer in any case
 */
record Audience(boolean limits, boolean counts, boolean everyAnswer, Set<PracticeId> own) {
  Audience {
    own = Set.copyOf(own);
  }

  static Audience of(Parts parts, PlaceId place) {
    Set<String> shown =
        parts.shown(Set.of("mandate.limits", "mandate.counts", "mandate.answers"), place);
    boolean counts = shown.contains("mandate.counts");
    return new Audience(
        shown.contains("mandate.limits"),
        counts,
        counts && shown.contains("mandate.answers"),
        counts ? ownPractices(parts) : Set.of());
  }

  /** Of who speaks under the mandate; which practice answered what is not for them by that. */
  Audience ofWhoSpeaks() {
    return new Audience(true, true, everyAnswer, own);
  }

  boolean answerOf(PracticeId practice) {
    return everyAnswer || own.contains(practice);
  }

  private static Set<PracticeId> ownPractices(Parts parts) {
    return parts.bodies("mandate.ownAnswers").stream()
        .map(practice -> new PracticeId(practice.value()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
