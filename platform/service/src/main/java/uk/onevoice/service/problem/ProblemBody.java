package uk.onevoice.service.problem;

/**
 * A problem as it goes over the wire: problem+json, and an OperationOutcome where FHIR is spoken.
 */
public record ProblemBody(String mediaType, String text) {
  /**
   * @param path that was asked for
   * @param correlationId by which the request is found in the logs
   */
  public static ProblemBody of(String path, Problem problem, String correlationId) {
    return OperationOutcomes.areSpokenAt(path)
        ? new ProblemBody(
            OperationOutcomes.MEDIA_TYPE, OperationOutcomes.text(problem, correlationId))
        : new ProblemBody(ProblemJson.MEDIA_TYPE, ProblemJson.text(problem, correlationId));
  }
}
