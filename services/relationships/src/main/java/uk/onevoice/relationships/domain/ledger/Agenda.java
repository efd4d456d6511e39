package uk.onevoice.relationships.domain.ledger;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The topics on which the sides have priorities: what both want is where to begin.
 *
 * @param both topics of both sides
 * @param ours of ours alone
 * @param theirs of theirs alone
 */
public record Agenda(Set<UUID> both, Set<UUID> ours, Set<UUID> theirs) {
  public Agenda {
    both = Set.copyOf(both);
    ours = Set.copyOf(ours);
    theirs = Set.copyOf(theirs);
  }

  /**
   * @param now the topic that stands for a topic today: topics that were merged are one
   */
  public static Agenda of(Ledger ledger, UnaryOperator<UUID> now) {
    Set<UUID> ours = topics(ledger, Side.OURS, now);
    Set<UUID> theirs = topics(ledger, Side.THEIRS, now);
    Set<UUID> both = new LinkedHashSet<>(ours);
    both.retainAll(theirs);
    ours.removeAll(both);
    theirs.removeAll(both);
    return new Agenda(both, ours, theirs);
  }

  private static Set<UUID> topics(Ledger ledger, Side side, UnaryOperator<UUID> now) {
    Set<UUID> topics = new LinkedHashSet<>();
    ledger
        .priorities(side)
        .map(Entry.Priority::topicId)
        .filter(topic -> topic != null)
        .map(now)
        .forEach(topics::add);
    return topics;
  }
}
