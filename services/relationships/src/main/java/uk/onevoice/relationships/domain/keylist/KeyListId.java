package uk.onevoice.relationships.domain.keylist;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;

public record KeyListId(UUID value) {
  /** A person has one list in a place, and so the two make its name. */
  public static KeyListId of(PlaceId place, PersonId person) {
    String name = place.value() + "/" + person.value();
    return new KeyListId(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)));
  }
}
