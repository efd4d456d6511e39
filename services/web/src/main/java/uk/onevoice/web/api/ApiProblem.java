package uk.onevoice.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An API said no. What it said is for people: the pages show it. */
public final class ApiProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * What an API answers instead of what was asked for.
   *
   * @param type the last part of the problem's type, such as {@code stream-moved}
   */
  public record Problem(
      int status,
      String type,
      String title,
      @Nullable String detail,
      @Nullable String correlationId,
      List<Violation> violations) {
    public Problem {
      violations = List.copyOf(violations);
    }

    /** The sentence for the reader. */
    public String sentence() {
      return detail == null || detail.isBlank() ? title : detail;
    }
  }

  /**
   * One field at fault.
   *
   * @param pointer where in the body, such as {@code /start}
   */
  public record Violation(String pointer, String message) {
    public Violation {
      if (pointer == null) {
        pointer = "";
      }
    }

    /** The name of the field, the last part of the pointer. */
    public String field() {
      return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
  }

  private final transient Problem problem;

  ApiProblem(Problem problem) {
    super(problem.status() + " " + problem.type());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
