package uk.onevoice.service.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import uk.onevoice.service.edge.CurrentRequest;

/** Turns problems into HTTP answers of the current request. */
@ApplicationScoped
public class ProblemResponses {
  private final CurrentRequest request;

  ProblemResponses(CurrentRequest request) {
    this.request = request;
  }

  public Response of(Problem problem) {
    var body = ProblemBody.of(request.path(), problem, request.correlationId());
    var response = Response.status(problem.status()).type(body.mediaType()).entity(body.text());
    problem.headers().forEach(response::header);
    return response.build();
  }
}
