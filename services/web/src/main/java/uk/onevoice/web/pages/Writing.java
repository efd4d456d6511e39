package uk.onevoice.web.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.ApiProblem;
import uk.onevoice.web.api.ApiUnreachable;
import uk.onevoice.web.api.Reached;
import uk.onevoice.web.ui.Form;

/** Sends what a form holds, and brings a refusal or an outage back into the form. */
@RequestScoped
class Writing {
  private static final Logger LOG = Logger.getLogger(Writing.class);

  private final Api api;
  private @Nullable Form unsent;

  Writing(Api api) {
    this.api = api;
  }

  /**
   * What the command reached; nothing if the form holds a mistake, the API found one, or it could
   * not be reached, which the form then says.
   *
   * @param fields which field of the form a field of the body was filled from, where they are not
   *     called the same
   */
  Optional<Reached> send(
      String path, @Nullable Object body, Form form, Map<String, String> fields) {
    if (form.refused() || body == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(api.post(path, body, form.key(), form.etag()));
    } catch (ApiUnreachable unreachable) {
      LOG.warnf(unreachable, "command postponed path=%s", path);
      postpone(form, "One part of the service does not answer just now.");
    } catch (ApiProblem refused) {
      ApiProblem.Problem problem = refused.problem();
      if (problem.status() == 429 || problem.status() == 503) {
        LOG.infof(
            "command postponed path=%s status=%d type=%s correlationId=%s",
            path, problem.status(), problem.type(), problem.correlationId());
        postpone(form, problem.sentence());
      } else if (aboutTheForm(problem)) {
        form.refuse(problem, fields);
        form.drawKey();
      } else {
        throw refused;
      }
    }
    return Optional.empty();
  }

  /**
   * Sends what a form holds and goes on, or shows the form's page again.
   *
   * @param body made of the form; not sent if the form was found wrong on the way
   * @param onward where to go on
   * @param again the page of the form, with what is wrong
   */
  Response sendOrShow(
      String path,
      Form form,
      Function<Form, @Nullable Object> body,
      Map<String, String> fields,
      String onward,
      Supplier<Response> again) {
    return send(path, body.apply(form), form, fields).isPresent() ? Html.goTo(onward) : again.get();
  }

  private void postpone(Form form, String why) {
    form.postpone(
        why + " What you typed is kept: wait a minute, then send it again. It counts once.");
    unsent = form;
  }

  /** The form that could not be sent, for when its own page cannot be shown either. */
  Optional<Form> unsent() {
    return Optional.ofNullable(unsent);
  }

  private static boolean aboutTheForm(ApiProblem.Problem problem) {
    return switch (problem.status()) {
      case 400, 403, 409, 412, 422 -> !problem.type().equals("not-registered");
      default -> false;
    };
  }
}
