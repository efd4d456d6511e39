package uk.onevoice.organisations.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.succession.Child;
import uk.onevoice.organisations.domain.succession.Unresolved;

/**
 * The successions of 1 April 2026: the ICBs of 2022 become those of today, everybody who belonged
 * to one that was followed is listed, and nobody any more once each has been assigned.
 */
class IcbSuccessionsTest {
  private static final LocalDate BEFORE = LocalDate.of(2026, 3, 31);
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final String SUCCESSIONS =
      "predecessor_ods,predecessor_name,successor_ods,successor_name,succession_date,type\n";

  @TempDir Path folder;

  @Test
  void the_ICBs_of_2022_become_those_of_today() throws Exception {
    var england = RealEngland.country();
    assumeTrue(
        england.isHere(),
        "The official files are not beside this repository; the invented country stands in");
    var files = Objects.requireNonNull(england.folder());
    var subIcbs = column(files.resolve("check/sub_icbs_2026-08-01.csv"), "sub_icb_ods", "icb_ods");
    var councils = files.resolve("check/councils_by_icb.csv");
    var desk = new Desk(folder);
    try (var in = Files.newInputStream(files.resolve("eccg_2025-12.csv"))) {
      desk.accept(in, LocalDate.of(2025, 12, 1));
    }
    desk.accept(councilsOf2022(councils), LocalDate.of(2022, 7, 1));
    assertThat(parents(desk, BEFORE)).as("ICBs of 2022").hasSize(42);

    try (var in = Files.newInputStream(files.resolve("icb_succession_2026-04-01.csv"))) {
      assertThat(desk.accept(in, null).counts())
          .containsEntry("rows", 16)
          .containsEntry("OrganisationSucceeded", 12)
          .containsEntry("OrganisationClosed", 12);
    }
    assertThat(openIcbs(desk))
        .as("ICBs of today")
        .hasSize(36)
        .isEqualTo(
            column(files.resolve("check/icbs_2026-08-01.csv"), "icb_ods", "icb_ods").keySet());

    var steward = new Steward(desk);
    desk.registry
        .all()
        .filter(one -> one.is(OrganisationKind.ICB) && !one.openOn(APRIL))
        .map(one -> one.id().value())
        .toList()
        .forEach(steward::hasAnOfficerAndASystem);
    var waiting = steward.unresolved(APRIL);
    assertThat(steward.unresolved(BEFORE)).as("the day before").isEmpty();
    assertThat(
            waiting.stream().map(open -> open.child().body().value()).collect(Collectors.toSet()))
        .as("predecessors of somebody who waits")
        .containsExactlyInAnyOrder(
            "QHG", "QUE", "QM7", "QH8", "QJG", "QMM", "QNQ", "QU9", "QXU", "QNX", "QMJ", "QRV");
    assertThat(waiting)
        .as("who waits: all that belonged to them the day before")
        .hasSize(
            belongedTo(
                desk,
                Set.of(
                    "QHG", "QUE", "QM7", "QH8", "QJG", "QMM", "QNQ", "QU9", "QXU", "QNX", "QMJ",
                    "QRV")))
        .allSatisfy(open -> {
          boolean split = Set.of("QM7", "QJG", "QNQ").contains(open.child().body().value());
          assertThat(open.candidates()).hasSize(split ? numberOfParts(open) : 1);
          assertThat(open.suggestion() == null).isEqualTo(split);
        });

    var councilsToday = rows(councils);
    for (var open : waiting) {
      steward.assign(open, whereItIsToday(open, subIcbs, councilsToday));
    }
    assertThat(steward.unresolved(APRIL)).as("after each was assigned").isEmpty();
    var others = steward.rolesAndSystems(APRIL);
    assertThat(others).as("an officer and a system of each that was followed").hasSize(24);
    others.forEach(open -> steward.assignRoleOrSystem(open, open.candidates().getFirst()));
    assertThat(steward.rolesAndSystems(APRIL)).as("after each was assigned").isEmpty();
    subIcbs.forEach((subIcb, icb) -> {
      if (!subIcb.equals("U2G6B")) { // New in 2026: nothing that waited.
        assertThat(desk.parent(subIcb, AffiliationKind.COMMISSIONED_BY, APRIL)).isEqualTo(icb);
      }
    });
    var found = new TreeMap<String, Set<String>>();
    var wanted = new TreeMap<String, Set<String>>();
    for (var row : councilsToday) {
      var council = row.getOrDefault("la_ods", "");
      found.put(
          council,
          new TreeSet<>(
              List.of(desk.parent(council, AffiliationKind.GEOGRAPHY, APRIL).split("\\+", -1))));
      wanted
          .computeIfAbsent(council, _ -> new TreeSet<>())
          .add(row.getOrDefault("icb_ods_2026", ""));
    }
    assertThat(found).as("councils by ICB").isEqualTo(wanted);
    System.out.printf(
        "icb successions official=yes successions=16 icbsBefore=42 icbsAfter=%d unresolved=%d"
            + " left=%d%n",
        openIcbs(desk).size(), waiting.size(), steward.unresolved(APRIL).size());
  }

  @Test
  void an_invented_country_with_the_same_traps_ends_the_same_way() throws Exception {
    var desk = new Desk(folder);
    var locations = new StringBuilder();
    var icbs = Map.of("W1A", "WQA", "W1B", "WQB", "W1C", "WQC", "W1D", "WQC", "W1E", "WQD");
    new TreeMap<>(icbs).forEach((subIcb, icb) -> locations.append(subIcb(subIcb, icb)));
    desk.accept(locations.toString(), LocalDate.of(2025, 12, 1));
    desk.accept(
        "ods_code,name,icb_ods_code\n901,Northshire Council,WQB\n901,Northshire Council,WQC\n",
        LocalDate.of(2022, 7, 1));
    // A merger into a new body, a split of which one part goes to a body that keeps its code.
    desk.accept(
        SUCCESSIONS
            + "WQA,North,WNEW1,New North,2026-04-01,merger\n"
            + "WQB,South,WNEW1,New North,2026-04-01,merger\n"
            + "WQC,Middle,WNEW1,New North,2026-04-01,split\n"
            + "WQC,Middle,WQD,Far South,2026-04-01,acquisition\n");
    assertThat(openIcbs(desk)).containsExactly("WNEW1", "WQD");

    var steward = new Steward(desk);
    var waiting = steward.unresolved(APRIL);
    var suggestions = new TreeMap<String, String>();
    waiting.forEach(open ->
        suggestions.put(
            open.child().subject() + " of " + open.child().body(),
            Objects.toString(open.suggestion(), "for a person to say")));
    assertThat(suggestions)
        .containsExactlyEntriesOf(
            new TreeMap<>(
                Map.of(
                    "W1A of WQA", "WNEW1",
                    "W1B of WQB", "WNEW1",
                    "901 of WQB", "WNEW1",
                    "W1C of WQC", "for a person to say",
                    "W1D of WQC", "for a person to say",
                    "901 of WQC", "for a person to say")));
    for (var open : waiting) {
      var south = open.child().subject().equals("W1D") || open.child().subject().equals("901");
      var to = new OrganisationId(south ? "WQD" : "WNEW1");
      steward.assign(open, open.candidates().contains(to) ? to : open.candidates().getFirst());
    }
    assertThat(steward.unresolved(APRIL)).isEmpty();
    assertThat(desk.parent("W1C", AffiliationKind.COMMISSIONED_BY, APRIL)).isEqualTo("WNEW1");
    assertThat(desk.parent("W1D", AffiliationKind.COMMISSIONED_BY, APRIL)).isEqualTo("WQD");
    assertThat(desk.parent("W1D", AffiliationKind.COMMISSIONED_BY, BEFORE))
        .as("what was stays what it was")
        .isEqualTo("WQC");
    // A file from before that day moves nobody back; one of August has the last word.
    desk.accept(subIcb("W1D", "WQC") + subIcb("W1X", "WQD"), LocalDate.of(2026, 1, 1));
    assertThat(steward.unresolved(APRIL)).isEmpty();
    desk.accept(subIcb("W1D", "WNEW1"), LocalDate.of(2026, 8, 1));
    assertThat(desk.parent("W1D", AffiliationKind.COMMISSIONED_BY, LocalDate.of(2026, 8, 1)))
        .isEqualTo("WNEW1");
    assertThat(desk.parent("W1D", AffiliationKind.COMMISSIONED_BY, APRIL)).isEqualTo("WQD");
    System.out.println("icb successions official=no (an invented country)");
  }

  private static int numberOfParts(Unresolved open) {
    return open.child().body().value().equals("QNQ") ? 3 : 2;
  }

  private static OrganisationId whereItIsToday(
      Unresolved open, Map<String, String> subIcbs, List<Map<String, String>> councils) {
    var member = open.child().subject();
    var today =
        councils.stream()
            .filter(row -> member.equals(row.get("la_ods")))
            .filter(row -> open.child().body().value().equals(row.get("icb_ods_2022")))
            .map(row -> row.getOrDefault("icb_ods_2026", ""))
            .findFirst()
            .orElse(subIcbs.getOrDefault(member, ""));
    // Reporting entities and Frimley's location are no locations of today: a person decides.
    return today.isEmpty() ? open.candidates().getFirst() : new OrganisationId(today);
  }

  private static int belongedTo(Desk desk, Set<String> icbs) {
    return (int)
        desk.registry
            .children()
            .filter(child -> child.kind() == Child.Kind.MEMBER)
            .filter(child -> icbs.contains(child.body().value()))
            .filter(child -> child.period().includes(BEFORE))
            .filter(child -> desk.organisation(child.subject()).openOn(APRIL))
            .count();
  }

  private static Set<String> parents(Desk desk, LocalDate on) {
    return desk.registry
        .children()
        .filter(child -> child.kind() == Child.Kind.MEMBER)
        .filter(child -> child.belonging() == AffiliationKind.COMMISSIONED_BY)
        .filter(child -> child.period().includes(on))
        .map(child -> child.body().value())
        .collect(Collectors.toSet());
  }

  private static Set<String> openIcbs(Desk desk) {
    return desk.registry
        .all()
        .filter(one -> one.is(OrganisationKind.ICB) && one.openOn(APRIL))
        .map(one -> one.id().value())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String councilsOf2022(Path check) throws Exception {
    var csv = new StringBuilder("ods_code,name,icb_ods_code\n");
    for (var row : rows(check)) {
      csv.append(
          "%s,%s,%s%n"
              .formatted(
                  row.get("la_ods"), "Council " + row.get("la_ods"), row.get("icb_ods_2022")));
    }
    return csv.toString();
  }

  private static Map<String, String> column(Path file, String key, String value) throws Exception {
    return rows(file).stream()
        .collect(
            Collectors.toMap(
                row -> row.getOrDefault(key, ""),
                row -> row.getOrDefault(value, ""),
                (one, _) -> one,
                TreeMap::new));
  }

  private static List<Map<String, String>> rows(Path file) throws Exception {
    try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      return csv.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
    }
  }

  private static String subIcb(String code, String icb) {
    return "\"%s\",\"NHS - %s\",\"WY1\",\"%s\",\"\",\"\",\"\",\"\",\"\",\"ZZ1 1ZZ\",\"20130401\",\"\""
            .formatted(code, code, icb)
        + ",\"\"".repeat(15)
        + "\n";
  }
}
