package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Mandates;
import uk.onevoice.web.api.Meetings;
import uk.onevoice.web.api.Representation;
import uk.onevoice.web.api.Representation.EmptySlot;
import uk.onevoice.web.api.Representation.Measure;
import uk.onevoice.web.api.Representation.Share;
import uk.onevoice.web.api.Representation.Split;
import uk.onevoice.web.api.Representation.Topic;
import uk.onevoice.web.api.Slots;
import uk.onevoice.web.pages.PlaceView.NewestMeetings;
import uk.onevoice.web.ui.Link;

/** What a place's page says about representation follows from the measures. */
class PlaceViewTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

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
        "For general practice of the place.",
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
            null,
            "community-services",
            null,
            null,
            List.of("m-" + TODAY),
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
    assertThat(PlaceView.sentence("Marl Valley", 45, asked(38), List.of(), influence(5, 24, null)))
        .isEqualTo(
            "38 of 45 practices in Marl Valley let one body speak for them on community services. In the last year general practice changed 5 outcomes, in whole or in part.");
  }

  @Test
  void nobody_asked_and_nobody_agreed_are_two_things() {
    assertThat(
            PlaceView.sentence(
                "Tarrow Coast", 71, Optional.empty(), List.of(), influence(0, 0, null)))
        .isEqualTo(
            "Nobody can speak for Tarrow Coast’s 71 practices yet. Nobody has asked them for a mandate.");
    assertThat(PlaceView.sentence("Tarrow Coast", 71, asked(0), List.of(), influence(0, 0, null)))
        .isEqualTo(
            "Nobody can speak for Tarrow Coast’s 71 practices yet. They have been asked on community services.");
  }

  @Test
  void a_mandate_whose_first_day_lies_ahead_is_asked_for_already() {
    assertThat(
            PlaceView.sentence(
                "Tarrow Coast",
                71,
                Optional.empty(),
                List.of(mandate(TODAY.plusDays(8), TODAY.plusYears(1))),
                influence(0, 0, null)))
        .isEqualTo(
            "Nobody can speak for Tarrow Coast’s 71 practices yet. They have been asked on community services, from 1 December 2026.");
  }

  @Test
  void mandates_to_come_are_listed_and_those_that_ran_out_are_not() {
    Mandates.Terms over = mandate(TODAY.minusYears(1), TODAY);
    Mandates.Terms now = mandate(TODAY, TODAY.plusYears(1));
    Mandates.Terms next = mandate(TODAY.plusDays(8), TODAY.plusYears(1));

    PlaceView view = view(List.of(over, now, next), null, List.of(), false);

    assertThat(view.topics().getFirst().mandates())
        .extracting(Link::text)
        .containsExactly("Mandate of WYVF0001, until 22 November 2027");
    assertThat(view.coming())
        .extracting(Link::text)
        .containsExactly("Mandate of WYVF0001 on community services, from 1 December 2026");
    assertThat(view(List.of(over, now, next), null, List.of(), true).coming()).isEmpty();
  }

  @Test
  void whoever_may_not_see_meetings_is_told_nothing_about_them() {
    assertThat(view(List.of(), null, List.of(), false).meetingSentence()).isNull();
    assertThat(
            view(List.of(), new NewestMeetings(List.of(), false), List.of(), false)
                .meetingSentence())
        .isEqualTo("No meeting is written down yet.");
  }

  @Test
  void who_sees_the_week_as_it_began_is_not_told_that_nobody_has_asked() {
    PlaceView outside = view(List.of(), null, List.of(), false, true, List.of());

    assertThat(outside.sentence())
        .isEqualTo(
            "When this week began, no mandate of Marl Valley’s 45 practices was recorded for this day.");
    assertThat(outside.numbers())
        .extracting(PlaceView.BigNumber::words)
        .noneMatch(words -> words.contains("share one voice"));
    assertThat(outside.fresh()).endsWith("what is recorded now shows from Monday.");
    assertThat(outside.withoutTopic()).doesNotContain("Nobody has asked");
    PlaceView inside = view(List.of(), null, List.of(), false, false, List.of());
    assertThat(inside.sentence()).endsWith("Nobody has asked them for a mandate.");
    assertThat(inside.numbers().getFirst().number()).isEqualTo("0");
    assertThat(inside.fresh()).doesNotContain("Monday");
  }

  @Test
  void a_part_of_the_meetings_is_not_called_all_of_them() {
    NewestMeetings some =
        new NewestMeetings(
            List.of(new Meetings.Terms("m", "p", "Place board", TODAY.minusDays(3), null)), true);

    assertThat(view(List.of(), some, List.of(), false).meetingSentence())
        .isEqualTo("The newest 1 meeting.");
    assertThat(view(List.of(), some, List.of(), true).meetingSentence())
        .isEqualTo("The newest 1 meeting up to this day.");
  }

  @Test
  void for_an_earlier_day_only_slots_are_shown_that_its_measure_names() {
    Slots.Terms covered = new Slots.Terms("s1", "p", "ICB", "WYVICB01");
    Slots.Terms uncovered = new Slots.Terms("s2", "p", "ACUTE", "WYVT0001");

    assertThat(view(List.of(), null, List.of(covered, uncovered), false).slots())
        .extracting(PlaceView.SlotCard::words)
        .containsExactly("A talk in the last 90 days", "No talk of both sides in 90 days");
    PlaceView before = view(List.of(), null, List.of(covered, uncovered), true);
    assertThat(before.slots())
        .extracting(PlaceView.SlotCard::organisation)
        .containsExactly("WYVT0001");
    assertThat(before.slotSentence())
        .endsWith("Those with a talk by that day are counted, not named.");
  }

  /** A place with one topic and one slot without a talk, and what else is given. */
  private static PlaceView view(
      List<Mandates.Terms> mandates,
      @Nullable NewestMeetings meetings,
      List<Slots.Terms> slots,
      boolean past) {
    return view(mandates, meetings, slots, past, false, List.of(asked(38).orElseThrow()));
  }

  private static PlaceView view(
      List<Mandates.Terms> mandates,
      @Nullable NewestMeetings meetings,
      List<Slots.Terms> slots,
      boolean past,
      boolean weekly,
      List<Topic> topics) {
    Measure m1 =
        new Measure(
            "M1", true, false, null, null, 45, 0, null, topics, null, null, null, null, null, null);
    Measure m2 =
        new Measure(
            "M2",
            true,
            false,
            null,
            1,
            2,
            0,
            null,
            null,
            List.of(new EmptySlot("s2", "ACUTE", "WYVT0001", null, true)),
            null,
            null,
            null,
            null,
            null);
    return PlaceView.of(
        new PlaceView.Sources(
            new Place(
                "p", "Marl Valley", "WYVICB01", 45, 9, 0, 1, 43, 1, null, null, 45, 0, null, null),
            new Representation(
                "p",
                "Marl Valley",
                "WYVICB01",
                TODAY,
                weekly,
                null,
                Map.of("M1", m1, "M2", m2, "M7", influence(0, 0, null))),
            mandates,
            meetings,
            slots,
            past,
            UnaryOperator.identity(),
            UnaryOperator.identity()));
  }

  private static Mandates.Terms mandate(LocalDate start, LocalDate end) {
    return new Mandates.Terms(
        "m-" + start,
        "p",
        "community-services",
        null,
        null,
        "WYVF0001",
        "Medical director",
        start,
        end,
        null);
  }

  @Test
  void no_change_is_not_claimed_where_influence_is_withheld() {
    assertThat(PlaceView.sentence("Marl Valley", 45, asked(38), List.of(), withheld()))
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
