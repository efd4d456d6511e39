package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.Areas.IcsStructure;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Representation;
import uk.onevoice.web.api.Representation.Measure;
import uk.onevoice.web.api.Representation.Split;
import uk.onevoice.web.api.Representation.Topic;

/** What the picture of an ICS says of its places, and where it says that it does not know. */
class StructureViewTest {
  private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
  private static final Place PLACE =
      new Place("p1", "Marl Valley", "WYVICB01", 45, 9, 0, 1, 43, 1, null, null, 45);
  private static final IcsStructure ICS =
      new IcsStructure(
          "WYVICB01",
          "Wyvern and Marlshire",
          true,
          DAY,
          45,
          9,
          0,
          1,
          3,
          Map.of(),
          1,
          1,
          43,
          1,
          0,
          null,
          null,
          45,
          List.of(PLACE));

  private static StructureView view(Map<String, Representation> byPlace) {
    return StructureView.of(ICS, List.of(), byPlace, null, new AsOf("2026-04-01"));
  }

  private static Representation place(List<Topic> topics) {
    Measure m1 =
        new Measure(
            "M1", true, false, null, null, 45, 0, null, topics, null, null, null, null, null, null);
    return new Representation("p1", "Marl Valley", "WYVICB01", DAY, null, Map.of("M1", m1));
  }

  @Test
  void what_nobody_looked_at_is_not_called_none() {
    StructureView view = view(Map.of());

    assertThat(view.picture()).contains("is not shown here").doesNotContain("No practice");
    assertThat(view.practicesHeading()).isEqualTo("General practice: 45 practices");
    assertThat(view.groups().getFirst().lines()).contains("45 practices");
    assertThat(view.helpSentence())
        .isEqualTo("Who speaks for these practices is shown on the page of each place.");
    assertThat(view.helps()).extracting(StructureView.Help::text).containsExactly("45 practices");
  }

  @Test
  void where_nobody_was_asked_it_is_said() {
    StructureView view = view(Map.of("p1", place(List.of())));

    assertThat(view.picture()).contains("No practice here has been asked yet");
    assertThat(view.groups().getFirst().lines()).contains("45 practices, none joined up");
    assertThat(view.helpSentence())
        .isEqualTo("No place has asked its practices for a mandate yet.");
  }

  @Test
  void who_has_joined_up_is_counted_and_links_keep_the_day() {
    Topic topic =
        new Topic(
            "community-services",
            null,
            false,
            38,
            45,
            0,
            new Split<>(38, 3, 1, 3),
            null,
            null,
            null);
    StructureView view = view(Map.of("p1", place(List.of(topic))));

    assertThat(view.practicesHeading()).endsWith("1 place with a shared voice");
    assertThat(view.groups().getFirst().lines()).contains("45 practices, 38 joined up");
    assertThat(view.groups().getFirst().href()).isEqualTo("/places/p1?asOf=2026-04-01");
    assertThat(view.helps())
        .containsExactly(
            new StructureView.Help(
                "Marl Valley", "/places/p1?asOf=2026-04-01", "one voice for 38 of 45 practices"));
  }
}
