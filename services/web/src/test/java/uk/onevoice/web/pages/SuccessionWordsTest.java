package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.Areas.Named;
import uk.onevoice.web.api.Successions.Break;
import uk.onevoice.web.api.Successions.Lineage;
import uk.onevoice.web.api.Successions.Point;
import uk.onevoice.web.api.Successions.Relative;
import uk.onevoice.web.api.Successions.Trend;
import uk.onevoice.web.ui.Link;

class SuccessionWordsTest {
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 31);
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final LocalDate MAY = LocalDate.of(2026, 5, 31);

  @Test
  void a_new_ics_says_what_it_was_and_from_when_it_is_what_it_is() {
    var lineage =
        new Lineage(
            "NEW",
            MAY,
            List.of(new Relative(APRIL, "OLD1", "Old one"), new Relative(APRIL, "OLD2", null)),
            List.of(),
            0);
    var names =
        List.of(
            new Link("Old one", "/organisations/OLD1"), new Link("OLD2", "/organisations/OLD2"));
    assertThat(SuccessionWords.lines(lineage, MAY))
        .containsExactly(
            new SuccessionWords.Line("Until 31 March 2026 this, or part of it, was: ", names));
    assertThat(SuccessionWords.lines(lineage, MARCH))
        .containsExactly(new SuccessionWords.Line("From 1 April 2026 this follows: ", names));
  }

  @Test
  void an_old_ics_says_who_followed_it() {
    var lineage =
        new Lineage("OLD", MAY, List.of(), List.of(new Relative(APRIL, "NEW", "New one")), 0);
    var names = List.of(new Link("New one", "/organisations/NEW"));
    assertThat(SuccessionWords.lines(lineage, MAY))
        .containsExactly(new SuccessionWords.Line("Since 1 April 2026 it is followed by: ", names));
    assertThat(SuccessionWords.lines(lineage, MARCH))
        .containsExactly(new SuccessionWords.Line("From 1 April 2026 it is followed by: ", names));
  }

  @Test
  void the_page_of_an_ICS_leads_to_the_new_one_and_to_the_old_area_of_the_old_one() {
    var new_ = new Relative(APRIL, "NEW", "New one");
    var old = new Relative(APRIL, "OLD", "Old one");
    assertThat(
            SuccessionWords.linesOfIcs(
                new Lineage("ONE", MAY, List.of(old), List.of(new_), 0), MAY))
        .flatExtracting(SuccessionWords.Line::names)
        .containsExactly(
            new Link("Old one", "/ics/OLD?footprint=OLD"), new Link("New one", "/ics/NEW"));
  }

  @Test
  void what_waits_is_counted_by_what_it_is() {
    assertThat(SuccessionWords.counts(Map.of("MEMBER", 2, "PLACE", 1, "CLIENT", 1)))
        .isEqualTo("2 members, 1 place and 1 computer system");
    assertThat(SuccessionWords.counts(Map.of("TOPIC", 3, "FORUM", 1)))
        .isEqualTo("3 topics and 1 forum");
  }

  @Test
  void figures_from_before_and_after_are_in_tables_of_their_own() {
    var trend =
        new Trend(
            "NEW",
            "New one",
            "THEN",
            null,
            MAY,
            List.of(new Break(APRIL, List.of(new Named("OLD1", "Old one")), List.of())),
            List.of(point(MARCH, 0, null), point(MAY, 1, 204)));
    var stretches = TrendPages.stretches(trend);
    assertThat(stretches).hasSize(2);
    assertThat(stretches.getFirst().before()).isNull();
    assertThat(stretches.getLast().before())
        .isEqualTo("1 April 2026: it followed Old one. From here on the area is another one.");
    assertThat(stretches.getFirst().table().rows().getFirst().get(1).text()).isEqualTo("not known");
  }

  private static Point point(LocalDate on, int segment, @Nullable Integer practices) {
    return new Point(on, segment, practices, practices, null, null, practices);
  }
}
