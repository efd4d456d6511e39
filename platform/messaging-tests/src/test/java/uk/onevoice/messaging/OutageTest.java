package uk.onevoice.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.onevoice.messaging.Listening.SOON;
import static uk.onevoice.messaging.Listening.awaitNoTrouble;
import static uk.onevoice.messaging.Listening.contact;
import static uk.onevoice.messaging.Listening.soon;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.onevoice.testkit.stack.RunningStack;

/** A database that fails is no bad message. */
class OutageTest {
  @RegisterExtension final Listening listening = new Listening();

  private final RunningStack stack = RunningStack.get();
  private final Reader reader = listening.reader();
  private final TestTopic topic = listening.topic();

  @Test
  void a_trouble_that_is_over_is_forgotten_though_nothing_new_comes() throws Exception {
    EventConsumer consumer = listening.consumer();
    topic.publish(topic.events(50, 10));
    listening.awaitEffects(50);
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

  @Test
  void a_constraint_that_was_in_the_way_once_after_an_outage_parks_nothing() throws Exception {
    reader.execute("alter table effect rename to hidden");
    EventConsumer consumer = listening.consumer();
    topic.publish(topic.event("thing", "Counted", "{}"));
    soon(() ->
        assertThat(consumer.applied().freshness().getFirst().trouble()).contains("does not exist"));
    await()
        .during(Duration.ofSeconds(4))
        .atMost(SOON)
        .until(() ->
            listening.parked() == 0 && consumer.applied().freshness().getFirst().trouble() != null);
    reader.execute(
        "alter table hidden rename to effect;"
            + " alter table effect add constraint for_a_moment check (nr < 0)");
    soon(() ->
        assertThat(consumer.applied().freshness().getFirst().trouble()).contains("for_a_moment"));
    reader.execute("alter table effect drop constraint for_a_moment");
    listening.awaitEffects(1);
    assertThat(listening.parked()).isZero();
  }

  @Test
  void a_database_that_fails_is_tried_again_and_nothing_is_parked() throws Exception {
    EventConsumer consumer = listening.consumer(100);
    topic.publish(topic.events(500, 10));
    listening.awaitEffects(500);
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
    listening.awaitEffects(1_000);
    assertThat(listening.parked()).isZero();
    assertThat(reader.faults()).isZero();
  }

  @Test
  void a_table_that_is_missing_is_an_outage_and_no_bad_message() throws Exception {
    reader.execute("alter table effect rename to hidden");
    EventConsumer consumer = listening.consumer(100);
    topic.publish(topic.events(100, 10));
    soon(() ->
        assertThat(consumer.applied().freshness())
            .allSatisfy(fresh -> assertThat(fresh.trouble()).contains("database")));
    assertThat(listening.parked()).isZero();
    reader.execute("alter table hidden rename to effect");
    listening.awaitEffects(100);
    assertThat(listening.parked()).isZero();
  }
}
