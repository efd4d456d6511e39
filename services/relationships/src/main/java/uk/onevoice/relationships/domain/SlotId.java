package uk.onevoice.relationships.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

public record SlotId(UUID value) {
  /** Named after what it stands for, so that the same slot is not defined twice. */
  public static SlotId of(PlaceId place, SlotKind kind, OrganisationId organisation) {
    String name = "%s/%s/%s".formatted(place.value(), kind, organisation.value());
    return new SlotId(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)));
  }
}
