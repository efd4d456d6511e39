package uk.onevoice.organisations.imports;

import java.time.LocalDate;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.Source;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.Stated;
import uk.onevoice.organisations.domain.organisation.OdsStatement;

/** Councils and the ICBs in whose areas they lie: a layout of our own, one row a pair. */
record CouncilLayout(Header header) implements Layout {
  static boolean fits(Header header) {
    return header.has("ODS_CODE") && header.has("NAME") && header.has("ICB_ODS_CODE");
  }

  @Override
  public Source source() {
    return Source.COUNCILS;
  }

  @Override
  public boolean hasHeader() {
    return true;
  }

  @Override
  public void read(Row row, LocalDate release, FileContents contents) throws UnreadableFile {
    row.needsWidth(header.width());
    var council = row.code(header.at("ODS_CODE"));
    var icb = row.code(header.at("ICB_ODS_CODE"));
    var name = row.name(header.at("NAME"));
    contents.once(council + " in " + icb, row.line());
    contents.organisation(
        row.line(),
        new OdsStatement(
            council,
            Source.COUNCILS,
            release,
            name,
            OrganisationKind.COUNCIL,
            null,
            null,
            null,
            null));
    contents.codeOnly(row.line(), icb, Source.COUNCILS, release, OrganisationKind.ICB);
    contents.affiliation(
        row.line(),
        council,
        AffiliationKind.GEOGRAPHY,
        release,
        new Stated(icb.value(), null, null));
  }
}
