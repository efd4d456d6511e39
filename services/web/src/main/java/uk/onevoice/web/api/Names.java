package uk.onevoice.web.api;

import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.Map;
import uk.onevoice.web.api.Registry.Organisation;

/** Names of organisations that an answer names by their code only; each is asked for once. */
@RequestScoped
public class Names {
  private final Api api;
  private final Map<String, String> known = new HashMap<>();

  Names(Api api) {
    this.api = api;
  }

  /** What is known without asking, from a list that was read anyway. */
  public void know(String organisationId, String name) {
    known.put(organisationId, name);
  }

  /** The name, or the code if nothing is known by it. */
  public String of(String organisationId) {
    return known.computeIfAbsent(organisationId, this::ask);
  }

  private String ask(String organisationId) {
    try {
      return api.get("/v1/organisations/" + Segment.of(organisationId), Organisation.class).name();
    } catch (ApiProblem refused) {
      if (refused.problem().status() == 404) {
        return organisationId;
      }
      throw refused;
    }
  }
}
