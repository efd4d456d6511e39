package uk.onevoice.projection.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import uk.onevoice.messaging.HeardEvent;

/** What events say, read once: a history is looked at as of many days. Nobody changes it. */
final class Payloads {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, JsonNode> READ =
      Collections.synchronizedMap(new WeakHashMap<>());

  private Payloads() {}

  static JsonNode of(HeardEvent event) {
    return READ.computeIfAbsent(event.payload(), Payloads::read);
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
