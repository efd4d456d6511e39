package uk.onevoice.organisations.imports;

import java.time.LocalDate;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.Source;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.Stated;
import uk.onevoice.organisations.domain.organisation.OdsStatement;

/** epcn: primary care networks and the sub-ICB location each is under. */
record PcnLayout(boolean hasHeader) implements Layout {
  static final int COLUMNS = 12;
  private static final int CODE = 0;
  private static final int NAME = 1;
  private static final int SUB_ICB = 2;
  private static final int OPENED = 4;
  private static final int CLOSED = 5;
  private static final int POSTCODE = 11;

  @Override
  public Source source() {
    return Source.EPCN;
  }

  @Override
  public void read(Row row, LocalDate release, FileContents contents) throws UnreadableFile {
    row.needsWidth(COLUMNS);
    if (Unallocated.is(row.text(CODE))) {
      contents.note("unallocated");
      return;
    }
    var pcn = row.code(CODE);
    var opened = row.date(OPENED);
    var end = row.dayAfter(CLOSED);
    if (end != null && end.isBefore(opened)) {
      throw new RowRefused("column " + (CLOSED + 1) + " ends before it starts");
    }
    var statement =
        new OdsStatement(
            pcn,
            Source.EPCN,
            release,
            row.name(NAME),
            OrganisationKind.PCN,
            row.optional(POSTCODE),
            opened,
            end,
            null);
    var subIcb = row.optionalCode(SUB_ICB);
    contents.once(pcn.value(), row.line());
    contents.organisation(row.line(), statement);
    if (subIcb != null && (end == null || end.isAfter(release))) {
      contents.codeOnly(row.line(), subIcb, Source.EPCN, release, OrganisationKind.SUB_ICB);
      contents.affiliation(
          row.line(),
          pcn,
          AffiliationKind.COMMISSIONED_BY,
          release,
          new Stated(subIcb.value(), null, null));
    }
  }
}
