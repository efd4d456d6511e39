package uk.onevoice.mandates.domain.position;

import java.time.LocalDate;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.mandates.domain.OrganisationId;

/**
 * A comment or a dissent, for general practice alone.
 *
 * @param version of the position, to which it was made
 */
public record Remark(
    Kind kind, int version, OrganisationId bodyId, RoleName role, WordsRef wordsRef, LocalDate on) {
  /** Dissent disagrees; it keeps nothing from being agreed. */
  public enum Kind {
    COMMENT,
    DISSENT
  }
}
