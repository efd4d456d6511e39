package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.Areas.Footprint;
import uk.onevoice.web.api.Areas.Named;
import uk.onevoice.web.api.Successions.Break;
import uk.onevoice.web.ui.Link;

class AreaWordsTest {
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 31);
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final LocalDate MAY = LocalDate.of(2026, 5, 31);

  @Test
  void an_area_that_never_changed_is_not_spoken_of() {
    var area = new Footprint("THEN", MAY, null, null, List.of());
    assertThat(AreaWords.of(area, MAY, "/ics/OLD", new AsOf(null)).sentence()).isEmpty();
    assertThat(AreaWords.of(null, MAY, "/ics/OLD", new AsOf(null)).others()).isEmpty();
  }

  @Test
  void the_area_of_the_day_says_since_when_and_leads_to_the_old_one() {
    var words = words("THEN", MAY, APRIL, null, new AsOf(null));
    assertThat(words.sentence())
        .isEqualTo(
            "Shown with the area that it has from 1 April 2026 on. Figures of the old and the new area are never mixed.");
    assertThat(words.others())
        .containsExactly(
            new Link("See it with its old area, until 31 March 2026", "/ics/ONE?footprint=OLD"));
  }

  @Test
  void an_old_area_says_of_which_day_everything_is_and_leads_to_the_new_one() {
    var words = words("OLD", MARCH, null, APRIL, new AsOf("2026-05-31"));
    assertThat(words.sentence())
        .isEqualTo(
            "Shown with the area that it had until 31 March 2026. Its practices, places and partners are those of 31 March 2026, and all that is said of them is as of 31 May 2026. Figures of the old and the new area are never mixed.");
    assertThat(words.others())
        .containsExactly(
            new Link(
                "See it with its new area, from 1 April 2026",
                "/ics/ONE?asOf=2026-05-31&footprint=NEW"));
  }

  private static AreaWords words(
      String chosen, LocalDate on, @Nullable LocalDate from, @Nullable LocalDate until, AsOf day) {
    var change = new Break(APRIL, List.of(), List.of(new Named("NEW", "New one")));
    return AreaWords.of(
        new Footprint(chosen, on, from, until, List.of(change)), MAY, "/ics/ONE", day);
  }
}
