package uk.onevoice.relationships.domain.judgement;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import uk.onevoice.relationships.domain.RelationshipId;

/**
 * What the class of a slot follows from besides its own stream.
 *
 * @param live the slot's relationships that have not ended
 * @param sways what the vault shows now; what was erased, is restricted or has ended is missing
 */
public record Surroundings(Set<RelationshipId> live, List<Sway> sways, LocalDate today) {
  public Surroundings {
    live = Set.copyOf(live);
    sways = List.copyOf(sways);
  }
}
