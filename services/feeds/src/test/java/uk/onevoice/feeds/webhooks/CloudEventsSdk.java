package uk.onevoice.feeds.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.feeds.examples.Node;

/** The JavaScript SDK of CloudEvents: another author's reading of the specification. */
final class CloudEventsSdk {
  private static final Path PROGRAM =
      Path.of("src", "test", "resources", "cloudevents-js", "read.cjs").toAbsolutePath();
  private static final ObjectMapper JSON = new ObjectMapper();

  private CloudEventsSdk() {}

  /**
   * What came, as it came.
   *
   * @param binding HTTP or Kafka
   * @param key of a record in Kafka; null over HTTP
   */
  record Message(String binding, Map<String, String> headers, String body, @Nullable String key) {
    static Message http(Map<String, String> headers, String body) {
      return new Message("HTTP", headers, body, null);
    }

    static Message kafka(Map<String, String> headers, String body, String key) {
      return new Message("Kafka", headers, body, key);
    }

    Message of(String other) {
      return new Message(binding, headers, other, key);
    }
  }

  /**
   * What the SDK made of a message.
   *
   * @param events with their attributes; null where it refused it
   * @param refused why; null where it did not
   */
  record Made(@Nullable List<Map<String, Object>> events, @Nullable String refused) {}

  /** One for each message. */
  static List<Made> read(List<Message> messages) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(Node.program().toString(), PROGRAM.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (OutputStream out = process.getOutputStream()) {
      JSON.writeValue(out, messages);
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return JSON.readValue(said, new TypeReference<>() {});
  }
}
