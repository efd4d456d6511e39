package uk.onevoice.web.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Areas;
import uk.onevoice.web.api.Places.Belonging;
import uk.onevoice.web.api.Places.PlaceRecord;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/**
 * The record of a place or neighbourhood in words.
 *
 * @param place whether it is a place, and no neighbourhood
 * @param ends whether a last day is said, in the past or to come
 * @param others in which it could go on, with a first choice that is none; empty where there is
 *     none
 */
public record PlaceRecordView(
    String placeId,
    String level,
    String name,
    boolean place,
    boolean closed,
    boolean ends,
    boolean merged,
    String sentence,
    Grid names,
    Grid ics,
    String neighbourhoodSentence,
    List<Link> neighbourhoods,
    String practiceSentence,
    Grid practices,
    List<Choice> others,
    List<Link> links,
    String assigning) {

  static PlaceRecordView of(
      PlaceRecord place,
      List<Belonging> practices,
      List<Areas.Place> neighbourhoods,
      List<Areas.Place> others,
      LocalDate today) {
    boolean closed = place.end() != null && !place.end().isAfter(today);
    String here = "/places/" + place.placeId();
    long now = practices.stream().filter(each -> holds(each, today)).count();
    List<Link> links = new ArrayList<>();
    links.add(new Link("History: who said what and when", here + "/history"));
    links.add(new Link("How many are in a federation", here + "/federations"));
    if (place.partOf() == null) {
      links.add(
          new Link("Practices without a place", "/places/without/" + Segment.of(place.icsId())));
    }
    return new PlaceRecordView(
        place.placeId(),
        place.partOf() == null ? "Place" : "Neighbourhood of " + place.partOfName(),
        place.name(),
        place.partOf() == null,
        closed,
        place.end() != null,
        place.mergedInto() != null,
        sentence(place, today),
        new Grid(
            "Names by day",
            List.of(new Column("Name", false), new Column("From", false)),
            place.names().stream()
                .map(said -> List.of(new Cell(said.name()), new Cell(Words.day(said.from()))))
                .toList()),
        new Grid(
            "Integrated care systems by day",
            List.of(new Column("ICB", false), new Column("From", false)),
            place.ics().stream()
                .map(said ->
                    List.of(
                        new Cell(
                            said.icsName() == null ? said.icsId() : said.icsName(),
                            "/ics/" + Segment.of(said.icsId())),
                        new Cell(Words.day(said.from()))))
                .toList()),
        neighbourhoods.isEmpty()
            ? "It has no neighbourhoods."
            : "It has "
                + Words.count(neighbourhoods.size(), "neighbourhood", "neighbourhoods")
                + ".",
        neighbourhoods.stream()
            .map(part ->
                new Link(
                    part.name() + ", " + Words.count(part.practices(), "practice", "practices"),
                    "/places/" + part.placeId() + "/keeping"))
            .toList(),
        practiceSentence(now, practices.size(), closed),
        table(practices),
        choices(others),
        links,
        here + "/assigning");
  }

  static boolean holds(Belonging belonging, LocalDate day) {
    return !belonging.start().isAfter(day)
        && (belonging.end() == null || belonging.end().isAfter(day));
  }

  static String sentence(PlaceRecord place, LocalDate today) {
    String name = place.name();
    if (place.start().isAfter(today)) {
      return name + " begins on " + Words.day(place.start()) + ".";
    }
    if (place.end() == null) {
      return name + " goes on since " + Words.day(place.start()) + ".";
    }
    String last = Words.day(place.end().minusDays(1));
    boolean over = !place.end().isAfter(today);
    if (place.mergedInto() != null) {
      return name
          + (over ? " went on in " : " goes on in ")
          + (place.mergedIntoName() == null ? "another" : place.mergedIntoName())
          + (over ? " after " : " after its last day, ")
          + last
          + ".";
    }
    return over
        ? name + " closed; its last day was " + last + "."
        : name + " closes; its last day is " + last + ".";
  }

  private static String practiceSentence(long now, int shown, boolean closed) {
    if (shown == 0) {
      return "No practice has lain here.";
    }
    String count = Words.count(now, "practice", "practices");
    if (closed) {
      return now == 0
          ? "All practices have been moved."
          : count + " still to be moved: until then they count as without a place.";
    }
    return "Of these, " + count + (now == 1 ? " lies" : " lie") + " here today.";
  }

  /** Members with their days, each leading to the page where the days are kept. */
  static Grid table(List<Belonging> belongings) {
    return new Grid(
        "Practices, with their days",
        List.of(
            new Column("Practice", false),
            new Column("Code", false),
            new Column("From", false),
            new Column("Last day", false)),
        belongings.stream()
            .map(each ->
                List.of(
                    new Cell(
                        each.memberName() == null ? each.memberId() : each.memberName(),
                        "/organisations/"
                            + Segment.of(each.memberId())
                            + "/belonging/"
                            + each.affiliationId()),
                    new Cell(each.memberId()),
                    new Cell(Words.day(each.start())),
                    new Cell(last(each.end()))))
            .toList());
  }

  static String last(@Nullable LocalDate end) {
    return end == null ? "Goes on" : Words.day(end.minusDays(1));
  }

  private static List<Choice> choices(List<Areas.Place> others) {
    if (others.isEmpty()) {
      return List.of();
    }
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "Choose"));
    others.forEach(other -> choices.add(new Choice(other.placeId(), other.name())));
    return choices;
  }
}
