package uk.onevoice.relationships.adapter.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.Relationship;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.Slot.Defined;

/**
 * One slot, as this caller may see it.
 *
 * @param held whether a relationship is live
 * @param lastTwoWayContact of the live ones, null when there has been none
 * @param relationships who holds it; null when that is not for this caller
 */
record SlotView(
    @JsonUnwrapped SlotTerms terms,
    boolean held,
    @Nullable LocalDate lastTwoWayContact,
    @Nullable List<RelationshipView> relationships) {

  record RelationshipView(
      RelationshipId relationshipId,
      PersonId holderId,
      OrganisationId actingFor,
      @Nullable LocalDate lastContact,
      @Nullable LocalDate lastTwoWayContact,
      @Nullable LocalDate closedOn) {
    static RelationshipView of(Relationship held, UnaryOperator<PersonId> standing) {
      return new RelationshipView(
          held.relationshipId(),
          standing.apply(held.holderId()),
          held.actingFor(),
          held.lastContact(),
          held.lastTwoWayContact(),
          held.closedOn());
    }
  }

  /**
   * With who holds it.
   *
   * @param standing who stands for a person whose record was merged away
   */
  static SlotView forLeaders(Defined slot, UnaryOperator<PersonId> standing) {
    return of(
        slot,
        slot.relationships().values().stream()
            .map(held -> RelationshipView.of(held, standing))
            .toList());
  }

  /** The slot only: whether anybody is in touch, not who. */
  static SlotView forPractices(Defined slot) {
    return of(slot, null);
  }

  private static SlotView of(Defined slot, @Nullable List<RelationshipView> relationships) {
    List<Relationship> live =
        slot.relationships().values().stream().filter(Relationship::isLive).toList();
    return new SlotView(
        SlotTerms.of(slot.terms()),
        !live.isEmpty(),
        live.stream()
            .map(Relationship::lastTwoWayContact)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null),
        relationships);
  }
}
