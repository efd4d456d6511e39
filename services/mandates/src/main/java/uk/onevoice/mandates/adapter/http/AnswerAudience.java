package uk.onevoice.mandates.adapter.http;

import java.util.Set;
import java.util.stream.Collectors;
import uk.onevoice.directory.PlaceId;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.security.Parts;

/** To whom it is told what practices answered; who is who stands in {@code permissions.yaml}. */
sealed interface AnswerAudience {
  /**
   * Who sees no counts sees what is asked for, and nothing that moves when a practice answers:
   * whoever looks often would see each answer fall.
   */
  record Outside() implements AnswerAudience {}

  /** Who sees the counts sees of answers those of their own practices. */
  record Own(Set<PracticeId> practices) implements AnswerAudience {
    public Own {
      practices = Set.copyOf(practices);
    }
  }

  /** Who sees the counts and every answer. */
  record Leaders() implements AnswerAudience {}

  static AnswerAudience of(Parts parts, PlaceId place) {
    Set<String> shown = parts.shown(Set.of("mandate.counts", "mandate.answers"), place);
    if (!shown.contains("mandate.counts")) {
      return new Outside();
    }
    return shown.contains("mandate.answers") ? new Leaders() : new Own(ownPractices(parts));
  }

  private static Set<PracticeId> ownPractices(Parts parts) {
    return parts.bodies("mandate.ownAnswers").stream()
        .map(practice -> new PracticeId(practice.value()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
