package uk.onevoice.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import uk.onevoice.messaging.ConsumerSettings.Telling;

/** What differs on a topic that several services tell a selection on. */
class SelectionTest {
  private static final Checkpoint FROM =
      new Checkpoint(new TopicPartition("partner.events", 3), "a-topic", 40, 7, 100);

  @Test
  void nobody_is_named_and_no_version_is_needed() {
    Slice slice = selected(record(40, 8, 100));
    assertThat(slice.unread()).isEmpty();
    HeardEvent event = slice.events().getFirst().event();
    assertThat(event.actor()).isEmpty();
    assertThat(event.version()).isZero();
    assertThat(whole(record(40, 8, 100)).unread()).hasSize(1);
  }

  @Test
  void nothing_is_passed_over_as_heard_before() {
    Slice slice = selected(record(40, 7, 100), record(41, 3, 100), record(42, 900_000_000, 100));
    assertThat(slice.events()).hasSize(3).noneMatch(Delivery::late);
    assertThat(slice.unread()).isEmpty();
    assertThat(slice.to().position()).isEqualTo(900_000_000);
    assertThat(slice.to().nextOffset()).isEqualTo(43);
  }

  @Test
  void an_epoch_of_one_of_the_services_ends_nothing_and_passes_over_nothing() {
    Slice slice = selected(record(40, 8, 200), record(41, 9, 100));
    assertThat(slice.events()).hasSize(2);
    assertThat(slice.newEpoch()).isNull();
    assertThat(slice.to().epoch()).isEqualTo(100);
  }

  @Test
  void what_cannot_be_read_is_put_aside_and_a_record_of_another_topic_ends_the_slice() {
    var bad = record(40, 8, 100);
    bad.headers().remove("ce_id");
    var stray = record(41, 9, 100);
    stray.headers().add("ce_logtopic", "another-topic".getBytes(StandardCharsets.UTF_8));
    Slice slice = selected(bad, stray);
    assertThat(slice.unread()).hasSize(1);
    assertThat(slice.otherTopic()).isEqualTo("another-topic");
    assertThat(slice.to().nextOffset()).isEqualTo(41);
  }

  @SafeVarargs
  private static Slice selected(ConsumerRecord<byte[], byte[]>... records) {
    return Slice.of("partner", Telling.SELECTION, FROM, List.of(records), Set.of(), () -> 1);
  }

  private static Slice whole(ConsumerRecord<byte[], byte[]> record) {
    return Slice.of("partner", Telling.ALL, FROM, List.of(record), Set.of(), () -> 1);
  }

  private static ConsumerRecord<byte[], byte[]> record(long offset, long position, int epoch) {
    var record =
        new ConsumerRecord<>(
            "partner.events",
            3,
            offset,
            "place-1".getBytes(StandardCharsets.UTF_8),
            "{}".getBytes(StandardCharsets.UTF_8));
    Map.of(
            "ce_id", new UUID(0, offset).toString(),
            "ce_type", "place-changed-1",
            "ce_time", "2026-11-26T10:00:00Z",
            "ce_recordedtime", "2026-11-26T10:00:00Z",
            "ce_dataschema", "/contracts/events/partner/PlaceChanged-v1.json",
            "ce_logposition", Long.toString(position),
            "ce_logepoch", Integer.toString(epoch))
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }
}
