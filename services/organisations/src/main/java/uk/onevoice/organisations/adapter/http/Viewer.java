package uk.onevoice.organisations.adapter.http;

import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Role;
import uk.onevoice.organisations.domain.person.People.Whole;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.security.Actor;

/**
 * Who looks at people. Names and work contacts are for who keeps the registry, for the person, and
 * for everybody where the person is of general practice and wants it; what a role is given of a
 * week, and its checks, for the first two only. Who acted is told by name to none but those who
 * keep the registry, general practice, and the person.
 *
 * @param self null for a system
 */
record Viewer(@Nullable PersonId self, boolean keeps, boolean ofGeneralPractice) {
  static Viewer of(Actor actor) {
    return switch (actor) {
      case Actor.PersonActor person ->
          new Viewer(
              new PersonId(person.person().value()),
              person.holdsOneOf(Role.REGISTRY_KEEPER, Role.PLATFORM_ADMINISTRATOR),
              person.holdings().stream()
                  .map(held -> held.role().name())
                  .map(uk.onevoice.organisations.domain.person.Role::valueOf)
                  .anyMatch(uk.onevoice.organisations.domain.person.Role::isOfGeneralPractice));
      case Actor.ClientActor _ -> new Viewer(null, false, false);
    };
  }

  boolean isSelf(Whole person) {
    return person.id().equals(self);
  }

  boolean seesAllOf(Whole person) {
    return keeps || isSelf(person);
  }

  /** Beside that they may read the name at all. */
  boolean seesWhoActed(PersonId actor) {
    return keeps || ofGeneralPractice || actor.equals(self);
  }

  boolean seesNameOf(Whole person) {
    return seesAllOf(person) || person.wantsToBeFound();
  }
}
