package uk.onevoice.mandates.adapter.http;

import org.jspecify.annotations.Nullable;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.service.problem.Problem;

/** Bodies that an address names. */
final class PathBodies {
  private PathBodies() {}

  /**
   * @param where {@code query:name}, or {@code path:name}
   */
  static OrganisationId of(String where, @Nullable String value) {
    if (value == null) {
      throw Problem.invalid(where, "is required").exception();
    }
    try {
      return new OrganisationId(value);
    } catch (IllegalArgumentException malformed) {
      throw Problem.invalid(where, "must be an ODS code or a UUID").exception();
    }
  }
}
