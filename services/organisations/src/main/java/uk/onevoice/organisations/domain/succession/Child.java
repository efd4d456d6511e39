package uk.onevoice.organisations.domain.succession;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.person.Role;

/**
 * Something that hangs on an organisation or a place, and would hang on nothing if that were gone.
 *
 * @param id of the belonging, the place, the topic or forum, the system or the role holding
 * @param subject who or what hangs on it: an organisation, a place, a topic or forum, a system, a
 *     person by reference; of a body's own membership what it is a member of
 * @param body on which it hangs
 * @param belonging how, for members and for a body's own membership
 * @param role that is held
 * @param period in which it does
 * @param confirmed the day on which somebody last made sure that it is so: who followed until then
 *     is no question any more while the body is open. Null while nobody has
 */
public record Child(
    Kind kind,
    String id,
    String subject,
    OrganisationId body,
    @Nullable AffiliationKind belonging,
    @Nullable Role role,
    Period period,
    @Nullable LocalDate confirmed) {

  public Child(
      Kind kind,
      String id,
      String subject,
      OrganisationId body,
      @Nullable AffiliationKind belonging,
      @Nullable Role role,
      Period period) {
    this(kind, id, subject, body, belonging, role, period, null);
  }

  public enum Kind {
    /** It belongs to the body. */
    MEMBER,
    /** The body's own membership of a place, federation or LMC, which a successor may take over. */
    OWN_MEMBERSHIP,
    /** A place of the ICS that the body stands for. */
    PLACE,
    /** A topic of the list of the ICS that the body stands for. */
    TOPIC,
    /** A forum of that list. */
    FORUM,
    /** A system that asks for the body. */
    CLIENT,
    /** A role that a person holds at the body. */
    ROLE_HOLDING
  }
}
