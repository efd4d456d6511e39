package uk.onevoice.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.onevoice.testkit.stack.Canaries;
import uk.onevoice.testkit.stack.RunningStack;

/**
 * What the whole demonstration leaves on the topics that the feed service reads: thin, without
 * persons and words, complete in itself, and leading to what a partner may read.
 */
class WhatPartnersHearTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PARTNER = "partner-client";
  private static final Set<String> HEADERS =
      Set.of(
          "ce_specversion",
          "ce_id",
          "ce_source",
          "ce_type",
          "ce_time",
          "ce_subject",
          "ce_dataschema",
          "ce_logposition",
          "ce_logepoch",
          "ce_logtopic",
          "ce_streamversion",
          "ce_recordedtime",
          "ce_actor",
          "content-type");

  private static WholeSystem system;
  private static List<ConsumerRecord<String, String>> told;

  @BeforeAll
  static void hear_it_all() {
    system = Wyvern.system();
    await("all is told")
        .atMost(Duration.ofSeconds(120))
        .until(() ->
            system.databases().entrySet().stream()
                .filter(one -> system.writers().contains(one.getKey()))
                .allMatch(one -> isTold(one.getValue().name())));
    told = heard(system.toldToPartners());
  }

  private static boolean isTold(String database) {
    try (Connection connection = RunningStack.get().superuser(database);
        PreparedStatement select =
            connection.prepareStatement(
                "select c.position = h.position from log_head h, relay_cursor c"
                    + " where c.topic = ?")) {
      select.setString(1, system.toldToPartners());
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }

  private static List<ConsumerRecord<String, String>> heard(String topic) {
    try (var consumer =
        new KafkaConsumer<>(
            RunningStack.get().kafkaProperties(),
            new StringDeserializer(),
            new StringDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(one -> new TopicPartition(topic, one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, String>> all = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(all::add);
      }
      return all;
    }
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    return new String(
        Objects.requireNonNull(record.headers().lastHeader(name)).value(), StandardCharsets.UTF_8);
  }

  private static JsonNode payload(ConsumerRecord<String, String> record) {
    try {
      return JSON.readTree(record.value());
    } catch (JsonProcessingException cause) {
      throw new IllegalStateException(cause);
    }
  }

  @Test
  void each_is_thin_and_each_service_counts_what_it_tells_without_gaps() {
    Map<String, TreeMap<Long, String>> places = new TreeMap<>();
    for (ConsumerRecord<String, String> record : told) {
      Set<String> headers = new TreeSet<>();
      record.headers().forEach(header -> headers.add(header.key()));
      assertThat(headers).isEqualTo(new TreeSet<>(HEADERS));
      String source = header(record, "ce_source");
      assertThat(header(record, "ce_actor")).isEqualTo("service:" + source.substring(1));
      assertThat(Set.of("subject", "dataref", "place", "topic", "ics", "audience"))
          .containsAll(() -> payload(record).fieldNames());
      assertThat(record.partition() / 12).isEqualTo(system.writers().indexOf(source.substring(1)));
      places
          .computeIfAbsent(source, _ -> new TreeMap<>())
          .merge(
              Long.parseLong(header(record, "ce_logposition")),
              header(record, "ce_id"),
              (one, again) -> {
                assertThat(again).isEqualTo(one);
                return one;
              });
    }
    assertThat(places).containsKeys("/organisations", "/mandates");
    places.forEach((source, ids) -> {
      assertThat(ids.lastKey()).as(source).isEqualTo(ids.size());
      assertThat(ids.values()).as(source).doesNotHaveDuplicates();
    });
  }

  @Test
  void what_everybody_may_hear_leads_to_what_a_partner_may_read() {
    Set<String> withdrawn = new TreeSet<>();
    for (ConsumerRecord<String, String> record : told) {
      if (header(record, "ce_type").equals("gp-position-withdrawn-1")) {
        withdrawn.add(payload(record).path("dataref").asText());
      }
    }
    Map<String, String> oneOfEach = new TreeMap<>();
    for (ConsumerRecord<String, String> record : told) {
      String dataref = payload(record).path("dataref").asText();
      // Where a position was withdrawn nothing is any more.
      if (payload(record).at("/audience/everyone").asBoolean() && !withdrawn.contains(dataref)) {
        oneOfEach.put(header(record, "ce_type"), dataref);
      }
    }
    assertThat(oneOfEach)
        .containsKeys(
            "gp-directory-entry-changed-1",
            "gp-mandate-scope-changed-1",
            "org-affiliation-changed-1",
            "place-changed-1");
    Caller partner = Wyvern.as(PARTNER);
    oneOfEach.forEach((type, dataref) -> assertThat(partner.get(dataref)).as(type).isNotEmpty());
  }

  @Test
  void the_partners_system_reads_over_http_exactly_what_is_for_it() {
    String organisation =
        Wyvern.as(PARTNER).get("/v1/feed/subscription").required("organisationId").asText();
    Map<String, Integer> published = new TreeMap<>();
    Set<String> ids = new TreeSet<>();
    for (ConsumerRecord<String, String> record : told) {
      if (isFor(organisation, payload(record).path("audience"))
          && ids.add(header(record, "ce_id"))) {
        published.merge(header(record, "ce_type"), 1, Integer::sum);
      }
    }
    List<JsonNode> read =
        await("the feed has heard all of it")
            .atMost(Duration.ofSeconds(60))
            .until(
                () -> Wyvern.as(PARTNER).events("/v1/feed/events?limit=150"),
                all -> all.size() >= ids.size());
    Map<String, Integer> byType = new TreeMap<>();
    read.forEach(event -> byType.merge(event.path("type").asText(), 1, Integer::sum));
    assertThat(byType).isEqualTo(published);
    assertThat(read).extracting(event -> event.path("id").asText()).doesNotHaveDuplicates();
    assertThat(read)
        .extracting(event -> event.path("id").asText())
        .doesNotContainAnyElementsOf(ids);
  }

  /** Whoever is told that something changed can read it: each address that they were told. */
  @Test
  void whatever_the_partners_system_hears_of_it_reads_with_its_own_token() {
    Caller partner = Wyvern.as(PARTNER);
    Map<String, String> latest = new TreeMap<>();
    Set<String> types = new TreeSet<>();
    for (JsonNode event : partner.events("/v1/feed/events?limit=1000")) {
      types.add(event.required("type").asText());
      latest.put(event.required("dataref").asText(), event.required("type").asText());
    }
    assertThat(types)
        .contains(
            "meeting-item-outcome-shared-1",
            "joint-group-action-changed-1",
            "commitment-shared-1",
            "gp-position-published-1");
    latest.forEach((dataref, type) -> {
      // Where a position was withdrawn nothing is any more.
      if (!type.equals("gp-position-withdrawn-1")) {
        assertThat(partner.get(dataref)).as(type).isNotEmpty();
      }
    });
  }

  @Test
  void a_promise_is_told_when_it_is_shared_and_as_it_goes_on_and_read_in_the_words_for_it() {
    Caller partner = Wyvern.as(PARTNER);
    List<JsonNode> shared =
        StreamSupport.stream(
                partner.get("/v1/relationships/shared-commitments").path("items").spliterator(),
                false)
            .toList();
    assertThat(shared)
        .extracting(promise -> promise.path("words").asText())
        .contains(
            "Each letter of a clinic says who orders which test",
            "Ten letters that practices could not read, as examples")
        .doesNotContain("Letters say who orders each test", "Send ten unclear letters");
    Map<String, Integer> told = new TreeMap<>();
    partner
        .events("/v1/feed/events?limit=1000&types=commitment-shared-1")
        .forEach(event -> told.merge(event.required("dataref").asText(), 1, Integer::sum));
    shared.forEach(promise ->
        assertThat(told)
            .containsEntry(
                "/v1/relationships/shared-commitments/" + promise.path("commitmentId").asText(),
                promise.path("kept").isNull() ? 1 : 2));
    // What everybody else is answered who may not read it.
    String one =
        "/v1/relationships/shared-commitments/" + shared.getFirst().path("commitmentId").asText();
    assertThat(Wyvern.as("icb-client").answer(one)).contains("not-found");
  }

  private static boolean isFor(String organisation, JsonNode audience) {
    return audience.path("everyone").asBoolean()
        || StreamSupport.stream(audience.path("organisations").spliterator(), false)
            .anyMatch(one -> one.asText().equals(organisation));
  }

  @Test
  void nobody_is_named_and_nothing_typed_is_told() {
    List<String> words = new ArrayList<>(List.of("person:", "client:", "Ref\"", "mandateId"));
    Demonstration.read().people().forEach(person -> words.add(person.name()));
    try (Canaries canaries = Canaries.of(words.toArray(String[]::new))) {
      var search = canaries.inTopics(List.of(system.toldToPartners(), system.toldOfClients()));
      assertThat(search.places()).isPositive();
      assertThat(search.found()).isEmpty();
    }
  }

  @Test
  void the_partners_system_is_approved_for_the_feed_by_a_body_of_general_practice() {
    List<String> ofPartner =
        heard(system.toldOfClients()).stream()
            .filter(record -> header(record, "ce_subject").equals(PARTNER))
            .map(record -> header(record, "ce_type"))
            .distinct()
            .toList();
    assertThat(ofPartner).startsWith("ClientRegistered", "ClientApproved", "ClientFeedApproved");
  }
}
