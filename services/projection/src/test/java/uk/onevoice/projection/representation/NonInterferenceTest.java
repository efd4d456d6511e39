package uk.onevoice.projection.representation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.projection.facts.FactDatabase;
import uk.onevoice.projection.facts.RandomHistory;
import uk.onevoice.projection.reading.IcsFootprint.Chosen;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.reading.Snapshots;

/**
 * What general practice keeps for itself leaves no trace in what others read: a history with its
 * relationships and what it does round meetings reads the same to them as one without.
 */
class NonInterferenceTest {
  private static final List<String> PLACES = List.of("place-north", "place-south");

  /**
   * What is prepared and told within general practice. Who came is not among it: an ICB sees counts
   * of items, from ten, at which general practice was present.
   */
  private static final Set<String> ROUND_MEETINGS =
      Set.of(
          "PreAlignmentRecorded",
          "PreAlignmentWithdrawn",
          "PreparationCompleted",
          "FeedbackSent",
          "FeedbackRead",
          "SeatAllocated",
          "SeatWithdrawn",
          "RepresentativeNominated",
          "NominationCorrected",
          "NominationEnded",
          "PartnerAttendanceRecorded",
          "PartnerAttendanceTakenBack",
          "ActionOpened",
          "ActionRedated",
          "ActionClosed",
          "ActionReopened");

  private static final int FEWEST_SLOTS_SHOWN = 3;

  private static FactDatabase database;

  @BeforeAll
  static void start() throws SQLException {
    database = FactDatabase.create();
  }

  @AfterAll
  static void stop() throws SQLException {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {51, 52, 53, 54, 55, 56, 57, 58})
  void a_partner_reads_the_same_with_and_without_relationships_and_meetings(long seed)
      throws Exception {
    List<HeardEvent> history = RandomHistory.of(seed, 500);
    reads_the_same(
        history,
        event -> event.log().equals("relationships") || event.log().equals("meetings"),
        audience("PARTNER"),
        seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {61, 62, 63, 64, 65, 66, 67, 68})
  void an_icb_reads_the_same_with_and_without_relationships_that_are_too_few_to_count(long seed)
      throws Exception {
    List<HeardEvent> history = withFewSlots(RandomHistory.of(seed, 500));
    reads_the_same(
        history,
        event -> event.log().equals("relationships") || ROUND_MEETINGS.contains(event.type()),
        audience("ICB"),
        seed);
  }

  private static void reads_the_same(
      List<HeardEvent> history, Predicate<HeardEvent> restricted, Audience audience, long seed)
      throws SQLException {
    List<HeardEvent> without = history.stream().filter(restricted.negate()).toList();
    assertThat(without.size()).as("something is left out").isLessThan(history.size() - 20);
    List<Optional<?>> whole = readings(history, history, audience, seed);
    assertThat(whole).anyMatch(Optional::isPresent);
    assertThat(readings(without, history, audience, seed)).isEqualTo(whole);
  }

  /**
   * Both places at many times, and for who sees no counts their ICSs, of which counts of several
   * places may be told; the times are drawn from the whole history in both cases.
   */
  private static List<Optional<?>> readings(
      List<HeardEvent> heard, List<HeardEvent> history, Audience audience, long seed)
      throws SQLException {
    database.clear();
    database.apply(heard);
    var random = new Random(seed * 31);
    List<Optional<?>> readings = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      LocalDate asOf = LocalDate.of(2024, 7, 1).plusDays(random.nextInt(760));
      Instant knownAt = history.get(random.nextInt(history.size())).recordedAt();
      Snapshot facts = Snapshots.of(database.connection(), asOf, knownAt);
      for (String place : PLACES) {
        readings.add(Measures.of(place, facts, audience, Measures.keys()));
      }
      if (i % 10 == 0 && !audience.sees(Part.SLOT_COUNTS)) {
        for (String ics : RandomHistory.ICBS) {
          readings.add(
              new IcsRepresentations(facts, ics, Chosen.THEN, _ -> audience, audience)
                  .of(Measures.keys()));
        }
      }
    }
    return readings;
  }

  /** The history with no more slots in a place than are hidden from an ICB. */
  private static List<HeardEvent> withFewSlots(List<HeardEvent> history) throws IOException {
    Map<String, Integer> slots = new HashMap<>();
    Set<String> dropped = new HashSet<>();
    List<HeardEvent> kept = new ArrayList<>();
    for (HeardEvent event : history) {
      if (event.type().equals("SlotDefined")) {
        String place = new ObjectMapper().readTree(event.payload()).path("placeId").asText();
        if (slots.merge(place, 1, Integer::sum) >= FEWEST_SLOTS_SHOWN) {
          dropped.add(event.stream());
        }
      }
      if (!dropped.contains(event.stream())) {
        kept.add(event);
      }
    }
    return kept;
  }

  /** The parts that the matrix shows to a system of this kind. */
  private static Audience audience(String kind) throws IOException {
    try (var file =
        Objects.requireNonNull(
            NonInterferenceTest.class.getClassLoader().getResourceAsStream("permissions.yaml"))) {
      JsonNode parts = new ObjectMapper(new YAMLFactory()).readTree(file).path("parts");
      return new Audience(
          Arrays.stream(Part.values())
              .filter(part -> clients(parts, part).contains(kind))
              .collect(Collectors.toSet()));
    }
  }

  private static List<String> clients(JsonNode services, Part part) {
    List<String> clients = new ArrayList<>();
    services.forEach(service ->
        service.path(part.row()).path("clients").forEach(client -> clients.add(client.asText())));
    return clients;
  }
}
