package uk.onevoice.web.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Diary.Listed;
import uk.onevoice.web.api.Diary.Nomination;
import uk.onevoice.web.api.Diary.Seat;
import uk.onevoice.web.api.Diary.Series;
import uk.onevoice.web.api.Diary.Sitting;
import uk.onevoice.web.api.Diary.Went;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/**
 * A forum that meets again and again, in the words of its page.
 *
 * @param flag whether a seat of general practice stands empty
 */
public record SeriesView(
    String seriesId,
    String heading,
    String when,
    String seatSentence,
    boolean flag,
    List<SeatView> seats,
    List<MeetingLine> next,
    boolean moreToCome,
    List<Link> past,
    boolean over,
    String kept) {

  private static final int NEXT = 12;

  /** A seat; an empty one takes as much room as one that somebody sits on. */
  public record SeatView(
      String seatId,
      String label,
      String body,
      boolean empty,
      String who,
      String substitutes,
      String later,
      String went) {}

  /** A meeting to come; one that is cancelled is still named. */
  public record MeetingLine(Link link, String state, @Nullable String day) {}

  /**
   * @param past those held before today, the latest first
   * @param people the name of somebody, where the reader may read it
   */
  static SeriesView of(
      Series series,
      List<Listed> past,
      LocalDate today,
      Function<String, Optional<String>> people,
      UnaryOperator<String> bodies) {
    List<SeatView> seats =
        series.seats().stream()
            .filter(seat -> seat.end() == null || seat.end().isAfter(today))
            .map(seat -> seat(seat, today, people, bodies))
            .toList();
    boolean over = series.end() != null && !series.end().isAfter(today);
    return new SeriesView(
        series.seriesId(),
        series.called(),
        when(series, over),
        seatSentence(seats),
        seats.stream().anyMatch(SeatView::empty),
        seats,
        series.meetings().stream()
            .sorted(Comparator.comparing(Sitting::on))
            .limit(NEXT)
            .map(SeriesView::line)
            .toList(),
        series.meetings().size() > NEXT,
        past.stream()
            .map(meeting ->
                new Link(Words.weekday(meeting.on()), "/meetings/" + meeting.meetingId()))
            .toList(),
        over,
        "Its records are kept for "
            + (series.retention().equals("OTHER_GROUP") ? "6 years." : "20 years."));
  }

  private static String when(Series series, boolean over) {
    String rule = Recurrence.sentence(series.rule(), series.hours());
    if (series.end() == null) {
      return rule + ".";
    }
    return over
        ? "It has ended. It met "
            + Recurrence.words(series.rule())
            + Clock.after(series.hours())
            + "; its last day was "
            + Words.day(series.end().minusDays(1))
            + "."
        : rule + ", until " + Words.day(series.end().minusDays(1)) + ".";
  }

  static String seatSentence(List<SeatView> seats) {
    if (seats.isEmpty()) {
      return "No seat for general practice is entered.";
    }
    long empty = seats.stream().filter(SeatView::empty).count();
    return "General practice has "
        + Words.count(seats.size(), "seat", "seats")
        + " here"
        + named(empty, seats.size());
  }

  private static String named(long empty, int all) {
    if (empty == 0) {
      return all == 1 ? ", and somebody is named for it." : ", and somebody is named for each.";
    }
    if (empty == all) {
      return all == 1 ? ". It is empty." : ". All are empty.";
    }
    return ". " + Words.sentence(Words.count(empty, "is", "are")) + " empty.";
  }

  private static SeatView seat(
      Seat seat,
      LocalDate today,
      Function<String, Optional<String>> people,
      UnaryOperator<String> bodies) {
    List<Nomination> now = seat.nominations().stream().filter(each -> each.holds(today)).toList();
    Optional<Nomination> nominee = now.stream().filter(each -> !each.substitute()).findFirst();
    List<String> substitutes =
        now.stream().filter(Nomination::substitute).map(each -> name(each, people)).toList();
    List<String> later = new ArrayList<>();
    if (seat.start().isAfter(today)) {
      later.add("The seat is there from " + Words.day(seat.start()) + " on.");
    }
    if (seat.end() != null) {
      later.add("The seat is there until " + Words.day(seat.end().minusDays(1)) + ".");
    }
    seat.nominations().stream()
        .filter(each -> each.start().isAfter(today))
        .map(each ->
            "From "
                + Words.day(each.start())
                + " on: "
                + name(each, people)
                + (each.substitute() ? ", standing in." : "."))
        .forEach(later::add);
    return new SeatView(
        seat.seatId(),
        seat.label(),
        seat.bodyId() == null
            ? "Nobody in particular nominates."
            : "Nominated by " + bodies.apply(seat.bodyId()) + ".",
        nominee.isEmpty() && seat.isThere(today),
        nominee.map(each -> name(each, people) + since(each)).orElse("Empty: nobody is named"),
        substitutes.isEmpty()
            ? "Nobody stands in."
            : Words.sentence(Words.list(substitutes))
                + (substitutes.size() == 1 ? " stands in." : " stand in."),
        String.join(" ", later),
        went(seat.lastYear()));
  }

  static String went(Went year) {
    if (year.meetings() == 0) {
      return "";
    }
    List<String> ways = new ArrayList<>();
    add(ways, year.nominee(), "who sits here");
    add(ways, year.substitute(), "who stands in");
    add(ways, year.unplanned(), "somebody who was not named");
    add(ways, year.nobody(), "nobody");
    return "In the last year, of "
        + Words.count(year.meetings(), "meeting", "meetings")
        + ": "
        + Words.list(ways)
        + ".";
  }

  private static void add(List<String> ways, int times, String who) {
    if (times > 0) {
      ways.add(who + " at " + times);
    }
  }

  private static String since(Nomination nomination) {
    return ", since "
        + Words.day(nomination.start())
        + (nomination.end() == null ? "" : ", until " + Words.day(nomination.end().minusDays(1)));
  }

  static String name(Nomination nomination, Function<String, Optional<String>> people) {
    return people.apply(nomination.personId()).orElse("somebody who is not shown");
  }

  private static MeetingLine line(Sitting meeting) {
    return new MeetingLine(
        new Link(
            Words.weekday(meeting.on()) + Clock.after(meeting.hours()),
            "/meetings/" + meeting.meetingId()),
        meeting.cancelled() ? "Cancelled" : meeting.moved() ? "Moved" : "",
        meeting.cancelled() ? null : "/meetings/" + meeting.meetingId() + "/day");
  }
}
