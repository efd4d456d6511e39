package uk.onevoice.projection.representation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.projection.facts.FactDatabase;
import uk.onevoice.projection.facts.Story;
import uk.onevoice.projection.reading.IcsFootprint.Chosen;
import uk.onevoice.projection.reading.Snapshots;
import uk.onevoice.projection.representation.Coverage.Topic;

/** An ICS is worked out afresh, keeps its past, and tells nothing that is withheld of a place. */
class WholeIcsTest {
  private static final LocalDate START = LocalDate.of(2025, 1, 1);
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
  private static final Instant LATE = Instant.parse("2030-01-01T00:00:00Z");

  private static final Audience LEADERS =
      new Audience(
          Set.copyOf(EnumSet.complementOf(EnumSet.of(Part.SLOT_COUNTS, Part.INFLUENCE_COUNTS))));
  private static final Audience ICB =
      new Audience(Set.of(Part.COVERAGE, Part.SLOT_COUNTS, Part.INFLUENCE_COUNTS));
  private static final Audience ANYBODY = new Audience(Set.of(Part.COVERAGE));

  private static FactDatabase database;

  private Story story = new Story(Instant.parse("2025-01-01T09:00:00Z"));

  @BeforeAll
  static void create() throws SQLException {
    database = FactDatabase.create();
  }

  @AfterAll
  static void drop() throws SQLException {
    database.close();
  }

  @BeforeEach
  void two_places_of_an_ics() throws SQLException {
    database.clear();
    story = new Story(Instant.parse("2025-01-01T09:00:00Z"));
    for (String ics : new String[] {"ONE", "TWO"}) {
      story.registered(ics, "ICB", "NHS " + ics, START);
      story.registered("SUB" + ics, "SUB_ICB", "Sub " + ics, START);
      story.affiliated("SUB" + ics, ics, "COMMISSIONED_BY", START);
    }
    story.place("north", "ONE", "North", START);
    story.place("south", "ONE", "South", START);
  }

  @Test
  void eighteen_of_nineteen_practices_may_be_three_quarters_of_the_patients() throws Exception {
    mandate("m", "north", "fed");
    for (int i = 1; i <= 19; i++) {
      // Of 204,896 patients one practice has 47,485, and it is the one that is missing.
      practice("P" + i, "north", i == 19 ? 47_485 : i == 18 ? 8_750 : 8_744 + (i <= 13 ? 1 : 0));
      if (i < 19) {
        granted("m", "P" + i);
      }
    }
    Topic topic = topic(whole(LEADERS, DAY), "north");
    assertThat(requireNonNull(topic.practicesPercent()).granted()).isEqualTo(95);
    assertThat(requireNonNull(topic.patientsPercent()).granted()).isEqualTo(77);
  }

  @Test
  void the_whole_is_neither_the_sum_nor_the_mean_of_its_places() throws Exception {
    mandate("m", "north", "fed");
    mandate("n", "south", "other");
    for (int i = 1; i <= 4; i++) {
      practice("N" + i, "north", 1_000);
      granted("m", "N" + i);
    }
    for (int i = 1; i <= 12; i++) {
      practice("S" + i, "south", 1_000);
    }
    granted("n", "S1");
    // In no place, and so not asked: in no place's figure, and in the whole.
    practice("X", null, 1_000);
    IcsRepresentation ics = whole(LEADERS, DAY);
    Topic whole = topic(ics, null);
    assertThat(whole.numerator()).isEqualTo(5);
    assertThat(whole.denominator()).isEqualTo(17);
    assertThat(requireNonNull(whole.practices()).notAnswered()).isEqualTo(12);
    assertThat(requireNonNull(whole.practicesPercent()).granted()).isEqualTo(29);
    assertThat(requireNonNull(topic(ics, "north").practicesPercent()).granted()).isEqualTo(100);
    assertThat(requireNonNull(topic(ics, "south").practicesPercent()).granted()).isEqualTo(8);
    assertThat(whole.contested()).as("a holder for each place contests nothing").isFalse();
    assertThat(ics.places()).extracting("name").containsExactly("North", "South");
    assertThat(ics.places()).extracting("exposed").containsExactly(true, true);
  }

  @Test
  void a_place_that_moves_takes_no_past_along_and_last_year_stays() throws Exception {
    meeting("before", "south", LocalDate.of(2026, 3, 1), 2, 1);
    meeting("after", "south", LocalDate.of(2026, 5, 20), 3, 1);
    story.say(
        "organisations",
        "place-south",
        "PlaceMoved",
        "placeId",
        "south",
        "icsId",
        "TWO",
        "from",
        LocalDate.of(2026, 5, 1));
    assertThat(items("ONE", LocalDate.of(2026, 4, 1))).isEqualTo(2);
    assertThat(items("TWO", LocalDate.of(2026, 4, 1))).isZero();
    assertThat(items("ONE", DAY)).as("it lay there on the day").isEqualTo(2);
    assertThat(items("TWO", DAY)).isEqualTo(3);
  }

  @Test
  void a_practice_that_changes_its_network_changes_no_figure() throws Exception {
    mandate("m", "north", "fed");
    practice("P1", "north", 1_000);
    granted("m", "P1");
    story.affiliated("P1", "PCN1", "PCN_CORE", START);
    IcsRepresentation before = whole(LEADERS, DAY);
    story.say(
        "organisations",
        "affiliations-P1",
        "AffiliationEnded",
        "affiliationId",
        Story.affiliation("P1", "PCN1", "PCN_CORE", START),
        "end",
        LocalDate.of(2026, 1, 1));
    story.affiliated("P1", "PCN2", "PCN_CORE", LocalDate.of(2026, 1, 1));
    assertThat(whole(LEADERS, DAY)).isEqualTo(before);
  }

  @ParameterizedTest(name = "{0} and {1} slots: the whole is told {2}")
  @CsvSource({
    "3, 3, true",
    "3, 2, false",
    "3, 0, false",
    "2, 2, true",
    "1, 1, false",
    "1, 2, true"
  })
  void an_icb_is_told_of_the_whole_only_what_tells_nothing_of_a_place(
      int north, int south, boolean told) throws Exception {
    slots("north", north);
    slots("south", south);
    Measure m2 = requireNonNull(whole(ICB, DAY).measures().get("M2"));
    assertThat(m2.withheld()).isEqualTo(!told);
    assertThat(m2.denominator()).isEqualTo(told ? (Integer) (north + south) : null);
    assertThat(requireNonNull(whole(LEADERS, DAY).measures().get("M2")).denominator())
        .isEqualTo(north + south);
  }

  @Test
  void patients_are_withheld_of_the_whole_as_soon_as_of_one_place() throws Exception {
    mandate("m", "north", "fed");
    for (int i = 1; i <= 10; i++) {
      practice("N" + i, "north", 1_000);
      if (i <= 5) {
        granted("m", "N" + i);
      }
    }
    assertThat(requireNonNull(topic(whole(ANYBODY, DAY), null).patientsPercent()).granted())
        .isEqualTo(50);
    mandate("n", "south", "fed");
    practice("S1", "south", 1_000);
    assertThat(topic(whole(ANYBODY, DAY), null).patientsPercent()).isNull();
    assertThat(topic(whole(LEADERS, DAY), null).patientsPercent()).isNotNull();
  }

  @ParameterizedTest(name = "{0} people: told {1}")
  @CsvSource({"4, false", "5, true"})
  void people_of_an_ics_are_told_from_five(int people, boolean told) throws Exception {
    meeting("one", "north", DAY.minusDays(10), 1, people);
    IcsRepresentation ics = whole(LEADERS, DAY);
    for (String key : new String[] {"M6", "M12"}) {
      assertThat(requireNonNull(ics.measures().get(key)).withheld()).as(key).isEqualTo(!told);
      assertThat(
              requireNonNull(requireNonNull(ics.places().getFirst()).measures().get(key))
                  .withheld())
          .as("%s of the place", key)
          .isFalse();
    }
  }

  @Test
  void all_sixteen_are_always_named() throws Exception {
    for (Audience audience : new Audience[] {LEADERS, ICB, ANYBODY}) {
      IcsRepresentation ics = whole(audience, DAY);
      assertThat(ics.measures()).hasSize(16);
      assertThat(ics.aYearAgo().measures()).hasSize(16);
      assertThat(ics.places()).allSatisfy(place -> assertThat(place.measures()).hasSize(16));
    }
    assertThat(whole(ANYBODY, DAY).measures().values().stream().filter(Measure::withheld))
        .hasSize(15);
  }

  private IcsRepresentation whole(Audience audience, LocalDate asOf) throws SQLException {
    return ics("ONE", audience, asOf);
  }

  private IcsRepresentation ics(String ics, Audience audience, LocalDate asOf) throws SQLException {
    database.apply(story.events());
    return new IcsRepresentations(
            Snapshots.of(database.connection(), asOf, LATE),
            ics,
            Chosen.THEN,
            _ -> audience,
            audience)
        .of(Measures.keys())
        .orElseThrow();
  }

  private int items(String ics, LocalDate asOf) throws SQLException {
    Measure m7 = requireNonNull(ics(ics, LEADERS, asOf).measures().get("M7"));
    return ((Influence) requireNonNull(m7.detail())).itemsAttended();
  }

  private static Topic topic(IcsRepresentation ics, @Nullable String place) {
    Map<String, Measure> measures =
        place == null
            ? ics.measures()
            : ics.places().stream()
                .filter(one -> one.placeId().equals(place))
                .findFirst()
                .orElseThrow()
                .measures();
    return ((Coverage) requireNonNull(requireNonNull(measures.get("M1")).detail()))
        .topics()
        .getFirst();
  }

  private void practice(String id, @Nullable String place, long patients) {
    story.registered(id, "PRACTICE", "Practice " + id, START);
    story.listed(id, START);
    story.affiliated(id, "SUBONE", "COMMISSIONED_BY", START);
    if (place != null) {
      story.affiliated(id, place, "PLACE", START);
    }
    story.listSize(id, "2026-01", patients, 1);
  }

  private void mandate(String id, String place, String holder) {
    story.say(
        "mandates",
        "mandate-" + id,
        "MandateOpened",
        "mandateId",
        id,
        "placeId",
        place,
        "topic",
        "community-services",
        "holderId",
        holder,
        "holderRole",
        "FEDERATION_LEAD",
        "start",
        START,
        "end",
        START.plusYears(3));
  }

  private void granted(String mandate, String practice) {
    story.say(
        "mandates",
        "mandate-" + mandate,
        "ConsentGranted",
        "mandateId",
        mandate,
        "practiceId",
        practice,
        "on",
        START);
  }

  private void slots(String place, int slots) {
    for (int i = 0; i < slots; i++) {
      String id = place + "-" + i;
      story.say(
          "relationships",
          "slot-" + id,
          "SlotDefined",
          "slotId",
          id,
          "placeId",
          place,
          "kind",
          "ACUTE",
          "organisationId",
          "T" + i);
    }
  }

  private void meeting(String id, String place, LocalDate day, int items, int people) {
    String stream = "meeting-" + id;
    story.say(
        "meetings",
        stream,
        "MeetingScheduled",
        "meetingId",
        id,
        "placeId",
        place,
        "forum",
        "Board",
        "on",
        day);
    for (int i = 0; i < people; i++) {
      story.say(
          "meetings",
          stream,
          "AttendanceRecorded",
          "meetingId",
          id,
          "personId",
          "person-" + i,
          "capacity",
          "DELEGATE");
    }
    for (int i = 0; i < items; i++) {
      String item = id + "-" + i;
      story.say(
          "meetings", stream, "ItemAdded", "meetingId", id, "itemId", item, "topic", "urgent-care");
      story.say(
          "meetings",
          stream,
          "OutcomeRecorded",
          "meetingId",
          id,
          "itemId",
          item,
          "outcome",
          "AGREED");
    }
  }
}
