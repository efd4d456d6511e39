package uk.onevoice.service.problem;

import org.jspecify.annotations.Nullable;

/**
 * A problem as it goes over the wire: problem+json, and an OperationOutcome where FHIR is spoken.
 */
public record ProblemBody(String mediaType, String text) {
  /**
   * @param path that was asked for, null where the address has none
   * @param correlationId by which the request is found in the logs
   */
  public static ProblemBody of(@Nullable String path, Problem problem, String correlationId) {
    return path != null && OperationOutcomes.areSpokenAt(path)
        ? new ProblemBody(
            OperationOutcomes.MEDIA_TYPE, OperationOutcomes.text(problem, correlationId))
        : new ProblemBody(ProblemJson.MEDIA_TYPE, ProblemJson.text(problem, correlationId));
  }
}
