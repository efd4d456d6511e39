package uk.onevoice.projection.matrix;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.matrix.Matrix.Action;
import uk.onevoice.projection.matrix.Matrix.Base;
import uk.onevoice.projection.matrix.Matrix.Forum;
import uk.onevoice.projection.matrix.Matrix.Gap;
import uk.onevoice.projection.matrix.Matrix.Seat;

/**
 * What is missing at each forum, and the one thing to do about it. In order of weight: our seat is
 * empty; there is no seat where something is decided; we are in the room without a mandate; going
 * there is of no use; who goes puts no position, and is not prepared for the next meeting; one
 * part's seat is empty while others go; and what happened is not written down. Within each, where
 * most items were decided comes first.
 */
final class Gaps {
  /** Before that many meetings nobody can say that going there is of no use. */
  private static final int ENOUGH_MEETINGS = 4;

  private record Weighed(int weight, Forum forum, Gap gap) {}

  /**
   * What is known of forums beside their rows.
   *
   * @param series by forum, a series of its meetings that goes on
   * @param unrecorded by forum, the latest meeting of which nothing is written down
   * @param prepared forums of which the next meeting is prepared
   */
  record Known(Map<String, String> series, Map<String, String> unrecorded, Set<String> prepared) {}

  private Gaps() {}

  static List<Gap> of(List<Forum> forums, Known known) {
    return forums.stream()
        .flatMap(forum -> of(forum, known).stream())
        .sorted(
            Comparator.comparingInt(Weighed::weight)
                .thenComparing(one -> -one.forum().base().decided())
                .thenComparing(one -> one.forum().level())
                .thenComparing(one -> one.forum().label())
                .thenComparing(one -> one.forum().forum()))
        .map(Weighed::gap)
        .toList();
  }

  private static Optional<Weighed> of(Forum forum, Known known) {
    return Stream.of(
            switch (forum.whole().cell()) {
              case VACANT -> fill(0, forum, null, forum.verdict() + ".");
              case NO_SEAT -> seekSeat(forum, known);
              case ATTENDED -> attending(forum, known);
              case MANDATED -> silent(forum, known);
              case POSITION, CHANGED, NOT_RECORDED -> Optional.<Weighed>empty();
            },
            partVacant(forum),
            record(forum, known.unrecorded().get(forum.forum())))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Weighed> seekSeat(Forum forum, Known known) {
    return forum.base().meetings() == 0
        ? Optional.empty()
        : weighed(
            1, forum, Action.SEEK_SEAT, forum.verdict() + ".", known.series().get(forum.forum()));
  }

  private static Optional<Weighed> attending(Forum forum, Known known) {
    Base base = forum.base();
    boolean enough = base.attended() >= ENOUGH_MEETINGS && base.changed() == 0;
    @Nullable String series =
        forum.seats().stream()
            .filter(seat -> !seat.personIds().isEmpty())
            .map(Seat::seriesId)
            .findFirst()
            .orElse(known.series().get(forum.forum()));
    if (enough && base.mandateRanOut() != null) {
      return weighed(
          3,
          forum,
          Action.STOP_ATTENDING,
          "The mandate ran out on "
              + Verdict.day(base.mandateRanOut())
              + ". "
              + Verdict.count(base.attended(), "meeting")
              + ", no position put.",
          series);
    }
    if (enough && base.observed() == base.attended()) {
      return weighed(
          3,
          forum,
          Action.STOP_ATTENDING,
          "Only observed at " + Verdict.count(base.attended(), "meeting") + ", no position put.",
          series);
    }
    return weighed(
        2,
        forum,
        Action.SEEK_MANDATE,
        "We attend without a mandate in force, so being there can be read as agreement.",
        null);
  }

  /** Nothing where who goes is briefed for the next meeting already. */
  private static Optional<Weighed> silent(Forum forum, Known known) {
    return known.prepared().contains(forum.forum())
        ? Optional.empty()
        : weighed(
            4,
            forum,
            Action.BRIEF_HOLDER,
            "With a mandate at "
                + Verdict.count(forum.base().mandated(), "meeting")
                + ", and no position put.",
            null);
  }

  private static Optional<Weighed> partVacant(Forum forum) {
    return forum.cells().stream()
        .filter(cell -> cell.column() != Column.WHOLE && cell.cell() == Step.VACANT)
        .map(Matrix.Cell::column)
        .findFirst()
        .flatMap(column ->
            fill(
                5, forum, column, "Others go; nobody does for this seat: " + column.words() + "."));
  }

  private static Optional<Weighed> fill(
      int weight, Forum forum, @Nullable Column column, String words) {
    @Nullable String series =
        forum.seats().stream()
            .filter(seat -> column == null || seat.column() == column)
            .sorted(Comparator.comparing((Seat seat) -> !seat.personIds().isEmpty()))
            .map(Seat::seriesId)
            .findFirst()
            .orElse(null);
    return Optional.of(
        new Weighed(
            weight,
            forum,
            new Gap(forum.forum(), forum.label(), Action.FILL_SEAT, words, column, series, null)));
  }

  private static Optional<Weighed> record(Forum forum, @Nullable String meeting) {
    int unrecorded = forum.base().unrecorded();
    return unrecorded == 0
        ? Optional.empty()
        : Optional.of(
            new Weighed(
                6,
                forum,
                new Gap(
                    forum.forum(),
                    forum.label(),
                    Action.RECORD_MEETING,
                    Verdict.count(unrecorded, "meeting") + " without a record.",
                    null,
                    null,
                    meeting)));
  }

  private static Optional<Weighed> weighed(
      int weight, Forum forum, Action action, String words, @Nullable String series) {
    return Optional.of(
        new Weighed(
            weight,
            forum,
            new Gap(forum.forum(), forum.label(), action, words, null, series, null)));
  }
}
