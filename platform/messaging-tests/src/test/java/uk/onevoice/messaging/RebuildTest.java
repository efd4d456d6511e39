package uk.onevoice.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.messaging.Listening.awaitNoTrouble;
import static uk.onevoice.messaging.Listening.soon;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.onevoice.testkit.stack.RunningStack;

/** A read model that begins again, and logs and topics that do. */
class RebuildTest {
  @RegisterExtension final Listening listening = new Listening();

  private final RunningStack stack = RunningStack.get();
  private final Reader reader = listening.reader();
  private final TestTopic topic = listening.topic();

  @Test
  void a_rebuild_of_a_quiet_topic_is_noticed_and_hears_parked_streams_again() throws Exception {
    listening.consumer();
    topic.publish(topic.events(240, 24));
    topic.publish(topic.event("refused", "Refused", "{}"));
    listening.awaitEffects(240);
    soon(() -> assertThat(listening.parked()).isEqualTo(1));
    reader.handler.heal();
    listening.rebuild();
    listening.awaitEffects(241);
    assertThat(listening.parked()).isZero();
    assertThat(reader.count("select count(*) from parked_message")).isZero();
    assertThat(reader.faults()).isZero();
  }

  @Test
  void a_log_that_was_set_back_is_begun_again_by_a_handler_that_can() throws Exception {
    reader.handler.startOver();
    EventConsumer first = listening.consumer(100);
    EventConsumer second = listening.consumer(100);
    topic.publish(topic.events(300, 30));
    listening.awaitEffects(300);
    topic.setBack();
    topic.publish(topic.events(200, 30));
    listening.awaitEffects(200);
    listening.awaitOffsets(500);
    awaitNoTrouble(first);
    awaitNoTrouble(second);
    topic.publish(topic.events(100, 30));
    listening.awaitEffects(300);
    assertThat(reader.count("select count(*) from effect where position > 300")).isZero();
    assertThat(reader.faults()).isZero();
    assertThat(listening.parked()).isZero();
  }

  @Test
  void a_log_that_was_set_back_waits_for_a_rebuild_and_then_counts_from_its_beginning()
      throws Exception {
    EventConsumer consumer = listening.consumer(100);
    topic.publish(topic.events(300, 10));
    listening.awaitEffects(300);
    topic.setBack();
    topic.publish(topic.events(200, 10));
    soon(() -> assertThat(consumer.applied().freshness().getFirst().trouble()).contains("rebuild"));
    assertThat(reader.effects()).isEqualTo(300);
    assertThat(consumer.applied().freshness().getFirst().contactAt()).isNull();
    listening.rebuild();
    listening.awaitEffects(200);
    listening.awaitOffsets(500);
    soon(() -> assertThat(consumer.applied().freshness().getFirst().trouble()).isNull());
    assertThat(reader.effects()).isEqualTo(200);
    assertThat(reader.faults()).isZero();
  }

  @Test
  void a_topic_that_was_lost_and_filled_again_is_read_from_its_start() throws Exception {
    List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>(topic.events(400, 20));
    listening.consumer(100);
    topic.publish(events);
    topic.publish(events);
    listening.awaitEffects(400);
    stack.deleteTopics(List.of(topic.name()));
    try (var admin = stack.kafkaAdmin()) {
      soon(
          () -> admin.createTopics(List.of(new NewTopic(topic.name(), 12, (short) 1))).all().get());
    }
    events.addAll(topic.events(100, 20));
    topic.publish(events);
    listening.awaitEffects(500);
    listening.awaitOffsets(500);
    assertThat(reader.faults()).isZero();
    assertThat(reader.count("select count(distinct topic_id) from checkpoint")).isEqualTo(1);
  }

  @Test
  void a_late_record_for_a_topic_that_is_gone_is_passed_over() throws Exception {
    listening.consumer();
    ProducerRecord<byte[], byte[]> stray = topic.event("thing-1", "Counted", "{}", 9, 900);
    stray.headers().add("ce_logtopic", TestTopic.bytes("AAAAAAAAAAAAAAAAAAAAAA"));
    topic.publish(stray);
    topic.publish(topic.events(50, 5));
    listening.awaitEffects(50);
    listening.awaitOffsets(51);
    assertThat(reader.faults()).isZero();
  }
}
