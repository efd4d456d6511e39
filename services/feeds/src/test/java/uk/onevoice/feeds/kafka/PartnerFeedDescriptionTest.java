package uk.onevoice.feeds.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.WithDefault;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.onevoice.contracts.Contracts;
import uk.onevoice.feeds.FeedSettings;
import uk.onevoice.feeds.log.FeedType;

/** What contracts/asyncapi/partner-feed.yaml says of partners' topics is what this service does. */
class PartnerFeedDescriptionTest {
  private static final JsonNode DOCUMENT =
      Contracts.yaml(Contracts.folder().resolve("asyncapi/partner-feed.yaml"));
  private static final JsonNode CHANNEL = DOCUMENT.at("/channels/feed");

  @Test
  void its_address_is_the_name_of_a_topic() {
    String organisation = CHANNEL.at("/parameters/organisationId/examples/0").asText();
    byte[] number = HexFormat.of().parseHex(CHANNEL.at("/parameters/number/examples/0").asText());
    assertThat(number).hasSize(PartnerTopics.RANDOM_BYTES);
    assertThat(
            CHANNEL
                .path("address")
                .asText()
                .replace("{organisationId}", organisation)
                .replace("{number}", HexFormat.of().formatHex(number)))
        .isEqualTo(PartnerTopics.name(organisation, number));
    assertThat("partner-feed.WYVT0001.00")
        .startsWith(PartnerTopics.PREFIX)
        .containsPattern(DOCUMENT.at("/operations/hear/bindings/kafka/groupId/pattern").asText());
  }

  @Test
  void it_is_kept_as_said_and_reached_where_and_how_it_is_said() throws Exception {
    JsonNode topic = CHANNEL.at("/bindings/kafka");
    assertThat(topic.path("partitions").asInt()).isEqualTo(PartnerKafka.PARTITIONS);
    assertThat(topic.at("/topicConfiguration/retention.ms").asLong())
        .isEqualTo(DurationConverter.parseDuration(byDefault("kafkaKeptFor")).toMillis());
    assertThat(DOCUMENT.at("/servers/local/host").asText()).isEqualTo(byDefault("kafkaServers"));
    DOCUMENT
        .path("servers")
        .forEach(server -> {
          assertThat(server.path("description").asText())
              .contains("SASL with the mechanism " + PartnerTopicResource.MECHANISM);
          assertThat(server.at("/security/0/$ref").asText())
              .isEqualTo("#/components/securitySchemes/token");
        });
    assertThat(DOCUMENT.at("/components/securitySchemes/token/type").asText()).isEqualTo("oauth2");
    assertThat(
            DOCUMENT
                .at("/components/messageTraits/told/headers/properties/content-type/const")
                .asText())
        .isEqualTo(PartnerKafka.CONTENT_TYPE);
  }

  @Test
  void its_messages_are_the_types_of_the_feed_as_it_tells_them_over_http() {
    Map<String, String> described = new LinkedHashMap<>();
    for (JsonNode message : CHANNEL.path("messages")) {
      String type = message.path("name").asText();
      described.put(type, message.path("summary").asText());
      JsonNode parts = message.at("/payload/schema/allOf");
      // FeedTest holds that schema to the feed, and KafkaTest the topic to the feed.
      assertThat(parts.at("/0/$ref").asText())
          .isEqualTo("../openapi/feeds.yaml#/components/schemas/Event");
      assertThat(parts.at("/1/properties/type/const").asText()).isEqualTo(type);
      assertThat(message.at("/traits/0/$ref").asText())
          .isEqualTo("#/components/messageTraits/told");
    }
    assertThat(described)
        .isEqualTo(
            Arrays.stream(FeedType.values())
                .collect(Collectors.toMap(FeedType::type, FeedType::says)));
  }

  private static String byDefault(String setting) throws NoSuchMethodException {
    return FeedSettings.class.getMethod(setting).getAnnotation(WithDefault.class).value();
  }
}
