package uk.onevoice.organisations.imports;

import java.time.LocalDate;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.Source;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;

/** epcn: primary care networks and the sub-ICB location each is under. */
record PcnLayout(boolean hasHeader) implements Layout {
  static final int COLUMNS = 12;
  private static final int CODE = 0;
  private static final int NAME = 1;
  private static final int SUB_ICB = 2;
  private static final int OPENED = 4;
  private static final int CLOSED = 5;
  private static final int POSTCODE = 11;
  private static final BodyColumns BODY =
      new BodyColumns(
          Source.EPCN, OrganisationKind.PCN, CODE, NAME, SUB_ICB, POSTCODE, OPENED, CLOSED);

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
    BODY.read(row, release, OrganisationKind.SUB_ICB, AffiliationKind.COMMISSIONED_BY, contents);
  }
}
