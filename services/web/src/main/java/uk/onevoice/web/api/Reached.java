package uk.onevoice.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A command was accepted. Its positions are kept, so that the next page shows what came of it. */
public record Reached(JsonNode body) {
  /** The id the command gave to what it made, such as {@code meetingId}. */
  public Optional<String> id(String name) {
    return Optional.ofNullable(body.get(name)).map(JsonNode::asText);
  }
}
