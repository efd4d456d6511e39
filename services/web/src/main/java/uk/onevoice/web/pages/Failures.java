package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import uk.onevoice.web.api.ApiProblem;
import uk.onevoice.web.api.ApiUnreachable;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Words;

/** Turns what went wrong into a page that a person can act on. */
class Failures {
  private static final Logger LOG = Logger.getLogger(Failures.class);

  private final Reader reader;
  private final Writing writing;

  Failures(Reader reader, Writing writing) {
    this.reader = reader;
    this.writing = writing;
  }

  @ServerExceptionMapper
  public Response roleFirst(RoleNotChosen several) {
    return Html.goTo("/choose-role?next=" + Segment.of(several.asked()));
  }

  @ServerExceptionMapper
  public Response refused(ApiProblem refused) {
    ApiProblem.Problem problem = refused.problem();
    String reference = problem.correlationId() == null ? "" : problem.correlationId();
    LOG.infof(
        "api refused status=%d type=%s correlationId=%s",
        problem.status(), problem.type(), reference);
    return switch (problem.status()) {
      case 401 -> Html.goTo("/sign-out");
      case 403 -> forbidden(problem, reference);
      case 404 -> notFound();
      case 400, 422 ->
          page(
              400,
              "This address cannot be read",
              asked(problem),
              List.of("Go back and choose again.", "If you typed the address, check it."),
              reference);
      case 503 -> later(503, "Try again in a minute", problem.sentence(), reference);
      case 429 -> later(429, "Too many requests at once", problem.sentence(), reference);
      default -> broken(problem.status() >= 500 ? 502 : 500, reference);
    };
  }

  private static String asked(ApiProblem.Problem problem) {
    return problem.violations().isEmpty()
        ? problem.sentence()
        : Words.sentence(
                problem.violations().getFirst().field().replaceFirst("^[a-z]+:", "")
                    + " "
                    + problem.violations().getFirst().message())
            + ".";
  }

  private Response forbidden(ApiProblem.Problem problem, String reference) {
    if (problem.type().equals("not-registered")) {
      return Html.page(
          403,
          new NotRegisteredPage(
              reader.plainFrame("You are signed in, but not registered here"),
              reader.name(),
              Form.blank()));
    }
    return page(
        403,
        "Your role does not allow this",
        problem.sentence(),
        List.of(
            "If you have another role that may do it, change your role: your name is at the top of the page.",
            "If you need it for your work, ask the administrator of OneVoice in your area."),
        reference);
  }

  @ServerExceptionMapper
  public Response unreachable(ApiUnreachable unreachable) {
    String reference = UUID.randomUUID().toString();
    LOG.warnf(unreachable, "api unreachable reference=%s", reference);
    return later(
        503,
        "Try again in a minute",
        "One part of the service does not answer just now.",
        reference);
  }

  @ServerExceptionMapper
  public Response notFound(NotFoundException notFound) {
    return notFound();
  }

  @ServerExceptionMapper
  public Response refusedHere(WebApplicationException refused, ContainerRequestContext request) {
    int status = refused.getResponse().getStatus();
    if (status == 404) {
      return notFound();
    }
    if (status < 400) {
      return refused.getResponse();
    }
    if (status == 405 && request.getMethod().equals("GET")) {
      return Html.goTo(Notice.NOT_SAVED.at(pageOf(request.getUriInfo().getPath())));
    }
    return status < 500 ? unreadable(status) : broken(status, "");
  }

  @ServerExceptionMapper
  public Response broken(RuntimeException broken) {
    String reference = UUID.randomUUID().toString();
    LOG.errorf(broken, "page failed reference=%s", reference);
    return broken(500, reference);
  }

  /** Answers that were refused before a page could be made, such as a form without its token. */
  @ServerResponseFilter
  public void empty(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() == 400 && !response.hasEntity()) {
      Response page = unreadable(400);
      response.setEntity(page.getEntity(), null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
    }
  }

  private Response notFound() {
    return page(
        404,
        "There is nothing here for you",
        "The page is not there, or it is not for you; both look the same.",
        List.of(
            "If you typed the address, check it.", "If you followed a link, tell us where it was."),
        "");
  }

  private Response unreadable(int status) {
    return page(
        status,
        "This could not be read",
        "The form was open for too long, or something on the way changed it. Nothing was saved.",
        List.of("Go back, load the page again and send the form once more."),
        "");
  }

  /**
   * The page of a form whose address is asked for as if it were a page: signing in again, and
   * choosing a role, lead there when they came between the reader and what they sent.
   *
   * <p>Forms for something new lie below their page; all others below what they belong to.
   */
  static String pageOf(String form) {
    List<String> parts = List.of(form.replaceFirst("^/", "").split("/"));
    boolean belowItsPage = parts.size() <= 2 || parts.get(1).equals("new");
    return "/" + String.join("/", parts.subList(0, belowItsPage ? parts.size() - 1 : 2));
  }

  private Response later(int status, String heading, String sentence, String reference) {
    Optional<Form> unsent = writing.unsent();
    if (unsent.isPresent()) {
      return Html.page(
          status,
          new SendAgainPage(
              reader.frameIfPossible("Not sent yet"), true, reader.path(), unsent.get()));
    }
    return page(
        status,
        heading,
        sentence,
        List.of(
            "Wait a minute, then load the page again.",
            "If you were sending a file, send it again: the same file is taken once."),
        reference);
  }

  private Response broken(int status, String reference) {
    return page(
        status,
        "Sorry, something is wrong here",
        "It is our mistake, not yours.",
        List.of(
            "Try again in a few minutes.",
            "If it goes on, tell us: the contact is at the end of this page."),
        reference);
  }

  private Response page(
      int status, String heading, String sentence, List<String> steps, String reference) {
    TemplateInstance page =
        new ProblemPage(reader.frameIfPossible(heading), heading, sentence, steps, reference);
    return Html.page(status, page);
  }
}
