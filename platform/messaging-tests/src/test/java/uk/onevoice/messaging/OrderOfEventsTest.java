package uk.onevoice.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static uk.onevoice.messaging.Listening.soon;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Versions and positions that come late, in another order, or that cannot be. */
class OrderOfEventsTest {
  @RegisterExtension final Listening listening = new Listening();

  private final Reader reader = listening.reader();
  private final TestTopic topic = listening.topic();

  @Test
  void a_version_that_comes_too_late_is_waited_for() throws Exception {
    listening.consumer();
    topic.publish(topic.event("thing", "Counted", "{}", 1, 1));
    topic.publish(topic.event("thing", "Counted", "{}", 3, 3));
    topic.publish(topic.event("thing", "Counted", "{}", 4, 4));
    soon(() -> assertThat(listening.parked()).isEqualTo(1));
    assertThat(reader.effects()).isEqualTo(1);
    topic.publish(topic.event("thing", "Counted", "{}", 2, 2));
    listening.awaitEffects(4);
    assertThat(listening.parked()).isZero();
    topic.publish(topic.event("thing", "Counted", "{}", 5, 5));
    listening.awaitEffects(5);
    assertThat(reader.faults()).isZero();
  }

  @Test
  void versions_that_come_too_late_are_waited_for_one_after_the_other() throws Exception {
    listening.consumer();
    topic.publish(topic.event("thing", "Counted", "{}", 1, 1));
    topic.publish(topic.event("thing", "Counted", "{}", 4, 4));
    topic.publish(topic.event("thing", "Counted", "{}", 2, 2));
    listening.awaitEffects(2);
    var parking = new ParkedStreams(reader.pool());
    soon(() ->
        assertThat(parking.streams(null, 10))
            .extracting(ParkedStreams.Waiting::missing, ParkedStreams.Waiting::messages)
            .containsExactly(tuple(3L, 1L)));
    // Nobody can wish away what is missing.
    assertThat(parking.retry(listening.key("thing"))).isTrue();
    soon(() ->
        assertThat(reader.count("select count(*) from parked_stream where retry_wanted")).isZero());
    assertThat(reader.effects()).isEqualTo(2);
    topic.publish(topic.event("thing", "Counted", "{}", 3, 3));
    listening.awaitEffects(4);
    assertThat(listening.parked()).isZero();
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
    listening.consumer();
    listening.awaitEffects(4);
    assertThat(listening.parked()).isZero();
    assertThat(reader.faults()).isZero();
  }

  @Test
  void a_position_beyond_all_that_the_topic_holds_hides_nothing() throws Exception {
    listening.consumer();
    topic.publish(topic.event("thing", "Counted", "{}", 1, 1));
    topic.publish(topic.event("thing", "Counted", "{}", 2, Long.MAX_VALUE));
    topic.publish(topic.event("thing", "Counted", "{}", 2, 2));
    topic.publish(topic.event("thing", "Counted", "{}", 3, 3));
    listening.awaitEffects(3);
    assertThat(listening.parked()).isZero();
    assertThat(new ParkedStreams(reader.pool()).unread(null, 10))
        .extracting(ParkedStreams.Unread::reason)
        .containsExactly("ce_logposition is beyond all that the topic holds");
    // One that might be is believed, and its stream's later events are not taken for repetitions.
    topic.publish(topic.event("thing", "Counted", "{}", 4, 90_000));
    topic.publish(topic.event("thing", "Counted", "{}", 5, 5));
    listening.awaitEffects(5);
    assertThat(reader.faults()).isZero();
  }

  @Test
  void an_epoch_that_cannot_be_sets_nothing_back() throws Exception {
    reader.handler.startOver();
    listening.consumer();
    List<ProducerRecord<byte[], byte[]>> absurd = topic.events(2, 2);
    absurd.forEach(record ->
        record.headers().remove("ce_logepoch").add("ce_logepoch", TestTopic.bytes("20000")));
    topic.publish(absurd.getFirst());
    topic.publish(topic.events(50, 5));
    topic.publish(absurd.getLast());
    listening.awaitOffsets(52);
    assertThat(reader.effects()).isEqualTo(50);
    assertThat(new ParkedStreams(reader.pool()).unread(null, 10))
        .extracting(ParkedStreams.Unread::reason)
        .containsOnly("ce_logepoch is beyond any that can follow")
        .hasSize(2);
  }
}
