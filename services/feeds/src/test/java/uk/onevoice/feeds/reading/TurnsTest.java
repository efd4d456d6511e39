package uk.onevoice.feeds.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {
  @Test
  void of_a_thousand_no_more_than_so_many_ask_at_once_and_all_are_answered() throws Exception {
    var turns = new Turns(3);
    var asking = new AtomicInteger();
    var most = new AtomicInteger();
    // The first three hold their turns until there are three of them.
    var together = new CountDownLatch(3);
    List<Future<Integer>> answers = new ArrayList<>();
    try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int reader = 0; reader < 1_000; reader++) {
        int number = reader;
        answers.add(
            readers.submit(() ->
                turns.take(() -> {
                  most.accumulateAndGet(asking.incrementAndGet(), Math::max);
                  together.countDown();
                  await(together);
                  asking.decrementAndGet();
                  return number;
                })));
      }
      for (int reader = 0; reader < 1_000; reader++) {
        assertThat(answers.get(reader).get()).isEqualTo(reader);
      }
    }
    assertThat(most).hasValue(3);
  }

  @Test
  void whoever_fails_gives_the_turn_back() throws SQLException {
    var turns = new Turns(1);

    assertThatThrownBy(() ->
            turns.take(() -> {
              throw new SQLException("no");
            }))
        .isInstanceOf(SQLException.class);

    assertThat(turns.<String>take(() -> "asked")).isEqualTo("asked");
  }

  private static void await(CountDownLatch latch) throws SQLException {
    try {
      latch.await();
    } catch (InterruptedException ended) {
      throw new SQLException(ended);
    }
  }
}
