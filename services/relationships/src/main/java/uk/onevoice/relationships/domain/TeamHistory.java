package uk.onevoice.relationships.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.relationships.domain.PeopleEvent.TeamMemberAdded;
import uk.onevoice.relationships.domain.PeopleEvent.TeamMemberRemoved;
import uk.onevoice.relationships.domain.SlotEvent.RelationshipClosed;
import uk.onevoice.relationships.domain.SlotEvent.RelationshipOpened;

/**
 * Who was of the team of a slot, and when. A moment is the place of an event in the service's log:
 * of two that were recorded in the same instant it still says which came first.
 */
public record TeamHistory(List<Stay> stays) {
  public static final TeamHistory NONE = new TeamHistory(List.of());

  private static final long GOES_ON = Long.MAX_VALUE;

  public TeamHistory {
    stays = List.copyOf(stays);
  }

  /**
   * Somebody holds a relationship, or is a deputy.
   *
   * @param holds what they hold; null for a deputy
   * @param from the first moment
   * @param until the first moment at which it was over
   */
  public record Stay(PersonId personId, @Nullable RelationshipId holds, long from, long until) {}

  /**
   * Being of the team without a gap, whatever as.
   *
   * @param invited whether the team let them in; a holder comes without being asked
   */
  private record Spell(boolean invited, long from, long until) {
    boolean covers(long moment) {
      return from <= moment && moment < until;
    }
  }

  /** What is known after one more event of the slot. */
  public TeamHistory after(long moment, SlotEvent event) {
    return switch (event) {
      case RelationshipOpened(_, var id, var holder, _) ->
          with(new Stay(holder, id, moment, GOES_ON));
      case RelationshipClosed(_, var id, _) -> ending(moment, stay -> id.equals(stay.holds()));
      case TeamMemberAdded(_, var person) -> with(new Stay(person, null, moment, GOES_ON));
      case TeamMemberRemoved(_, var person) ->
          ending(moment, stay -> stay.holds() == null && stay.personId().equals(person));
      default -> this;
    };
  }

  /**
   * Whether an opinion is for a reader without its author saying so: it is their own, or they were
   * of the team when it was written, or the team let them in before its author left. Whoever came
   * by holding the slot was let in by nobody: what others thought before is not for them.
   *
   * @param author all records of the human being who wrote it
   * @param reader all records of the human being who would read it
   */
  public boolean opens(long written, Set<PersonId> author, Set<PersonId> reader) {
    if (reader.stream().anyMatch(author::contains)) {
      return true;
    }
    long left =
        spells(author).stream()
            .filter(spell -> spell.covers(written))
            .map(Spell::until)
            .findFirst()
            .orElse(written);
    return spells(reader).stream()
        .anyMatch(spell ->
            spell.covers(written)
                || (spell.invited() && written < spell.from() && spell.from() < left));
  }

  private List<Spell> spells(Set<PersonId> records) {
    List<Spell> spells = new ArrayList<>();
    stays.stream()
        .filter(stay -> records.contains(stay.personId()))
        .sorted(Comparator.comparingLong(Stay::from))
        .forEach(stay -> {
          if (spells.isEmpty() || spells.getLast().until() < stay.from()) {
            spells.add(new Spell(stay.holds() == null, stay.from(), stay.until()));
          } else {
            Spell last = spells.removeLast();
            long until = Math.max(last.until(), stay.until());
            spells.add(new Spell(last.invited(), last.from(), until));
          }
        });
    return spells;
  }

  private TeamHistory with(Stay stay) {
    var more = new ArrayList<>(stays);
    more.add(stay);
    return new TeamHistory(more);
  }

  private TeamHistory ending(long moment, Predicate<Stay> which) {
    return new TeamHistory(
        stays.stream()
            .map(stay ->
                stay.until() == GOES_ON && which.test(stay)
                    ? new Stay(stay.personId(), stay.holds(), stay.from(), moment)
                    : stay)
            .toList());
  }
}
