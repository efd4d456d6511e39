package uk.onevoice.projection.matrix;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.matrix.Matrix.Base;
import uk.onevoice.projection.matrix.Matrix.CanAgree;
import uk.onevoice.projection.matrix.Matrix.Cell;
import uk.onevoice.projection.matrix.Matrix.Forum;
import uk.onevoice.projection.matrix.Matrix.Shared;
import uk.onevoice.projection.matrix.Matrix.SharedForum;
import uk.onevoice.projection.matrix.Matrix.Whole;
import uk.onevoice.projection.table.CsvLine;

/** A matrix as a table: a heading, and a line for each forum. */
final class Csv {
  private Csv() {}

  static String of(Matrix matrix) {
    return switch (matrix) {
      case Whole whole -> whole(whole);
      case Shared shared -> shared(shared);
    };
  }

  private static String whole(Whole matrix) {
    StringBuilder table = new StringBuilder();
    line(
        table,
        "As on",
        "From",
        area(matrix.placeId()),
        "Level",
        "Board or group",
        "Verdict",
        Column.WHOLE.words(),
        Column.LMC.words(),
        Column.FEDERATION.words(),
        Column.PCN.words(),
        Column.PRACTICE.words(),
        Column.ICB.words(),
        "Changes since " + (matrix.since() == null ? "no other day" : matrix.since()),
        "Meetings",
        "Without a record",
        "Attended",
        "Last meeting",
        "Items decided",
        "Items with us there",
        "Positions put",
        "Outcomes assessed",
        "Outcomes changed",
        "Agreed beforehand",
        "Next meeting");
    for (Forum forum : matrix.forums()) {
      Base base = forum.base();
      List<Cell> cells = forum.cells();
      line(
          table,
          matrix.asOf(),
          matrix.from(),
          matrix.name(),
          forum.level().words(),
          forum.label(),
          forum.verdict(),
          cells.get(0).cell().words(),
          cells.get(1).cell().words(),
          cells.get(2).cell().words(),
          cells.get(3).cell().words(),
          cells.get(4).cell().words(),
          cells.get(5).cell().words(),
          changes(cells),
          base.meetings(),
          base.unrecorded(),
          base.attended(),
          base.lastMeeting(),
          base.decided(),
          base.items(),
          base.put(),
          base.assessed(),
          base.changed(),
          base.aligned(),
          forum.next() == null ? null : forum.next().on());
    }
    return table.toString();
  }

  private static String area(@Nullable String place) {
    return place == null ? "ICS" : "Place";
  }

  private static String changes(List<Cell> cells) {
    return cells.stream()
        .filter(cell -> cell.was() != null)
        .map(cell -> cell.column().words() + ": was " + Objects.requireNonNull(cell.was()).words())
        .collect(Collectors.joining("; "));
  }

  private static String shared(Shared matrix) {
    StringBuilder table = new StringBuilder();
    line(
        table,
        "As on",
        area(matrix.placeId()),
        "Board or group",
        "Topic",
        "Practices that grant",
        "Practices",
        "Until",
        "People who go",
        "Next meeting");
    for (SharedForum forum : matrix.forums()) {
      if (forum.canAgree().isEmpty()) {
        shared(table, matrix.asOf(), matrix.name(), forum, null);
      }
      forum.canAgree().forEach(one -> shared(table, matrix.asOf(), matrix.name(), forum, one));
    }
    return table.toString();
  }

  private static void shared(
      StringBuilder table,
      LocalDate asOf,
      String place,
      SharedForum forum,
      @Nullable CanAgree one) {
    line(
        table,
        asOf,
        place,
        forum.label(),
        one == null ? null : one.topicLabel() == null ? one.topic() : one.topicLabel(),
        one == null ? null : one.granted(),
        one == null ? null : one.practices(),
        one == null ? null : one.until(),
        forum.personIds().size(),
        forum.nextOn());
  }

  private static void line(StringBuilder table, @Nullable Object... cells) {
    table.append(CsvLine.of(cells));
  }
}
