package uk.onevoice.mandates.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How grants are counted: by practices, and by their patients. */
class TallyTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final PracticeId BIG = new PracticeId("WYVP0019");

  @Test
  void herefordshire_eighteen_of_nineteen_practices_are_95_percent_and_77_percent_of_patients() {
    // The eighteen share what Hereford Medical Group, with its 47,485, leaves of 204,896.
    long others = 204_896 - 47_485;
    List<Electorate.Voice> eighteen =
        IntStream.rangeClosed(1, 18)
            .mapToObj(i ->
                new Electorate.Voice(
                    new PracticeId("WYVP00%02d".formatted(i)),
                    others / 18 + (i == 1 ? others % 18 : 0),
                    Set.of()))
            .toList();
    Electorate place =
        new Electorate(
            Stream.concat(
                    eighteen.stream(), Stream.of(new Electorate.Voice(BIG, 47_485L, Set.of())))
                .toList());
    Map<PracticeId, Standing> answers = new LinkedHashMap<>();
    eighteen.forEach(voice -> answers.put(voice.practiceId(), new Standing(Answer.GRANT, DAY)));

    Tally tally = Tally.of(place, answers);

    assertThat(tally).isEqualTo(new Tally(19, 18, 204_896, others));
    assertThat(tally.practicesPercent()).isEqualTo(95);
    assertThat(tally.patientsPercent()).isEqualTo(77);
    assertThat(new Threshold(null, 94, null).isReachedBy(tally)).isTrue();
    // 94.7 is shown as 95, and does not reach it.
    assertThat(new Threshold(null, 95, null).isReachedBy(tally)).isFalse();
    assertThat(new Threshold(null, null, 76).isReachedBy(tally)).isTrue();
    assertThat(new Threshold(null, null, 77).isReachedBy(tally)).isFalse();
  }

  @Test
  void only_a_grant_is_a_yes() {
    Electorate place = MarlValley.electorate(4L, 3L, 2L, 1L);
    Map<PracticeId, Standing> answers =
        Map.of(
            MarlValley.P1, new Standing(Answer.GRANT, DAY),
            MarlValley.P2, new Standing(Answer.CONDITIONAL, DAY),
            MarlValley.P3, new Standing(Answer.DECLINE, DAY),
            MarlValley.P4, new Standing(Answer.WITHDRAW, DAY));
    assertThat(Tally.of(place, answers)).isEqualTo(new Tally(4, 1, 10, 4));
  }

  @Test
  void the_grant_of_a_practice_that_does_not_belong_to_the_place_does_not_count() {
    assertThat(Tally.of(MarlValley.electorate(4L), Map.of(BIG, new Standing(Answer.GRANT, DAY))))
        .isEqualTo(new Tally(1, 0, 4, 0));
  }

  @Test
  void a_list_size_that_is_not_known_is_left_out_of_both_halves() {
    assertThat(
            Tally.of(
                MarlValley.electorate(null, 3L),
                Map.of(MarlValley.P1, new Standing(Answer.GRANT, DAY))))
        .isEqualTo(new Tally(2, 1, 3, 0));
  }

  @Test
  void of_nothing_there_is_no_percentage_and_nothing_is_reached() {
    Tally none = new Tally(0, 0, 0, 0);
    assertThat(none.practicesPercent()).isNull();
    assertThat(none.patientsPercent()).isNull();
    assertThat(new Threshold(null, 1, null).isReachedBy(none)).isFalse();
    assertThat(new Threshold(null, null, 1).isReachedBy(none)).isFalse();
  }

  @Test
  void all_of_what_a_threshold_says_has_to_be_reached() {
    Tally tally = new Tally(4, 3, 10, 5);
    assertThat(new Threshold(3, 75, 50).isReachedBy(tally)).isTrue();
    assertThat(new Threshold(4, 75, 50).isReachedBy(tally)).isFalse();
    assertThat(new Threshold(3, 76, 50).isReachedBy(tally)).isFalse();
    assertThat(new Threshold(3, 75, 51).isReachedBy(tally)).isFalse();
  }

  @Test
  void the_fewest_practices_that_can_reach_a_threshold() {
    assertThat(new Threshold(3, null, null).fewest(19)).isEqualTo(3);
    assertThat(new Threshold(null, 75, null).fewest(19)).isEqualTo(15);
    assertThat(new Threshold(16, 75, null).fewest(19)).isEqualTo(16);
    assertThat(new Threshold(null, null, 60).fewest(19)).isEqualTo(1);
  }

  @Test
  void a_threshold_says_something_that_can_be_reached() {
    refused(null, null, null);
    refused(0, null, null);
    refused(null, 0, null);
    refused(null, 101, null);
    refused(null, null, 0);
    refused(null, null, 101);
    assertThat(new Threshold(1, 1, 100)).isNotNull();
    assertThat(new Threshold(null, 100, 1)).isNotNull();
  }

  private static void refused(
      @Nullable Integer practices, @Nullable Integer ofPractices, @Nullable Integer ofPatients) {
    assertThatThrownBy(() -> new Threshold(practices, ofPractices, ofPatients))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
