package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.Areas.IcsStructure;
import uk.onevoice.web.api.Areas.JoinedUp;
import uk.onevoice.web.api.Areas.Place;

/** What the picture of an ICS says of its places. */
class StructureViewTest {
  private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

  private static StructureView view(LocalDate joinedUpAsOf, List<JoinedUp> joinedUp) {
    Place place =
        new Place(
            "p1",
            "Marl Valley",
            "WYVICB01",
            45,
            9,
            0,
            1,
            43,
            1,
            null,
            null,
            45,
            0,
            joinedUpAsOf,
            joinedUp);
    IcsStructure ics =
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
            List.of(place),
            null);
    return StructureView.of(ics, List.of(), null, new AsOf("2026-04-01"));
  }

  @Test
  void where_nobody_was_asked_it_is_said() {
    StructureView view = view(DAY, List.of());

    assertThat(view.picture()).contains("No practice here has been asked yet");
    assertThat(view.groups().getFirst().lines()).contains("45 practices, none joined up");
    assertThat(view.helpSentence())
        .isEqualTo("No place has asked its practices for a mandate yet.");
  }

  @Test
  void who_has_joined_up_is_counted_and_links_keep_the_day() {
    StructureView view =
        view(DAY, List.of(new JoinedUp("community-services", null, null, List.of("m"), 38, 45)));

    assertThat(view.picture()).endsWith("speak for them on community services.");
    assertThat(view.practicesHeading()).endsWith("1 place with a shared voice");
    assertThat(view.groups().getFirst().lines()).contains("45 practices, 38 joined up");
    assertThat(view.groups().getFirst().href()).isEqualTo("/places/p1?asOf=2026-04-01");
    assertThat(view.helps())
        .containsExactly(
            new StructureView.Help(
                "Marl Valley", "/places/p1?asOf=2026-04-01", "one voice for 38 of 45 practices"));
  }

  @Test
  void a_reader_from_outside_is_told_of_which_day_it_is() {
    StructureView view =
        view(
            DAY.minusDays(2),
            List.of(new JoinedUp("community-services", null, null, List.of("m"), 38, 45)));

    assertThat(view.picture()).endsWith("Who has joined up is shown as on 30 March 2026.");
  }
}
