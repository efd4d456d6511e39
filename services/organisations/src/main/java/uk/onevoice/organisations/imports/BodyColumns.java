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
 * Where a file of bodies, one a row, has what it says of each: the days it was open, and the body
 * that it is under.
 */
record BodyColumns(
    Source source,
    OrganisationKind kind,
    int code,
    int name,
    int parent,
    int postcode,
    int opened,
    int closed) {
  private static final int CODE = 0;
  private static final int NAME = 1;
  private static final int ICB = 3;
  private static final int POSTCODE = 9;
  private static final int OPENED = 10;
  private static final int CLOSED = 11;

  /** In the 27 columns that several files have; what is under an ICB is so by column 4. */
  static BodyColumns underIcbs(Source source, OrganisationKind kind) {
    return new BodyColumns(source, kind, CODE, NAME, ICB, POSTCODE, OPENED, CLOSED);
  }

  /**
   * Tells of the body of a row, which may be there once.
   *
   * @param parentKind what the body is that it is under, while it is open
   * @return the one it is under; null where the row has none
   */
  @Nullable OrganisationId read(
      Row row,
      LocalDate release,
      OrganisationKind parentKind,
      AffiliationKind affiliation,
      FileContents contents)
      throws UnreadableFile {
    var body = row.code(code);
    var start = row.date(opened);
    var end = row.dayAfter(closed);
    if (end != null && end.isBefore(start)) {
      throw new RowRefused("column " + (closed + 1) + " ends before it starts");
    }
    var statement =
        new OdsStatement(
            body, source, release, row.name(name), kind, row.optional(postcode), start, end, null);
    var above = row.optionalCode(parent);
    contents.once(body.value(), row.line());
    contents.organisation(row.line(), statement);
    if (above != null && (end == null || end.isAfter(release))) {
      contents.codeOnly(row.line(), above, source, release, parentKind);
      contents.affiliation(
          row.line(), body, affiliation, release, new Stated(above.value(), null, null));
    }
    return above;
  }
}
