package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.web.api.KeyLists.Empty;
import uk.onevoice.web.api.KeyLists.Key;
import uk.onevoice.web.api.KeyLists.KeyList;
import uk.onevoice.web.api.KeyLists.TalkTime;

class KeyListViewTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final TalkTime NO_TALK = new TalkTime(TODAY, 0, 0, 0);

  @Test
  void it_says_how_many_slots_are_filled_and_how_many_were_spoken_to() {
    assertThat(
            KeyListView.sentence(
                list(List.of(key("UP_TO_60"), key("LONGER")), List.of("LMC", "ICB"))))
        .isEqualTo(
            "2 of your 4 slots are filled. In 1 of 2 relationships both sides have spoken in the"
                + " last 60 days.");
    assertThat(KeyListView.sentence(list(List.of(key("NEVER")), List.of("LMC"))))
        .isEqualTo(
            "1 of your 2 slots is filled. In 0 of 1 relationship both sides have spoken in the last"
                + " 60 days.");
    assertThat(KeyListView.sentence(list(List.of(), List.of("ICB", "LMC"))))
        .isEqualTo("0 of your 2 slots are filled.");
  }

  @ParameterizedTest
  @CsvSource({"0, today", "1, yesterday", "13, 13 days ago", "14, 2 weeks ago", "63, 9 weeks ago"})
  void weeks_are_said_from_the_second(int days, String words) {
    assertThat(KeyListView.ago(days)).isEqualTo(words);
  }

  @Test
  void a_plan_that_has_passed_is_not_kept() {
    assertThat(KeyListView.next(null, TODAY)).isEqualTo("No talk is planned.");
    assertThat(KeyListView.next(TODAY, TODAY)).isEqualTo("Next talk planned for 23 November 2026.");
    assertThat(KeyListView.next(TODAY.minusDays(1), TODAY))
        .isEqualTo("A talk was planned for 22 November 2026 and is not logged.");
  }

  @Test
  void a_planned_talk_comes_before_the_rhythm() {
    assertThat(KeyListView.nextContact(key(false, TODAY.plusDays(3)), TODAY))
        .isEqualTo("Next talk planned for 26 November 2026.");
    assertThat(KeyListView.nextContact(key(true, TODAY.minusDays(1)), TODAY))
        .isEqualTo("A talk was planned for 22 November 2026 and is not logged.");
    assertThat(KeyListView.nextContact(key(false, null), TODAY))
        .isEqualTo("Talk by 23 November 2026, so that 60 days do not pass. No talk is planned.");
    assertThat(KeyListView.nextContact(key(true, null), TODAY))
        .isEqualTo("Overdue: 60 days without a talk of both sides were over on 23 November 2026.");
  }

  @Test
  void time_for_talks_stands_beside_the_hours_that_are_protected() {
    assertThat(KeyListView.time(NO_TALK, null))
        .isEqualTo("You logged no talk in the last 4 weeks.");
    assertThat(KeyListView.time(new TalkTime(TODAY, 3, 80, 1), 4.0))
        .isEqualTo(
            "Your 3 talks in the last 4 weeks took 1 hour 20 minutes; 1 of them does not say how"
                + " long. 16 hours of these weeks are protected for talks and meetings.");
    assertThat(KeyListView.time(new TalkTime(TODAY, 1, 30, 0), null))
        .isEqualTo("Your 1 talk in the last 4 weeks took 30 minutes.");
  }

  private static KeyList list(List<Key> keys, List<String> empty) {
    List<String> kinds =
        java.util.stream.Stream.concat(keys.stream().map(Key::kind), empty.stream()).toList();
    return new KeyList(
        "p1",
        kinds,
        5,
        keys,
        empty.stream().map(kind -> new Empty(kind, List.of())).toList(),
        List.of(),
        List.of(),
        NO_TALK);
  }

  private static Key key(boolean cold, @Nullable LocalDate planned) {
    return new Key(
        "s1",
        "ACUTE",
        "WYVT0001",
        "r1",
        List.of(),
        60,
        null,
        TODAY,
        0,
        "UP_TO_60",
        TODAY,
        cold,
        planned);
  }

  private static Key key(String band) {
    @Nullable LocalDate last = band.equals("NEVER") ? null : TODAY;
    return new Key(
        "s1",
        "ACUTE",
        "WYVT0001",
        "r1",
        List.of(),
        60,
        null,
        last,
        last == null ? null : 0,
        band,
        TODAY,
        false,
        null);
  }
}
