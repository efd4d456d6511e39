package uk.onevoice.organisations.imports;

import java.time.LocalDate;
import java.util.List;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.Source;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.Stated;

/**
 * epcncorepartnerdetails: practices and their networks, with true dates. It names organisations by
 * code here; their own files are the word on their names.
 */
record PcnPartnerLayout(boolean hasHeader) implements Layout {
  static final int COLUMNS = 11;
  private static final int PRACTICE = 0;
  private static final int PRACTICE_SUB_ICB = 2;
  static final int PCN = 4;
  private static final int PCN_SUB_ICB = 6;
  static final int STARTED = 8;
  private static final int ENDED = 9;

  @Override
  public Source source() {
    return Source.EPCN_CORE_PARTNERS;
  }

  @Override
  public void read(Row row, LocalDate release, FileContents contents) throws UnreadableFile {
    row.needsWidth(COLUMNS);
    if (Unallocated.is(row.text(PCN))) {
      contents.note("unallocated");
      return;
    }
    var practice = row.code(PRACTICE);
    var pcn = row.code(PCN);
    var start = row.date(STARTED);
    var end = row.dayAfter(ENDED);
    if (end != null && end.isBefore(start)) {
      throw new RowRefused("column " + (ENDED + 1) + " ends before it starts");
    }
    contents.once(practice + " in " + pcn + " from " + start, row.line());
    for (var column : List.of(PRACTICE_SUB_ICB, PCN_SUB_ICB)) {
      var subIcb = row.optionalCode(column);
      if (subIcb != null) {
        contents.area(subIcb);
      }
    }
    contents.codeOnly(row.line(), practice, source(), release, OrganisationKind.PRACTICE);
    contents.codeOnly(row.line(), pcn, source(), release, OrganisationKind.PCN);
    contents.affiliation(
        row.line(),
        practice,
        AffiliationKind.PCN_CORE,
        release,
        new Stated(pcn.value(), start, end));
  }
}
