package uk.onevoice.mandates.adapter.http;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.mandates.domain.Answer;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PracticeId;

/**
 * The body of POST /v1/mandates/{id}/responses.
 *
 * @param on null for today
 * @param version null for the one that practices are asked for now
 * @param words the condition or the reason
 * @param forLegalEntity null where the practice answers for itself alone
 */
record PracticeResponse(
    PracticeId practiceId,
    Answer answer,
    @Nullable LocalDate on,
    @Nullable Integer version,
    @Nullable String words,
    @Nullable Once forLegalEntity) {
  /**
   * A legal entity answers once for all of its practices.
   *
   * @param practiceIds its other practices
   */
  record Once(OrganisationId legalEntityId, List<PracticeId> practiceIds) {}

  /** All practices that this is the answer of. */
  List<PracticeId> practices() {
    return forLegalEntity == null
        ? List.of(practiceId)
        : Stream.concat(Stream.of(practiceId), forLegalEntity.practiceIds().stream())
            .distinct()
            .toList();
  }
}
