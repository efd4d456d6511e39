package uk.onevoice.projection.structure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.IcsFootprint;
import uk.onevoice.projection.reading.Snapshot;

/**
 * How many practices of an area, and how many of their patients, are in a federation. Null is not
 * known, never zero.
 *
 * @param any in at least one federation: who is in two counts once
 * @param federations each by itself; their numbers add up to more where practices are in several
 * @param footprint of an ICS: with whose practices it is told
 */
record FederationShare(
    String areaId,
    @Nullable String name,
    LocalDate asOf,
    Instant knownAt,
    @Nullable String listSizeMonth,
    @Nullable Part any,
    List<OfFederation> federations,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable IcsFootprint footprint) {

  /**
   * @param patients null where no list size is known of the area, or of those in the federation
   */
  record Part(Count practices, @Nullable Patients patients, int practicesWithoutListSize) {}

  record Count(int numerator, int denominator) {}

  /**
   * @param practicesWithoutListSize practices of the area that are in neither number
   */
  record Patients(long numerator, long denominator, int practicesWithoutListSize) {}

  record OfFederation(String organisationId, @Nullable String name, Part share) {}

  private record Row(
      @Nullable String federationId, @Nullable String name, @Nullable String month, Part part) {}

  static FederationShare of(
      Snapshot facts,
      String areaKind,
      String area,
      @Nullable String name,
      @Nullable IcsFootprint footprint) {
    List<Row> rows =
        facts.list(
            """
            select s.*, o.name
            from federation_share(?, array[?], :footprint, :asOf, :knownAt) s
            left join organisation_at(:asOf, :knownAt) o on o.organisation_id = s.federation_id
            order by o.name, s.federation_id\
            """,
            FederationShare::row,
            areaKind,
            area);
    return new FederationShare(
        area,
        name,
        facts.time().asOf(),
        facts.time().knownAt(),
        rows.isEmpty() ? null : rows.getFirst().month(),
        rows.stream()
            .filter(row -> row.federationId() == null)
            .map(Row::part)
            .findFirst()
            .orElse(null),
        rows.stream()
            .<OfFederation>mapMulti((row, each) -> {
              if (row.federationId() != null) {
                each.accept(new OfFederation(row.federationId(), row.name(), row.part()));
              }
            })
            .toList(),
        footprint);
  }

  private static Row row(ResultSet row) throws SQLException {
    Long patients = row.getObject("patients", Long.class);
    Long ofPatients = row.getObject("of_patients", Long.class);
    return new Row(
        row.getString("federation_id"),
        row.getString("name"),
        row.getString("list_size_month"),
        new Part(
            new Count(row.getInt("practices"), row.getInt("of_practices")),
            patients == null || ofPatients == null
                ? null
                : new Patients(patients, ofPatients, row.getInt("of_without_list_size")),
            row.getInt("without_list_size")));
  }
}
