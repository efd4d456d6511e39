package uk.onevoice.web.api;

import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Names of people that an answer has by reference only, where the reader may read them. */
@RequestScoped
public class PeopleNames {
  private final Api api;
  private final Map<String, Optional<String>> known = new HashMap<>();

  PeopleNames(Api api) {
    this.api = api;
  }

  /** Each is asked for once. */
  public Optional<String> of(String personId) {
    return known.computeIfAbsent(personId, this::ask);
  }

  private Optional<String> ask(String personId) {
    try {
      return Optional.ofNullable(
          api.get("/v1/people/" + Segment.of(personId), People.Person.class).name());
    } catch (ApiProblem refused) {
      if (refused.problem().status() == 404) {
        return Optional.empty();
      }
      throw refused;
    }
  }
}
