package uk.onevoice.organisations.adapter.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.service.problem.Problem;

/**
 * Which elements of a resource are sent: all of them, FHIR's summary, or those that are asked for.
 */
final class Subset {
  static final Set<String> PARAMETERS = Set.of("_elements", "_summary");
  static final Subset ALL = new Subset(null);

  /** Without these a resource is not valid, or says something else. */
  private static final Set<String> ALWAYS =
      Set.of("resourceType", "id", "meta", "identifier", "active");

  /** What R4 marks as part of the summary, of both types. */
  private static final Set<String> SUMMARY =
      Set.of(
          "type", "name", "partOf", "period", "organization", "participatingOrganization", "code");

  private final @Nullable Set<String> elements;

  private Subset(@Nullable Set<String> elements) {
    this.elements = elements;
  }

  /** For what a search finds; counting alone is a matter of the search. */
  static Subset ofFound(Question question) {
    return "count".equals(question.one("_summary")) ? ALL : ofOne(question);
  }

  static Subset ofOne(Question question) {
    var summary = question.one("_summary");
    var elements = question.one("_elements");
    if (summary != null && elements != null) {
      throw Problem.invalid("query:_elements", "cannot be given together with _summary.")
          .exception();
    }
    if (elements != null) {
      if (!elements.matches("[A-Za-z]{1,40}(,[A-Za-z]{1,40}){0,20}")) {
        throw Problem.invalid("query:_elements", "must be names of elements, such as name,partOf.")
            .exception();
      }
      return new Subset(Set.copyOf(Question.anyOf(elements)));
    }
    return switch (summary) {
      case null -> ALL;
      case "false" -> ALL;
      case "true" -> new Subset(SUMMARY);
      default ->
          throw Problem.invalid("query:_summary", "must be true or false, or count in a search.")
              .exception();
    };
  }

  /** The resource, without what is not asked for; then it says that it is not whole. */
  ObjectNode of(ObjectNode resource) {
    if (elements != null) {
      resource.properties().stream()
          .map(Map.Entry::getKey)
          .filter(name -> !ALWAYS.contains(name) && !elements.contains(name))
          .toList()
          .forEach(resource::remove);
      resource
          .withObject("/meta")
          .withArray("tag")
          .addObject()
          .put("system", "http://terminology.hl7.org/CodeSystem/v3-ObservationValue")
          .put("code", "SUBSETTED");
    }
    return resource;
  }
}
