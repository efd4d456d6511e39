package uk.onevoice.service.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import uk.onevoice.directory.DirectoryUnavailable;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.eventstore.EventTooLarge;
import uk.onevoice.security.AccessRefused;
import uk.onevoice.service.edge.CurrentRequest;

/** One answer for each way in which a request can fail. */
@Singleton
public class ExceptionMappers {
  private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);

  /**
   * PostgreSQL's classes of connections that break, of too many of them, and of an operator who
   * ends them (its manual, appendix A).
   */
  private static final Set<String> PASSING = Set.of("08", "53", "57");

  private final ProblemResponses responses;
  private final CurrentRequest request;

  ExceptionMappers(ProblemResponses responses, CurrentRequest request) {
    this.responses = responses;
    this.request = request;
  }

  @ServerExceptionMapper
  public Response problem(ProblemException thrown) {
    return responses.of(thrown.problem());
  }

  @ServerExceptionMapper
  public Response refused(AccessRefused refused) {
    return responses.of(StandardProblems.of(refused.reason()));
  }

  @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
  public Response unauthenticated(SecurityException refused) {
    return responses.of(
        StandardProblems.of(
            refused instanceof AuthenticationFailedException
                ? AccessRefused.Reason.INVALID_TOKEN
                : AccessRefused.Reason.NO_TOKEN));
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException refused) {
    return responses.of(StandardProblems.of(AccessRefused.Reason.NOT_ALLOWED));
  }

  /** The second type is named because the framework has a mapper for it, which would win. */
  @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
  public Response unreadable(JsonProcessingException unreadable) {
    return responses.of(UnreadableJson.problem(unreadable));
  }

  @ServerExceptionMapper
  public Response invalid(ConstraintViolationException invalid) {
    Problem problem = StandardProblems.ofStatus(400);
    for (var violation : invalid.getConstraintViolations()) {
      problem = problem.at(ViolationPath.pointer(violation), violation.getMessage());
    }
    return responses.of(problem);
  }

  @ServerExceptionMapper({DirectoryUnavailable.class, EventStoreException.class})
  public Response databaseUnavailable(RuntimeException away) {
    LOG.warnf(away, "database unavailable correlationId=%s", request.correlationId());
    return responses.of(StandardProblems.ofStatus(503));
  }

  /**
   * A question that passes when it is asked again: no connection in time, which has no state, or
   * one that broke. Whatever else the database refuses is a defect.
   */
  @ServerExceptionMapper
  public Response database(SQLException failed) {
    String state = failed.getSQLState();
    if (state != null && (state.length() != 5 || !PASSING.contains(state.substring(0, 2)))) {
      return unexpected(failed);
    }
    LOG.warnf(failed, "database unavailable correlationId=%s", request.correlationId());
    return responses.of(StandardProblems.ofStatus(503));
  }

  /** The command itself was small enough, and what follows from it is not. */
  @ServerExceptionMapper
  public Response tooLarge(EventTooLarge tooLarge) {
    LOG.warnf("command too large correlationId=%s", request.correlationId());
    return responses.of(
        StandardProblems.ofStatus(413)
            .detail("It says more at once than can be recorded at once."));
  }

  /** No token can be checked: the issuer was never reached since the service started. */
  @ServerExceptionMapper
  public Response issuerUnavailable(OIDCException away) {
    LOG.warnf(away, "issuer unavailable correlationId=%s", request.correlationId());
    return responses.of(
        StandardProblems.ofStatus(503).detail("Sign-ins cannot be checked at the moment."));
  }

  /** What the framework raises; the JSON reader hides what it found wrong as the cause. */
  @ServerExceptionMapper
  public Response web(WebApplicationException raised) {
    if (raised.getCause() instanceof JsonProcessingException unreadable) {
      return unreadable(unreadable);
    }
    Response own = raised.getResponse();
    if (own.getStatus() < 400) {
      return own;
    }
    if (own.getStatus() >= 500) {
      LOG.errorf(raised, "request failed correlationId=%s", request.correlationId());
    }
    Problem problem = StandardProblems.ofStatus(own.getStatus());
    String allow = own.getHeaderString(HttpHeaders.ALLOW);
    return responses.of(allow == null ? problem : problem.header(HttpHeaders.ALLOW, allow));
  }

  /** A defect or an outage: the log has it all, the caller nothing but the correlation id. */
  @ServerExceptionMapper
  public Response unexpected(Exception defect) {
    LOG.errorf(defect, "request failed correlationId=%s", request.correlationId());
    return responses.of(StandardProblems.internalError());
  }
}
