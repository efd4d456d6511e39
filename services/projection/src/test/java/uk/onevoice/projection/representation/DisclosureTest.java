package uk.onevoice.projection.representation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** The kinds of reader there are, as the matrix makes them of parts. */
  private enum Reader {
    GP_LEADER(
        Part.LIVE,
        Part.COVERAGE,
        Part.ANSWERS,
        Part.PATIENTS,
        Part.COMING,
        Part.SLOTS,
        Part.SINGLE_POINTS,
        Part.COMMITMENTS,
        Part.JOINT_GROUPS,
        Part.INFLUENCE,
        Part.MEETINGS,
        Part.LOAD,
        Part.CONTRADICTIONS,
        Part.AMBITION),
    PRACTICE(
        Part.LIVE,
        Part.COVERAGE,
        Part.ANSWERS,
        Part.COMING,
        Part.SLOTS,
        Part.COMMITMENTS,
        Part.JOINT_GROUPS,
        Part.INFLUENCE,
        Part.MEETINGS,
        Part.CONTRADICTIONS,
        Part.AMBITION),
    ICB(Part.COVERAGE, Part.SLOT_COUNTS, Part.INFLUENCE_COUNTS),
    COLLEAGUE(Part.LIVE, Part.COVERAGE),
    PARTNER(Part.COVERAGE);

    private final Audience audience;

    Reader(Part... parts) {
      this.audience = new Audience(Set.of(parts));
    }
  }

  @Test
  void counts_of_an_icb_are_of_the_week_though_their_reader_is_general_practice_elsewhere() {
    assertThat(Reader.COLLEAGUE.audience.isLive()).isTrue();
    assertThat(Reader.ICB.audience.isLive()).isFalse();
    var parts = EnumSet.copyOf(Reader.ICB.audience.parts());
    parts.addAll(Reader.COLLEAGUE.audience.parts());
    assertThat(new Audience(parts).isLive()).isFalse();
    parts.addAll(Reader.PRACTICE.audience.parts());
    assertThat(new Audience(parts).isLive()).isTrue();
  }

  @Test
  void leaders_see_all_that_practices_said() {
    Topic topic = topic(Reader.GP_LEADER, 6, 2, 1, 3);
    assertThat(topic.practices()).isEqualTo(new Split<>(6, 2, 1, 3));
    assertThat(topic.practicesPercent()).isEqualTo(new Split<>(50, 17, 8, 25));
    assertThat(topic.patients()).isEqualTo(new Split<>(600L, 200L, 100L, 300L));
    assertThat(topic.patientsPercent()).isEqualTo(new Split<>(50, 17, 8, 25));
  }

  @Test
  void practices_see_how_many_answered_what_and_the_share_of_patients_that_is_covered() {
    Topic topic = topic(Reader.PRACTICE, 6, 2, 1, 3);
    assertThat(topic.practices()).isEqualTo(new Split<>(6, 2, 1, 3));
    assertThat(topic.practicesPercent()).isEqualTo(new Split<>(50, 17, 8, 25));
    assertThat(topic.patients()).isNull();
    assertThat(topic.patientsPercent()).isEqualTo(new Split<>(50, null, null, null));
  }

  @ParameterizedTest
  @EnumSource(names = {"ICB", "PARTNER"})
  void others_see_what_is_covered_and_not_who_said_no(Reader reader) {
    Topic topic = topic(reader, 6, 2, 1, 3);
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
    for (Reader reader : List.of(Reader.PRACTICE, Reader.ICB, Reader.COLLEAGUE, Reader.PARTNER)) {
      assertThat(topic(reader, granted, 0, practices - granted, 0).patientsPercent() != null)
          .as(reader.name())
          .isEqualTo(shown);
    }
    assertThat(topic(Reader.GP_LEADER, granted, 0, practices - granted, 0).patientsPercent())
        .isNotNull();
  }

  @Test
  void what_nobody_knows_is_null_for_everybody() {
    for (Reader reader : Reader.values()) {
      Topic unknown = topic(reader, List.of(of(5, null), of(0, null), of(5, null), of(0, null)));
      assertThat(unknown.patients()).isNull();
      assertThat(unknown.patientsPercent()).isNull();
      assertThat(unknown.unknown()).isEqualTo(10);
      Topic empty = topic(reader, List.of(of(0, null), of(0, null), of(0, null), of(0, null)));
      assertThat(empty.practicesPercent()).isNull();
      assertThat(empty.patientsPercent()).isNull();
    }
    Topic partly =
        topic(Reader.GP_LEADER, List.of(of(1, 100L), of(0, 0L), of(1, null), of(1, 300L)));
    assertThat(partly.patients()).isEqualTo(new Split<>(100L, 0L, null, 300L));
    assertThat(partly.patientsPercent()).isEqualTo(new Split<>(25, 0, null, 75));
  }

  @ParameterizedTest(name = "{0} slots: an ICB sees a count {1}")
  @CsvSource({"2, false", "3, true"})
  void an_icb_sees_slots_from_three(int slots, boolean shown) {
    assertThat(slots(Reader.ICB, slots).withheld()).isNotEqualTo(shown);
    assertThat(slots(Reader.ICB, slots).numerator()).isEqualTo(shown ? slots - 1 : null);
  }

  @Test
  void empty_slots_are_named_within_general_practice_only() {
    for (Reader reader : List.of(Reader.GP_LEADER, Reader.PRACTICE)) {
      assertThat(slots(reader, 2).detail())
          .isInstanceOfSatisfying(
              SlotCoverage.class, slots -> assertThat(slots.emptySlots()).hasSize(1));
    }
    assertThat(slots(Reader.ICB, 3).detail()).isEqualTo(new SlotCoverage(null));
    for (Reader reader : List.of(Reader.COLLEAGUE, Reader.PARTNER)) {
      assertThat(slots(reader, 50))
          .isEqualTo(Measure.withheld("M2", DAY, "For general practice of the place."));
    }
  }

  @ParameterizedTest(name = "{0}, {1}, {2} and {3} slots: an ICB sees counts {4}")
  @CsvSource({
    "3, 0, 0, 0, true",
    "3, 4, 0, 5, true",
    "2, 0, 0, 0, false",
    "3, 3, 2, 3, false",
    "4, 0, 0, 1, false",
    "0, 0, 0, 0, false"
  })
  void an_icb_sees_classes_of_slots_only_where_each_has_none_or_three(
      int strong, int some, int none, int unknown, boolean shown) {
    List<Measure> measures =
        List.of(
            strength(Reader.ICB, strong, some, none, unknown),
            staleness(Reader.ICB, strong, some, none, unknown),
            singlePoints(Reader.ICB, strong + some + none + unknown, strong + some, strong));
    assertThat(measures.subList(0, 2))
        .allSatisfy(measure -> {
          assertThat(measure.withheld()).isNotEqualTo(shown);
          assertThat(measure.numerator()).isEqualTo(shown ? strong : null);
          assertThat(measure.reason()).isEqualTo(shown ? null : "Fewer than three slots.");
        });
    if (shown) {
      assertThat(measures.get(1).detail())
          .isInstanceOfSatisfying(
              Staleness.class, detail -> assertThat(detail.medianDaysSince()).isNull());
      assertThat(measures.get(2).detail()).isEqualTo(new SinglePoints(null, null, null));
    }
  }

  @Test
  void what_hangs_on_one_person_is_counted_for_the_place_and_named_to_its_leaders() {
    for (Reader reader : Reader.values()) {
      Measure measure = singlePoints(reader, 6, 5, 3);
      if (reader == Reader.GP_LEADER || reader == Reader.PRACTICE) {
        assertThat(measure.numerator()).isEqualTo(3);
        assertThat(measure.denominator()).isEqualTo(5);
        assertThat(measure.detail())
            .isEqualTo(
                new SinglePoints(
                    2,
                    1,
                    reader == Reader.PRACTICE
                        ? null
                        : List.of(
                            new SinglePoints.Holder("nadia", 2, 1),
                            new SinglePoints.Holder("owen", 1, 4))));
      } else {
        assertThat(measure.withheld()).as(reader.name()).isTrue();
        assertThat(measure.detail()).isNull();
      }
    }
    assertThat(
            SinglePoints.measure(
                    "M5",
                    DAY,
                    new SinglePoints.Counted(2, 0, 0),
                    List.of(),
                    Reader.GP_LEADER.audience)
                .detail())
        .isEqualTo(new SinglePoints(0, 0, List.of()));
  }

  @Test
  void strength_and_staleness_are_for_general_practice_of_the_place() {
    for (Reader reader : List.of(Reader.GP_LEADER, Reader.PRACTICE)) {
      assertThat(strength(reader, 1, 2, 0, 3).numerator()).isEqualTo(1);
      assertThat(strength(reader, 1, 2, 0, 3).denominator()).isEqualTo(6);
      assertThat(strength(reader, 1, 2, 0, 3).unknown()).isEqualTo(3);
      assertThat(staleness(reader, 1, 2, 0, 3).denominator()).isEqualTo(6);
      assertThat(staleness(reader, 1, 2, 0, 3).detail())
          .isInstanceOfSatisfying(
              Staleness.class, detail -> assertThat(detail.medianDaysSince()).isEqualTo(40));
    }
    for (Reader reader : List.of(Reader.COLLEAGUE, Reader.PARTNER)) {
      for (Measure measure : List.of(strength(reader, 9, 9, 9, 9), staleness(reader, 9, 9, 9, 9))) {
        assertThat(measure.reason()).isEqualTo("For general practice of the place.");
        assertThat(measure.detail()).isNull();
      }
    }
  }

  @ParameterizedTest(name = "{0} due: told {1}")
  @CsvSource({"4, false", "5, true"})
  void promises_of_a_side_are_told_from_five(int due, boolean told) {
    for (Reader reader : Reader.values()) {
      Measure measure =
          Commitments.measure(
              "M13",
              DAY,
              List.of(
                  new Commitments.Side("OURS", due, 3, 1),
                  new Commitments.Side("THEIRS", 50, 40, 5)),
              reader.audience);
      boolean inside = reader == Reader.GP_LEADER || reader == Reader.PRACTICE;
      assertThat(measure.withheld()).as(reader.name()).isNotEqualTo(inside);
      assertThat(measure.detail())
          .isEqualTo(
              inside
                  ? new Commitments(
                      List.of(
                          told
                              ? new Commitments.Side("OURS", due, 3, 1)
                              : new Commitments.Side("OURS", null, null, null),
                          new Commitments.Side("THEIRS", 50, 40, 5)))
                  : null);
    }
  }

  @Test
  void a_joint_group_is_whole_with_its_people_its_mandate_and_nothing_late() {
    List<JointGroups.Group> groups =
        List.of(
            group(true, true, true, 0),
            group(false, true, true, 0),
            group(true, false, true, 0),
            group(true, true, false, 0),
            group(true, true, true, 1));
    for (Reader reader : Reader.values()) {
      Measure measure = JointGroups.measure("M16", DAY, groups, reader.audience);
      boolean inside = reader == Reader.GP_LEADER || reader == Reader.PRACTICE;
      assertThat(measure.withheld()).as(reader.name()).isNotEqualTo(inside);
      assertThat(measure.numerator()).isEqualTo(inside ? 1 : null);
      assertThat(measure.denominator()).isEqualTo(inside ? 5 : null);
    }
    assertThat(groups.stream().map(JointGroups.Group::missing))
        .containsExactly(
            "NOTHING_MISSING",
            "PEOPLE_MISSING",
            "NO_MANDATE",
            "NO_LEADERSHIP_GROUP",
            "LATE_ISSUES");
  }

  private static JointGroups.Group group(
      boolean composed, boolean mandated, boolean forGroup, int late) {
    return new JointGroups.Group("g", "RT1", "Trust", 5, composed, mandated, forGroup, 2, late);
  }

  private static Measure strength(Reader reader, int strong, int some, int none, int unknown) {
    return Strength.measure(
        "M3",
        DAY,
        List.of(
            new Strength.Class("STRONG", strong),
            new Strength.Class("SOME", some),
            new Strength.Class("NONE", none),
            new Strength.Class("UNKNOWN", unknown)),
        reader.audience);
  }

  private static Measure staleness(Reader reader, int near, int later, int longer, int never) {
    return Staleness.measure(
        "M4", DAY, new Staleness.Counted(near, later, longer, never, 40), reader.audience);
  }

  private static Measure singlePoints(Reader reader, int slots, int covered, int single) {
    return SinglePoints.measure(
        "M5",
        DAY,
        new SinglePoints.Counted(slots, covered, single),
        List.of(
            new SinglePoints.Holder("owen", 1, 4),
            new SinglePoints.Holder("tamsin", 0, 5),
            new SinglePoints.Holder("nadia", 2, 1)),
        reader.audience);
  }

  @ParameterizedTest(name = "{0} items: an ICB sees counts {1}")
  @CsvSource({"9, false", "10, true"})
  void an_icb_sees_items_from_ten(int items, boolean shown) {
    assertThat(influence(Reader.ICB, Map.of("CHANGED", items)).withheld()).isNotEqualTo(shown);
    assertThat(influence(Reader.ICB, Map.of("CHANGED", 9, "NOT_RELEVANT", items)).withheld())
        .as("what is not relevant does not count")
        .isTrue();
  }

  @Test
  void general_practice_sees_few_items_too_and_partners_none() {
    for (Reader reader : List.of(Reader.GP_LEADER, Reader.PRACTICE)) {
      assertThat(influence(reader, Map.of("CHANGED", 1)).numerator()).isEqualTo(1);
    }
    for (Reader reader : List.of(Reader.COLLEAGUE, Reader.PARTNER)) {
      assertThat(influence(reader, Map.of("CHANGED", 50)))
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
    Measure measure = influence(Reader.GP_LEADER, Map.of("CHANGED", assessed, "NOT_ASSESSED", not));
    assertThat(measure.detail())
        .isInstanceOfSatisfying(
            Influence.class,
            influence -> {
              assertThat(influence.influenced() != null).isEqualTo(shown);
              assertThat(influence.withoutInfluence() != null).isEqualTo(shown);
            });
  }

  @Test
  void what_meetings_take_and_who_carries_them_is_for_general_practice_of_the_place() {
    for (Reader reader : Reader.values()) {
      boolean inside = reader == Reader.GP_LEADER || reader == Reader.PRACTICE;
      var chairs = EmptyChairs.measure("M11", DAY, List.of(), reader.audience);
      assertThat(chairs.withheld()).as("%s M11", reader).isNotEqualTo(inside);
      var spread = Spread.measure("M6", DAY, List.of(), reader.audience);
      assertThat(spread.withheld()).as("%s M6", reader).isNotEqualTo(inside);
      var talks = Beforehand.measure("M8", DAY, beforehand(10, 10), reader.audience);
      assertThat(talks.withheld()).as("%s M8", reader).isNotEqualTo(inside);
      var notes = new LoopClosure(0, null, 0, 0, 0);
      assertThat(LoopClosure.measure("M10", DAY, 1, 1, notes, reader.audience).withheld())
          .as("%s M10", reader)
          .isNotEqualTo(inside);
      assertThat(Underpinned.measure("M15", DAY, List.of(), reader.audience).withheld())
          .as("%s M15", reader)
          .isNotEqualTo(inside);
      assertThat(Load.measure("M12", DAY, 3, 600, 0, new Load(0, 0), reader.audience).withheld())
          .as("%s M12: for leaders", reader)
          .isNotEqualTo(reader == Reader.GP_LEADER);
    }
  }

  @ParameterizedTest(name = "{0} agreed beforehand, {1} cold: compared {2}")
  @CsvSource({"10, 10, true", "9, 10, false", "10, 9, false"})
  void agreed_beforehand_and_cold_are_compared_from_ten_items_each(
      int agreed, int cold, boolean compared) {
    Measure measure =
        Beforehand.measure("M8", DAY, beforehand(agreed, cold), Reader.PRACTICE.audience);
    assertThat(measure.denominator()).isEqualTo(agreed + cold + 5);
    assertThat(measure.unknown()).isEqualTo(5);
    assertThat(measure.detail())
        .isInstanceOfSatisfying(
            Beforehand.class,
            detail ->
                assertThat(detail.beforehand())
                    .extracting(kind -> kind.influenced() != null)
                    .containsExactly(compared, compared, false));
  }

  private static List<Beforehand.Counted> beforehand(int agreed, int cold) {
    return List.of(
        new Beforehand.Counted("PRE_ALIGNED", agreed, agreed, 4),
        new Beforehand.Counted("COLD", cold, cold, 2),
        new Beforehand.Counted("UNKNOWN", 5, 0, 0));
  }

  private static Topic topic(Reader reader, int... practices) {
    return topic(
        reader, IntStream.of(practices).mapToObj(count -> of(count, 100L * count)).toList());
  }

  private static Topic topic(Reader reader, List<Coverage.Class> four) {
    return Topic.of(
        new Coverage.Asked(null, "urgent-care", null, null, List.of("m")),
        false,
        four,
        reader.audience);
  }

  private static Coverage.Class of(int practices, @Nullable Long patients) {
    return new Coverage.Class(practices, patients, patients == null ? practices : 0);
  }

  private static Measure slots(Reader reader, int slots) {
    return SlotCoverage.measure(
        "M2",
        DAY,
        slots,
        List.of(new SlotCoverage.Slot("s", "ICB", "WYVICB01", "NHS Wyvern", true)),
        reader.audience);
  }

  private static Measure influence(Reader reader, Map<String, Integer> counts) {
    return Influence.measure("M7", DAY, counts, 0, reader.audience);
  }
}
