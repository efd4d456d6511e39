package uk.onevoice.organisations.imports;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.Source;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.Stated;
import uk.onevoice.organisations.domain.organisation.OdsStatement;
import uk.onevoice.organisations.domain.organisation.Status;

/**
 * epraccur, in the codes of before and after the winter of 2025/26. Column 15 is the commissioner;
 * column 4 is only the ICB whose area it lies in, and is not read.
 */
record PrescriberLayout() implements Layout {
  static final int COLUMNS = 27;
  private static final int CODE = 0;
  private static final int NAME = 1;
  private static final int POSTCODE = 9;
  private static final int OPENED = 10;
  private static final int CLOSED = 11;
  static final int STATUS = 12;
  private static final int COMMISSIONER = 14;
  private static final int JOINED = 15;
  private static final int LEFT = 16;
  private static final int ROLES = 25;

  private static final Map<String, Status> STATUSES =
      Map.of(
          "A", Status.ACTIVE,
          "ACTIVE", Status.ACTIVE,
          "C", Status.INACTIVE,
          "INACTIVE", Status.INACTIVE,
          "D", Status.DORMANT,
          "DORMANT", Status.DORMANT,
          // Proposed: it has a code and is not open yet.
          "P", Status.DORMANT,
          "PROPOSED", Status.DORMANT);

  @Override
  public Source source() {
    return Source.EPRACCUR;
  }

  @Override
  public boolean hasHeader() {
    return false;
  }

  @Override
  public void read(Row row, LocalDate release, FileContents contents) throws UnreadableFile {
    row.needsWidth(COLUMNS);
    var id = row.code(CODE);
    var statement = statement(row, id, release);
    contents.once(id.value(), row.line());
    boolean practice = statement.kind() == OrganisationKind.PRACTICE;
    contents.organisation(row.line(), statement, !practice);
    if (!practice) {
      contents.note("notGeneralPractice");
      return;
    }
    var commissioner = row.optionalCode(COMMISSIONER);
    if (commissioner == null) {
      contents.note("noCommissioner");
    } else if (isWelsh(commissioner)) {
      contents.note("commissionedInWales");
    } else {
      commissioned(row, id, commissioner, release, statement.end(), contents);
    }
  }

  private OdsStatement statement(Row row, OrganisationId id, LocalDate release) {
    var status = STATUSES.get(row.text(STATUS));
    if (status == null) {
      throw new RowRefused("column " + (STATUS + 1) + " is not a status");
    }
    var opened = row.date(OPENED);
    var end = notBefore(opened, row.dayAfter(CLOSED), CLOSED);
    return new OdsStatement(
        id,
        Source.EPRACCUR,
        release,
        row.name(NAME),
        isPractice(row.text(ROLES)) ? OrganisationKind.PRACTICE : OrganisationKind.OTHER_PRESCRIBER,
        row.optional(POSTCODE),
        opened,
        end,
        status);
  }

  private static void commissioned(
      Row row,
      OrganisationId practice,
      OrganisationId commissioner,
      LocalDate release,
      @Nullable LocalDate closed,
      FileContents contents)
      throws UnreadableFile {
    var joined = row.optionalDate(JOINED);
    var left = row.dayAfter(LEFT);
    var end = left == null ? closed : left;
    if (joined != null) {
      end = notBefore(joined, end, LEFT);
    } else if (end != null && !end.isAfter(release)) {
      // Neither when it began nor that it still is: nothing to say.
      return;
    }
    contents.codeOnly(row.line(), commissioner, Source.EPRACCUR, release, OrganisationKind.SUB_ICB);
    contents.affiliation(
        row.line(),
        practice,
        AffiliationKind.COMMISSIONED_BY,
        release,
        new Stated(commissioner.value(), joined, end));
  }

  private static @Nullable LocalDate notBefore(
      LocalDate start, @Nullable LocalDate end, int column) {
    if (end != null && end.isBefore(start)) {
      throw new RowRefused("column " + (column + 1) + " ends before it starts");
    }
    return end;
  }

  private static boolean isPractice(String roles) {
    return Arrays.stream(roles.split("\\|", -1))
        .map(String::strip)
        .anyMatch(role -> role.equals("RO76") || role.equals("4"));
  }

  private static boolean isWelsh(OrganisationId commissioner) {
    return commissioner.value().matches("7A[0-9]");
  }
}
