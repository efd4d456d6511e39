package uk.onevoice.organisations.adapter.http;

import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.person.People.Whole;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.security.Actor;
import uk.onevoice.security.Parts;

/**
 * Who looks at people, and whom they see: the parts {@code person.…} of the matrix. Names and work
 * contacts are shown of who is of general practice and wants it; what a role is given of a week,
 * and its checks, to who keeps the registry and the person.
 *
 * @param self null for a system
 * @param keeps whether they see all of everybody
 * @param named whether they see who wants to be found
 */
record Viewer(@Nullable PersonId self, boolean keeps, boolean named) {
  static Viewer of(Actor actor, Parts parts) {
    return new Viewer(self(actor), parts.showsOfOthers("person.whole"), parts.shows("person.name"));
  }

  /** Nobody where a system asks. */
  static @Nullable PersonId self(Actor actor) {
    return actor instanceof Actor.PersonActor person ? new PersonId(person.person().value()) : null;
  }

  boolean isSelf(Whole person) {
    return person.id().equals(self);
  }

  boolean seesAllOf(Whole person) {
    return keeps || isSelf(person);
  }

  boolean seesNameOf(Whole person) {
    return seesAllOf(person) || (named && person.wantsToBeFound());
  }
}
