package uk.onevoice.projection.structure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.onevoice.projection.reading.IcsChanges;
import uk.onevoice.projection.reading.IcsFootprint.Break;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.structure.IcsTrend.Footprint;
import uk.onevoice.projection.structure.IcsTrend.Point;

/** ICSs over time, from one state of the facts. */
final class Trends {
  private record Icb(String id, String name) {}

  private final Snapshot facts;

  Trends(Snapshot facts) {
    this.facts = facts;
  }

  Optional<IcsTrend> of(String odsCode, LocalDate from, Footprint footprint) {
    return facts
        .first(
            """
            select organisation_id, name from organisation_at(:asOf, :knownAt)
            where organisation_id = ? and kinds @> array['ICB']\
            """,
            row -> new Icb(row.getString(1), row.getString(2)),
            odsCode)
        .map(icb -> {
          var asOf = facts.time().asOf();
          var breaks = IcsChanges.until(asOf, odsCode, facts);
          var points =
              days(from, asOf).stream()
                  .map(day -> point(odsCode, day, footprint, segment(day, breaks, footprint)))
                  .toList();
          return new IcsTrend(
              odsCode,
              icb.name(),
              footprint,
              footprint == Footprint.NOW ? asOf : null,
              asOf,
              facts.time().knownAt(),
              breaks,
              points);
        });
  }

  /** The last day of each month, and the day that is asked about. */
  private static List<LocalDate> days(LocalDate from, LocalDate to) {
    var days = new ArrayList<LocalDate>();
    for (var month = YearMonth.from(from);
        month.atEndOfMonth().isBefore(to);
        month = month.plusMonths(1)) {
      days.add(month.atEndOfMonth());
    }
    days.add(to);
    return days;
  }

  /** On one footprint there is nothing to break; as it was, a line ends where others followed. */
  private static int segment(LocalDate day, List<Break> breaks, Footprint footprint) {
    return switch (footprint) {
      case NOW -> 0;
      case THEN -> (int) breaks.stream().filter(each -> !each.on().isAfter(day)).count();
    };
  }

  private Point point(String ics, LocalDate day, Footprint footprint, int segment) {
    return facts
        .first(
            "select * from footprint_structure(?, ?, ?, :knownAt)",
            row -> point(row, day, segment),
            ics,
            footprint == Footprint.NOW ? facts.time().asOf() : day,
            day)
        .orElseGet(() -> new Point(day, segment, null, null, null, null, null, null));
  }

  private static Point point(ResultSet row, LocalDate day, int segment) throws SQLException {
    return new Point(
        day,
        segment,
        row.getInt("practices"),
        row.getInt("pcns"),
        row.getInt("practices_without_pcn"),
        row.getObject("registered_patients", Long.class),
        row.getString("list_size_month"),
        row.getInt("practices_without_list_size"));
  }
}
