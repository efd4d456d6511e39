package uk.onevoice.feeds.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.messaging.Unappliable;

/**
 * An event of the public language as it came, with who may hear it. What is not exactly of that
 * language is refused and parked: a field that nobody knows might tell what nobody may know.
 *
 * @param id of the message; the same whenever it is published again
 * @param recordedAt tells it from one that a log set back to an earlier time numbers alike
 * @param everyone whether every approved reader may hear it; otherwise the organisations may
 */
record PublicEvent(
    UUID id,
    Instant recordedAt,
    String type,
    String subject,
    Instant time,
    String dataref,
    @Nullable String place,
    @Nullable String topic,
    @Nullable String ics,
    boolean everyone,
    List<String> organisations) {
  private static final Set<String> FIELDS =
      Set.of("subject", "dataref", "place", "topic", "ics", "audience");
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  PublicEvent {
    organisations = List.copyOf(organisations);
  }

  /**
   * @throws Unappliable when it is not of the public language
   */
  static PublicEvent of(HeardEvent event) {
    JsonNode body = body(event);
    FeedType type =
        FeedType.of(event.type()).orElseThrow(() -> new Unappliable(event, "its type is unknown"));
    String dataref = text(event, body, "dataref");
    if (!dataref.startsWith("/v1/")) {
      throw new Unappliable(event, "dataref is no address of this API");
    }
    List<String> organisations = organisations(event, body.path("audience"));
    if (type.forSome() && organisations.isEmpty()) {
      throw new Unappliable(event, "audience is everyone, and the type is for some");
    }
    return new PublicEvent(
        event.id(),
        // As fine as the database keeps it.
        event.recordedAt().truncatedTo(ChronoUnit.MICROS),
        type.type(),
        text(event, body, "subject"),
        event.occurredAt(),
        dataref,
        textIfAny(event, body, "place"),
        textIfAny(event, body, "topic"),
        textIfAny(event, body, "ics"),
        organisations.isEmpty(),
        organisations);
  }

  private static JsonNode body(HeardEvent event) {
    try {
      JsonNode body = JSON.readTree(event.payload());
      if (!body.isObject()) {
        throw new Unappliable(event, "it is no object");
      }
      body.fieldNames()
          .forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
              throw new Unappliable(event, "it has a field that is not of the language");
            }
          });
      return body;
    } catch (JsonProcessingException malformed) {
      throw new Unappliable(event, "it is not JSON");
    }
  }

  /** None where everyone may hear it. */
  private static List<String> organisations(HeardEvent event, JsonNode audience) {
    JsonNode named = audience.path("organisations");
    if (audience.size() == 1 && audience.path("everyone").isBoolean()) {
      if (audience.path("everyone").booleanValue()) {
        return List.of();
      }
    } else if (audience.size() == 1 && named.isArray() && !named.isEmpty()) {
      var organisations = new ArrayList<String>();
      for (JsonNode one : named) {
        if (!one.isTextual() || one.textValue().isBlank()) {
          throw new Unappliable(event, "audience has something that is no organisation");
        }
        organisations.add(one.textValue());
      }
      return organisations;
    }
    throw new Unappliable(event, "audience does not say who may hear it");
  }

  private static String text(HeardEvent event, JsonNode body, String name) {
    String text = textIfAny(event, body, name);
    if (text == null) {
      throw new Unappliable(event, name + " is missing");
    }
    return text;
  }

  private static @Nullable String textIfAny(HeardEvent event, JsonNode body, String name) {
    JsonNode field = body.path(name);
    if (field.isMissingNode()) {
      return null;
    }
    if (!field.isTextual() || field.textValue().isBlank()) {
      throw new Unappliable(event, name + " is no text");
    }
    return field.textValue();
  }
}
