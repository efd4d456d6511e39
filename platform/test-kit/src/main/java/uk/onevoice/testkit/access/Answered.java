package uk.onevoice.testkit.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What somebody was answered.
 *
 * @param problem the last part of the problem's type; below /fhir its code; empty for no problem
 */
record Answered(int status, String problem, String body, Map<String, List<String>> headers) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Answered of(HttpResponse<InputStream> answer) throws IOException {
    String mediaType = answer.headers().firstValue("Content-Type").orElse("");
    String body = body(mediaType, answer.body());
    return new Answered(
        answer.statusCode(), problem(mediaType, body), body, answer.headers().map());
  }

  /** Nobody waits for the end of a stream that has none: that it began is the answer. */
  private static String body(String mediaType, InputStream body) throws IOException {
    try (body) {
      return mediaType.startsWith("text/event-stream")
          ? ""
          : new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String problem(String mediaType, String body) throws IOException {
    if (mediaType.startsWith("application/problem+json")) {
      String type = field(body, "type");
      return type.substring(type.lastIndexOf('/') + 1);
    }
    return mediaType.startsWith("application/fhir+json")
        ? JSON.readTree(body).at("/issue/0/details/coding/0/code").asText()
        : "";
  }

  boolean shows(Shown shown) {
    if (status != 200) {
      return false;
    }
    try {
      JsonNode there = JSON.readTree(body).at(shown.pointer());
      return shown.value() == null
          ? !there.isMissingNode() && !there.isNull()
          : there.asText().equals(shown.value());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that a caller could tell two answers apart by; how many calls are left is their own. */
  String withoutCorrelation() {
    var told = new TreeSet<String>();
    headers.forEach((name, values) -> {
      if (!name.equals("x-correlation-id") && !name.startsWith("ratelimit")) {
        told.add(name + "=" + values);
      }
    });
    String correlation = headers.getOrDefault("x-correlation-id", List.of("")).getFirst();
    return body.replace(correlation, "") + told;
  }

  /** Of the body; empty where that is empty or has none of this name. */
  String field(String name) {
    return field(body, name);
  }

  static String field(String json, String name) {
    try {
      return json.isEmpty() ? "" : JSON.readTree(json).path(name).asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
