package uk.onevoice.organisations.imports;

import java.time.YearMonth;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.imported.ImportId;

/** What the registry's streams are called. */
public final class Streams {
  static final String ORGANISATION = "organisation-";
  static final String AFFILIATIONS = "affiliations-";
  static final String LIST_SIZE = "list-size-";
  static final String LIST_SIZES = "list-sizes-";
  static final String IMPORT = "import-";

  private Streams() {}

  public static String organisation(OrganisationId id) {
    return ORGANISATION + id;
  }

  public static String affiliations(OrganisationId member) {
    return AFFILIATIONS + member;
  }

  public static String listSize(OrganisationId practice) {
    return LIST_SIZE + practice;
  }

  public static String listSizes(YearMonth month) {
    return LIST_SIZES + month;
  }

  /** The list of topics of an ICS. */
  public static String topics(OrganisationId ics) {
    return "topics-" + ics;
  }

  /** The list of forums of an ICS. */
  public static String forums(OrganisationId ics) {
    return "forums-" + ics;
  }

  public static String imported(ImportId id) {
    return IMPORT + id;
  }
}
