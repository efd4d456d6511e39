package uk.onevoice.organisations.imports;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.Source;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.Stated;
import uk.onevoice.organisations.domain.organisation.OdsStatement;

/**
 * The mapping file of Patients Registered at a GP Practice, today's and that of the clinical
 * commissioning groups: practice, network, sub-ICB location, ICB, region on the extract day.
 */
record PracticeMapLayout(Header header) implements Layout {
  static boolean fits(Header header) {
    return header.has("PRACTICE_CODE")
        && header.has("EXTRACT_DATE")
        && header.has("SUB_ICB_LOCATION_CODE", "CCG_CODE");
  }

  @Override
  public Source source() {
    return Source.PRACTICE_MAP;
  }

  @Override
  public boolean hasHeader() {
    return true;
  }

  @Override
  public @Nullable LocalDate release(Row row) {
    return row.date(header.at("EXTRACT_DATE"));
  }

  @Override
  public void read(Row row, LocalDate release, FileContents contents) throws UnreadableFile {
    row.needsWidth(header.width());
    if (!release.equals(release(row))) {
      throw new RowRefused("is of another extract than the first row");
    }
    var practice = row.code(header.at("PRACTICE_CODE"));
    // Before the rest: a practice whose row is refused has not left the map.
    contents.listed(practice);
    var name = row.name(header.at("PRACTICE_NAME"));
    var postcode = row.optional(header.at("PRACTICE_POSTCODE"));
    var subIcb = row.code(header.at("SUB_ICB_LOCATION_CODE", "CCG_CODE"));
    var subIcbName = row.optional(header.at("SUB_ICB_LOCATION_NAME", "CCG_NAME"));
    var icb = row.optionalCode(header.at("ICB_CODE", "STP_CODE", "ICS_CODE"));
    var icbName = row.optional(header.at("ICB_NAME", "STP_NAME", "ICS_NAME"));
    var region = row.optionalCode(header.at("COMM_REGION_CODE", "REGION_CODE"));
    var regionName = row.optional(header.at("COMM_REGION_NAME", "REGION_NAME"));
    var pcn = pcn(row);
    contents.once(practice.value(), row.line());
    contents.organisation(
        row.line(), statement(practice, release, name, OrganisationKind.PRACTICE, postcode));
    if (pcn != null) {
      var pcnName = row.optional(header.at("PCN_NAME"));
      contents.organisation(
          row.line(), statement(pcn, release, pcnName, OrganisationKind.PCN, null));
    }
    if (header.has("PCN_CODE")) {
      belongs(row, practice, AffiliationKind.PCN_CORE, pcn, release, contents);
    }
    contents.organisation(
        row.line(), statement(subIcb, release, subIcbName, OrganisationKind.SUB_ICB, null));
    belongs(row, practice, AffiliationKind.COMMISSIONED_BY, subIcb, release, contents);
    if (icb != null) {
      contents.organisation(
          row.line(), statement(icb, release, icbName, OrganisationKind.ICB, null));
      belongs(row, subIcb, AffiliationKind.COMMISSIONED_BY, icb, release, contents);
    }
    if (icb != null && region != null) {
      contents.organisation(
          row.line(), statement(region, release, regionName, OrganisationKind.REGION, null));
      belongs(row, icb, AffiliationKind.GEOGRAPHY, region, release, contents);
    }
  }

  private @Nullable OrganisationId pcn(Row row) {
    int column = header.at("PCN_CODE");
    return column < 0 || Unallocated.is(row.text(column)) ? null : row.code(column);
  }

  private static void belongs(
      Row row,
      OrganisationId member,
      AffiliationKind kind,
      @Nullable OrganisationId parent,
      LocalDate release,
      FileContents contents)
      throws UnreadableFile {
    contents.affiliation(
        row.line(),
        member,
        kind,
        release,
        parent == null ? null : new Stated(parent.value(), null, null));
  }

  private static OdsStatement statement(
      OrganisationId id,
      LocalDate release,
      @Nullable String name,
      OrganisationKind kind,
      @Nullable String postcode) {
    return new OdsStatement(
        id, Source.PRACTICE_MAP, release, name, kind, postcode, null, null, null);
  }
}
