package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.Representation.EmptySlot;
import uk.onevoice.web.api.Representation.Measure;
import uk.onevoice.web.api.Representation.Share;
import uk.onevoice.web.api.Representation.Split;
import uk.onevoice.web.api.Representation.Topic;

/** What a place's page says about representation follows from the measures. */
class PlaceViewTest {
  private static Measure influence(int changed, int base, @Nullable Share share) {
    return new Measure(
        "Influence",
        true,
        false,
        null,
        changed,
        base,
        0,
        null,
        null,
        null,
        Map.of("CHANGED", changed),
        base,
        0,
        100,
        share);
  }

  private static Measure slots(int covered, int all) {
    return new Measure(
        "Relationship coverage",
        true,
        false,
        null,
        covered,
        all,
        0,
        null,
        null,
        List.<EmptySlot>of(),
        null,
        null,
        null,
        null,
        null);
  }

  private static Measure withheld() {
    return new Measure(
        "x",
        true,
        true,
        "Not for partners.",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static Optional<Topic> asked(int granted) {
    return Optional.of(
        new Topic(
            "community-services",
            null,
            false,
            granted,
            45,
            0,
            new Split<>(granted, 0, 0, 45 - granted),
            null,
            null,
            null));
  }

  @Test
  void a_place_with_a_voice_says_for_how_many_and_what_came_of_it() {
    assertThat(PlaceView.sentence("Marl Valley", 45, asked(38), influence(5, 24, null)))
        .isEqualTo(
            "38 of 45 practices in Marl Valley let one body speak for them on community services. In the last year general practice changed 5 outcomes, in whole or in part.");
  }

  @Test
  void nobody_asked_and_nobody_agreed_are_two_things() {
    assertThat(PlaceView.sentence("Tarrow Coast", 71, Optional.empty(), influence(0, 0, null)))
        .isEqualTo(
            "Nobody can speak for Tarrow Coast’s 71 practices yet. Nobody has asked them for a mandate.");
    assertThat(PlaceView.sentence("Tarrow Coast", 71, asked(0), influence(0, 0, null)))
        .isEqualTo(
            "Nobody can speak for Tarrow Coast’s 71 practices yet. They have been asked on community services.");
  }

  @Test
  void no_change_is_not_claimed_where_influence_is_withheld() {
    assertThat(PlaceView.sentence("Marl Valley", 45, asked(38), withheld()))
        .doesNotContain("changed")
        .doesNotContain("last year");
  }

  @Test
  void a_share_is_said_only_where_the_measure_gives_one_and_then_with_its_range() {
    assertThat(PlaceView.influenceSentence(influence(5, 24, new Share(5, 24, 21, 9, 40))))
        .isEqualTo("5 of 24 assessed outcomes changed (21%, likely range 9% to 40%).");
    assertThat(PlaceView.influenceSentence(influence(3, 7, null)))
        .isEqualTo(
            "3 of 7 assessed outcomes changed. A share is shown only from 10, with 70% assessed.");
    assertThat(PlaceView.influenceSentence(influence(0, 0, null)))
        .isEqualTo("No outcome of the last year is assessed yet.");
  }

  @Test
  void empty_slots_are_counted_in_words() {
    assertThat(PlaceView.slotSentence(slots(3, 5)))
        .isEqualTo(
            "3 of 5 key relationships have a talk of both sides in the last 90 days. 2 slots need somebody.");
    assertThat(PlaceView.slotSentence(slots(5, 5)))
        .isEqualTo("All 5 key relationships have a talk of both sides in the last 90 days.");
    assertThat(PlaceView.slotSentence(slots(0, 0)))
        .startsWith("No key relationship is set here yet.");
    assertThat(PlaceView.slotSentence(withheld()))
        .isEqualTo("Key relationships are not for your role.");
  }

  @Test
  void a_slot_says_when_both_sides_last_spoke() {
    LocalDate today = LocalDate.of(2026, 11, 23);

    assertThat(SlotView.sentence(false, null, today))
        .isEqualTo("Empty slot: nobody of general practice keeps in touch.");
    assertThat(SlotView.sentence(true, null, today))
        .isEqualTo("Somebody keeps in touch, but no talk of both sides is recorded yet.");
    assertThat(SlotView.sentence(true, LocalDate.of(2026, 11, 22), today))
        .isEqualTo("Both sides last spoke on 22 November 2026, yesterday.");
    assertThat(SlotView.sentence(true, LocalDate.of(2026, 8, 14), today))
        .isEqualTo(
            "Both sides last spoke on 14 August 2026, 101 days ago. After 90 days the slot no longer counts as covered.");
  }
}
