package uk.onevoice.feeds.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.feeds.log.Filter;
import uk.onevoice.feeds.readers.Reader;

class CursorsTest {
  private static final Reader TRUST = new Reader("partner-client", "WYVT0001");
  private static final Filter ALL = filter(null, null, null);

  private final Cursors cursors = new Cursors(new Secrets("a secret"));

  @Test
  void a_cursor_leads_back_to_its_position() {
    for (long position : new long[] {0, 1, 4_711, Long.MAX_VALUE}) {
      assertThat(cursors.position(TRUST, ALL, cursors.of(TRUST, ALL, position))).hasValue(position);
    }
  }

  @Test
  void it_holds_for_its_reader_and_its_filter_alone() {
    String cursor = cursors.of(TRUST, ALL, 7);
    assertThat(cursors.position(new Reader("other-client", "WYVT0001"), ALL, cursor)).isEmpty();
    assertThat(cursors.position(new Reader("partner-client", "WYVT0002"), ALL, cursor)).isEmpty();
    for (Filter other :
        List.of(
            filter("x", null, null),
            filter(null, "x", null),
            filter(null, null, "x"),
            new Filter(new TreeSet<>(List.of("place-changed-1")), null, null, null))) {
      assertThat(cursors.position(TRUST, other, cursor)).isEmpty();
    }
    assertThat(new Cursors(new Secrets("another")).position(TRUST, ALL, cursor)).isEmpty();
  }

  @Test
  void what_was_changed_or_never_was_one_is_none() {
    byte[] good = Base64.getUrlDecoder().decode(cursors.of(TRUST, ALL, 7));
    for (int i = 0; i < good.length; i++) {
      byte[] bad = good.clone();
      bad[i] ^= 1;
      String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(bad);
      assertThat(cursors.position(TRUST, ALL, forged)).isEmpty();
    }
    for (String none : List.of("", "7", "???", "AAAA".repeat(100))) {
      assertThat(cursors.position(TRUST, ALL, none)).isEmpty();
    }
  }

  @Test
  void it_does_not_tell_how_far_the_log_has_gone() {
    String one = cursors.of(TRUST, ALL, 7);
    assertThat(cursors.of(TRUST, ALL, 7)).isNotEqualTo(one);
    assertThat(cursors.of(TRUST, ALL, Long.MAX_VALUE)).hasSameSizeAs(one);
  }

  private static Filter filter(
      @Nullable String subject, @Nullable String place, @Nullable String topic) {
    return new Filter(new TreeSet<>(), subject, place, topic);
  }
}
