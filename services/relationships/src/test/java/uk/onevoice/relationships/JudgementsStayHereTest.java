package uk.onevoice.relationships;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import uk.onevoice.contracts.Contracts;

/**
 * No schema that somebody from outside general practice could be answered with, or listens to, has
 * a field for a judgement: what is not there cannot leak.
 */
class JudgementsStayHereTest {
  private static final JsonNode PERMISSIONS =
      Contracts.yaml(
          Contracts.repository().resolve("platform/security/src/main/resources/permissions.yaml"));

  /**
   * Names of fields that tell what somebody thinks of a person, or whom they would like to meet.
   */
  private static final Set<String> JUDGING =
      Set.of(
          "axis",
          "openness",
          "sway",
          "assessmentRef",
          "judgements",
          "strength",
          "knownFrom",
          "candidateRef",
          "candidateSince",
          "recommendation",
          "lacksAuthority",
          "counterpartRef",
          "counterpartRefs",
          "allyRef",
          "colleagueRef",
          "throughRef",
          "acquaintanceRef");

  @Test
  void
      no_answer_to_a_system_or_to_somebody_without_a_role_in_general_practice_has_a_field_for_it() {
    Map<String, Set<String>> found = new TreeMap<>();
    int looked = 0;
    for (Path file : Contracts.files(Contracts.folder().resolve("openapi"), ".yaml")) {
      JsonNode document = Contracts.yaml(file);
      for (JsonNode path : document.path("paths")) {
        for (JsonNode operation : path) {
          String name = operation.path("operationId").asText();
          if (reachesOthers(name)) {
            looked++;
            Set<String> fields = new HashSet<>();
            fields(document, operation.path("responses"), fields, new HashSet<>());
            fields.retainAll(JUDGING);
            if (!fields.isEmpty()) {
              found.put(name, fields);
            }
          }
        }
      }
    }
    assertThat(looked).isGreaterThan(50);
    // M3 counts slots by class; it names none, and nobody.
    assertThat(found.keySet())
        .containsExactlyInAnyOrder(
            "readRepresentation",
            "readMeasure",
            "readMeasureTrend",
            "readIcsRepresentation",
            "readIcsMeasure",
            "readIcsMeasureTrend",
            "readIcsPlacesMeasureTrend",
            "readFederationRepresentation",
            "readFederationMeasure",
            "readForumRepresentation",
            "readForumMeasure");
    assertThat(found.values()).allMatch(Set.of("strength")::equals);
  }

  @Test
  void nobody_from_outside_general_practice_may_ask_what_a_team_judges() {
    JsonNode document = Contracts.yaml(Contracts.folder().resolve("openapi/relationships.yaml"));
    List<String> judging = new ArrayList<>();
    for (JsonNode path : document.path("paths")) {
      for (JsonNode operation : path) {
        Set<String> fields = new HashSet<>();
        fields(document, operation, fields, new HashSet<>());
        if (fields.stream().anyMatch(JUDGING::contains)) {
          judging.add(operation.path("operationId").asText());
        }
      }
    }
    assertThat(judging)
        .contains("readJudgements", "recordAssessment", "readCandidates", "readWays");
    assertThat(judging).noneMatch(JudgementsStayHereTest::reachesOthers);
  }

  /** Events of this service stay among our services; no event of another has such a field. */
  @Test
  void no_event_says_what_a_judgement_says() {
    List<String> telling = new ArrayList<>();
    for (Path file : Contracts.files(Contracts.folder().resolve("events"), ".json")) {
      Set<String> fields = new HashSet<>();
      JsonNode schema = Contracts.json(file);
      fields(schema, schema, fields, new HashSet<>());
      boolean ours = file.getParent().endsWith("relationships");
      Set<String> forbidden =
          ours ? Set.of("verdict", "axis", "basis", "openness", "sway", "words") : JUDGING;
      if (fields.stream().anyMatch(forbidden::contains)) {
        telling.add(file.getFileName().toString());
      }
    }
    assertThat(telling).isEmpty();
  }

  /**
   * Whether a system, an ICB's lead, or a registered person without any role may be answered: the
   * last where nothing limits the row to roles of general practice.
   */
  private static boolean reachesOthers(String operation) {
    for (JsonNode service : PERMISSIONS.path("operations")) {
      JsonNode row = service.path(operation);
      if (!row.isMissingNode()) {
        String roles = row.path("roles").toString().toUpperCase(Locale.ROOT);
        return row.has("clients")
            || row.has("link")
            || roles.contains("ICB_GP_LEAD")
            || row.path("anyPerson").asBoolean() && !row.has("in");
      }
    }
    return false;
  }

  /** Every name of a property below a node, through references within the document. */
  private static void fields(
      JsonNode document, JsonNode node, Set<String> names, Set<String> followed) {
    node.path("properties").fieldNames().forEachRemaining(names::add);
    JsonNode ref = node.path("$ref");
    if (ref.isTextual() && ref.asText().startsWith("#/") && followed.add(ref.asText())) {
      fields(document, document.at(ref.asText().substring(1)), names, followed);
    }
    for (JsonNode child : node) {
      fields(document, child, names, followed);
    }
  }
}
