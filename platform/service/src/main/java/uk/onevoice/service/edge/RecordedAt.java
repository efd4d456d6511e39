package uk.onevoice.service.edge;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;
import uk.onevoice.security.SignIn;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.problem.StandardProblems;

/** Takes the {@code X-Recorded-At} of a command where {@link Backdating} lets it; else 400. */
@Provider
@Priority(Priorities.HEADER_DECORATOR)
class RecordedAt implements ContainerRequestFilter {
  static final String HEADER = "X-Recorded-At";
  private static final Duration LONGEST_AGO = Duration.ofDays(3 * 366);
  private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final CurrentRequest request;
  private final Backdating backdating;
  private final SignIn signIn;

  RecordedAt(CurrentRequest request, Backdating backdating, SignIn signIn) {
    this.request = request;
    this.backdating = backdating;
    this.signIn = signIn;
  }

  @Override
  public void filter(ContainerRequestContext context) {
    String told = context.getHeaderString(HEADER);
    if (told == null) {
      return;
    }
    if (READS.contains(context.getMethod()) || !backdating.isOpenTo(signIn.client())) {
      throw StandardProblems.backdatingRefused().exception();
    }
    request.recordAt(time(told, Instant.now()));
  }

  static Instant time(String told, Instant now) {
    Instant at;
    try {
      at = Instant.parse(told);
    } catch (DateTimeParseException _) {
      throw invalid("must be an instant as 2026-11-30T09:00:00Z").exception();
    }
    if (at.isAfter(now)) {
      throw invalid("must not be in the future").exception();
    }
    if (at.isBefore(now.minus(LONGEST_AGO))) {
      throw invalid("must be less than three years ago").exception();
    }
    return at;
  }

  private static Problem invalid(String message) {
    return Problem.invalid("header:" + HEADER, message);
  }
}
