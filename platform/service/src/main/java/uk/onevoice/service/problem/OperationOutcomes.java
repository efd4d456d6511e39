package uk.onevoice.service.problem;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Writes problems as FHIR says them: an OperationOutcome, each field at fault an issue. */
public final class OperationOutcomes {
  public static final String MEDIA_TYPE = "application/fhir+json";

  private static final String PROBLEMS = "https://onevoice.example/problems";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private OperationOutcomes() {}

  /** Whether what is asked for at this path is answered in FHIR's words. */
  static boolean areSpokenAt(String path) {
    return path.equals("/fhir") || path.startsWith("/fhir/");
  }

  /**
   * @param correlationId by which the request is found in the logs
   */
  public static String text(Problem problem, String correlationId) {
    ObjectNode outcome = JSON.createObjectNode();
    outcome.put("resourceType", "OperationOutcome");
    var issues = outcome.putArray("issue");
    if (problem.violations().isEmpty()) {
      issue(issues.addObject(), problem, problem.detail(), correlationId);
    }
    for (Problem.Violation violation : problem.violations()) {
      var issue = issues.addObject();
      issue(issue, problem, violation.pointer() + ": " + violation.message(), correlationId);
      // What FHIR R4 has for a parameter or a header that is at fault.
      issue.putArray("location").add("http." + violation.pointer().replaceFirst("^\\w+:", ""));
    }
    return outcome.toString();
  }

  private static void issue(
      ObjectNode issue, Problem problem, @Nullable String what, String correlationId) {
    issue.put("severity", "error").put("code", code(problem));
    var details = issue.putObject("details");
    details.putArray("coding").addObject().put("system", PROBLEMS).put("code", problem.slug());
    details.put("text", problem.title());
    issue.put("diagnostics", (what == null ? "" : what + " ") + "Correlation id: " + correlationId);
  }

  /** Of http://hl7.org/fhir/issue-type, the nearest. */
  private static String code(Problem problem) {
    return switch (problem.status()) {
      case 400 -> "invalid";
      case 401 -> "login";
      case 403 -> "forbidden";
      case 404 -> "not-found";
      case 405, 406, 415 -> "not-supported";
      case 408 -> "timeout";
      case 409, 412 -> "conflict";
      case 410 -> "deleted";
      case 413, 414, 431 -> "too-long";
      case 429 -> "throttled";
      case 503 -> "transient";
      default -> problem.status() < 500 ? "processing" : "exception";
    };
  }
}
