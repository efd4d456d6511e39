package uk.onevoice.testkit.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class OwnProcessesTest {
  @Test
  void what_was_committed_is_there_after_postgresql_was_killed() throws Exception {
    try (var postgres = OwnPostgres.started()) {
      try (var connection = postgres.connect("postgres");
          var statement = connection.createStatement()) {
        statement.execute("CREATE TABLE note AS SELECT 'kept' AS text");
      }
      postgres.kill();
      assertThatThrownBy(() -> postgres.connect("postgres")).isInstanceOf(SQLException.class);
      postgres.start();
      try (var connection = postgres.connect("postgres");
          var statement = connection.createStatement();
          var rows = statement.executeQuery("SELECT text FROM note")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo("kept");
      }
    }
  }

  @Test
  void a_topic_outlives_a_killed_broker_and_not_the_loss_of_its_data() throws Exception {
    try (var broker = OwnBroker.started()) {
      try (var admin = Admin.create(broker.clientProperties())) {
        admin
            .createTopics(List.of(new NewTopic("events", Optional.of(12), Optional.of((short) 1))))
            .all()
            .get();
      }
      broker.kill();
      broker.start();
      assertThat(topics(broker)).contains("events");
      broker.stop();
      broker.loseData();
      broker.start();
      assertThat(topics(broker)).doesNotContain("events");
    }
  }

  private static Iterable<String> topics(OwnBroker broker) throws Exception {
    try (var admin = Admin.create(broker.clientProperties())) {
      return admin.listTopics().names().get();
    }
  }
}
