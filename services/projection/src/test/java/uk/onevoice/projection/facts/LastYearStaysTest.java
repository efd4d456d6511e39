package uk.onevoice.projection.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.messaging.HeardEvent;

/**
 * Practices that move to another network and ICB, places that move, and an ICB that splits: what is
 * told of the days before stays as it was, row by row, in every measure of every area.
 */
class LastYearStaysTest {
  private static final LocalDate CHANGE = LocalDate.of(2026, 7, 1);
  private static final Instant LATER = Instant.parse("2040-01-01T00:00:00Z");
  private static final List<String> MEASURES =
      List.of(
          "mandate_coverage",
          "slot_coverage",
          "slot_strength",
          "slot_staleness",
          "single_points",
          "attendance_spread",
          "influence",
          "pre_alignment",
          "contradictions",
          "loop_closure",
          "seat_use",
          "meeting_load",
          "commitments_kept",
          "ambition_levels",
          "follow_through",
          "set_piece_partner",
          "joint_group_health",
          "foundations");
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
  @ValueSource(longs = {21, 22})
  void who_moves_takes_nothing_along(long seed) throws SQLException {
    List<HeardEvent> history = RandomHistory.of(seed, 400);
    database.clear();
    database.apply(history);
    List<LocalDate> days = List.of(LocalDate.of(2025, 9, 1), CHANGE.minusDays(1));
    Map<String, List<String>> before = rows(days);
    Map<String, List<String>> change = rows(List.of(CHANGE));
    assertThat(before.values()).as("rows to compare").anyMatch(rows -> rows.size() > 3);

    List<HeardEvent> moved = moved(history);
    database.apply(moved.subList(history.size(), moved.size()));
    assertThat(rows(days)).isEqualTo(before);
    assertThat(rows(List.of(CHANGE))).as("and that day they are elsewhere").isNotEqualTo(change);
  }

  /** Everybody goes over to the second ICB: places, sub-ICBs and practices, and their networks. */
  private static List<HeardEvent> moved(List<HeardEvent> history) {
    Story story = new Story(history);
    String from = RandomHistory.ICBS.getFirst();
    String to = RandomHistory.ICBS.getLast();
    story.say(
        "organisations",
        "organisation-" + from,
        "OrganisationSucceeded",
        "organisationId",
        from,
        "successors",
        List.of(to, "QC3"),
        "kind",
        "SPLIT",
        "date",
        CHANGE);
    for (String place : RandomHistory.PLACES) {
      story.say(
          "organisations",
          "place-" + place,
          "PlaceMoved",
          "placeId",
          place,
          "icsId",
          to,
          "from",
          CHANGE);
    }
    Map<String, Long> said =
        history.stream()
            .map(Payloads::of)
            .filter(is -> is.has("affiliationId"))
            .collect(
                Collectors.groupingBy(
                    is -> is.path("affiliationId").asText(), Collectors.counting()));
    for (HeardEvent event : history) {
      var is = Payloads.of(event);
      // Those that nobody ended or took back before.
      if (event.type().equals("AffiliationStarted")
          && said.get(is.path("affiliationId").asText()) == 1) {
        String kind = is.path("kind").asText();
        if (kind.equals("COMMISSIONED_BY") && is.path("parentId").asText().equals(from)
            || kind.equals("PCN_CORE")) {
          String member = is.path("memberId").asText();
          story.say(
              "organisations",
              "affiliations-" + member,
              "AffiliationEnded",
              "affiliationId",
              is.path("affiliationId").asText(),
              "memberId",
              member,
              "parentId",
              is.path("parentId").asText(),
              "kind",
              kind,
              "end",
              CHANGE);
          story.affiliated(member, kind.equals("PCN_CORE") ? "U00001" : to, kind, CHANGE);
        }
      }
    }
    return story.events();
  }

  private static Map<String, List<String>> rows(List<LocalDate> days) throws SQLException {
    Map<String, List<String>> rows = new TreeMap<>();
    for (LocalDate day : days) {
      for (Map.Entry<String, List<String>> kind :
          Map.of(
                  "ICS", RandomHistory.ICBS,
                  "PLACE", RandomHistory.PLACES,
                  "FEDERATION", RandomHistory.FEDERATIONS)
              .entrySet()) {
        for (String area : kind.getValue()) {
          for (String measure : MEASURES) {
            // Measures are sets: their rows come in any order.
            rows.put(
                day + " " + measure + " " + area,
                database
                    .rows(
                        "select * from " + measure + "(?, array[?], ?, ?, ?)",
                        kind.getKey(),
                        area,
                        day,
                        day,
                        LATER)
                    .stream()
                    .sorted()
                    .toList());
          }
          if (!kind.getKey().equals("FEDERATION")) {
            rows.put(
                day + " matrix " + area,
                database.rows(
                    "select * from matrix(?, array[?], 365, ?, ?, ?) order by forum, col",
                    kind.getKey(),
                    area,
                    day,
                    day,
                    LATER));
          }
        }
      }
      rows.put(
          day + " networks",
          database.rows("select * from area_structure('PCN', null, ?, ?) order by 1", day, LATER));
    }
    return rows;
  }
}
