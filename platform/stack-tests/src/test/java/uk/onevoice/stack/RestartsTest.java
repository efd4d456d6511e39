package uk.onevoice.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.onevoice.stack.Restarts.Next;

class RestartsTest {
  private final Restarts restarts = new Restarts();

  @Test
  void a_service_that_goes_on_ending_is_left_down_and_the_others_are_not() {
    for (var time = 0; time < Restarts.MOST; time++) {
      assertThat(restarts.ofEnded("mandates", false)).isEqualTo(Next.START);
    }
    assertThat(restarts.ofEnded("mandates", false)).isEqualTo(Next.GIVE_UP);
    assertThat(restarts.ofEnded("meetings", false)).isEqualTo(Next.START);
  }

  @Test
  void one_that_make_dev_took_comes_back_however_often_and_that_is_no_failure() {
    for (var time = 0; time < 2 * Restarts.MOST; time++) {
      assertThat(restarts.ofEnded("mandates", true)).isEqualTo(Next.LEAVE);
      assertThat(restarts.ofEnded("mandates", true)).isEqualTo(Next.LEAVE);
      assertThat(restarts.ofEnded("mandates", false)).isEqualTo(Next.START);
    }
    assertThat(restarts.ofEnded("mandates", false)).isEqualTo(Next.START);
  }
}
