package uk.onevoice.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static uk.onevoice.messaging.Listening.soon;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What cannot be applied waits with its stream, and the others go on. */
class ParkingTest {
  @RegisterExtension final Listening listening = new Listening();

  private final Reader reader = listening.reader();
  private final TestTopic topic = listening.topic();

  @Test
  void what_cannot_be_applied_parks_its_stream_and_holds_nobody_up() throws Exception {
    listening.consumer();
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
    listening.awaitOffsets(records.size());
    assertThat(reader.effects()).isEqualTo(401);
    assertThat(reader.faults()).isZero();
    var parking = new ParkedStreams(reader.pool());
    List<ParkedStreams.Waiting> waiting = parking.streams(null, 200);
    assertThat(waiting)
        .extracting(one -> one.key().stream(), ParkedStreams.Waiting::messages)
        .containsExactlyInAnyOrder(
            tuple("broken-json", 1L),
            tuple("unknown", 2L),
            tuple("refused", 2L),
            tuple("crashing", 2L),
            tuple("overflowing", 2L),
            tuple("large", 1L));
    assertThat(waiting).allSatisfy(one -> assertThat(one.reason()).isNotBlank());
    assertThat(parking.streams(waiting.get(3).key(), 1)).containsExactly(waiting.get(4));
    assertThat(parking.count(listening.name())).isEqualTo(new ParkedStreams.Count(6, 14));

    List<ParkedStreams.Unread> unread = parking.unread(null, 200);
    assertThat(unread)
        .extracting(ParkedStreams.Unread::reason)
        .containsExactlyInAnyOrder(
            "it has no key", "ce_streamversion is missing", "key is not UTF-8", "it has no value");
    assertThat(parking.unread(unread.getFirst().key(), 2)).isEqualTo(unread.subList(1, 3));
    assertThat(parking.dismiss(unread.getFirst().key(), "person:1")).isTrue();
    assertThat(parking.dismiss(unread.getFirst().key(), "person:2")).isFalse();
    assertThat(parking.unread(null, 200)).isEqualTo(unread.subList(1, 4));
    assertThat(parking.count(listening.name()).messages()).isEqualTo(13);
    assertThat(
            reader.count(
                "select count(*) from parked_message where dismissed_by = 'person:1'"
                    + " and dismissed_at is not null and value is null"))
        .isEqualTo(1);
  }

  @Test
  void a_key_that_no_stream_has_parks_its_record_and_holds_nobody_up() throws Exception {
    listening.consumer();
    byte[] noise = new byte[5_000];
    new Random(1).nextBytes(noise);
    String key = Base64.getEncoder().encodeToString(noise);
    topic.publish(List.of(topic.event(key, "Refused", "{}"), topic.event(key, "Counted", "{}")));
    topic.publish(topic.events(100, 20));
    listening.awaitEffects(100);
    listening.awaitOffsets(102);
    assertThat(listening.parked()).isZero();
    assertThat(new ParkedStreams(reader.pool()).unread(null, 200))
        .extracting(ParkedStreams.Unread::reason)
        .containsOnly("its key is longer than a stream's name can be")
        .hasSize(2);
  }

  @Test
  void a_schema_version_that_is_not_known_parks_its_stream() throws Exception {
    listening.consumer();
    topic.publish(topic.event("thing", "Counted", "{}"));
    topic.publish(topic.event("thing", "Counted", 9, "{}", 2, 2));
    topic.publish(topic.event("thing", "Counted", "{}", 3, 3));
    listening.awaitOffsets(3);
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
    assertThat(listening.parked()).isEqualTo(1);
    assertThat(reader.effects()).isEqualTo(1);
  }

  @Test
  void a_parked_stream_goes_on_in_order_when_it_is_asked_to() throws Exception {
    listening.consumer();
    topic.publish(
        List.of(topic.event("unknown", "Counted", "{}"), topic.event("unknown", "Later", "{}")));
    topic.publish(topic.event("refused", "Refused", "{}"));
    for (int n = 0; n < 10; n++) {
      topic.publish(topic.event("unknown", "Counted", "{}"));
      topic.publish(topic.event("refused", "Counted", "{}"));
    }
    listening.awaitOffsets(23);
    assertThat(reader.effects()).isEqualTo(1);
    var parking = new ParkedStreams(reader.pool());
    assertThat(parking.retry(listening.key("refused"))).isTrue();
    soon(() ->
        assertThat(reader.count("select count(*) from parked_stream where retry_wanted")).isZero());
    assertThat(listening.parked()).isEqualTo(2);
    reader.handler.heal();
    assertThat(parking.retry(listening.key("refused"))).isTrue();
    assertThat(parking.retry(listening.key("unknown"))).isTrue();
    assertThat(parking.retry(listening.key("nobody"))).isFalse();
    listening.awaitEffects(23);
    topic.publish(topic.event("unknown", "Counted", "{}"));
    listening.awaitEffects(24);
    assertThat(listening.parked()).isZero();
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
    listening.consumer(5_000);
    listening.awaitOffsets(2_000);
    assertThat(listening.parked()).isEqualTo(100);
    assertThat(reader.effects()).isEqualTo(1_800);
    assertThat(reader.faults()).isZero();
  }
}
