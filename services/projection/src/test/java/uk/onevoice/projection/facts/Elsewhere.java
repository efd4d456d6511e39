package uk.onevoice.projection.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.onevoice.messaging.HeardEvent;

/**
 * A history told of other bodies, places and people: every id in it begins with a word of its own.
 * So many histories lie in one database and have nothing to do with each other.
 */
final class Elsewhere {
  /** Fields that hold ids by other names. */
  private static final Set<String> IDS =
      Set.of(
          "actingFor",
          "odsCode",
          "partOf",
          "into",
          "successors",
          "practices",
          "assessedBy",
          "confirmedBy",
          "closedBy",
          "disputedBy");

  private static final String AFFILIATIONS = "affiliations-";

  private final String word;

  Elsewhere(int number) {
    this.word = "%05d~".formatted(number);
  }

  String id(String id) {
    return word + id;
  }

  List<HeardEvent> tell(List<HeardEvent> history) {
    return history.stream().map(this::tell).toList();
  }

  private HeardEvent tell(HeardEvent event) {
    return new HeardEvent(
        event.log(),
        event.partition(),
        event.offset(),
        stream(event.stream()),
        event.version(),
        event.position(),
        UUID.nameUUIDFromBytes(id(event.id().toString()).getBytes(UTF_8)),
        event.type(),
        event.schemaVersion(),
        tell("", Payloads.of(event)).toString(),
        event.occurredAt(),
        event.recordedAt(),
        event.actor(),
        event.actingFor(),
        event.correlationId());
  }

  /** The naive reading looks for a member's own. */
  private String stream(String stream) {
    return stream.startsWith(AFFILIATIONS)
        ? AFFILIATIONS + id(stream.substring(AFFILIATIONS.length()))
        : id(stream);
  }

  private JsonNode tell(String field, JsonNode value) {
    if (value.isObject()) {
      ObjectNode told = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> one : value.properties()) {
        told.set(one.getKey(), tell(one.getKey(), one.getValue()));
      }
      return told;
    }
    if (value.isArray()) {
      ArrayNode told = JsonNodeFactory.instance.arrayNode();
      value.forEach(one -> told.add(tell(field, one)));
      return told;
    }
    if (!value.isTextual() || !isId(field)) {
      return value;
    }
    String id = id(value.textValue());
    // Its federation and practice, which the naive reading finds in it.
    return TextNode.valueOf(field.equals("agreementId") ? id.replace("-P", "-" + id("P")) : id);
  }

  private static boolean isId(String field) {
    return field.endsWith("Id") || field.endsWith("Ids") || IDS.contains(field);
  }
}
