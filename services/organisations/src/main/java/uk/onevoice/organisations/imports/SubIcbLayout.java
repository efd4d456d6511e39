package uk.onevoice.organisations.imports;

import java.time.LocalDate;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.Source;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.Stated;
import uk.onevoice.organisations.domain.organisation.OdsStatement;

/** eccg: sub-ICB locations, and the clinical commissioning groups they were. */
record SubIcbLayout() implements Layout {
  private static final int CODE = 0;
  private static final int NAME = 1;
  private static final int ICB = 3;
  private static final int POSTCODE = 9;
  private static final int OPENED = 10;
  private static final int CLOSED = 11;

  @Override
  public Source source() {
    return Source.ECCG;
  }

  @Override
  public boolean hasHeader() {
    return false;
  }

  @Override
  public void read(Row row, LocalDate release, FileContents contents) throws UnreadableFile {
    row.needsWidth(PrescriberLayout.COLUMNS);
    var subIcb = row.code(CODE);
    var opened = row.date(OPENED);
    var end = row.dayAfter(CLOSED);
    if (end != null && end.isBefore(opened)) {
      throw new RowRefused("column " + (CLOSED + 1) + " ends before it starts");
    }
    var statement =
        new OdsStatement(
            subIcb,
            Source.ECCG,
            release,
            row.name(NAME),
            OrganisationKind.SUB_ICB,
            row.optional(POSTCODE),
            opened,
            end,
            null);
    var icb = row.optionalCode(ICB);
    contents.once(subIcb.value(), row.line());
    contents.organisation(row.line(), statement);
    if (icb != null && (end == null || end.isAfter(release))) {
      contents.codeOnly(row.line(), icb, Source.ECCG, release, OrganisationKind.ICB);
      contents.affiliation(
          row.line(),
          subIcb,
          AffiliationKind.COMMISSIONED_BY,
          release,
          new Stated(icb.value(), null, null));
    }
  }
}
