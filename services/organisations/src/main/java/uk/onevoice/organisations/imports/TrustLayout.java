package uk.onevoice.organisations.imports;

import java.time.LocalDate;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.Source;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.Stated;
import uk.onevoice.organisations.domain.organisation.OdsStatement;

/** etr: NHS trusts, each in the area of an ICB, except the Welsh ones. */
record TrustLayout() implements Layout {
  private static final int CODE = 0;
  private static final int NAME = 1;
  private static final int ICB = 3;
  private static final int POSTCODE = 9;
  private static final int OPENED = 10;
  private static final int CLOSED = 11;

  @Override
  public Source source() {
    return Source.ETR;
  }

  @Override
  public boolean hasHeader() {
    return false;
  }

  @Override
  public void read(Row row, LocalDate release, FileContents contents) throws UnreadableFile {
    row.needsWidth(PrescriberLayout.COLUMNS);
    var trust = row.code(CODE);
    var opened = row.date(OPENED);
    var end = row.dayAfter(CLOSED);
    if (end != null && end.isBefore(opened)) {
      throw new RowRefused("column " + (CLOSED + 1) + " ends before it starts");
    }
    var statement =
        new OdsStatement(
            trust,
            Source.ETR,
            release,
            row.name(NAME),
            OrganisationKind.TRUST,
            row.optional(POSTCODE),
            opened,
            end,
            null);
    var icb = row.optionalCode(ICB);
    contents.once(trust.value(), row.line());
    contents.organisation(row.line(), statement);
    if (icb == null) {
      contents.note("noIcb");
    } else if (end == null || end.isAfter(release)) {
      contents.codeOnly(row.line(), icb, Source.ETR, release, OrganisationKind.ICB);
      contents.affiliation(
          row.line(),
          trust,
          AffiliationKind.GEOGRAPHY,
          release,
          new Stated(icb.value(), null, null));
    }
  }
}
