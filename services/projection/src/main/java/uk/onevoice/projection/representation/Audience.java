package uk.onevoice.projection.representation;

import uk.onevoice.directory.ClientKind;
import uk.onevoice.security.Actor;

/** For whom a representation is made. */
enum Audience {
  /** A registered person. */
  PERSON,
  /** The system of an ICB: counts, where they tell nothing of one practice or one slot. */
  ICB_SYSTEM,
  /** The system of a partner: mandates only. */
  PARTNER_SYSTEM;

  static Audience of(Actor actor) {
    return switch (actor) {
      case Actor.PersonActor _ -> PERSON;
      case Actor.ClientActor client ->
          client.kind() == ClientKind.ICB ? ICB_SYSTEM : PARTNER_SYSTEM;
    };
  }

  boolean isSystem() {
    return this != PERSON;
  }
}
