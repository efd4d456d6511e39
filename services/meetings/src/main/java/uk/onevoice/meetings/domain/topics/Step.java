package uk.onevoice.meetings.domain.topics;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.Outcome;
import uk.onevoice.meetings.domain.Stance;

/**
 * One step of a topic on its way to a decision (1.7).
 *
 * @param organisationId with whom, or whose position it is; null where it is about none
 * @param stance what general practice said
 * @param agreed of a conversation before a meeting: whether both were of one mind
 * @param recordedAfter whether it was recorded when the meeting had begun
 */
public record Step(
    LocalDate on,
    Kind kind,
    @Nullable OrganisationId organisationId,
    @Nullable MeetingId meetingId,
    @Nullable ItemId itemId,
    @Nullable Stance stance,
    @Nullable Outcome outcome,
    @Nullable Boolean agreed,
    boolean recordedAfter) {
  /** What happened, in the order in which things of one day are told. */
  public enum Kind {
    CONVERSATION,
    POSITION_PROPOSED,
    POSITION_AGREED,
    POSITION_PUBLISHED,
    PRE_ALIGNMENT,
    ITEM,
    POSITION_PUT,
    OUTCOME;

    /** An item on an agenda, and what came of it, is there without general practice too. */
    boolean isOurs() {
      return switch (this) {
        case CONVERSATION,
            POSITION_PROPOSED,
            POSITION_AGREED,
            POSITION_PUBLISHED,
            PRE_ALIGNMENT,
            POSITION_PUT ->
            true;
        case ITEM, OUTCOME -> false;
      };
    }
  }

  /** The earliest first; things of one day in the order of their kinds. */
  public static final Comparator<Step> IN_TIME =
      Comparator.comparing(Step::on)
          .thenComparing(Step::kind)
          .thenComparing(
              step -> step.meetingId() == null ? "" : step.meetingId().value().toString())
          .thenComparing(step -> step.itemId() == null ? "" : step.itemId().value().toString())
          .thenComparing(
              step -> step.organisationId() == null ? "" : step.organisationId().value());

  /** The first day on which general practice itself had to do with the topic. */
  public static Optional<LocalDate> firstInvolvement(Collection<Step> steps) {
    return steps.stream()
        .filter(step -> step.kind().isOurs())
        .map(Step::on)
        .min(LocalDate::compareTo);
  }

  /** The day of the first decision: agreed or voted. */
  public static Optional<LocalDate> firstDecision(Collection<Step> steps) {
    return steps.stream()
        .filter(step -> step.outcome() != null && DecidedInPlace.isDecision(step.outcome()))
        .map(Step::on)
        .min(LocalDate::compareTo);
  }

  /**
   * Days from the first involvement to the first decision; below 0 where general practice came in
   * afterwards, empty where either is not known.
   */
  public static OptionalLong leadDays(Collection<Step> steps) {
    Optional<LocalDate> from = firstInvolvement(steps);
    Optional<LocalDate> to = firstDecision(steps);
    return from.isPresent() && to.isPresent()
        ? OptionalLong.of(DAYS.between(from.get(), to.get()))
        : OptionalLong.empty();
  }
}
