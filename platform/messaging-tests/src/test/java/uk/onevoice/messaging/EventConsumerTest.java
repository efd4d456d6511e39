package uk.onevoice.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.testkit.stack.RunningStack;

class EventConsumerTest {
  private static final Duration SOON = Duration.ofSeconds(40);

  private final RunningStack stack = RunningStack.get();
  private final String name = "reader-" + UUID.randomUUID();
  private final List<EventConsumer> consumers = new ArrayList<>();
  private Reader reader;
  private TestTopic topic;

  @BeforeEach
  void create() throws Exception {
    reader = new Reader();
    String real = Objects.requireNonNull(stack.createTopics("things.events").get("things.events"));
    topic = new TestTopic(stack.kafkaProperties(), real);
  }

  @AfterEach
  void drop() {
    consumers.forEach(EventConsumer::close);
    topic.close();
    reader.close();
    stack.deleteTopics(List.of(topic.name()));
  }

  private EventConsumer consumer() {
    return consumer(500);
  }

  private EventConsumer consumer(int batchSize) {
    Map<String, String> kafka = new HashMap<>();
    Properties properties = stack.kafkaProperties();
    properties.stringPropertyNames().forEach(k -> kafka.put(k, properties.getProperty(k)));
    var settings = new ConsumerSettings(name, Map.of("things", topic.name()), kafka, batchSize);
    var consumer = new EventConsumer(settings, reader.pool(), reader.handler).start();
    consumers.add(consumer);
    return consumer;
  }

  private static void soon(ThrowingRunnable assertion) {
    await().atMost(SOON).ignoreExceptions().untilAsserted(assertion);
  }

  private void awaitEffects(long count) {
    soon(() -> assertThat(reader.effects()).isEqualTo(count));
  }

  private void awaitOffsets(long sum) {
    soon(() ->
        assertThat(reader.count("select coalesce(sum(next_offset), 0) from checkpoint"))
            .isEqualTo(sum));
  }

  private long parked() throws Exception {
    return new ParkedStreams(reader.pool()).count(name).streams();
  }

  private ParkedStreams.StreamKey key(String stream) {
    return new ParkedStreams.StreamKey(name, topic.name(), stream);
  }

  @Test
  void each_event_has_its_effect_once_and_in_its_stream_s_order() throws Exception {
    topic.publish(topic.events(2_000, 50));
    EventConsumer consumer = consumer();
    awaitEffects(2_000);
    topic.publish(topic.events(100, 50));
    awaitEffects(2_100);
    assertThat(reader.faults()).isZero();
    soon(() ->
        assertThat(consumer.applied().freshness())
            .singleElement()
            .satisfies(fresh -> {
              assertThat(fresh.log()).isEqualTo("things");
              assertThat(fresh.position()).isEqualTo(2_100);
              assertThat(fresh.lag()).isZero();
              assertThat(fresh.trouble()).isNull();
              assertThat(fresh.contactAt()).isNotNull();
              assertThat(fresh.appliedAt()).isNotNull();
            }));
  }

  @Test
  void who_waits_for_a_position_sees_its_effect() throws Exception {
    EventConsumer consumer = consumer();
    for (int n = 0; n < 20; n++) {
      ProducerRecord<byte[], byte[]> event = topic.event("thing-1", "Counted", "{}");
      topic.publish(event);
      int partition =
          org.apache.kafka.common.utils.Utils.toPositive(
                  org.apache.kafka.common.utils.Utils.murmur2(event.key()))
              % 12;
      assertThat(consumer.applied().await("things", partition, topic.position(), SOON)).isTrue();
      assertThat(reader.effects()).isEqualTo(n + 1);
    }
    assertThat(consumer.applied().await("things", 0, 1_000_000, Duration.ofMillis(200))).isFalse();
    assertThat(consumer.applied().await("others", 0, 1, SOON)).isFalse();
  }

  @Test
  void a_record_that_comes_three_times_counts_once() throws Exception {
    List<ProducerRecord<byte[], byte[]>> events = topic.events(300, 10);
    topic.publish(events);
    topic.publish(events);
    consumer(100);
    awaitEffects(300);
    topic.publish(events);
    awaitOffsets(900);
    assertThat(reader.effects()).isEqualTo(300);
    assertThat(reader.faults()).isZero();
  }

  @Test
  void what_cannot_be_applied_parks_its_stream_and_holds_nobody_up() throws Exception {
    consumer();
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(topic.events(200, 20));
    records.add(topic.event("broken-json", "Counted", "{\"n\":"));
    records.add(topic.event("unknown", "Later", "{}"));
    records.add(topic.event("refused", "Refused", "{}"));
    records.add(topic.event("crashing", "Crashing", "{}"));
    records.add(topic.event("overflowing", "Overflowing", "{}"));
    records.add(topic.event("large", "Refused", "\"" + "x".repeat(900_000) + "\""));
    records.add(topic.event("ignored", "Ignored", "{}"));
    for (String stream : List.of("unknown", "refused", "crashing", "overflowing", "ignored")) {
      records.add(topic.event(stream, "Counted", "{}"));
    }
    records.add(topic.raw(null, TestTopic.bytes("{}")));
    records.add(topic.raw(TestTopic.bytes("no-headers"), TestTopic.bytes("{}")));
    records.add(topic.raw(new byte[] {(byte) 0xff}, new byte[] {0}));
    records.add(topic.raw(TestTopic.bytes("no-value"), null));
    records.addAll(topic.events(200, 20));
    topic.publish(records);
    awaitOffsets(records.size());
    assertThat(reader.effects()).isEqualTo(401);
    assertThat(reader.faults()).isZero();
    var parking = new ParkedStreams(reader.pool());
    List<ParkedStreams.Waiting> waiting = parking.streams(null, 200);
    assertThat(waiting)
        .extracting(one -> one.key().stream(), ParkedStreams.Waiting::messages)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("broken-json", 1L),
            org.assertj.core.groups.Tuple.tuple("unknown", 2L),
            org.assertj.core.groups.Tuple.tuple("refused", 2L),
            org.assertj.core.groups.Tuple.tuple("crashing", 2L),
            org.assertj.core.groups.Tuple.tuple("overflowing", 2L),
            org.assertj.core.groups.Tuple.tuple("large", 1L));
    assertThat(waiting).allSatisfy(one -> assertThat(one.reason()).isNotBlank());
    assertThat(parking.streams(waiting.get(3).key(), 1)).containsExactly(waiting.get(4));
    assertThat(parking.count(name)).isEqualTo(new ParkedStreams.Count(6, 14));

    List<ParkedStreams.Unread> unread = parking.unread(null, 200);
    assertThat(unread)
        .extracting(ParkedStreams.Unread::reason)
        .containsExactlyInAnyOrder(
            "it has no key", "ce_streamversion is missing", "key is not UTF-8", "it has no value");
    assertThat(parking.unread(unread.getFirst().key(), 2)).isEqualTo(unread.subList(1, 3));
    assertThat(parking.dismiss(unread.getFirst().key(), "person:1")).isTrue();
    assertThat(parking.dismiss(unread.getFirst().key(), "person:2")).isFalse();
    assertThat(parking.unread(null, 200)).isEqualTo(unread.subList(1, 4));
    assertThat(parking.count(name).messages()).isEqualTo(13);
    assertThat(
            reader.count(
                "select count(*) from parked_message where dismissed_by = 'person:1'"
                    + " and dismissed_at is not null and value is null"))
        .isEqualTo(1);
  }

  @Test
  void a_key_that_no_stream_has_parks_its_record_and_holds_nobody_up() throws Exception {
    consumer();
    byte[] noise = new byte[5_000];
    new Random(1).nextBytes(noise);
    String key = Base64.getEncoder().encodeToString(noise);
    topic.publish(List.of(topic.event(key, "Refused", "{}"), topic.event(key, "Counted", "{}")));
    topic.publish(topic.events(100, 20));
    awaitEffects(100);
    awaitOffsets(102);
    assertThat(parked()).isZero();
    assertThat(new ParkedStreams(reader.pool()).unread(null, 200))
        .extracting(ParkedStreams.Unread::reason)
        .containsOnly("its key is longer than a stream's name can be")
        .hasSize(2);
  }

  @Test
  void a_schema_version_that_is_not_known_parks_its_stream() throws Exception {
    consumer();
    topic.publish(topic.event("thing", "Counted", "{}"));
    topic.publish(topic.event("thing", "Counted", 9, "{}", 2, 2));
    topic.publish(topic.event("thing", "Counted", "{}", 3, 3));
    awaitOffsets(3);
    var parking = new ParkedStreams(reader.pool());
    assertThat(parking.streams(null, 10))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.reason()).isEqualTo("version 9 of Counted is not known here");
          assertThat(one.messages()).isEqualTo(2);
          assertThat(parking.retry(one.key())).isTrue();
        });
    soon(() ->
        assertThat(reader.count("select count(*) from parked_stream where retry_wanted")).isZero());
    assertThat(parked()).isEqualTo(1);
    assertThat(reader.effects()).isEqualTo(1);
  }

  @Test
  void a_parked_stream_goes_on_in_order_when_it_is_asked_to() throws Exception {
    consumer();
    topic.publish(
        List.of(topic.event("unknown", "Counted", "{}"), topic.event("unknown", "Later", "{}")));
    topic.publish(topic.event("refused", "Refused", "{}"));
    for (int n = 0; n < 10; n++) {
      topic.publish(topic.event("unknown", "Counted", "{}"));
      topic.publish(topic.event("refused", "Counted", "{}"));
    }
    awaitOffsets(23);
    assertThat(reader.effects()).isEqualTo(1);
    var parking = new ParkedStreams(reader.pool());
    assertThat(parking.retry(key("refused"))).isTrue();
    soon(() ->
        assertThat(reader.count("select count(*) from parked_stream where retry_wanted")).isZero());
    assertThat(parked()).isEqualTo(2);
    reader.handler.heal();
    assertThat(parking.retry(key("refused"))).isTrue();
    assertThat(parking.retry(key("unknown"))).isTrue();
    assertThat(parking.retry(key("nobody"))).isFalse();
    awaitEffects(23);
    topic.publish(topic.event("unknown", "Counted", "{}"));
    awaitEffects(24);
    assertThat(parked()).isZero();
    assertThat(reader.count("select count(*) from parked_message")).isZero();
    assertThat(reader.faults()).isZero();
  }

  @Test
  void many_bad_streams_in_one_batch_are_all_found() throws Exception {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (int n = 0; n < 1_000; n++) {
      String type =
          n % 10 == 0 ? List.of("Refused", "Crashing", "Overflowing").get(n % 3) : "Counted";
      records.add(topic.event("thing-" + n, type, "{}"));
      records.add(topic.event("thing-" + n, "Counted", "{}"));
    }
    topic.publish(records);
    consumer(5_000);
    awaitOffsets(2_000);
    assertThat(parked()).isEqualTo(100);
    assertThat(reader.effects()).isEqualTo(1_800);
    assertThat(reader.faults()).isZero();
  }

  @Test
  void a_version_that_comes_too_late_is_waited_for() throws Exception {
    consumer();
    topic.publish(topic.event("thing", "Counted", "{}", 1, 1));
    topic.publish(topic.event("thing", "Counted", "{}", 3, 3));
    topic.publish(topic.event("thing", "Counted", "{}", 4, 4));
    soon(() -> assertThat(parked()).isEqualTo(1));
    assertThat(reader.effects()).isEqualTo(1);
    topic.publish(topic.event("thing", "Counted", "{}", 2, 2));
    awaitEffects(4);
    assertThat(parked()).isZero();
    topic.publish(topic.event("thing", "Counted", "{}", 5, 5));
    awaitEffects(5);
    assertThat(reader.faults()).isZero();
  }

  @Test
  void versions_that_come_too_late_are_waited_for_one_after_the_other() throws Exception {
    consumer();
    topic.publish(topic.event("thing", "Counted", "{}", 1, 1));
    topic.publish(topic.event("thing", "Counted", "{}", 4, 4));
    topic.publish(topic.event("thing", "Counted", "{}", 2, 2));
    awaitEffects(2);
    var parking = new ParkedStreams(reader.pool());
    soon(() ->
        assertThat(parking.streams(null, 10))
            .extracting(ParkedStreams.Waiting::missing, ParkedStreams.Waiting::messages)
            .containsExactly(org.assertj.core.groups.Tuple.tuple(3L, 1L)));
    // Nobody can wish away what is missing.
    assertThat(parking.retry(key("thing"))).isTrue();
    soon(() ->
        assertThat(reader.count("select count(*) from parked_stream where retry_wanted")).isZero());
    assertThat(reader.effects()).isEqualTo(2);
    topic.publish(topic.event("thing", "Counted", "{}", 3, 3));
    awaitEffects(4);
    assertThat(parked()).isZero();
    assertThat(reader.faults()).isZero();
  }

  @Test
  void versions_that_come_in_another_order_in_one_batch_are_all_applied() throws Exception {
    topic.publish(
        List.of(
            topic.event("thing", "Counted", "{}", 1, 1),
            topic.event("thing", "Counted", "{}", 4, 4),
            topic.event("thing", "Counted", "{}", 3, 3),
            topic.event("thing", "Counted", "{}", 4, 4),
            topic.event("thing", "Counted", "{}", 2, 2)));
    consumer();
    awaitEffects(4);
    assertThat(parked()).isZero();
    assertThat(reader.faults()).isZero();
  }

  @Test
  void a_position_beyond_all_that_the_topic_holds_hides_nothing() throws Exception {
    consumer();
    topic.publish(topic.event("thing", "Counted", "{}", 1, 1));
    topic.publish(topic.event("thing", "Counted", "{}", 2, Long.MAX_VALUE));
    topic.publish(topic.event("thing", "Counted", "{}", 2, 2));
    topic.publish(topic.event("thing", "Counted", "{}", 3, 3));
    awaitEffects(3);
    assertThat(parked()).isZero();
    assertThat(new ParkedStreams(reader.pool()).unread(null, 10))
        .extracting(ParkedStreams.Unread::reason)
        .containsExactly("ce_logposition is beyond all that the topic holds");
    // One that might be is believed, and its stream's later events are not taken for repetitions.
    topic.publish(topic.event("thing", "Counted", "{}", 4, 90_000));
    topic.publish(topic.event("thing", "Counted", "{}", 5, 5));
    awaitEffects(5);
    assertThat(reader.faults()).isZero();
  }

  @Test
  void an_epoch_that_cannot_be_sets_nothing_back() throws Exception {
    reader.handler.startOver();
    consumer();
    List<ProducerRecord<byte[], byte[]>> absurd = topic.events(2, 2);
    absurd.forEach(record ->
        record.headers().remove("ce_logepoch").add("ce_logepoch", TestTopic.bytes("20000")));
    topic.publish(absurd.getFirst());
    topic.publish(topic.events(50, 5));
    topic.publish(absurd.getLast());
    awaitOffsets(52);
    assertThat(reader.effects()).isEqualTo(50);
    assertThat(new ParkedStreams(reader.pool()).unread(null, 10))
        .extracting(ParkedStreams.Unread::reason)
        .containsOnly("ce_logepoch is beyond any that can follow")
        .hasSize(2);
  }

  @Test
  void a_trouble_that_is_over_is_forgotten_though_nothing_new_comes() throws Exception {
    EventConsumer consumer = consumer();
    topic.publish(topic.events(50, 10));
    awaitEffects(50);
    awaitNoTrouble(consumer);
    Instant contact = contact(consumer);
    soon(() -> assertThat(contact(consumer)).isAfter(contact));
    try (Connection superuser = stack.superuser("postgres");
        var statement = superuser.createStatement()) {
      String database = reader.owned().name();
      statement.execute("alter database " + database + " allow_connections false");
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
              + database
              + "'");
      soon(() ->
          assertThat(consumer.applied().freshness().getFirst().trouble()).contains("database"));
      Instant last = contact(consumer);
      await()
          .during(Duration.ofSeconds(4))
          .atMost(SOON)
          .until(() -> contact(consumer).equals(last));
      statement.execute("alter database " + database + " allow_connections true");
      awaitNoTrouble(consumer);
      soon(() -> assertThat(contact(consumer)).isAfter(last));
    }
  }

  private static Instant contact(EventConsumer consumer) {
    return Objects.requireNonNull(consumer.applied().freshness().getFirst().contactAt());
  }

  private static void awaitNoTrouble(EventConsumer consumer) {
    soon(() -> assertThat(consumer.applied().freshness().getFirst().trouble()).isNull());
  }

  @Test
  void a_constraint_that_was_in_the_way_once_after_an_outage_parks_nothing() throws Exception {
    reader.execute("alter table effect rename to hidden");
    EventConsumer consumer = consumer();
    topic.publish(topic.event("thing", "Counted", "{}"));
    soon(() ->
        assertThat(consumer.applied().freshness().getFirst().trouble()).contains("does not exist"));
    await()
        .during(Duration.ofSeconds(4))
        .atMost(SOON)
        .until(() -> parked() == 0 && consumer.applied().freshness().getFirst().trouble() != null);
    reader.execute(
        "alter table hidden rename to effect;"
            + " alter table effect add constraint for_a_moment check (nr < 0)");
    soon(() ->
        assertThat(consumer.applied().freshness().getFirst().trouble()).contains("for_a_moment"));
    reader.execute("alter table effect drop constraint for_a_moment");
    awaitEffects(1);
    assertThat(parked()).isZero();
  }

  @Test
  void a_rebuild_of_a_quiet_topic_is_noticed_and_hears_parked_streams_again() throws Exception {
    consumer();
    topic.publish(topic.events(240, 24));
    topic.publish(topic.event("refused", "Refused", "{}"));
    awaitEffects(240);
    soon(() -> assertThat(parked()).isEqualTo(1));
    reader.handler.heal();
    rebuild();
    awaitEffects(241);
    assertThat(parked()).isZero();
    assertThat(reader.count("select count(*) from parked_message")).isZero();
    assertThat(reader.faults()).isZero();
  }

  @Test
  void a_log_that_was_set_back_is_begun_again_by_a_handler_that_can() throws Exception {
    reader.handler.startOver();
    EventConsumer first = consumer(100);
    EventConsumer second = consumer(100);
    topic.publish(topic.events(300, 30));
    awaitEffects(300);
    topic.setBack();
    topic.publish(topic.events(200, 30));
    awaitEffects(200);
    awaitOffsets(500);
    awaitNoTrouble(first);
    awaitNoTrouble(second);
    topic.publish(topic.events(100, 30));
    awaitEffects(300);
    assertThat(reader.count("select count(*) from effect where position > 300")).isZero();
    assertThat(reader.faults()).isZero();
    assertThat(parked()).isZero();
  }

  @Test
  void a_database_that_fails_is_tried_again_and_nothing_is_parked() throws Exception {
    EventConsumer consumer = consumer(100);
    topic.publish(topic.events(500, 10));
    awaitEffects(500);
    try (Connection superuser = stack.superuser("postgres");
        var statement = superuser.createStatement()) {
      String database = reader.owned().name();
      statement.execute("alter database " + database + " allow_connections false");
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
              + database
              + "'");
      topic.publish(topic.events(500, 10));
      soon(() ->
          assertThat(consumer.applied().freshness())
              .allSatisfy(fresh -> assertThat(fresh.trouble()).isNotNull()));
      statement.execute("alter database " + database + " allow_connections true");
    }
    awaitEffects(1_000);
    assertThat(parked()).isZero();
    assertThat(reader.faults()).isZero();
  }

  @Test
  void a_table_that_is_missing_is_an_outage_and_no_bad_message() throws Exception {
    reader.execute("alter table effect rename to hidden");
    EventConsumer consumer = consumer(100);
    topic.publish(topic.events(100, 10));
    soon(() ->
        assertThat(consumer.applied().freshness())
            .allSatisfy(fresh -> assertThat(fresh.trouble()).contains("database")));
    assertThat(parked()).isZero();
    reader.execute("alter table hidden rename to effect");
    awaitEffects(100);
    assertThat(parked()).isZero();
  }

  @Test
  void replicas_share_the_work_and_take_over_from_each_other() throws Exception {
    EventConsumer first = consumer(50);
    topic.publish(topic.events(2_000, 100));
    EventConsumer second = consumer(50);
    // The first may be done with all that is there before the second has its partitions.
    soon(() -> {
      topic.publish(topic.events(100, 100));
      assertThat(second.applied().freshness().getFirst().appliedAt()).isNotNull();
    });
    topic.publish(topic.events(2_000, 100));
    first.close();
    topic.publish(topic.events(2_000, 100));
    awaitEffects(topic.position());
    assertThat(reader.faults()).isZero();
    assertThat(parked()).isZero();
  }

  @Test
  void a_replica_that_lost_its_partition_unknowingly_is_fenced() throws Exception {
    consumer(100);
    topic.publish(topic.events(240, 24));
    awaitEffects(240);
    List<ProducerRecord<byte[], byte[]>> next = topic.events(240, 24);
    // As another replica would, which has applied the next events of every partition but two.
    reader.execute(
        "update checkpoint set position = " + topic.position() + " where partition not in (3, 7)");
    topic.publish(next);
    awaitOffsets(480);
    long ofOthers = reader.count("select count(*) from effect where position > 240");
    assertThat(reader.faults()).isZero();
    assertThat(ofOthers)
        .isEqualTo(
            next.stream()
                .map(record ->
                    org.apache.kafka.common.utils.Utils.toPositive(
                            org.apache.kafka.common.utils.Utils.murmur2(record.key()))
                        % 12)
                .filter(partition -> partition == 3 || partition == 7)
                .count());
  }

  @Test
  void a_topic_that_was_lost_and_filled_again_is_read_from_its_start() throws Exception {
    List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>(topic.events(400, 20));
    consumer(100);
    topic.publish(events);
    topic.publish(events);
    awaitEffects(400);
    stack.deleteTopics(List.of(topic.name()));
    try (var admin = stack.kafkaAdmin()) {
      soon(
          () -> admin.createTopics(List.of(new NewTopic(topic.name(), 12, (short) 1))).all().get());
    }
    events.addAll(topic.events(100, 20));
    topic.publish(events);
    awaitEffects(500);
    awaitOffsets(500);
    assertThat(reader.faults()).isZero();
    assertThat(reader.count("select count(distinct topic_id) from checkpoint")).isEqualTo(1);
  }

  @Test
  void a_log_that_was_set_back_waits_for_a_rebuild_and_then_counts_from_its_beginning()
      throws Exception {
    EventConsumer consumer = consumer(100);
    topic.publish(topic.events(300, 10));
    awaitEffects(300);
    topic.setBack();
    topic.publish(topic.events(200, 10));
    soon(() -> assertThat(consumer.applied().freshness().getFirst().trouble()).contains("rebuild"));
    assertThat(reader.effects()).isEqualTo(300);
    assertThat(consumer.applied().freshness().getFirst().contactAt()).isNull();
    rebuild();
    awaitEffects(200);
    awaitOffsets(500);
    soon(() -> assertThat(consumer.applied().freshness().getFirst().trouble()).isNull());
    assertThat(reader.effects()).isEqualTo(200);
    assertThat(reader.faults()).isZero();
  }

  private void rebuild() throws Exception {
    try (Connection connection = reader.pool().getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("truncate effect");
      Rebuild.from(connection, name, topic.name());
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  @Test
  void a_late_record_for_a_topic_that_is_gone_is_passed_over() throws Exception {
    consumer();
    ProducerRecord<byte[], byte[]> stray = topic.event("thing-1", "Counted", "{}", 9, 900);
    stray.headers().add("ce_logtopic", TestTopic.bytes("AAAAAAAAAAAAAAAAAAAAAA"));
    topic.publish(stray);
    topic.publish(topic.events(50, 5));
    awaitEffects(50);
    awaitOffsets(51);
    assertThat(reader.faults()).isZero();
  }
}
