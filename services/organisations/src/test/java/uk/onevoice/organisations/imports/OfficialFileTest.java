package uk.onevoice.organisations.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.onevoice.organisations.imports.Rows.COUNCILS;
import static uk.onevoice.organisations.imports.Rows.elsewhere;
import static uk.onevoice.organisations.imports.Rows.map;
import static uk.onevoice.organisations.imports.Rows.network;
import static uk.onevoice.organisations.imports.Rows.prescriber;
import static uk.onevoice.organisations.imports.Rows.row;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.Source;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.organisation.Status;
import uk.onevoice.organisations.imports.UnreadableFile.Reason;

/** Each layout as it comes, and what comes wrong. */
class OfficialFileTest {
  private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
  private static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);

  @TempDir Path folder;
  private Desk desk = new Desk(Path.of(""));

  @BeforeEach
  void a_desk() {
    desk = new Desk(folder);
  }

  @Test
  void epraccur_is_read_in_the_codes_of_before_and_after() throws Exception {
    var older =
        prescriber("W81001", "OLD SURGERY", "A", "", "W1A", "4")
            + prescriber("W81002", "CLOSED SURGERY", "C", "20200331", "W1A", "4")
            + prescriber("W81003", "SLEEPING SURGERY", "D", "", "W1A", "4")
            + prescriber("W81004", "HOSPICE", "A", "", "W1A", "9");
    var plan = desk.accept(older, LocalDate.of(2025, 9, 1));
    assertThat(plan.counts())
        .containsEntry("rows", 4)
        .containsEntry("notGeneralPractice", 1)
        .containsEntry("refused", 0);
    assertThat(desk.organisation("W81001").record().status()).isEqualTo(Status.ACTIVE);
    assertThat(desk.organisation("W81003").record().status()).isEqualTo(Status.DORMANT);
    var closed = desk.organisation("W81002").record();
    assertThat(closed.status()).isEqualTo(Status.INACTIVE);
    assertThat(closed.end()).as("the day after the last").isEqualTo("2020-04-01");
    assertThat(desk.registry.find(new OrganisationId("W81004"))).isEmpty();

    var newer =
        prescriber("W81001", "OLD SURGERY", "ACTIVE", "", "W1A", "RO76|RO268")
            + prescriber("W81003", "SLEEPING SURGERY", "INACTIVE", "20260131", "W1A", "RO76");
    var next = desk.accept(newer, FEBRUARY);
    assertThat(next.changes())
        .extracting(Change::kind, Change::code)
        .contains(org.assertj.core.groups.Tuple.tuple(Change.Kind.CLOSE, "W81003"))
        .noneMatch(tuple -> tuple.toList().contains("W81001"));
  }

  @Test
  void a_practice_that_becomes_something_else_is_a_practice_no_more() throws Exception {
    desk.accept(prescriber("W81001", "HILL", "ACTIVE", "", "W1A", "RO76"), FEBRUARY);
    desk.accept(prescriber("W81001", "HILL", "ACTIVE", "", "W1A", "RO87"), AUGUST);
    assertThat(desk.organisation("W81001").is(OrganisationKind.PRACTICE)).isFalse();
  }

  @Test
  void the_commissioner_is_column_15_and_never_the_geography_of_column_4() throws Exception {
    desk.accept(prescriber("W81001", "HILL", "ACTIVE", "", "W1A", "RO76"), FEBRUARY);
    assertThat(desk.parent("W81001", AffiliationKind.COMMISSIONED_BY, FEBRUARY)).isEqualTo("W1A");
    assertThat(desk.registry.find(new OrganisationId("WQZ"))).as("of column 4").isEmpty();
    assertThat(desk.organisation("W1A").is(OrganisationKind.SUB_ICB)).isTrue();
  }

  @Test
  void the_map_of_the_commissioning_groups_is_read_with_its_byte_order_mark() throws Exception {
    var map =
        "\uFEFFPUBLICATION,EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,PRACTICE_POSTCODE,PCN_CODE,"
            + "PCN_NAME,ONS_CCG_CODE,CCG_CODE,CCG_NAME,ONS_STP_CODE,STP_CODE,STP_NAME,"
            + "ONS_COMM_REGION_CODE,COMM_REGION_CODE,COMM_REGION_NAME,SUPPLIER_NAME\n"
            + "GP_PRAC_PAT_LIST,01JAN2022,W81001,HILL SURGERY,ZZ1 1ZZ,W00001,FIRST PCN,E1,W1A,"
            + "NHS NORTH CCG,E2,WQA,NORTH STP,E3,WY1,EVERYWHERE,TPP\n";
    var contents = desk.read(map, null);
    assertThat(contents.sources()).isEqualTo(Map.of(Source.PRACTICE_MAP, LocalDate.of(2022, 1, 1)));
    desk.accept(map);
    var then = LocalDate.of(2022, 6, 1);
    assertThat(desk.parent("W81001", AffiliationKind.PCN_CORE, then)).isEqualTo("W00001");
    assertThat(desk.parent("W1A", AffiliationKind.COMMISSIONED_BY, then)).isEqualTo("WQA");
    assertThat(desk.parent("WQA", AffiliationKind.GEOGRAPHY, then)).isEqualTo("WY1");
  }

  @Test
  void unallocated_is_no_network() throws Exception {
    desk.accept(map("01Aug2026", row("W81001", "U", "W1A")));
    assertThat(desk.parent("W81001", AffiliationKind.PCN_CORE, AUGUST)).isEqualTo("none");
    assertThat(desk.organisation("W81001").listedOn(AUGUST)).isTrue();
  }

  @Test
  void a_newer_map_moves_and_delists_and_an_older_one_only_tells_history() throws Exception {
    var september = LocalDate.of(2026, 9, 1);
    desk.accept(map("01Aug2026", row("W81001", "W00001", "W1A"), row("W81002", "W00001", "W1A")));
    desk.accept(map("01Sep2026", row("W81001", "W00002", "W1A")));
    assertThat(desk.parent("W81001", AffiliationKind.PCN_CORE, AUGUST)).isEqualTo("W00001");
    assertThat(desk.parent("W81001", AffiliationKind.PCN_CORE, september)).isEqualTo("W00002");
    assertThat(desk.organisation("W81002").listedOn(AUGUST)).isTrue();
    assertThat(desk.organisation("W81002").listedOn(september)).isFalse();

    desk.accept(
        map(
            "01Jul2026",
            row("W81001", "W00003", "W1A"),
            row("W81002", "W00001", "W1A"),
            row("W81003", "W00001", "W1A")));
    var july = LocalDate.of(2026, 7, 1);
    assertThat(desk.parent("W81001", AffiliationKind.PCN_CORE, july)).isEqualTo("W00003");
    assertThat(desk.parent("W81001", AffiliationKind.PCN_CORE, AUGUST)).isEqualTo("W00001");
    assertThat(desk.parent("W81001", AffiliationKind.PCN_CORE, september)).isEqualTo("W00002");
    assertThat(desk.organisation("W81003").listedOn(july)).isTrue();
    assertThat(desk.organisation("W81003").listedOn(AUGUST)).isFalse();
    assertThat(desk.organisation("W81002").listedOn(september)).isFalse();
  }

  @Test
  void the_map_of_one_region_says_nothing_of_another() throws Exception {
    desk.accept(map("01Aug2026", row("W81001", "W00001", "W1A")));
    desk.accept(map("01Sep2026", elsewhere("W82001", "W00009", "W2A")));
    assertThat(desk.organisation("W81001").listedOn(LocalDate.of(2026, 9, 1))).isTrue();
  }

  @Test
  void a_later_map_of_another_region_does_not_end_what_an_earlier_one_lists() throws Exception {
    desk.accept(map("01Sep2026", elsewhere("W82001", "W00009", "W2A")));
    desk.accept(map("01Aug2026", row("W81001", "W00001", "W1A")));
    assertThat(desk.organisation("W81001").listedOn(LocalDate.of(2026, 9, 1))).isTrue();
    assertThat(desk.organisation("W82001").listedOn(LocalDate.of(2026, 9, 1))).isTrue();
  }

  @Test
  void networks_come_from_csv_and_from_the_workbook() throws Exception {
    desk.accept(map("01Aug2026", row("W81001", "W00001", "W1A")));
    desk.accept(
        "\"W00001\",\"FIRST PCN\",\"W1A\",\"NORTH\",\"20190701\",\"\",\"\",\"\",\"\",\"\",\"\",\"ZZ1 1ZZ\"\n",
        AUGUST);
    assertThat(desk.organisation("W00001").record().start()).isEqualTo("2019-07-01");
    assertThat(desk.parent("W00001", AffiliationKind.COMMISSIONED_BY, AUGUST)).isEqualTo("W1A");
    desk.accept(
        "W81001,HILL SURGERY,W1A,NORTH,W00009,NINTH PCN,W1A,NORTH,20190701,20200331,1\n"
            + "W81001,HILL SURGERY,W1A,NORTH,W00001,FIRST PCN,W1A,NORTH,20200401,,1\n",
        AUGUST);
    assertThat(desk.parent("W81001", AffiliationKind.PCN_CORE, LocalDate.of(2020, 3, 31)))
        .isEqualTo("W00009");
    assertThat(desk.parent("W81001", AffiliationKind.PCN_CORE, LocalDate.of(2020, 4, 1)))
        .isEqualTo("W00001");

    var book = desk.accept(workbook(), LocalDate.of(2026, 9, 1));
    assertThat(book.counts()).containsEntry("refused", 0).containsEntry("rows", 3);
    assertThat(desk.organisation("W00002").record().start()).isEqualTo("2021-04-01");
    assertThat(desk.parent("W81002", AffiliationKind.PCN_CORE, LocalDate.of(2021, 4, 1)))
        .isEqualTo("W00002");
    assertThat(desk.compare(workbook(), LocalDate.of(2026, 9, 1)).streams()).isEmpty();
  }

  @Test
  void a_refused_line_of_a_workbook_says_on_which_sheet_it_is() throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var book = new Workbook(bytes, "test", "1.0")) {
      var networks = book.newWorksheet("Networks");
      var cells = network("W00001", "W1A").strip().split(",", -1);
      cells(networks, 0, cells);
      cells(networks, 1, cells);
    }
    var contents = desk.read(new ByteArrayInputStream(bytes.toByteArray()), AUGUST);
    assertThat(contents.refusals())
        .containsExactly(new Refusal(2, "on sheet Networks: W00001 is on line 1 already"));
  }

  @Test
  void a_practice_whose_row_is_refused_has_not_left_the_map() throws Exception {
    var september = LocalDate.of(2026, 9, 1);
    desk.accept(map("01Aug2026", row("W81001", "W00001", "W1A"), row("W81002", "W00001", "W1A")));
    var plan =
        desk.accept(
            map(
                "01Sep2026",
                row("W81001", "W00001", "W1A"),
                row("W81002", "no code", "W1A"),
                row("W81003", "no code", "W1A")));
    assertThat(plan.counts()).containsEntry("refused", 2);
    assertThat(desk.organisation("W81002").listedOn(september)).isTrue();
    assertThat(desk.registry.find(new OrganisationId("W81003"))).isEmpty();
  }

  @Test
  void list_sizes_have_a_month_and_the_older_header_too() throws Exception {
    var plan =
        desk.accept(
            "PUBLICATION,EXTRACT_DATE,TYPE,CCG_CODE,ONS_CCG_CODE,CODE,POSTCODE,SEX,AGE,"
                + "NUMBER_OF_PATIENTS\n"
                + "GP_PRAC_PAT_LIST,01JAN2022,GP,W1A,E1,W81001,ZZ1 1ZZ,ALL,ALL,4000\n"
                + "GP_PRAC_PAT_LIST,01JAN2022,GP,W1A,E1,W81001,ZZ1 1ZZ,MALE,ALL,2000\n"
                + "GP_PRAC_PAT_LIST,01JAN2022,CCG,W1A,E1,W1A,,ALL,ALL,9000\n"
                + "GP_PRAC_PAT_LIST,01JAN2022,GP,W1A,E1,W81002,ZZ1 1ZZ,ALL,ALL,few\n");
    assertThat(plan.counts())
        .containsEntry("ListSizePublished", 1)
        .containsEntry("notAPracticeTotal", 2)
        .containsEntry("refused", 1);
    assertThat(
            desk.registry
                .listSize(new OrganisationId("W81001"))
                .state()
                .months()
                .get(YearMonth.of(2022, 1))
                .patients())
        .isEqualTo(4000);
  }

  @Test
  void an_icb_that_is_followed_closes_and_nobody_moves() throws Exception {
    desk.accept(map("01Mar2026", row("W81001", "W00001", "W1A")));
    desk.accept(
        "predecessor_ods,predecessor_name,successor_ods,successor_name,succession_date,type\n"
            + "WQA,North,WQB,New North,2026-04-01,split\n"
            + "WQA,North,WQC,New East,2026-04-01,acquisition\n");
    assertThat(desk.organisation("WQA").record().end()).isEqualTo("2026-04-01");
    assertThat(desk.organisation("WQA").successors().values())
        .containsExactly(java.util.List.of(new OrganisationId("WQB"), new OrganisationId("WQC")));
    assertThat(desk.organisation("WQC").record().name()).isEqualTo("New East");
    assertThat(desk.parent("W1A", AffiliationKind.COMMISSIONED_BY, AUGUST)).isEqualTo("WQA");
  }

  @Test
  void a_council_may_lie_in_two_icbs() throws Exception {
    desk.accept(COUNCILS + "901,Northshire,WQA\n901,Northshire,WQB\n", FEBRUARY);
    assertThat(desk.parent("901", AffiliationKind.GEOGRAPHY, AUGUST)).isEqualTo("WQA+WQB");
    desk.accept(COUNCILS + "901,Northshire,WQB\n", AUGUST);
    assertThat(desk.parent("901", AffiliationKind.GEOGRAPHY, AUGUST)).isEqualTo("WQB");
  }

  @Test
  void a_map_is_no_word_on_councils_trusts_and_networks() throws Exception {
    var may = LocalDate.of(2026, 5, 1);
    desk.accept(COUNCILS + "901,Northshire,WQA\n", FEBRUARY);
    desk.accept(SyntheticEngland.trust("WRA", "NORTH NHS TRUST", "WQA"), FEBRUARY);
    desk.accept(network("W00001", "W1A"), FEBRUARY);
    desk.accept(map("01Aug2026", row("W81001", "W00001", "W1A"), row("W81002", "W00001", "W1B")));

    desk.accept(COUNCILS + "901,Northshire,WQB\n", may);
    desk.accept(SyntheticEngland.trust("WRA", "NORTH NHS TRUST", "WQB"), may);
    desk.accept(network("W00001", "W1B"), may);
    assertThat(desk.parent("901", AffiliationKind.GEOGRAPHY, AUGUST)).isEqualTo("WQB");
    assertThat(desk.parent("WRA", AffiliationKind.GEOGRAPHY, AUGUST)).isEqualTo("WQB");
    assertThat(desk.parent("W00001", AffiliationKind.COMMISSIONED_BY, AUGUST)).isEqualTo("W1B");
  }

  @Test
  void rows_that_cannot_be_used_are_refused_with_line_and_reason() throws Exception {
    var contents =
        desk.read(
            prescriber("W81001", "HILL", "ACTIVE", "", "W1A", "RO76")
                + prescriber("W81001", "HILL AGAIN", "ACTIVE", "", "W1A", "RO76")
                + prescriber("w 81", "NO CODE", "ACTIVE", "", "W1A", "RO76")
                + prescriber("W81002", "BAD DATE", "INACTIVE", "20200231", "W1A", "RO76")
                + prescriber("W81003", "BACKWARDS", "INACTIVE", "19500101", "W1A", "RO76")
                + prescriber("W81004", "BAD STATUS", "GONE", "", "W1A", "RO76")
                + prescriber("W81005", "BAD\u0007NAME", "ACTIVE", "", "W1A", "RO76")
                + "\"W81006\",\"TOO FEW COLUMNS\"\n"
                + prescriber("W81007", "FINE", "ACTIVE", "", "W1A", "RO76"),
            FEBRUARY);
    assertThat(contents.refusals())
        .containsExactly(
            new Refusal(2, "W81001 is on line 1 already"),
            new Refusal(3, "column 1 is not an organisation code"),
            new Refusal(4, "column 12 is not a date"),
            new Refusal(5, "column 12 ends before it starts"),
            new Refusal(6, "column 13 is not a status"),
            new Refusal(7, "column 2 holds control characters"),
            new Refusal(8, "has 2 columns instead of 27"));
    assertThat(contents.rows()).isEqualTo(9);
  }

  @Test
  void the_same_content_is_the_same_file_however_it_is_packed() throws Exception {
    byte[] csv = bytes(COUNCILS + "901,Northshire,WQA\n");
    var plain = unpacked(csv).sha256();
    assertThat(unpacked(gzip(csv)).sha256()).isEqualTo(plain);
    assertThat(unpacked(zip("a/councils.csv", csv)).sha256()).isEqualTo(plain);
    assertThat(unpacked(zip("councils.csv", csv, "readme.csv", bytes("words"))).sha256())
        .isEqualTo(plain);
    assertThat(unpacked(zip("__MACOSX/._report", bytes("\0x"), "report", csv)).sha256())
        .as("whatever it is called")
        .isEqualTo(plain);
  }

  @Test
  void what_is_damaged_or_strange_is_refused_whole() throws Exception {
    byte[] csv = bytes(COUNCILS + "901,Northshire,WQA\n".repeat(500));
    refused(new byte[0], Reason.EMPTY);
    refused(gzip(new byte[0]), Reason.EMPTY);
    byte[] gzip = gzip(csv);
    refused(Arrays.copyOf(gzip, gzip.length - 12), Reason.DAMAGED);
    byte[] zip = zip("councils.csv", csv);
    for (int length : new int[] {4, 30, zip.length / 2, zip.length - 30}) {
      refused(Arrays.copyOf(zip, length), Reason.DAMAGED);
    }
    refused(zip("a.csv", csv, "b.csv", csv), Reason.SEVERAL_FILES);
    refused(zip("a.csv", bytes("name,age\nA,5\n")), Reason.NOT_RECOGNISED);
    refused(bytes("{" + "\"a\":1,".repeat(100_000)), Reason.NOT_RECOGNISED);
    refused(bytes(COUNCILS + ",".repeat(100_000)), Reason.DAMAGED);
    refused(bytes("name,age\nA,5\n"), Reason.NOT_RECOGNISED);
    refused(bytes("# Some notes\n\nNothing here.\n"), Reason.NOT_RECOGNISED);
    refused(bytes(COUNCILS), Reason.NO_USABLE_ROW);
    refused(bytes(COUNCILS + "901\n902\n"), Reason.NO_USABLE_ROW);
    refused(bytes(COUNCILS + "901,\"Northshire" + "x".repeat(100_000)), Reason.DAMAGED);
    refused(
        (COUNCILS + "901,Nordstra\u00dfe,WQA\n").getBytes(StandardCharsets.ISO_8859_1),
        Reason.NOT_UTF_8);
    refused(bytes("\uFEFFno,table\n"), Reason.NOT_RECOGNISED);
  }

  @Test
  void a_table_without_a_day_needs_to_be_told_its_release() {
    assertThatThrownBy(() -> desk.read(COUNCILS + "901,Northshire,WQA\n", null))
        .isInstanceOfSatisfying(
            UnreadableFile.class,
            unreadable -> assertThat(unreadable.reason()).isEqualTo(Reason.RELEASE_NEEDED));
  }

  @Test
  void nothing_larger_than_the_limit_is_unpacked_whatever_the_archive_claims() throws Exception {
    byte[] zeros = new byte[2 * 1024 * 1024];
    for (byte[] bomb : new byte[][] {zeros, gzip(zeros), zip("epraccur.csv", zeros)}) {
      var target = Files.createTempFile(folder, "content", ".bin");
      assertThatThrownBy(
              () -> new Unpacking(1024 * 1024).unpack(new ByteArrayInputStream(bomb), target))
          .isInstanceOfSatisfying(
              UnreadableFile.class,
              unreadable -> assertThat(unreadable.reason()).isEqualTo(Reason.TOO_LARGE));
      assertThat(Files.size(target)).isLessThanOrEqualTo(1024 * 1024);
    }
  }

  private void refused(byte[] file, Reason reason) {
    assertThatThrownBy(() -> desk.read(new ByteArrayInputStream(file), FEBRUARY))
        .isInstanceOfSatisfying(
            UnreadableFile.class,
            unreadable -> {
              assertThat(unreadable.reason()).as(unreadable.getMessage()).isEqualTo(reason);
              assertThat(unreadable.getMessage()).isNotBlank();
            });
  }

  private Unpacked unpacked(byte[] file) throws Exception {
    return new Unpacking()
        .unpack(new ByteArrayInputStream(file), Files.createTempFile(folder, "content", ".bin"));
  }

  /** The ePCN workbook: a note, the networks, their practices; dates are numbers with a format. */
  private static InputStream workbook() throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var book = new Workbook(bytes, "test", "1.0")) {
      var notes = book.newWorksheet("Notes");
      notes.value(0, 0, "Primary Care Networks");
      var networks = book.newWorksheet("PCNDetails");
      cells(
          networks,
          0,
          "PCN Code",
          "PCN Name",
          "Current Sub ICB Loc Code",
          "Sub ICB Location",
          "Open Date",
          "Close Date",
          "Address Line 1",
          "Address Line 2",
          "Address Line 3",
          "Address Line 4",
          "Address Line 5",
          "Postcode");
      cells(networks, 1, "W00002", "SECOND PCN", "W1A", "NORTH");
      networks.value(1, 4, LocalDate.of(2021, 4, 1));
      networks.style(1, 4).format("dd/mm/yyyy").set();
      networks.value(1, 11, "ZZ1 1ZZ");
      cells(networks, 2, "W00003", "THIRD PCN", "W1A", "NORTH", "20210401");
      var partners = book.newWorksheet("PCN Core Partner Details");
      cells(
          partners,
          0,
          "Partner Organisation Code",
          "Partner Name",
          "Practice Parent Sub ICB Loc Code",
          "Practice Parent Sub ICB Loc Name",
          "PCN Code",
          "PCN Name",
          "PCN Parent Sub ICB Loc Code",
          "PCN Parent Sub ICB Loc Name",
          "Practice to PCN Relationship Start Date",
          "Practice to PCN Relationship End Date",
          "Practice Sub ICB and PCN Sub ICB Match");
      cells(
          partners,
          1,
          "W81002",
          "VALE PRACTICE",
          "W1A",
          "NORTH",
          "W00002",
          "SECOND PCN",
          "W1A",
          "NORTH");
      partners.value(1, 8, LocalDate.of(2021, 4, 1));
      partners.style(1, 8).format("dd/mm/yyyy").set();
      partners.value(1, 10, "1");
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  private static void cells(org.dhatim.fastexcel.Worksheet sheet, int row, String... cells) {
    for (int column = 0; column < cells.length; column++) {
      sheet.value(row, column, cells[column]);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] content) throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(Object... namesAndContents) throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        out.putNextEntry(new ZipEntry((String) namesAndContents[i]));
        out.write((byte[]) namesAndContents[i + 1]);
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
