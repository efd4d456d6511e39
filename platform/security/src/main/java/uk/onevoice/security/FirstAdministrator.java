package uk.onevoice.security;

import uk.onevoice.directory.IdentityHash;

/**
 * Records the person an empty installation starts with. Only the organisations service has one.
 *
 * <p>Asked whenever the sign-in of {@code onevoice.first-administrator} calls, until the directory
 * has heard of an administrator; so a repeated or a concurrent call must not record a second one.
 */
public interface FirstAdministrator {
  /**
   * Registers the person, links the sign-in and appoints them PLATFORM_ADMINISTRATOR, unless that
   * is done already.
   *
   * @return the person with that holding
   */
  Actor.PersonActor record(IdentityHash identity);
}
