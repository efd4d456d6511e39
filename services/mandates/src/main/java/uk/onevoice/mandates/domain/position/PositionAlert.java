package uk.onevoice.mandates.domain.position;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.issue.IssueId;
import uk.onevoice.mandates.domain.issue.OptionId;
import uk.onevoice.mandates.domain.position.PositionEvent.PositionPublished;
import uk.onevoice.mandates.domain.position.PositionEvent.PositionWithdrawn;

/**
 * Two bodies of general practice say in public what does not go together. It follows from what they
 * have published, so that none is missed when both publish at once, and is closed by the first of
 * them that says something else.
 *
 * @param since the first day on which both said so
 * @param until the first day on which one did not; null while it is open
 */
public record PositionAlert(
    Kind kind,
    IssueId issueId,
    UUID topicId,
    OptionId optionId,
    Side one,
    Side other,
    LocalDate since,
    @Nullable LocalDate until) {
  /** How badly. */
  public enum Kind {
    /** FOR against AGAINST: whoever wants can play them off. */
    CONTRADICTS,
    /** CONDITIONAL beside FOR: they may still be heard as one. */
    DIFFERS
  }

  /** One of the two bodies. */
  public record Side(
      PositionId positionId, OrganisationId bodyId, PlaceId placeId, Stance stance) {}

  /** A stance that was public from a day to before another. */
  private record Stretch(
      PositionPublished by, OptionStance said, LocalDate from, @Nullable LocalDate until) {
    private boolean isOpen() {
      return until == null;
    }

    private Stretch closed(LocalDate on) {
      return new Stretch(by, said, from, on);
    }

    private Side side() {
      return new Side(by.positionId(), by.bodyId(), by.placeId(), said.stance());
    }
  }

  public boolean isOpen() {
    return until == null;
  }

  public boolean concerns(PlaceId place) {
    return one.placeId().equals(place) || other.placeId().equals(place);
  }

  /**
   * What does not go together of all that was published on one issue or several: the open ones
   * first, then the latest.
   *
   * @param history publications and withdrawals, each position's in their order
   */
  public static List<PositionAlert> among(List<? extends PositionEvent> history) {
    var stretches = stretches(history);
    var alerts = new ArrayList<PositionAlert>();
    for (int i = 0; i < stretches.size(); i++) {
      for (int j = i + 1; j < stretches.size(); j++) {
        PositionAlert alert = between(stretches.get(i), stretches.get(j));
        if (alert != null) {
          alerts.add(alert);
        }
      }
    }
    alerts.sort(
        Comparator.comparing(PositionAlert::isOpen)
            .thenComparing(PositionAlert::since)
            .reversed()
            .thenComparing(PositionAlert::toString));
    return alerts;
  }

  private static @Nullable PositionAlert between(Stretch one, Stretch other) {
    if (!one.said().optionId().equals(other.said().optionId())
        || one.by().positionId().equals(other.by().positionId())) {
      return null;
    }
    Kind kind = kind(one.said().stance(), other.said().stance());
    LocalDate since = one.from().isAfter(other.from()) ? one.from() : other.from();
    LocalDate until = earlier(one.until(), other.until());
    return kind == null || (until != null && !until.isAfter(since))
        ? null
        : new PositionAlert(
            kind,
            one.by().issueId(),
            one.by().topicId(),
            one.said().optionId(),
            one.side(),
            other.side(),
            since,
            until);
  }

  /** A condition beside a no is neither, as in measure M9: nobody has said yes. */
  private static @Nullable Kind kind(Stance one, Stance other) {
    return switch (one) {
      case FOR ->
          switch (other) {
            case AGAINST -> Kind.CONTRADICTS;
            case CONDITIONAL -> Kind.DIFFERS;
            case FOR, NEUTRAL -> null;
          };
      case AGAINST -> other == Stance.FOR ? Kind.CONTRADICTS : null;
      case CONDITIONAL -> other == Stance.FOR ? Kind.DIFFERS : null;
      case NEUTRAL -> null;
    };
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  /** A stance that a further publication says again is one stretch. */
  private static List<Stretch> stretches(List<? extends PositionEvent> history) {
    Map<PositionId, List<Stretch>> byPosition = new LinkedHashMap<>();
    for (PositionEvent event : history) {
      if (event instanceof PositionPublished published) {
        byPosition.merge(
            published.positionId(),
            further(List.of(), published),
            (before, _) -> further(before, published));
      } else if (event instanceof PositionWithdrawn withdrawn) {
        byPosition.computeIfPresent(
            withdrawn.positionId(),
            (_, before) ->
                before.stream()
                    .map(each -> each.isOpen() ? each.closed(withdrawn.on()) : each)
                    .toList());
      }
    }
    return byPosition.values().stream().flatMap(List::stream).toList();
  }

  private static List<Stretch> further(List<Stretch> before, PositionPublished published) {
    var now = new ArrayList<Stretch>();
    for (Stretch stretch : before) {
      boolean goesOn = !stretch.isOpen() || published.stances().contains(stretch.said());
      now.add(goesOn ? stretch : stretch.closed(published.on()));
    }
    for (OptionStance said : published.stances()) {
      boolean known =
          now.stream().anyMatch(stretch -> stretch.isOpen() && stretch.said().equals(said));
      if (!known) {
        now.add(new Stretch(published, said, published.on(), null));
      }
    }
    return List.copyOf(now);
  }
}
