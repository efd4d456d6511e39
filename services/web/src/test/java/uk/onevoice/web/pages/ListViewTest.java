package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.Lists.Entry;
import uk.onevoice.web.api.Lists.Step;
import uk.onevoice.web.ui.Grid.Cell;

class ListViewTest {
  private static final Entry CARE = topic("care", "Community services", "IN_USE", "care", null);
  private static final Entry NURSING = topic("nursing", "Nursing", "MERGED", "care", "2026-04-01");
  private static final Entry BOARD =
      new Entry(
          "board",
          "WYVICB01",
          "Place board",
          "Place board",
          LocalDate.of(2022, 7, 1),
          null,
          "IN_USE",
          "board",
          List.of(),
          "PLACE_BOARD",
          null,
          List.of("p1"),
          List.of("care"),
          null,
          null,
          null);

  @Test
  void what_is_in_use_stands_apart_from_what_is_not() {
    ListView view =
        ListView.of(ListKind.TOPICS, "Wyvern", List.of(CARE, NURSING), Map.of(), Map.of());
    assertThat(view.heading()).isEqualTo("Topics of Wyvern");
    assertThat(view.sentence()).endsWith("Wyvern has 1 topic.");
    assertThat(view.inUse().rows())
        .containsExactly(
            List.of(new Cell("Community services", "/topics/care"), new Cell("1 July 2022")));
    assertThat(view.former().rows())
        .containsExactly(
            List.of(
                new Cell("Nursing", "/topics/nursing"),
                new Cell("31 March 2026"),
                new Cell("Goes on in Community services")));
  }

  @Test
  void an_empty_list_says_so() {
    assertThat(ListView.of(ListKind.FORUMS, "Wyvern", List.of(), Map.of(), Map.of()).sentence())
        .endsWith("None has been entered for Wyvern yet.");
  }

  @Test
  void a_forum_says_for_which_places_and_what_it_decides_on() {
    ListView view =
        ListView.of(
            ListKind.FORUMS,
            "Wyvern",
            List.of(BOARD),
            Map.of("p1", "Marl Valley"),
            Map.of("care", "Community services"));
    assertThat(view.inUse().rows().getFirst())
        .extracting(Cell::text)
        .containsExactly("Place board", "Place board", "Marl Valley", "Community services");
  }

  @Test
  void a_split_topic_says_that_somebody_has_to_ask() {
    Entry split =
        new Entry(
            "old",
            "WYVICB01",
            "Old",
            "Old",
            LocalDate.of(2022, 7, 1),
            LocalDate.of(2026, 4, 1),
            "SPLIT",
            "old",
            List.of("care", "gone"),
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    assertThat(ListPages.sentence(ListKind.TOPICS, split, "Wyvern", List.of(CARE, split)))
        .isEqualTo(
            "Split into Community services and another one. Which one is meant has to be asked."
                + " Last day: 31 March 2026.");
    assertThat(ListPages.sentence(ListKind.TOPICS, CARE, "Wyvern", List.of(CARE)))
        .isEqualTo("A topic of Wyvern, used since 1 July 2022.");
  }

  @Test
  void a_history_says_what_when_and_for_whom() {
    var line = line("person", null);
    assertThat(line.day()).isEqualTo("1 April 2026");
    assertThat(line.what()).isEqualTo("Goes on in Community services");
    assertThat(line.who()).isEqualTo("Entered at 10:42am on 2 April 2026 by somebody for Marl GP");
    assertThat(line("person", "Dr Nadia Velloso").who())
        .isEqualTo("Entered at 10:42am on 2 April 2026 by Dr Nadia Velloso for Marl GP");
    assertThat(line(null, null).who())
        .isEqualTo("Entered at 10:42am on 2 April 2026 by a system for Marl GP");
  }

  private static ListView.Happening line(@Nullable String personId, @Nullable String name) {
    var step =
        new Step(
            "TopicMerged",
            LocalDate.of(2026, 4, 1),
            null,
            List.of("care"),
            Instant.parse("2026-04-02T09:42:00Z"),
            personId,
            name,
            "WYVF0001");
    return ListView.Happening.of(step, Map.of("care", "Community services"), code -> "Marl GP");
  }

  private static Entry topic(
      String id, String label, String state, String resolvesTo, @Nullable String end) {
    return new Entry(
        id,
        "WYVICB01",
        label,
        label,
        LocalDate.of(2022, 7, 1),
        end == null ? null : LocalDate.parse(end),
        state,
        resolvesTo,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
