package uk.onevoice.relationships.policy;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.Relationship;
import uk.onevoice.relationships.domain.Slot.Defined;

/**
 * The team of a slot: who holds it today, and whom they added as deputy. People of the other side,
 * what was said, promised and thought of them are for the team alone.
 *
 * @param holders with a live relationship
 * @param deputies who hold no relationship in it
 */
public record Team(Set<PersonId> holders, Set<PersonId> deputies) {
  public Team {
    holders = Collections.unmodifiableSet(new LinkedHashSet<>(holders));
    var others = new LinkedHashSet<>(deputies);
    others.removeAll(holders);
    deputies = Collections.unmodifiableSet(others);
  }

  public static Team of(Defined slot) {
    var holders = new LinkedHashSet<PersonId>();
    slot.relationships().values().stream()
        .filter(Relationship::isLive)
        .map(Relationship::holderId)
        .forEach(holders::add);
    return new Team(holders, slot.deputies());
  }

  /**
   * Whether somebody belongs to it.
   *
   * @param records all of theirs: the same human being may have several
   */
  public boolean has(Set<PersonId> records) {
    return records.stream().anyMatch(each -> holders.contains(each) || deputies.contains(each));
  }
}
