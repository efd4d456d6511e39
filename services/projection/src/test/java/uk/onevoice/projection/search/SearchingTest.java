package uk.onevoice.projection.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.projection.reading.Pages;
import uk.onevoice.service.problem.ProblemException;

class SearchingTest {
  @Test
  void pages_follow_each_other_and_end() {
    @Nullable String next = null;
    int pages = 0;
    do {
      Searching searching = Searching.of("marl", null, null, next, "200");
      assertThat(searching.offset()).isEqualTo(pages * 200);
      next = searching.next();
      pages++;
    } while (next != null);
    assertThat(pages).isEqualTo(50);
  }

  @Test
  void nobody_reads_beyond_the_last_page() {
    assertThatThrownBy(() -> Searching.of("marl", null, null, Pages.seal("search 10000"), "50"))
        .isInstanceOf(ProblemException.class);
  }
}
