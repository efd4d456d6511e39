package uk.onevoice.meetings.domain.topics;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.Outcome;
import uk.onevoice.meetings.domain.PlaceId;

/**
 * What a place did last with a topic.
 *
 * <p>Two places decided a topic differently (4.4) where
 *
 * <ul>
 *   <li>one decided (agreed, voted) and the other put it off (deferred, not decided) or only noted
 *       it, or one put it off and the other noted it; or
 *   <li>both decided, and one is known to have gone for what was put and the other against it: see
 *       {@link Way}.
 * </ul>
 *
 * How a decision was reached, agreed or voted, makes no difference; nor does a way that is not
 * known. Of each place its latest item on the topic with an outcome is compared: what was put off
 * in spring and decided in autumn is decided.
 *
 * @param sitting which item of which meeting it was
 */
public record DecidedInPlace(Sitting sitting, Outcome outcome, Way way) {
  public record Sitting(PlaceId placeId, MeetingId meetingId, ItemId itemId, LocalDate on) {}

  private enum Settled {
    DECIDED,
    PUT_OFF,
    NOTED;

    static Settled by(Outcome outcome) {
      return switch (outcome) {
        case AGREED, VOTED -> DECIDED;
        case DEFERRED, NOT_DECIDED -> PUT_OFF;
        case NOTED -> NOTED;
      };
    }
  }

  /** Whether it is a decision: agreed or voted. */
  public static boolean isDecision(Outcome outcome) {
    return Settled.by(outcome) == Settled.DECIDED;
  }

  boolean differsFrom(DecidedInPlace other) {
    if (sitting.placeId().equals(other.sitting().placeId())) {
      return false;
    }
    Settled here = Settled.by(outcome);
    if (here != Settled.by(other.outcome())) {
      return true;
    }
    return here == Settled.DECIDED
        && way != other.way()
        && way != Way.NOT_KNOWN
        && other.way() != Way.NOT_KNOWN;
  }

  /**
   * The latest of each place, the latest first, where any two of them differ; nothing where none
   * do.
   *
   * @param all items on one topic that have an outcome, in any order
   */
  public static List<DecidedInPlace> differing(Collection<DecidedInPlace> all) {
    Comparator<DecidedInPlace> byDay =
        Comparator.comparing((DecidedInPlace one) -> one.sitting().on())
            .thenComparing(one -> one.sitting().meetingId().value().toString())
            .thenComparing(one -> one.sitting().itemId().value().toString());
    Map<PlaceId, DecidedInPlace> latest =
        all.stream()
            .collect(
                Collectors.toMap(
                    one -> one.sitting().placeId(),
                    Function.identity(),
                    BinaryOperator.maxBy(byDay)));
    boolean differ =
        latest.values().stream()
            .anyMatch(one -> latest.values().stream().anyMatch(one::differsFrom));
    return differ ? latest.values().stream().sorted(byDay.reversed()).toList() : List.of();
  }
}
