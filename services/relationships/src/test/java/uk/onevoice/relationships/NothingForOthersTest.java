package uk.onevoice.relationships;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.onevoice.contracts.Contracts;
import uk.onevoice.security.Permissions;

/** No document promises an ICB or a partner anything that somebody thinks of a person. */
class NothingForOthersTest {
  private static final Pattern JUDGEMENT =
      Pattern.compile("(?i).*(openness|sway|judge?ment|assessment|counterpart|recommend).*");

  /** Where events of the feed lead: what both sides share. */
  private static final Set<String> HEARD_OF =
      Set.of("listJointGroupActions", "listSharedCommitments", "readSharedCommitment");

  private final Permissions permissions = Permissions.load();

  @Test
  void no_system_of_an_icb_or_a_partner_asks_this_service_anything_but_what_is_shared_with_it() {
    Set<String> operations = permissions.operationsOf("relationships");
    assertThat(operations).containsAll(HEARD_OF);
    assertThat(operations)
        .allSatisfy(name ->
            assertThat(permissions.row(name).orElseThrow().clients().isEmpty())
                .as(name)
                .isNotEqualTo(HEARD_OF.contains(name)));
  }

  @Test
  void no_answer_to_them_has_a_field_for_a_judgement() {
    List<String> looked = new ArrayList<>();
    for (Path file : Contracts.files(Contracts.folder().resolve("openapi"), ".yaml")) {
      JsonNode document = Contracts.yaml(file);
      document
          .path("paths")
          .forEach(path ->
              path.forEach(operation -> {
                String id = operation.path("operationId").asText();
                if (permissions.row(id).filter(row -> !row.clients().isEmpty()).isPresent()) {
                  looked.add(id);
                  var fields = new TreeSet<String>();
                  fields(document, operation.path("responses"), new HashSet<>(), fields);
                  assertThat(fields).as(id).noneMatch(field -> JUDGEMENT.matcher(field).matches());
                }
              }));
    }
    assertThat(looked).contains("readRepresentation", "search", "listSharedMeetings");
  }

  private static void fields(
      JsonNode document, JsonNode node, Set<String> seen, Set<String> fields) {
    String reference = node.path("$ref").asText();
    if (!reference.isEmpty()) {
      if (seen.add(reference)) {
        fields(document, document.at(reference.substring(1)), seen, fields);
      }
      return;
    }
    node.path("properties").fieldNames().forEachRemaining(fields::add);
    node.forEach(child -> fields(document, child, seen, fields));
  }
}
