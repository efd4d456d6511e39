package uk.onevoice.relationships.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** One talk. */
public record ContactId(UUID value) {
  /** Of a talk that was logged before talks had ids: its place among those of the relationship. */
  static ContactId ofUnnamed(RelationshipId relationship, int number) {
    return new ContactId(
        UUID.nameUUIDFromBytes((relationship.value() + "/" + number).getBytes(UTF_8)));
  }
}
