package uk.onevoice.projection.representation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.IcsFootprint.Chosen;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.representation.Areas.Kind;
import uk.onevoice.projection.representation.Coverage.Split;
import uk.onevoice.projection.representation.Coverage.Topic;
import uk.onevoice.projection.representation.IcsRepresentations.Told;
import uk.onevoice.projection.table.Table;

/**
 * The measures of an ICS and of its places, each in a row of its own, cut to what the caller may
 * see: M1 has one for each topic and table, since there is no figure over all of them. A measure
 * that may not be seen has its row and says why.
 */
public final class MeasureTable implements Table {
  private final String odsCode;
  private final Audiences audiences;

  public MeasureTable(String odsCode, Audiences audiences) {
    this.odsCode = odsCode;
    this.audiences = audiences;
  }

  @Override
  public List<String> columns() {
    return List.of(
        "asOf",
        "knownAt",
        "icsOdsCode",
        "areaKind",
        "areaId",
        "areaName",
        "measure",
        "measureName",
        "state",
        "reason",
        "topicId",
        "topic",
        "topicLabel",
        "board",
        "numerator",
        "denominator",
        "unknown",
        "patientsPercent",
        "listSizeMonth");
  }

  @Override
  public List<Row> rows(Snapshot facts) {
    List<Row> rows = new ArrayList<>();
    new IcsRepresentations(facts, odsCode, Chosen.THEN, audiences::of, audiences.ofAnyPlace())
        .told(Measures.keys()).stream()
            .sorted(Comparator.comparing(MeasureTable::order))
            .forEach(
                area -> area.measures().forEach((key, measure) -> add(rows, area, key, measure)));
    return rows;
  }

  /** The ICS comes first. */
  private static String order(Told area) {
    return (area.kind() == Kind.ICS ? "0/" : "1/") + area.id();
  }

  private void add(List<Row> rows, Told area, String key, Measure measure) {
    List<Topic> topics =
        measure.detail() instanceof Coverage coverage ? coverage.topics() : List.of();
    if (topics.isEmpty()) {
      rows.add(row(area, key, 0, measure, null));
    }
    for (int i = 0; i < topics.size(); i++) {
      rows.add(row(area, key, i, measure, topics.get(i)));
    }
  }

  private Row row(Told area, String key, int part, Measure measure, @Nullable Topic topic) {
    @Nullable Split<Integer> patients = topic == null ? null : topic.patientsPercent();
    return Row.of(
        // Zeroes in front, since keys are compared as words.
        "%s/M%02d/%03d".formatted(order(area), Integer.parseInt(key.substring(1)), part),
        area.facts().time().asOf(),
        area.facts().time().knownAt(),
        odsCode,
        area.kind().name(),
        area.id(),
        area.name(),
        key,
        measure.name(),
        !measure.available() ? "NOT_MEASURED" : measure.withheld() ? "WITHHELD" : "TOLD",
        measure.reason(),
        topic == null ? null : topic.topicId(),
        topic == null ? null : topic.topic(),
        topic == null ? null : topic.topicLabel(),
        topic == null ? null : topic.board(),
        topic == null ? measure.numerator() : Integer.valueOf(topic.numerator()),
        topic == null ? measure.denominator() : Integer.valueOf(topic.denominator()),
        topic == null ? measure.unknown() : Integer.valueOf(topic.unknown()),
        patients == null ? null : patients.granted(),
        measure.listSizeMonth());
  }
}
