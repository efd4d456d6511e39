package uk.onevoice.service.problem;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes problems; the one place that knows their members. */
public final class ProblemJson {
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ProblemJson() {}

  /**
   * @param correlationId by which the request is found in the logs
   */
  public static String text(Problem problem, String correlationId) {
    ObjectNode members = JSON.createObjectNode();
    members.put("type", problem.type());
    members.put("title", problem.title());
    members.put("status", problem.status());
    if (problem.detail() != null) {
      members.put("detail", problem.detail());
    }
    if (!problem.violations().isEmpty()) {
      var violations = members.putArray("violations");
      for (Problem.Violation violation : problem.violations()) {
        violations
            .addObject()
            .put("pointer", violation.pointer())
            .put("message", violation.message());
      }
    }
    members.put("correlationId", correlationId);
    return members.toString();
  }
}
