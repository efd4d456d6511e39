package uk.onevoice.service.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import uk.onevoice.testkit.stack.Database;
import uk.onevoice.testkit.stack.RunningStack;

class RoundsTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  private final PGSimpleDataSource source = new PGSimpleDataSource();
  private Database database;

  @BeforeEach
  void a_service_with_policies() throws SQLException {
    database = RunningStack.get().createDatabase("rounds");
    source.setUrl(database.url());
    source.setUser(database.username());
    source.setPassword(database.password());
    try (Connection connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "create table policy_round (policy text primary key, heard bigint, day date)");
    }
  }

  @AfterEach
  void gone() {
    RunningStack.get().dropDatabase(database);
  }

  @Test
  void there_is_news_when_the_registry_has_told_something_and_when_a_day_has_come()
      throws SQLException {
    var rounds = new Rounds("tend", source, _ -> {});
    var other = new Rounds("look", source, _ -> {});
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      assertThat(rounds.hasNews(connection, 0, MONDAY)).isTrue();
      rounds.note(connection, 0, MONDAY);
      assertThat(rounds.hasNews(connection, 0, MONDAY)).isFalse();
      assertThat(rounds.hasNews(connection, 1, MONDAY)).isTrue();
      assertThat(rounds.hasNews(connection, 0, MONDAY.plusDays(1))).isTrue();
      assertThat(other.hasNews(connection, 0, MONDAY)).as("of another policy").isTrue();
      connection.commit();
    }
  }

  @Test
  void a_round_that_failed_leaves_nothing_and_is_tried_again_until_the_end() {
    var tries = new AtomicInteger();
    List<Boolean> news = new CopyOnWriteArrayList<>();
    Rounds[] own = new Rounds[1];
    own[0] =
        new Rounds(
            "tend",
            source,
            transaction -> {
              news.add(own[0].hasNews(transaction, 7, MONDAY));
              own[0].note(transaction, 7, MONDAY);
              if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException("The first two fail on purpose.");
              }
            });
    own[0].begin(1);
    await().until(() -> news.size() >= 4);
    own[0].end();

    assertThat(news.subList(0, 4)).containsExactly(true, true, true, false);
    assertThat(own[0].isEnding()).isTrue();
  }
}
