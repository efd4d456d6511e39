package uk.onevoice.projection.structure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.IcsFootprint;
import uk.onevoice.projection.reading.IcsFootprint.Chosen;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.structure.Member.Named;
import uk.onevoice.projection.structure.Member.NamedPlace;
import uk.onevoice.projection.table.Table;

/** The practices of an ICS, each with the bodies it belongs to and its patients. */
public final class PracticeTable implements Table {
  private final String odsCode;

  public PracticeTable(String odsCode) {
    this.odsCode = odsCode;
  }

  @Override
  public List<String> columns() {
    return List.of(
        "asOf",
        "knownAt",
        "icsOdsCode",
        "practiceOdsCode",
        "practiceName",
        "postcode",
        "placeId",
        "placeName",
        "pcnOdsCode",
        "pcnName",
        "subIcbOdsCode",
        "subIcbName",
        "listSize",
        "listSizeMonth");
  }

  @Override
  public List<Row> rows(Snapshot facts) {
    var area = IcsFootprint.of(facts, odsCode, Chosen.THEN);
    return new Members(facts.on(area.on()))
        .practices("ICS", odsCode).stream().map(practice -> row(facts, practice)).toList();
  }

  private Row row(Snapshot facts, Member.Practice practice) {
    @Nullable NamedPlace place = practice.place();
    @Nullable Named pcn = practice.pcn();
    @Nullable Named subIcb = practice.subIcb();
    return Row.of(
        practice.odsCode(),
        facts.time().asOf(),
        facts.time().knownAt(),
        odsCode,
        practice.odsCode(),
        practice.name(),
        practice.postcode(),
        place == null ? null : place.placeId(),
        place == null ? null : place.name(),
        pcn == null ? null : pcn.odsCode(),
        pcn == null ? null : pcn.name(),
        subIcb == null ? null : subIcb.odsCode(),
        subIcb == null ? null : subIcb.name(),
        practice.patients(),
        practice.listSizeMonth());
  }
}
