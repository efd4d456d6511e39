package uk.onevoice.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The topics and what is on them. */
class AsyncApiTest {
  private static final Path FILE = Contracts.folder().resolve("asyncapi/onevoice.yaml");
  private static final JsonNode API = Contracts.yaml(FILE);
  private static final Path PARTNERS = FILE.resolveSibling("partner-feed.yaml");

  @Test
  void each_event_schema_is_a_message_of_its_services_topic() {
    Set<String> described = new TreeSet<>();
    API.path("channels")
        .properties()
        .forEach(channel ->
            channel
                .getValue()
                .path("messages")
                .properties()
                .forEach(message ->
                    described.add(
                        channel.getValue().path("address").asText()
                            + " "
                            + schemaOf(message.getKey(), message.getValue()))));
    assertThat(described)
        .isEqualTo(
            EventSchema.all().stream()
                .map(schema -> schema.service() + ".events " + schema.id())
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void it_is_asyncapi_3() {
    assertThat(API.path("asyncapi").asText()).isEqualTo("3.0.0");
    assertThat(API.path("info").path("title").asText()).isNotBlank();
    assertThat(API.path("operations").size()).isEqualTo(API.path("channels").size());
  }

  @Test
  void a_partners_own_topic_has_a_message_for_each_type_of_the_public_language() {
    JsonNode partners = Contracts.yaml(PARTNERS);
    assertThat(partners.path("asyncapi").asText()).isEqualTo("3.0.0");
    Set<String> described = new TreeSet<>();
    partners
        .at("/channels/feed/messages")
        .properties()
        .forEach(message ->
            described.add(message.getKey() + " " + message.getValue().path("name").asText()));
    assertThat(described)
        .isEqualTo(
            EventSchema.of("partner").stream()
                .map(schema -> schema.type() + " " + told(schema.type()) + "-" + schema.version())
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void references_lead_somewhere() {
    assertThat(References.broken(FILE)).isEmpty();
    assertThat(References.broken(PARTNERS)).isEmpty();
  }

  /** GpPositionPublished → gp-position-published */
  private static String told(String type) {
    return type.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private static String schemaOf(String name, JsonNode message) {
    JsonNode payload = message.path("payload");
    assertThat(payload.path("schemaFormat").asText())
        .isEqualTo("application/schema+json;version=draft-2020-12");
    Path file = FILE.resolveSibling(payload.path("schema").path("$ref").asText()).normalize();
    assertThat(file).as(name).matches(Files::isRegularFile, "is there");
    EventSchema schema = EventSchema.of(file);
    assertThat(message.path("name").asText()).isEqualTo(schema.type());
    return schema.id();
  }
}
