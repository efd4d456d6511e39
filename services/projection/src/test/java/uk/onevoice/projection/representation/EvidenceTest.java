package uk.onevoice.projection.representation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.projection.facts.FactDatabase;
import uk.onevoice.projection.facts.RandomHistory;
import uk.onevoice.projection.facts.Story;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.reading.Snapshots;
import uk.onevoice.projection.representation.Areas.Kind;
import uk.onevoice.projection.representation.Coverage.Topic;

/** Whoever counts the rows of a figure gets the figure, in any history, on any day. */
class EvidenceTest {
  private static final List<String> PLACES = List.of("place-north", "place-south");
  private static final Audience ALL = new Audience(Set.copyOf(EnumSet.allOf(Part.class)));
  private static final int SEEDS = 3;
  private static final int TIMES = 4;

  private static FactDatabase database;

  /** What was met, so that equal figures are not all nothing. */
  private static final Set<String> MET = new HashSet<>();

  @BeforeAll
  static void start() throws SQLException {
    database = FactDatabase.create();
  }

  @AfterAll
  static void stop() throws SQLException {
    database.close();
  }

  @Test
  void rows_counted_are_the_figure() throws SQLException {
    for (long seed = 1; seed <= SEEDS; seed++) {
      List<HeardEvent> history = RandomHistory.of(seed, 500);
      database.clear();
      database.apply(history);
      var random = new Random(seed * 31);
      for (int i = 0; i < TIMES; i++) {
        LocalDate asOf = LocalDate.of(2025, 3, 1).plusDays(random.nextInt(500));
        Instant knownAt =
            i % 2 == 0
                ? Instant.parse("2030-01-01T00:00:00Z")
                : history.get(history.size() / 2 + random.nextInt(history.size() / 2)).recordedAt();
        Snapshot facts = Snapshots.of(database.connection(), asOf, knownAt);
        for (String place : PLACES) {
          compare(facts, Kind.PLACE, place);
        }
        if (i < 2) {
          for (String ics : RandomHistory.ICBS) {
            compare(facts, Kind.ICS, ics);
          }
          for (String federation : RandomHistory.FEDERATIONS) {
            compare(facts, Kind.FEDERATION, federation);
          }
        }
      }
    }
    for (String key : List.of("M1", "M2", "M3", "M4", "M5", "M7", "M8", "M9", "M10", "M11")) {
      assertThat(MET).as(key).contains(key + " NUMERATOR", key + " DENOMINATOR");
    }
    assertThat(MET)
        .contains("M6 DENOMINATOR", "M6 UNKNOWN", "M12 NUMERATOR", "M13 NUMERATOR", "M13 UNKNOWN")
        .contains("M15 NUMERATOR", "M16 NUMERATOR", "M16 DENOMINATOR", "M7 UNKNOWN", "M8 UNKNOWN")
        .contains("M7 NOT_COUNTED", "M10 NOT_COUNTED", "M11 UNKNOWN", "M3 UNKNOWN", "M1 UNKNOWN");
  }

  private static final Audience PARTNER_OF_A_PRACTICE =
      without(
          Part.ANSWERS_BY_PRACTICE,
          Part.PATIENTS,
          Part.SLOT_HOLDERS,
          Part.SINGLE_POINTS,
          Part.LOAD,
          Part.SLOT_COUNTS,
          Part.INFLUENCE_COUNTS);

  private static Audience without(Part... parts) {
    Set<Part> all = EnumSet.allOf(Part.class);
    List.of(parts).forEach(all::remove);
    return new Audience(all);
  }

  /** The rows of each measure that somebody opens; nothing of a measure that is withheld. */
  private static Map<String, EvidencePage> opened(
      Audience audience, Function<String, Audience> ofPlace, @Nullable String caller)
      throws SQLException {
    Snapshot facts =
        Snapshots.of(
            database.connection(), LocalDate.of(2026, 2, 1), Instant.parse("2030-01-01T00:00:00Z"));
    Map<String, EvidencePage> opened = new TreeMap<>();
    for (String key : Measures.keys()) {
      opened.put(
          key,
          Measures.evidence(
                  "place-north",
                  facts,
                  place -> place.equals("place-north") ? audience : ofPlace.apply(place),
                  caller,
                  key,
                  new AskedEvidence())
              .orElseThrow());
    }
    return opened;
  }

  private static void hear(long seed) throws SQLException {
    database.clear();
    database.apply(RandomHistory.of(seed, 500));
  }

  @Test
  void whoever_is_told_counts_alone_is_told_no_row() throws SQLException {
    hear(2);
    for (Set<Part> parts :
        List.of(
            Set.<Part>of(),
            Set.of(Part.COVERAGE, Part.LIVE),
            Set.of(Part.COVERAGE, Part.SLOT_COUNTS, Part.INFLUENCE_COUNTS))) {
      assertThat(opened(new Audience(parts), _ -> ALL, "somebody").values())
          .allSatisfy(page -> {
            assertThat(page.withheld()).as(page.measure()).isTrue();
            assertThat(page.reason()).isNotBlank();
            assertThat(page.items()).isEmpty();
            assertThat(page.basedOn()).isNull();
            assertThat(page.numerator()).isNull();
          });
    }
  }

  @Test
  void a_partner_of_a_practice_sees_neither_who_answered_nor_who_is_in_touch() throws SQLException {
    hear(2);
    Map<String, EvidencePage> opened = opened(PARTNER_OF_A_PRACTICE, _ -> ALL, null);
    assertThat(opened.values().stream().filter(EvidencePage::withheld))
        .extracting(EvidencePage::measure)
        .containsExactlyInAnyOrder("M1", "M3", "M5", "M12", "M13", "M14");
    Map<String, EvidencePage> leader =
        opened(without(Part.SLOT_COUNTS, Part.INFLUENCE_COUNTS), _ -> ALL, null);
    assertThat(leader.values().stream().filter(EvidencePage::withheld))
        .extracting(EvidencePage::measure)
        .containsExactlyInAnyOrder("M3", "M14");
  }

  @Test
  void how_strong_a_relationship_is_only_who_holds_it_is_told() throws SQLException {
    hear(2);
    String holder =
        Snapshots.of(
                database.connection(),
                LocalDate.of(2026, 2, 1),
                Instant.parse("2030-01-01T00:00:00Z"))
            .first(
                "select unnest(holders) from slot_now('place-north', :asOf, :knownAt) order by 1",
                row -> row.getString(1))
            .orElseThrow();
    EvidencePage own = requireNonNull(opened(ALL, _ -> ALL, holder).get("M3"));
    assertThat(own.withheld()).isFalse();
    assertThat(own.items()).isNotEmpty();
    assertThat(own.items().size() + requireNonNull(own.basedOn()).notTold())
        .isEqualTo(own.denominator());
    EvidencePage nobody = requireNonNull(opened(ALL, _ -> ALL, "somebody else").get("M3"));
    assertThat(nobody.items()).isEmpty();
    assertThat(requireNonNull(nobody.basedOn()).notTold()).isEqualTo(nobody.denominator());
  }

  @Test
  void of_a_row_of_another_place_nothing_is_told_but_that_it_counts() throws SQLException {
    hear(2);
    Snapshot facts =
        Snapshots.of(
            database.connection(), LocalDate.of(2026, 2, 1), Instant.parse("2030-01-01T00:00:00Z"));
    Measure measure =
        requireNonNull(
            requireNonNull(
                    new Measures(new Areas(facts, Kind.PLACE, Map.of("place-north", ALL)))
                        .all(Set.of("M7"))
                        .get("place-north"))
                .get("M7"));
    EvidencePage page =
        new Evidences(
                facts,
                new Evidences.Asked(
                    Kind.PLACE, "place-north", "North", ALL, _ -> new Audience(Set.of()), null))
            .of("M7", measure, new AskedEvidence());
    assertThat(requireNonNull(page.basedOn()).denominator()).isEqualTo(measure.denominator());
    assertThat(page.items())
        .isNotEmpty()
        .allSatisfy(row -> {
          assertThat(row.mayOpen()).isFalse();
          assertThat(row.counts()).isNotEmpty();
          assertThat(Arrays.asList(row.id(), row.within(), row.placeId(), row.page()))
              .containsOnlyNulls();
          assertThat(Arrays.asList(row.label(), row.day(), row.recordedOn(), row.enteredFor()))
              .containsOnlyNulls();
        });
  }

  @Test
  void a_row_says_when_and_for_whom_it_was_last_entered_however_the_events_are_cut()
      throws SQLException {
    Story story = new Story(Instant.parse("2026-01-05T23:30:00Z"));
    List<HeardEvent> events = new ArrayList<>();
    events.add(
        enteredFor(
            "fed-one",
            story.say(
                "meetings",
                "meeting-m",
                "MeetingScheduled",
                "meetingId",
                "m",
                "placeId",
                "north",
                "forum",
                "Place board",
                "on",
                LocalDate.of(2026, 1, 5))));
    for (String type : List.of("ItemAdded", "OutcomeRecorded")) {
      story.later(Duration.ofDays(1));
      events.add(
          enteredFor(
              type.equals("ItemAdded") ? "fed-one" : "lmc",
              story.say(
                  "meetings",
                  "meeting-m",
                  type,
                  "meetingId",
                  "m",
                  "itemId",
                  "i",
                  "outcome",
                  "AGREED")));
    }
    for (int size : new int[] {1, 3}) {
      database.clear();
      for (int i = 0; i < events.size(); i += size) {
        database.apply(events.subList(i, i + size));
      }
      Snapshot facts =
          Snapshots.of(
              database.connection(),
              LocalDate.of(2026, 2, 1),
              Instant.parse("2030-01-01T00:00:00Z"));
      Evidence row =
          new Evidences(
                  facts, new Evidences.Asked(Kind.PLACE, "north", "North", ALL, _ -> ALL, null))
              .all("M7")
              .getFirst();
      assertThat(row.enteredFor()).isEqualTo("lmc");
      assertThat(row.recordedOn()).isEqualTo(LocalDate.of(2026, 1, 7));
      assertThat(row.day()).isEqualTo(LocalDate.of(2026, 1, 5));
      assertThat(row.page()).isEqualTo("/meetings/m/agenda/i");
      assertThat(row.why()).isEqualTo("NOT_THERE");
    }
  }

  private static HeardEvent enteredFor(String organisation, HeardEvent event) {
    return new HeardEvent(
        event.log(),
        event.partition(),
        event.offset(),
        event.stream(),
        event.version(),
        event.position(),
        event.id(),
        event.type(),
        event.schemaVersion(),
        event.payload(),
        event.occurredAt(),
        event.recordedAt(),
        event.actor(),
        organisation,
        event.correlationId());
  }

  @Test
  void page_by_page_each_row_comes_once_the_newest_first() throws SQLException {
    hear(2);
    Snapshot facts =
        Snapshots.of(
            database.connection(), LocalDate.of(2026, 2, 1), Instant.parse("2030-01-01T00:00:00Z"));
    AskedEvidence wanted = new AskedEvidence();
    wanted.limit = "2";
    wanted.counts = "denominator";
    List<Evidence> rows = new ArrayList<>();
    EvidencePage page;
    do {
      page = Measures.evidence("place-north", facts, _ -> ALL, null, "M8", wanted).orElseThrow();
      rows.addAll(page.items());
      wanted.after = page.next();
    } while (page.next() != null);
    assertThat(rows)
        .hasSize(requireNonNull(page.denominator()))
        .hasSizeGreaterThan(2)
        .allMatch(row -> row.is(Counts.DENOMINATOR));
    assertThat(rows).extracting(Evidence::key).doesNotHaveDuplicates();
    assertThat(rows.stream().map(row -> requireNonNull(row.day())).toList())
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  private static void compare(Snapshot facts, Kind kind, String area) {
    Map<String, Measure> measures =
        requireNonNull(
            new Measures(new Areas(facts, kind, Map.of(area, ALL))).all(Measures.keys()).get(area));
    Evidences evidences =
        new Evidences(facts, new Evidences.Asked(kind, area, "An area", ALL, _ -> ALL, null));
    measures.forEach((key, measure) -> {
      if (!key.equals("M14") && measure.available()) {
        String of =
            "%s of %s as of %s known at %s"
                .formatted(key, area, facts.time().asOf(), facts.time().knownAt());
        List<Evidence> rows = evidences.all(key);
        rows.forEach(row -> row.counts().forEach(one -> MET.add(key + " " + one.name())));
        assertThat(rows).as(of).extracting(Evidence::key).doesNotHaveDuplicates();
        assertThat(rows).as(of).allMatch(row -> !row.counts().isEmpty());
        same(of, key, measure, rows);
      }
    });
  }

  private static void same(String of, String key, Measure measure, List<Evidence> rows) {
    switch (requireNonNull(measure.detail())) {
      case Coverage coverage -> {
        for (Topic topic : coverage.topics()) {
          AskedEvidence wanted = new AskedEvidence();
          wanted.topic = topic.topic();
          wanted.topicId = topic.topicId();
          wanted.board = topic.board();
          var some = rows.stream().filter(wanted::isOf).toList();
          assertThat(counted(some))
              .as("%s, %s", of, topic)
              .containsExactly(topic.numerator(), topic.denominator(), topic.unknown());
        }
        int all = coverage.topics().stream().mapToInt(Topic::denominator).sum();
        assertThat(rows).as(of).hasSize(all);
      }
      case Commitments promises ->
          promises
              .promises()
              .forEach(side -> {
                if (side.due() != null) {
                  assertThat(
                          counted(
                              rows.stream()
                                  .filter(row -> side.side().equals(row.label()))
                                  .toList()))
                      .as("%s, %s", of, side)
                      .containsExactly(side.kept(), side.due(), side.notSaid());
                }
              });
      case Spread _ ->
          assertThat(counted(rows))
              .as(of)
              .containsExactly(0, measure.denominator(), measure.unknown());
      case Load _ -> {
        int minutes =
            rows.stream().mapToInt(row -> Objects.requireNonNullElse(row.minutes(), 0)).sum();
        assertThat(minutes / 4).as(of).isEqualTo(measure.numerator());
        assertThat(counted(rows).getLast()).as(of).isEqualTo(measure.unknown());
      }
      case Influence influence -> {
        assertThat(counted(rows))
            .as(of)
            .containsExactly(measure.numerator(), measure.denominator(), measure.unknown());
        assertThat(rows)
            .as(of)
            .hasSize(
                influence.counts().values().stream().mapToInt(Integer::intValue).sum()
                    + influence.itemsWithoutAttendance());
      }
      case LoopClosure loop -> {
        assertThat(counted(rows).subList(0, 2))
            .as(of)
            .containsExactly(measure.numerator(), measure.denominator());
        assertThat(rows.stream().filter(row -> row.why().equals("NOT_YET_DUE")).count())
            .as(of)
            .isEqualTo(loop.notYetDue());
      }
      default ->
          assertThat(counted(rows))
              .as(of)
              .containsExactly(measure.numerator(), measure.denominator(), measure.unknown());
    }
  }

  private static List<Integer> counted(List<Evidence> rows) {
    return List.of(
        count(rows, Counts.NUMERATOR),
        count(rows, Counts.DENOMINATOR),
        count(rows, Counts.UNKNOWN));
  }

  private static int count(List<Evidence> rows, Counts as) {
    return (int) rows.stream().filter(row -> row.is(as)).count();
  }
}
