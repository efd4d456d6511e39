package uk.onevoice.projection.matrix;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.matrix.AskedMatrixEvidence.AskedCell;
import uk.onevoice.projection.matrix.CellRow.Counted;
import uk.onevoice.projection.matrix.MatrixEvidence.Row;
import uk.onevoice.projection.matrix.MatrixEvidence.What;
import uk.onevoice.projection.matrix.MatrixEvidence.Why;
import uk.onevoice.projection.reading.Pages;
import uk.onevoice.projection.reading.PointInTime;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.representation.Audience;
import uk.onevoice.projection.representation.Part;
import uk.onevoice.service.listing.Page;

/**
 * Opens a cell of the matrix for who is told the matrix whole. Others are told that it is withheld,
 * of whatever forum they ask, so that nobody learns from it which there are.
 */
final class MatrixEvidences {
  private static final String NOT_FOR_YOU = "The matrix is for general practice there.";

  private final Snapshot facts;
  private final MatrixArea area;
  private final Period period;
  private final AskedCell cell;

  MatrixEvidences(Snapshot facts, MatrixArea area, Period period, AskedCell cell) {
    this.facts = area.in(facts);
    this.area = area;
    this.period = period;
    this.cell = cell;
  }

  /**
   * Nothing when no such area or cell is known.
   *
   * @param audience what the caller sees of the whole area
   * @param ofPlace what they see of one place
   */
  Optional<MatrixEvidence> of(
      Audience audience, Function<String, Audience> ofPlace, AskedMatrixEvidence wanted) {
    return area.named(facts)
        .flatMap(named ->
            audience.sees(Part.MATRIX)
                ? cell().map(opened -> opened(named, opened, ofPlace, wanted))
                : Optional.of(withheld(named)));
  }

  /**
   * A cell, with what its forum is called.
   *
   * @param verdict on general practice as a whole; null where it is the cell of a part
   */
  private record Opened(String label, Step step, @Nullable String verdict) {}

  /** Nothing when the area has no such row, or no such body has a seat there or was there. */
  private Optional<Opened> cell() {
    return facts.first(
        """
        select m.*, split_part(m.col, ' ', 1) as part, f.label
        from matrix_unfolded(?, ?, ?, :footprint, :asOf, :knownAt) m
        join matrix_forum(?, ?, ?, :footprint, :asOf, :knownAt) f on f.forum = m.forum
        where m.forum = ? and m.col = ?\
        """,
        row -> {
          Counted counted = CellRow.of(row).counted();
          return new Opened(
              row.getString("label"),
              counted.step(),
              cell.column() == Column.WHOLE
                  ? Verdict.of(counted.step(), counted.base(), counted.seats())
                  : null);
        },
        area.kind(),
        area.ids(),
        period.days(),
        area.kind(),
        area.ids(),
        period.days(),
        cell.forum(),
        cell.name());
  }

  /** Every row behind the cell, whoever may see it. */
  List<Row> all(Step step) {
    return facts.list(
        "select * from matrix_evidence(?, ?, ?, :footprint, :asOf, :knownAt, ?, ?)",
        row -> row(row, step),
        area.kind(),
        area.ids(),
        period.days(),
        cell.forum(),
        cell.name());
  }

  private static Row row(ResultSet row, Step step) throws SQLException {
    What what = What.valueOf(row.getString("what"));
    Why why = Why.valueOf(row.getString("why"));
    String id = row.getString("id");
    @Nullable String within = row.getString("within_id");
    @Nullable OffsetDateTime recorded = row.getObject("recorded", OffsetDateTime.class);
    return new Row(
        row.getString("key"),
        what,
        id,
        within,
        row.getString("place_id"),
        row.getString("organisation_id"),
        null,
        row.getString("label"),
        row.getObject("day", LocalDate.class),
        why,
        why.makes(step),
        recorded == null ? null : recorded.atZoneSameInstant(PointInTime.LONDON).toLocalDate(),
        row.getString("entered_for"),
        null,
        what.page(id, within),
        true);
  }

  private MatrixEvidence opened(
      MatrixArea.Named named,
      Opened opened,
      Function<String, Audience> ofPlace,
      AskedMatrixEvidence wanted) {
    List<Row> rows =
        all(opened.step()).stream()
            .map(row ->
                ofPlace.apply(requireNonNull(row.placeId())).sees(row.what().part())
                    ? row
                    : row.ofOthers())
            .toList();
    Page<Row> page = Pages.cut(rows, wanted.part(), Row::position);
    return new MatrixEvidence(
        area.id(),
        named.name(),
        cell.forum(),
        opened.label(),
        cell.column(),
        cell.bodyId(),
        cell.bodyId() == null ? null : names(List.of(cell.bodyId())).get(cell.bodyId()),
        opened.step(),
        opened.verdict(),
        facts.time().asOf(),
        facts.time().knownAt(),
        period.name(),
        period.from(facts.time().asOf()),
        false,
        null,
        rows.size(),
        (int) rows.stream().filter(Row::makesStep).count(),
        named(page.items()),
        page.next());
  }

  private MatrixEvidence withheld(MatrixArea.Named named) {
    PointInTime time = facts.time().weekly();
    return new MatrixEvidence(
        area.id(),
        named.name(),
        cell.forum(),
        null,
        cell.column(),
        cell.bodyId(),
        null,
        null,
        null,
        time.asOf(),
        time.knownAt(),
        period.name(),
        period.from(time.asOf()),
        true,
        NOT_FOR_YOU,
        null,
        null,
        List.of(),
        null);
  }

  private List<Row> named(List<Row> rows) {
    Map<String, String> names =
        names(
            rows.stream()
                .flatMap(row -> Stream.of(row.organisationId(), row.enteredFor()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    return rows.stream().map(row -> row.named(names)).toList();
  }

  private Map<String, String> names(List<String> organisations) {
    return organisations.isEmpty()
        ? Map.of()
        : facts
            .list(
                """
                select organisation_id, name from organisation_at(:asOf, :knownAt)
                where organisation_id = any (?)\
                """,
                row -> Map.entry(row.getString(1), row.getString(2)),
                organisations)
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));
  }
}
