package uk.onevoice.organisations.imports;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines of official files. */
final class Rows {
  private static final String MAP =
      "PUBLICATION,EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,PRACTICE_POSTCODE,PCN_CODE,PCN_NAME,"
          + "ONS_SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_NAME,ONS_ICB_CODE,"
          + "ICB_CODE,ICB_NAME,ONS_COMM_REGION_CODE,COMM_REGION_CODE,COMM_REGION_NAME,"
          + "SUPPLIER_NAME\n";
  static final String COUNCILS = "ods_code,name,icb_ods_code\n";

  private Rows() {}

  static String map(String day, String... rows) {
    return MAP + String.join("", rows).replace("DAY", day);
  }

  static String row(String practice, String pcn, String subIcb) {
    return String.join(
            ",",
            "GP_PRAC_PAT_LIST",
            "DAY",
            practice,
            "PRACTICE " + practice,
            "ZZ1 1ZZ",
            pcn,
            pcn.equals("U") ? "Unallocated" : "PCN " + pcn,
            "E1",
            subIcb,
            "NHS North ICB - " + subIcb,
            "E2",
            "WQA",
            "NHS North Integrated Care Board",
            "E3",
            "WY1",
            "Everywhere",
            "TPP")
        + "\n";
  }

  static String network(String pcn, String subIcb) {
    return "%s,PCN %s,%s,NORTH,20190701,,,,,,,ZZ1 1ZZ\n".formatted(pcn, pcn, subIcb);
  }

  /** A row of another ICB in another region. */
  static String elsewhere(String practice, String pcn, String subIcb) {
    return row(practice, pcn, subIcb).replace(",WQA,", ",WQB,").replace(",WY1,", ",WY2,");
  }

  static String prescriber(
      String code,
      String name,
      String status,
      @Nullable String closed,
      String commissioner,
      String roles) {
    var row = new String[27];
    Arrays.fill(row, "");
    row[0] = code;
    row[1] = name;
    row[2] = "WY1";
    row[3] = "WQZ";
    row[9] = "ZZ1 1ZZ";
    row[10] = "19740401";
    row[11] = closed;
    row[12] = status;
    row[13] = "B";
    row[14] = commissioner;
    row[15] = "20130401";
    row[25] = roles;
    return "\"" + String.join("\",\"", row) + "\"\n";
  }
}
