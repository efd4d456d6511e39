package uk.onevoice.service.problem;

import java.io.Serial;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.slug());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
