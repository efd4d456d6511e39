package uk.onevoice.projection.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.projection.reading.PointInTime;

/**
 * The SQL and a naive reading agree on a thousand small histories, or as many as {@code
 * -Donevoice.histories} says: each is asked about an area, a day, a moment and an audience of its
 * own. Many lie beside each other in one database, in worlds that know nothing of each other, and a
 * measure is asked of all of them in one statement. {@code -Donevoice.history=8870} tells one of
 * them again, by its number. {@link TwoReadingsTest} has the few long ones.
 */
class ManyHistoriesTest {
  private static final int HISTORIES = Integer.getInteger("onevoice.histories", 1_000);
  private static final @Nullable Integer ONLY = Integer.getInteger("onevoice.history");
  private static final int TOGETHER = 40;
  private static final int BATCH = 3_000;
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static FactDatabase database;
  private static long compared;
  private static long rows;
  private static final List<String> differences = new ArrayList<>();

  @BeforeAll
  static void start() throws SQLException {
    database = FactDatabase.create();
    try (var statement = database.connection().createStatement()) {
      statement.execute("set jit = off");
    }
    database.connection().commit();
  }

  @AfterAll
  static void stop() throws SQLException {
    database.close();
  }

  /** One question to one history, with what answers it naively. */
  private record Asked(
      Elsewhere where,
      String kind,
      String id,
      LocalDate asOf,
      Instant knownAt,
      NaiveReading reading,
      NaiveMeetings meetings,
      NaiveRelationships relationships,
      NaiveMatrix matrix) {

    NaiveArea area() {
      return new NaiveArea(kind, id, reading);
    }
  }

  @Test
  void every_measure_of_many_small_histories_is_the_same_by_both_ways() throws SQLException {
    if (ONLY != null) {
      compare(told(ONLY, 1));
      assertThat(differences).isEmpty();
      return;
    }
    for (int first = 0; first < HISTORIES; first += TOGETHER) {
      compare(told(first, Math.min(TOGETHER, HISTORIES - first)));
    }
    assertThat(differences).isEmpty();
    assertThat(rows).as("rows that were the same").isGreaterThan(compared / 2);
    if (HISTORIES > 1_000) {
      System.out.printf(
          "TWO two computations, %,d histories: %,d answers, %,d rows | a naive reading of the same"
              + " events: the same | ok%n",
          HISTORIES, compared, rows);
    }
  }

  private static List<Asked> told(int first, int count) throws SQLException {
    database.clear();
    List<Asked> asked = new ArrayList<>();
    List<HeardEvent> batch = new ArrayList<>();
    for (int number = first; number < first + count; number++) {
      Elsewhere where = new Elsewhere(number);
      List<HeardEvent> history = where.tell(RandomHistory.brief(number));
      asked.add(question(where, history, new Random(number * 31L)));
      batch.addAll(history);
      if (batch.size() > BATCH) {
        database.apply(batch);
        batch.clear();
      }
    }
    database.apply(batch);
    return asked;
  }

  private static Asked question(Elsewhere where, List<HeardEvent> history, Random random) {
    LocalDate day = LocalDate.of(2024, 9, 1).plusDays(random.nextInt(700));
    Instant moment =
        random.nextInt(3) > 0
            ? Instant.parse("2030-01-01T00:00:00Z")
            : history.get(random.nextInt(history.size())).recordedAt();
    boolean weekly = random.nextInt(3) == 0;
    String kind = random.nextInt(10) < 5 ? "PLACE" : random.nextInt(10) < 6 ? "ICS" : "FEDERATION";
    List<String> ids = ids(kind);
    LocalDate asOf = weekly ? monday(day) : day;
    Instant knownAt = weekly ? mondayMorning(moment) : moment;
    if (weekly) {
      PointInTime audience = new PointInTime(day, moment, false).weekly();
      assertThat(List.of(audience.asOf(), audience.knownAt())).isEqualTo(List.of(asOf, knownAt));
    }
    NaiveReading naive = new NaiveReading(history, asOf, knownAt);
    return new Asked(
        where,
        kind,
        where.id(ids.get(random.nextInt(ids.size()))),
        asOf,
        knownAt,
        naive,
        new NaiveMeetings(history, asOf, knownAt, naive),
        new NaiveRelationships(history, asOf, knownAt, naive),
        new NaiveMatrix(history, asOf, knownAt, naive));
  }

  private static List<String> ids(String kind) {
    return switch (kind) {
      case "PLACE" -> RandomHistory.PLACES;
      case "ICS" -> RandomHistory.ICBS;
      case "FEDERATION" -> RandomHistory.FEDERATIONS;
      case "SUB_ICB" -> RandomHistory.SUBS;
      case "PCN" -> RandomHistory.PCNS;
      default -> RandomHistory.NEIGHBOURHOODS;
    };
  }

  /** Whoever is not of general practice there sees the week as it began. */
  private static LocalDate monday(LocalDate day) {
    LocalDate monday = day;
    while (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
      monday = monday.minusDays(1);
    }
    return monday;
  }

  private static Instant mondayMorning(Instant moment) {
    ZonedDateTime there = moment.atZone(LONDON);
    LocalDate monday = monday(there.toLocalDate());
    Instant six = monday.atTime(6, 0).atZone(LONDON).toInstant();
    return six.isAfter(moment) ? monday.minusDays(7).atTime(6, 0).atZone(LONDON).toInstant() : six;
  }

  private static void compare(List<Asked> all) throws SQLException {
    for (String kind : List.of("PLACE", "ICS", "FEDERATION")) {
      List<Asked> asked = all.stream().filter(one -> one.kind().equals(kind)).toList();
      everyArea(kind, asked);
      if (!kind.equals("FEDERATION")) {
        placesAndIcses(kind, asked);
      }
    }
    for (String kind : List.of("ICS", "SUB_ICB", "PLACE", "NEIGHBOURHOOD", "PCN")) {
      same(
          "structure of " + kind,
          "area_structure('%s', string_to_array(q.ids, ' '), q.as_of, q.known_at)".formatted(kind),
          all,
          one -> allOf(kind, one),
          one ->
              one.reading().structures(kind).entrySet().stream()
                  .map(row -> row.getKey() + "|" + row.getValue())
                  .toList());
    }
    for (String kind : List.of("ICS", "PLACE", "NEIGHBOURHOOD", "PCN")) {
      same(
          "5.1 of " + kind,
          "federation_share('%s', string_to_array(q.ids, ' '), q.as_of, q.known_at)"
              .formatted(kind),
          all,
          one -> allOf(kind, one),
          one -> one.reading().federationShare(kind));
    }
    List<Asked> places = all.stream().filter(one -> one.kind().equals("PLACE")).toList();
    same(
        "forums within 365 days",
        "(%s)"
            .formatted(
                NaiveMatrix.FORUMS.replace(
                    "?, array[?], ?, ?, ?, ?",
                    "'PLACE', array[q.ids], 365, q.as_of, q.as_of, q.known_at")),
        places,
        Asked::id,
        one -> one.matrix().forums(one.id(), 365));
    same(
        "matrix within 91 days",
        "(%s)"
            .formatted(
                NaiveMatrix.CELLS.replace(
                    "?, array[?], ?, ?, ?, ?",
                    "'PLACE', array[q.ids], 91, q.as_of, q.as_of, q.known_at")),
        places,
        Asked::id,
        one -> one.matrix().cells(one.id(), 91));
  }

  private static String allOf(String kind, Asked one) {
    return String.join(" ", ids(kind).stream().map(one.where()::id).toList());
  }

  private static void everyArea(String kind, List<Asked> asked) throws SQLException {
    measure("mandate_coverage", kind, asked, one -> one.reading().mandateCoverage(one.area()));
    measure("slot_coverage", kind, asked, one -> one.reading().slotCoverage(one.area()));
    measure("slot_strength", kind, asked, one -> one.relationships().strength(one.area()));
    measure(
        "slot_staleness", kind, asked, one -> List.of(one.relationships().staleness(one.area())));
    measure(
        "single_points", kind, asked, one -> List.of(one.relationships().singlePoints(one.area())));
    measure("loss_test", kind, asked, one -> one.relationships().lossTest(one.area()));
    measure("ambition_levels", kind, asked, one -> one.reading().ambition(one.area()));
    measure(
        "follow_through",
        kind,
        asked,
        one -> List.of(one.reading().followThrough(one.area(), one.reading()::on)));
  }

  private static void placesAndIcses(String kind, List<Asked> asked) throws SQLException {
    measure("commitments_kept", kind, asked, one -> one.relationships().commitments(one.area()));
    measure("joint_group_health", kind, asked, one -> one.relationships().jointGroups(one.area()));
    measure("influence", kind, asked, one -> one.meetings().influence(one.area()));
    measure("attendance_spread", kind, asked, one -> one.meetings().spread(one.area()));
    measure("pre_alignment", kind, asked, one -> one.meetings().preAlignment(one.area()));
    measure("loop_closure", kind, asked, one -> List.of(one.meetings().loopClosure(one.area())));
    measure("seat_use", kind, asked, one -> one.meetings().seats(one.area()));
    measure("meeting_load", kind, asked, one -> List.of(one.meetings().load(one.area())));
    measure("set_piece_partner", kind, asked, one -> one.meetings().partners(one.area()));
    measure("contradictions", kind, asked, one -> one.reading().contradictions(one.area()));
  }

  private static void measure(
      String function, String kind, List<Asked> asked, Function<Asked, List<String>> naive)
      throws SQLException {
    same(
        function + " of " + kind,
        "%s('%s', array[q.ids], q.as_of, q.as_of, q.known_at)".formatted(function, kind),
        asked,
        Asked::id,
        naive);
  }

  /** All questions in one statement; in whatever order: the same rows. */
  private static void same(
      String what,
      String function,
      List<Asked> asked,
      Function<Asked, String> ids,
      Function<Asked, List<String>> naive)
      throws SQLException {
    Map<Integer, List<String>> found = new TreeMap<>();
    for (String row :
        database.rows(
            """
            select q.n, f.*
            from unnest(?::text[], ?::date[], ?::timestamptz[])
              with ordinality q (ids, as_of, known_at, n)
            cross join lateral\
            """
                + " "
                + function
                + " f",
            array(asked.stream().map(ids).toList()),
            array(asked.stream().map(one -> one.asOf().toString()).toList()),
            array(asked.stream().map(one -> one.knownAt().toString()).toList()))) {
      int bar = row.indexOf('|');
      found
          .computeIfAbsent(Integer.parseInt(row.substring(0, bar)) - 1, _ -> new ArrayList<>())
          .add(row.substring(bar + 1));
    }
    for (int n : IntStream.range(0, asked.size()).toArray()) {
      Asked one = asked.get(n);
      List<String> expected = naive.apply(one);
      compared++;
      rows += expected.size();
      List<String> actual = new ArrayList<>(found.getOrDefault(n, List.of()));
      actual.sort(null);
      List<String> wanted = expected.stream().sorted().toList();
      if (!actual.equals(wanted)) {
        differences.add(
            "%s of %s as of %s known at %s: %s by SQL, %s by the naive reading"
                .formatted(what, one.id(), one.asOf(), one.knownAt(), actual, wanted));
      }
    }
  }

  private static Object array(List<String> texts) throws SQLException {
    return database.connection().createArrayOf("text", texts.toArray());
  }
}
