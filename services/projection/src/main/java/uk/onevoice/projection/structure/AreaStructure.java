package uk.onevoice.projection.structure;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A row of the database's {@code area_structure}: an area, rolled up from its practices. */
record AreaStructure(
    String areaId,
    int practices,
    int pcns,
    int practicesWithoutPcn,
    int subIcbs,
    int federations,
    int practicesInFederation,
    int lmcs,
    int practicesWithoutPlace,
    @Nullable Long registeredPatients,
    @Nullable String listSizeMonth,
    int practicesWithoutListSize) {

  static final String COLUMNS =
      """
      area_id, practices, pcns, practices_without_pcn, sub_icbs, federations,
      practices_in_federation, lmcs, practices_without_place, registered_patients,
      list_size_month, practices_without_list_size\
      """;

  static AreaStructure of(ResultSet row) throws SQLException {
    return new AreaStructure(
        row.getString("area_id"),
        row.getInt("practices"),
        row.getInt("pcns"),
        row.getInt("practices_without_pcn"),
        row.getInt("sub_icbs"),
        row.getInt("federations"),
        row.getInt("practices_in_federation"),
        row.getInt("lmcs"),
        row.getInt("practices_without_place"),
        row.getObject("registered_patients", Long.class),
        row.getString("list_size_month"),
        row.getInt("practices_without_list_size"));
  }
}
