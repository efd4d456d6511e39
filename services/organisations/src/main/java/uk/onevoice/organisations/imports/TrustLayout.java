package uk.onevoice.organisations.imports;

import java.time.LocalDate;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.Source;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;

/** etr: NHS trusts, each in the area of an ICB, except the Welsh ones. */
record TrustLayout() implements Layout {
  private static final BodyColumns BODY = BodyColumns.underIcbs(Source.ETR, OrganisationKind.TRUST);

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
    var icb = BODY.read(row, release, OrganisationKind.ICB, AffiliationKind.GEOGRAPHY, contents);
    if (icb == null) {
      contents.note("noIcb");
    }
  }
}
