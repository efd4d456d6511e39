package uk.onevoice.relationships.domain.judgement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.onevoice.relationships.domain.RelationshipId;

/**
 * How the class of a slot follows from tests and sway, today and on the days to come as far as they
 * are known: tests grow old and judgements end by themselves.
 */
public final class Strengths {
  /** A test counts on the day it showed and for so many days after it. */
  public static final int WINDOW_DAYS = 365;

  private static final int STRONG_FROM = 2;

  private Strengths() {}

  /** The steps from today on, the first of them today; no two in a row are of the same class. */
  static List<Step> from(
      LocalDate today,
      Set<RelationshipId> live,
      Collection<Evidence> evidence,
      Collection<Sway> sways) {
    var steps = new ArrayList<Step>();
    for (LocalDate day : turns(today, evidence, sways)) {
      Strength strength = on(day, live, evidence, sways);
      if (steps.isEmpty() || steps.getLast().strength() != strength) {
        steps.add(new Step(day, strength));
      }
    }
    return List.copyOf(steps);
  }

  /** Today, and each later day on which something begins or ends to count. */
  private static NavigableSet<LocalDate> turns(
      LocalDate today, Collection<Evidence> evidence, Collection<Sway> sways) {
    return Stream.of(
            Stream.of(today),
            evidence.stream().flatMap(each -> Stream.of(each.on(), each.countsUntil())),
            sways.stream().flatMap(each -> Stream.of(each.from(), each.until())))
        .flatMap(days -> days)
        .filter(day -> !day.isBefore(today))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Strength on(
      LocalDate day,
      Set<RelationshipId> live,
      Collection<Evidence> evidence,
      Collection<Sway> sways) {
    return live.stream()
        .map(relationship -> of(relationship, day, evidence, sways))
        .min(Strength::compareTo)
        .orElse(Strength.UNKNOWN);
  }

  private static Strength of(
      RelationshipId relationship,
      LocalDate day,
      Collection<Evidence> evidence,
      Collection<Sway> sways) {
    Set<Proof> shown =
        evidence.stream()
            .filter(each -> each.relationshipId().equals(relationship) && each.countsOn(day))
            .map(Evidence::test)
            .collect(Collectors.toUnmodifiableSet());
    List<Sway> known =
        sways.stream()
            .filter(each -> each.relationshipId().equals(relationship) && each.holdsOn(day))
            .toList();
    if (shown.size() >= STRONG_FROM && known.stream().anyMatch(Sway::yes)) {
      return Strength.STRONG;
    }
    if (!shown.isEmpty()) {
      return Strength.SOME;
    }
    return known.isEmpty() ? Strength.UNKNOWN : Strength.NONE;
  }

  /** What these steps say from a day on; before the first of them nothing is known. */
  static List<Step> since(LocalDate day, List<Step> steps) {
    var kept = new ArrayList<Step>();
    kept.add(new Step(day, at(day, steps)));
    steps.stream()
        .filter(step -> step.from().isAfter(day))
        .filter(step -> kept.getLast().strength() != step.strength())
        .forEach(kept::add);
    return List.copyOf(kept);
  }

  private static Strength at(LocalDate day, List<Step> steps) {
    return steps.stream()
        .filter(step -> !step.from().isAfter(day))
        .reduce((_, later) -> later)
        .map(Step::strength)
        .orElse(Strength.UNKNOWN);
  }
}
