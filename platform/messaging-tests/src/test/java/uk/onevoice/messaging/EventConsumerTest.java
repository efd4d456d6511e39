package uk.onevoice.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.messaging.Listening.SOON;
import static uk.onevoice.messaging.Listening.soon;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each event counts once, in its order, whoever of several replicas applies it. */
class EventConsumerTest {
  @RegisterExtension final Listening listening = new Listening();

  private final Reader reader = listening.reader();
  private final TestTopic topic = listening.topic();

  @Test
  void each_event_has_its_effect_once_and_in_its_stream_s_order() throws Exception {
    topic.publish(topic.events(2_000, 50));
    EventConsumer consumer = listening.consumer();
    listening.awaitEffects(2_000);
    topic.publish(topic.events(100, 50));
    listening.awaitEffects(2_100);
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
    EventConsumer consumer = listening.consumer();
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
    listening.consumer(100);
    listening.awaitEffects(300);
    topic.publish(events);
    listening.awaitOffsets(900);
    assertThat(reader.effects()).isEqualTo(300);
    assertThat(reader.faults()).isZero();
  }

  @Test
  void replicas_share_the_work_and_take_over_from_each_other() throws Exception {
    EventConsumer first = listening.consumer(50);
    topic.publish(topic.events(2_000, 100));
    EventConsumer second = listening.consumer(50);
    // The first may be done with all that is there before the second has its partitions.
    soon(() -> {
      topic.publish(topic.events(100, 100));
      assertThat(second.applied().freshness().getFirst().appliedAt()).isNotNull();
    });
    topic.publish(topic.events(2_000, 100));
    first.close();
    topic.publish(topic.events(2_000, 100));
    listening.awaitEffects(topic.position());
    assertThat(reader.faults()).isZero();
    assertThat(listening.parked()).isZero();
  }

  @Test
  void a_replica_that_lost_its_partition_unknowingly_is_fenced() throws Exception {
    listening.consumer(100);
    topic.publish(topic.events(240, 24));
    listening.awaitEffects(240);
    List<ProducerRecord<byte[], byte[]>> next = topic.events(240, 24);
    // As another replica would, which has applied the next events of every partition but two.
    reader.execute(
        "update checkpoint set position = " + topic.position() + " where partition not in (3, 7)");
    topic.publish(next);
    listening.awaitOffsets(480);
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
}
