package uk.onevoice.organisations.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A country of two ICBs in the official layouts, with the traps of the real one: an ICB that was
 * followed by another, a practice without a network, a network across two sub-ICB locations, a
 * Welsh trust, prescribers that are no practices, and a practice that no longer has patients.
 */
public final class SyntheticEngland {
  private static final String MAP_HEADER =
      "PUBLICATION,EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,PRACTICE_POSTCODE,PCN_CODE,PCN_NAME,"
          + "ONS_SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_NAME,ONS_ICB_CODE,"
          + "ICB_CODE,ICB_NAME,ONS_COMM_REGION_CODE,COMM_REGION_CODE,COMM_REGION_NAME,"
          + "SUPPLIER_NAME\r\n";

  private static final Pattern CODE =
      Pattern.compile("\\bW(81\\d{3}|Q[ABO]|R[A-D]|1[ABC]|0X|0000[12])\\b");

  private SyntheticEngland() {}

  public static Country country() {
    return country("W");
  }

  /**
   * The same several times over in one country, for tests that know nothing of each other and share
   * a service.
   *
   * @param letters what the codes of each begin with, in place of the W of {@link #country()}
   */
  public static Country country(String letters) {
    int times = letters.length();
    try {
      return new Country(
          "synthetic England",
          write(letters),
          NAMES,
          new Country.Counts(2 * times, 3 * times, 2 * times, 5 * times, times, 2 * times));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static final List<String> NAMES =
      List.of(
          "councils.csv@2026-01-01",
          "eccg.csv@2025-12-01",
          "epraccur.csv.gz@2026-02-01",
          "etr.csv@2026-07-01",
          "list-sizes.csv",
          "map.zip",
          "succession.csv");

  private static String each(String letters, String rows) {
    return letters
        .chars()
        .mapToObj(letter -> CODE.matcher(rows).replaceAll((char) letter + "$1"))
        .collect(Collectors.joining());
  }

  private static Path write(String letters) throws IOException {
    var folder =
        Files.createTempDirectory(Files.createDirectories(Path.of("target")), "synthetic-england");
    Files.writeString(
        folder.resolve("councils.csv"),
        "ods_code,name,icb_ods_code\n"
            + each(
                letters,
                "901,Northshire County Council,WQA\n"
                    + "901,Northshire County Council,WQB\n902,Southtown Council,WQB\n"));
    Files.writeString(
        folder.resolve("eccg.csv"),
        each(
            letters,
            ods(
                    "W1A",
                    "NHS OLD NORTH ICB - W1A",
                    "WY1",
                    "WQO",
                    "20130401",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "")
                + ods(
                    "W1B",
                    "NHS SOUTH ICB - W1B",
                    "WY1",
                    "WQB",
                    "20130401",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "")
                + ods(
                    "W0X",
                    "NHS GONE CCG",
                    "WY1",
                    "WQB",
                    "20130401",
                    "20200331",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "")));
    var practices =
        practice("W81001", "HILL SURGERY", "ACTIVE", "", "W1A", "RO76")
            + practice("W81002", "VALE PRACTICE", "ACTIVE", "", "W1A", "RO268|RO76")
            + practice("W81003", "BROOK SURGERY", "ACTIVE", "", "W1B", "RO76")
            + practice("W81004", "FORD SURGERY", "ACTIVE", "", "W1B", "RO76")
            + practice("W81005", "MOOR SURGERY", "ACTIVE", "", "W1B", "RO76")
            + practice("W81006", "EMPTY SURGERY", "DORMANT", "", "W1B", "RO76")
            + practice("W81007", "CLOSED SURGERY", "INACTIVE", "20200331", "W0X", "RO76")
            + practice("W81008", "WELSH SURGERY", "ACTIVE", "", "7A1", "RO76")
            + practice("W81009", "NIGHT SERVICE", "ACTIVE", "", "W1B", "RO80");
    try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("epraccur.csv.gz")))) {
      out.write(each(letters, practices).getBytes(StandardCharsets.UTF_8));
    }
    Files.writeString(
        folder.resolve("etr.csv"),
        each(
            letters,
            ods("WRA", "NORTH NHS TRUST", "WY1", "WQA", "20010401", "", "", "", "", "", "A", "")
                + ods(
                    "WRB", "SOUTH NHS TRUST", "WY1", "WQB", "20010401", "", "", "", "", "", "B", "")
                + ods("WRC", "WELSH NHS TRUST", "", "", "20010401", "", "", "", "", "", "C", "")
                + ods(
                    "WRD",
                    "GONE NHS TRUST",
                    "WY1",
                    "WQB",
                    "20010401",
                    "20200331",
                    "",
                    "",
                    "",
                    "",
                    "D",
                    "")));
    Files.writeString(
        folder.resolve("list-sizes.csv"),
        "PUBLICATION,EXTRACT_DATE,TYPE,SUB_ICB_LOCATION_CODE,ONS_SUB_ICB_LOCATION_CODE,CODE,"
            + "POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS\n"
            + each(
                letters,
                size("W81001", 1000)
                    + size("W81002", 2000)
                    + size("W81003", 3000)
                    + size("W81004", 4000)
                    + size("W81005", 5000)
                    + "GP_PRAC_PAT_LIST,01OCT2025,GP,W1A,E1,W81001,ZZ1 1ZZ,MALE,5,7\n"));
    var map =
        MAP_HEADER
            + each(
                letters,
                map("W81001", "HILL SURGERY", "W00001", "FIRST PCN", "W1A", "WQA", "New North")
                    + map(
                        "W81002", "VALE PRACTICE", "W00001", "FIRST PCN", "W1C", "WQA", "New North")
                    + map(
                        "W81003",
                        "BROOK & CO SURGERY",
                        "W00002",
                        "SECOND PCN",
                        "W1B",
                        "WQB",
                        "South")
                    + map("W81004", "FORD SURGERY", "W00002", "SECOND PCN", "W1B", "WQB", "South")
                    + map("W81005", "MOOR SURGERY", "U", "Unallocated", "W1B", "WQB", "South"));
    try (var out = new ZipOutputStream(Files.newOutputStream(folder.resolve("map.zip")))) {
      out.putNextEntry(new ZipEntry("map.csv"));
      out.write(map.getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
    }
    Files.writeString(
        folder.resolve("succession.csv"),
        "predecessor_ods,predecessor_name,successor_ods,successor_name,succession_date,type\n"
            + each(letters, "WQO,\"Old, North\",WQA,New North,2026-04-01,merger\n"));
    return folder;
  }

  /** A line of etr. */
  public static String trust(String code, String name, String icb) {
    return ods(code, name, "WY1", icb, "20010401", "", "", "", "", "", "A", "");
  }

  private static String ods(String... cells) {
    var row = new String[27];
    java.util.Arrays.fill(row, "");
    row[0] = cells[0];
    row[1] = cells[1];
    row[2] = cells[2];
    row[3] = cells[3];
    row[9] = "ZZ1 1ZZ";
    row[10] = cells[4];
    row[11] = cells[5];
    row[23] = cells[10];
    return quoted(row);
  }

  private static String practice(
      String code, String name, String status, String closed, String commissioner, String roles) {
    var row = new String[27];
    java.util.Arrays.fill(row, "");
    row[0] = code;
    row[1] = name;
    row[2] = commissioner.startsWith("7") ? "" : "WY1";
    row[3] = "WQZ";
    row[9] = "ZZ1 1ZZ";
    row[10] = "19740401";
    row[11] = closed;
    row[12] = status;
    row[13] = "B";
    row[14] = commissioner;
    row[15] = "20130401";
    row[16] = closed;
    row[25] = roles;
    return quoted(row);
  }

  private static String quoted(String[] row) {
    return "\"" + String.join("\",\"", row) + "\"\r\n";
  }

  private static String map(
      String code,
      String name,
      String pcn,
      String pcnName,
      String subIcb,
      String icb,
      String icbN) {
    return String.join(
            ",",
            "GP_PRAC_PAT_LIST",
            "01Aug2026",
            code,
            name,
            "ZZ1 1ZZ",
            pcn,
            pcnName,
            "E1",
            subIcb,
            "NHS " + icbN + " ICB - " + subIcb,
            "E2",
            icb,
            "NHS " + icbN + " Integrated Care Board",
            "E3",
            "WY1",
            "Everywhere",
            "TPP")
        + "\r\n";
  }

  private static String size(String code, int patients) {
    return "GP_PRAC_PAT_LIST,01OCT2025,GP,W1A,E1," + code + ",ZZ1 1ZZ,ALL,ALL," + patients + "\n";
  }
}
