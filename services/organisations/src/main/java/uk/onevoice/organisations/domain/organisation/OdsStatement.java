package uk.onevoice.organisations.domain.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.Source;

/**
 * What one row of an official file says of an organisation.
 *
 * @param name null where the file gives the code only
 * @param status null where the file has none; then it follows from the closing date
 */
public record OdsStatement(
    OrganisationId id,
    Source source,
    LocalDate release,
    @Nullable String name,
    OrganisationKind kind,
    @Nullable String postcode,
    @Nullable LocalDate start,
    @Nullable LocalDate end,
    @Nullable Status status) {
  public OdsStatement {
    if (start != null && end != null && end.isBefore(start)) {
      throw new IllegalArgumentException("Ends on " + end + ", before it starts on " + start + ".");
    }
  }

  /** Only that there is an organisation of this kind with this code. */
  public static OdsStatement codeOnly(
      OrganisationId id, Source source, LocalDate release, OrganisationKind kind) {
    return new OdsStatement(id, source, release, null, kind, null, null, null, null);
  }

  /** Says no more than that there is one, so it is a word on nothing. */
  boolean isCodeOnly() {
    return name == null;
  }

  /** The record of an organisation that nothing else is known of. */
  OdsRecord alone() {
    return new OdsRecord(
        name == null ? id.value() : name, List.of(kind), postcode, start, end, statusOrDerived());
  }

  /**
   * On what no newer file has spoken.
   *
   * @param kinds what it is; any file says that
   */
  record Word(boolean names, boolean postcodes, boolean dates, boolean kinds) {
    static final Word ON_ALL = new Word(true, true, true, true);
  }

  /** The same record with what this statement says put in, as far as it is the newest word. */
  OdsRecord over(OdsRecord known, Word word) {
    boolean unnamed = known.name().equals(id.value());
    boolean datesNow = word.dates() && source.saysDates() && !isCodeOnly();
    return new OdsRecord(
        name != null && (unnamed || (word.names() && source.saysNames())) ? name : known.name(),
        word.kinds() ? kinds(known) : known.kinds(),
        postcode != null
                && (known.postcode() == null || (word.postcodes() && source.saysPostcodes()))
            ? postcode
            : known.postcode(),
        datesNow ? start : known.start(),
        datesNow ? end : known.end(),
        datesNow ? statusOrDerived() : known.status());
  }

  /** A code alone adds that it is also this; a row about it says what it is. */
  private List<OrganisationKind> kinds(OdsRecord known) {
    if (!isCodeOnly()) {
      return List.of(kind);
    }
    if (known.kinds().contains(kind)) {
      return known.kinds();
    }
    var both = new ArrayList<>(known.kinds());
    both.add(kind);
    return both;
  }

  private Status statusOrDerived() {
    if (status != null) {
      return status;
    }
    return end != null && !end.isAfter(release) ? Status.INACTIVE : Status.ACTIVE;
  }
}
