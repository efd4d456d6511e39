package uk.onevoice.organisations.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.organisations.imports.Rows.COUNCILS;
import static uk.onevoice.organisations.imports.Rows.map;
import static uk.onevoice.organisations.imports.Rows.network;
import static uk.onevoice.organisations.imports.Rows.prescriber;
import static uk.onevoice.organisations.imports.Rows.row;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OdsRecordAccepted;

/** Taking an import back, and the same file again. */
class CompensationTest {
  private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
  private static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);

  @TempDir Path folder;
  private Desk desk = new Desk(Path.of(""));

  @BeforeEach
  void a_desk() {
    desk = new Desk(folder);
  }

  /**
   * A file with organisations that nothing else knows.
   *
   * @param release null where the content says it
   */
  record Only(String what, String csv, @Nullable LocalDate release, List<String> codes) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Only> files() {
    return Stream.of(
        new Only("trusts", SyntheticEngland.trust("WRA", "A TRUST", "WQA"), AUGUST, codes("WRA")),
        new Only("councils", COUNCILS + "901,Northshire,WQA\n", AUGUST, codes("901", "WQA")),
        new Only("networks", network("W00001", "W1A"), AUGUST, codes("W00001", "W1A")),
        new Only(
            "practices",
            prescriber("W81001", "HILL", "ACTIVE", "", "W1A", "RO76"),
            AUGUST,
            codes("W81001", "W1A")),
        new Only(
            "a map",
            map("01Aug2026", row("W81001", "W00001", "W1A")),
            null,
            codes("W81001", "W00001", "W1A", "WQA", "WY1")),
        new Only(
            "successions",
            "predecessor_ods,predecessor_name,successor_ods,successor_name,succession_date,type\n"
                + "WQA,North,WQB,New North,2026-04-01,merger\n",
            null,
            codes("WQA", "WQB")));
  }

  private static List<String> codes(String... codes) {
    return List.of(codes);
  }

  @ParameterizedTest
  @MethodSource("files")
  void what_only_an_undone_import_knew_is_closed_and_open_again_when_a_file_names_it(Only file)
      throws Exception {
    desk.accept(file.csv(), file.release());
    var first = file.codes().stream().map(code -> desk.organisation(code).record()).toList();
    desk.undo(AUGUST);
    for (var code : file.codes()) {
      var record = desk.organisation(code).record();
      assertThat(record.end()).as(code).isNotNull();
      assertThat(desk.organisation(code).openOn(AUGUST)).as(code).isFalse();
      assertThat(desk.organisation(code).listedOn(AUGUST)).as(code).isFalse();
    }
    desk.accept(file.csv(), file.release());
    assertThat(file.codes().stream().map(code -> desk.organisation(code).record()).toList())
        .isEqualTo(first);
    desk.undo(AUGUST);
    assertThat(file.codes())
        .as("and taken back once more")
        .noneMatch(code -> desk.organisation(code).openOn(AUGUST));
  }

  @Test
  void a_record_is_put_back_from_the_day_on_which_it_was_replaced() throws Exception {
    desk.accept(prescriber("W81001", "HILL", "ACTIVE", "", "W1A", "RO76"), FEBRUARY);
    var was = desk.organisation("W81001").record();
    desk.accept(prescriber("W81001", "MOUNT", "INACTIVE", "20260430", "W1A", "RO87"), MAY);
    desk.undo(MAY);
    assertThat(desk.organisation("W81001").record()).isEqualTo(was);
    assertThat(desk.organisation("W81001").asOf(AUGUST)).isEqualTo(was);
    assertThat(desk.events("W81001").getLast())
        .isInstanceOfSatisfying(
            OdsRecordAccepted.class,
            back -> assertThat(back.release()).as("nothing of May stays").isEqualTo(MAY));
  }

  @Test
  void history_is_put_back_at_each_release() throws Exception {
    desk.accept(prescriber("W81001", "HILL", "ACTIVE", "", "W1A", "RO76"), FEBRUARY);
    desk.accept(prescriber("W81001", "MOUNT", "ACTIVE", "", "W1A", "RO76"), AUGUST);
    desk.accept(prescriber("W81001", "VALE", "ACTIVE", "", "W1A", "RO76"), MAY);
    assertThat(desk.organisation("W81001").asOf(MAY).name()).isEqualTo("VALE");
    desk.undo(MAY);
    assertThat(desk.organisation("W81001").asOf(MAY).name()).isEqualTo("HILL");
    assertThat(desk.organisation("W81001").record().name()).isEqualTo("MOUNT");

    var january = LocalDate.of(2026, 1, 1);
    desk.accept(prescriber("W81001", "DALE", "ACTIVE", "", "W1A", "RO76"), january);
    desk.undo(january);
    assertThat(desk.organisation("W81001").asOf(january).name()).isEqualTo("HILL");
  }

  @Test
  void what_an_undone_import_said_of_earlier_days_does_not_come_back_with_a_name()
      throws Exception {
    desk.accept(COUNCILS + "901,Wrongshire,WQA\n", MAY);
    desk.undo(MAY);
    desk.accept(COUNCILS + "901,Northshire,WQA\n", AUGUST);
    assertThat(desk.organisation("901").asOf(MAY).name()).isEqualTo("Northshire");
    assertThat(desk.organisation("901").record().end()).isNull();
  }

  @Test
  void listings_and_belongings_are_put_back() throws Exception {
    var september = LocalDate.of(2026, 9, 1);
    desk.accept(map("01Aug2026", row("W81001", "W00001", "W1A"), row("W81002", "W00001", "W1A")));
    desk.accept(map("01Sep2026", row("W81001", "W00002", "W1A")));
    desk.undo(september);
    assertThat(desk.organisation("W81002").listedOn(september)).isTrue();
    assertThat(desk.parent("W81001", AffiliationKind.PCN_CORE, september)).isEqualTo("W00001");
    assertThat(desk.affiliations("W81001", AffiliationKind.PCN_CORE).getFirst().period().end())
        .isNull();
  }
}
