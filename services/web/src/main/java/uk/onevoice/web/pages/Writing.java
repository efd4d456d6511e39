package uk.onevoice.web.pages;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.ApiProblem;
import uk.onevoice.web.api.Reached;
import uk.onevoice.web.ui.Form;

/** Sends what a form holds, and brings a refusal back into the form. */
final class Writing {
  private Writing() {}

  /**
   * What the command reached; nothing if the form holds a mistake or the API found one, which the
   * form then says.
   *
   * @param fields which field of the form a field of the body was filled from
   */
  static Optional<Reached> send(
      Api api, String path, @Nullable Object body, Form form, Map<String, String> fields) {
    if (form.refused() || body == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(api.post(path, body, form.key(), form.etag()));
    } catch (ApiProblem refused) {
      if (!aboutTheForm(refused.problem())) {
        throw refused;
      }
      form.refuse(refused.problem(), fields);
      form.drawKey();
      return Optional.empty();
    }
  }

  private static boolean aboutTheForm(ApiProblem.Problem problem) {
    return switch (problem.status()) {
      case 400, 403, 409, 412, 422 -> !problem.type().equals("not-registered");
      default -> false;
    };
  }
}
