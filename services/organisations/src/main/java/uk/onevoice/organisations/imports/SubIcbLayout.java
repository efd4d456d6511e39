package uk.onevoice.organisations.imports;

import java.time.LocalDate;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.Source;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;

/** eccg: sub-ICB locations, and the clinical commissioning groups they were. */
record SubIcbLayout() implements Layout {
  private static final BodyColumns BODY =
      BodyColumns.underIcbs(Source.ECCG, OrganisationKind.SUB_ICB);

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
    BODY.read(row, release, OrganisationKind.ICB, AffiliationKind.COMMISSIONED_BY, contents);
  }
}
