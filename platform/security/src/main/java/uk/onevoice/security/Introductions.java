package uk.onevoice.security;

import java.util.Optional;
import uk.onevoice.directory.IdentityHash;
import uk.onevoice.security.Actor.PersonActor;

/**
 * Says who somebody is whom this service's directory does not know. Only a service that may not
 * hear who is who has a bean of this kind, and asks whoever may be asked with the person's own
 * token.
 */
public interface Introductions {
  /**
   * The person with all that they hold today; empty where the sign-in is linked to nobody. May be
   * remembered for seconds.
   *
   * @param token the verified token as it came
   */
  Optional<PersonActor> person(IdentityHash identity, String token);

  /** There is news of this sign-in: it is asked for anew the next time. */
  void forget(IdentityHash identity);
}
