package uk.onevoice.projection.representation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.onevoice.projection.representation.Coverage.Split;
import uk.onevoice.projection.representation.Coverage.Topic;

/** What each audience may see of a measure, on both sides of each threshold. */
class DisclosureTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @Test
  void leaders_see_all_that_practices_said() {
    Topic topic = topic(Audience.GP_LEADER, 6, 2, 1, 3);
    assertThat(topic.practices()).isEqualTo(new Split<>(6, 2, 1, 3));
    assertThat(topic.practicesPercent()).isEqualTo(new Split<>(50, 17, 8, 25));
    assertThat(topic.patients()).isEqualTo(new Split<>(600L, 200L, 100L, 300L));
    assertThat(topic.patientsPercent()).isEqualTo(new Split<>(50, 17, 8, 25));
  }

  @Test
  void practices_see_how_many_answered_what_and_the_share_of_patients_that_is_covered() {
    Topic topic = topic(Audience.PRACTICE, 6, 2, 1, 3);
    assertThat(topic.practices()).isEqualTo(new Split<>(6, 2, 1, 3));
    assertThat(topic.practicesPercent()).isEqualTo(new Split<>(50, 17, 8, 25));
    assertThat(topic.patients()).isNull();
    assertThat(topic.patientsPercent()).isEqualTo(new Split<>(50, null, null, null));
  }

  @ParameterizedTest
  @EnumSource(names = {"ICB", "PARTNER"})
  void others_see_what_is_covered_and_not_who_said_no(Audience audience) {
    Topic topic = topic(audience, 6, 2, 1, 3);
    assertThat(topic.numerator()).isEqualTo(6);
    assertThat(topic.denominator()).isEqualTo(12);
    assertThat(topic.practices()).isEqualTo(new Split<>(6, null, null, null));
    assertThat(topic.practicesPercent()).isEqualTo(new Split<>(50, null, null, null));
    assertThat(topic.patients()).isNull();
    assertThat(topic.patientsPercent()).isEqualTo(new Split<>(50, null, null, null));
  }

  @ParameterizedTest(name = "{0} granted of {1}: shown {2}")
  @CsvSource({
    "4, 20, false",
    "5, 20, true",
    "15, 20, true",
    "16, 20, false",
    "5, 10, true",
    "5, 9, false"
  })
  void a_share_of_patients_needs_five_practices_on_either_side(
      int granted, int practices, boolean shown) {
    for (Audience audience :
        List.of(Audience.PRACTICE, Audience.ICB, Audience.COLLEAGUE, Audience.PARTNER)) {
      assertThat(topic(audience, granted, 0, practices - granted, 0).patientsPercent() != null)
          .as(audience.name())
          .isEqualTo(shown);
    }
    assertThat(topic(Audience.GP_LEADER, granted, 0, practices - granted, 0).patientsPercent())
        .isNotNull();
  }

  @Test
  void what_nobody_knows_is_null_for_everybody() {
    for (Audience audience : Audience.values()) {
      Topic unknown = topic(audience, List.of(of(5, null), of(0, null), of(5, null), of(0, null)));
      assertThat(unknown.patients()).isNull();
      assertThat(unknown.patientsPercent()).isNull();
      assertThat(unknown.unknown()).isEqualTo(10);
      Topic empty = topic(audience, List.of(of(0, null), of(0, null), of(0, null), of(0, null)));
      assertThat(empty.practicesPercent()).isNull();
      assertThat(empty.patientsPercent()).isNull();
    }
    Topic partly =
        topic(Audience.GP_LEADER, List.of(of(1, 100L), of(0, 0L), of(1, null), of(1, 300L)));
    assertThat(partly.patients()).isEqualTo(new Split<>(100L, 0L, null, 300L));
    assertThat(partly.patientsPercent()).isEqualTo(new Split<>(25, 0, null, 75));
  }

  @ParameterizedTest(name = "{0} slots: an ICB sees a count {1}")
  @CsvSource({"2, false", "3, true"})
  void an_icb_sees_slots_from_three(int slots, boolean shown) {
    assertThat(slots(Audience.ICB, slots).withheld()).isNotEqualTo(shown);
    assertThat(slots(Audience.ICB, slots).numerator()).isEqualTo(shown ? slots - 1 : null);
  }

  @Test
  void empty_slots_are_named_within_general_practice_only() {
    for (Audience audience : List.of(Audience.GP_LEADER, Audience.PRACTICE)) {
      assertThat(slots(audience, 2).detail())
          .isInstanceOfSatisfying(
              SlotCoverage.class, slots -> assertThat(slots.emptySlots()).hasSize(1));
    }
    assertThat(slots(Audience.ICB, 3).detail()).isEqualTo(new SlotCoverage(null));
    for (Audience audience : List.of(Audience.COLLEAGUE, Audience.PARTNER)) {
      assertThat(slots(audience, 50))
          .isEqualTo(Measure.withheld("M2", DAY, "For general practice of the place."));
    }
  }

  @ParameterizedTest(name = "{0} items: an ICB sees counts {1}")
  @CsvSource({"9, false", "10, true"})
  void an_icb_sees_items_from_ten(int items, boolean shown) {
    assertThat(influence(Audience.ICB, Map.of("CHANGED", items)).withheld()).isNotEqualTo(shown);
    assertThat(influence(Audience.ICB, Map.of("CHANGED", 9, "NOT_RELEVANT", items)).withheld())
        .as("what is not relevant does not count")
        .isTrue();
  }

  @Test
  void general_practice_sees_few_items_too_and_partners_none() {
    for (Audience audience : List.of(Audience.GP_LEADER, Audience.PRACTICE)) {
      assertThat(influence(audience, Map.of("CHANGED", 1)).numerator()).isEqualTo(1);
    }
    for (Audience audience : List.of(Audience.COLLEAGUE, Audience.PARTNER)) {
      assertThat(influence(audience, Map.of("CHANGED", 50)))
          .isEqualTo(Measure.withheld("M7", DAY, "For general practice of the place."));
    }
  }

  @ParameterizedTest(name = "{0} assessed, {1} not: share {2}")
  @CsvSource({
    "9, 0, false",
    "10, 0, true",
    // 69 % and 70 % of a hundred.
    "69, 31, false",
    "70, 30, true",
    // 10 of 15 is 66 %, 12 of 17 is 70.6 %.
    "10, 5, false",
    "12, 5, true"
  })
  void a_share_of_influence_needs_ten_items_and_seven_tenths_assessed(
      int assessed, int not, boolean shown) {
    Measure measure =
        influence(Audience.GP_LEADER, Map.of("CHANGED", assessed, "NOT_ASSESSED", not));
    assertThat(measure.detail())
        .isInstanceOfSatisfying(
            Influence.class,
            influence -> {
              assertThat(influence.influenced() != null).isEqualTo(shown);
              assertThat(influence.withoutInfluence() != null).isEqualTo(shown);
            });
  }

  private static Topic topic(Audience audience, int... practices) {
    return topic(
        audience, IntStream.of(practices).mapToObj(count -> of(count, 100L * count)).toList());
  }

  private static Topic topic(Audience audience, List<Coverage.Class> four) {
    return Topic.of(
        new Coverage.Asked(null, "urgent-care", null, null, List.of("m")), false, four, audience);
  }

  private static Coverage.Class of(int practices, @Nullable Long patients) {
    return new Coverage.Class(practices, patients, patients == null ? practices : 0);
  }

  private static Measure slots(Audience audience, int slots) {
    return SlotCoverage.measure(
        "M2",
        DAY,
        slots,
        List.of(new SlotCoverage.Slot("s", "ICB", "WYVICB01", "NHS Wyvern", true)),
        audience);
  }

  private static Measure influence(Audience audience, Map<String, Integer> counts) {
    return Influence.measure("M7", DAY, counts, 0, audience);
  }
}
