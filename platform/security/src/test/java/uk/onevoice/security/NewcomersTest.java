package uk.onevoice.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NewcomersTest {
  private final Newcomers newcomers = new Newcomers();
  private int waited;

  @Test
  void only_a_few_wait_at_a_time_and_the_next_is_not_kept() {
    waitInside(Newcomers.MOST + 1);

    assertThat(waited).isEqualTo(Newcomers.MOST);
  }

  @Test
  void who_has_waited_makes_room_even_when_the_wait_failed() {
    for (int n = 0; n < 2 * Newcomers.MOST; n++) {
      try {
        newcomers.take(() -> {
          waited++;
          throw new IllegalStateException("no position");
        });
      } catch (IllegalStateException expected) {
        assertThat(expected).hasMessage("no position");
      }
    }
    assertThat(waited).isEqualTo(2 * Newcomers.MOST);
  }

  /** So many at a time, each inside the wait of the one before. */
  private void waitInside(int more) {
    if (more > 0) {
      newcomers.take(() -> {
        waited++;
        waitInside(more - 1);
      });
    }
  }
}
