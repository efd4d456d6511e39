package uk.onevoice.web.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Groups.Entry;
import uk.onevoice.web.api.Groups.Group;
import uk.onevoice.web.api.Groups.Interest;
import uk.onevoice.web.api.Groups.Named;
import uk.onevoice.web.api.Groups.Place;
import uk.onevoice.web.api.Groups.Point;
import uk.onevoice.web.api.Groups.Seat;
import uk.onevoice.web.api.Groups.SeatRule;
import uk.onevoice.web.api.Groups.Summary;
import uk.onevoice.web.api.Groups.Terms;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Words;

/** A leadership group in the words of its page. */
public record GroupView(
    String groupId,
    String name,
    String sentence,
    boolean flag,
    String standing,
    String chair,
    boolean chaired,
    List<SeatRow> seats,
    List<String> terms,
    String termsSentence,
    List<Reached> milestones) {

  /**
   * A seat; a vacant one stands out.
   *
   * @param href of the seat's own page, for who may do something there
   */
  public record SeatRow(
      String seat, String who, String how, boolean vacant, @Nullable String href) {}

  /** A milestone, with the name by which it is taken back. */
  public record Reached(String milestone, String text, String on) {}

  static GroupView of(Group group, List<Seat> seats) {
    return new GroupView(
        group.groupId(),
        group.name(),
        sentence(group),
        group.end() == null && (group.terms() == null || group.vacant() > 0),
        standing(group.footing(), group.federation(), group.legalEntity()),
        group.chair() == null
            ? "Nobody chairs the group."
            : "The chair is " + GroupWords.holderInSentence(group.chair()) + ".",
        group.chair() != null,
        seats.stream().map(seat -> row(group, seat)).toList(),
        group.terms() == null ? List.of() : terms(group.terms()),
        termsSentence(group.terms(), group.asOf()),
        milestones(group));
  }

  static String sentence(Group group) {
    String where =
        group.places().isEmpty()
            ? "the whole ICS"
            : Words.list(
                group.places().stream()
                    .map(place -> place.name() == null ? place.placeId() : place.name())
                    .toList());
    if (group.end() != null && !group.asOf().isBefore(group.end())) {
      return "This group spoke for " + where + " and has been dissolved.";
    }
    String speaks = "This group speaks for general practice in " + where + ".";
    if (group.terms() == null) {
      return speaks + " It has no terms of reference yet, and so no seats.";
    }
    if (group.seats() == 0) {
      return speaks + " Its terms make no seat here.";
    }
    return speaks
        + " "
        + (group.vacant() == 0
            ? "All its " + Words.count(group.seats(), "seat is", "seats are") + " filled."
            : Words.number(group.vacant())
                + " of its "
                + Words.count(group.seats(), "seat", "seats")
                + (group.vacant() == 1 ? " is vacant." : " are vacant."));
  }

  static String standing(String footing, @Nullable Named federation, @Nullable Named legal) {
    String on =
        switch (footing) {
          case "INSIDE_FEDERATION" -> "It is part of " + name(federation, "a federation");
          case "NO_FEDERATION" -> "There is no federation behind it";
          default -> "It stands beside the federation";
        };
    return on
        + (legal == null
            ? ". It is no legal entity: it can agree, but it cannot sign a contract or employ anybody."
            : ". It is no legal entity; " + name(legal, "another body") + " signs for it.");
  }

  private static String name(@Nullable Named body, String otherwise) {
    return body == null || body.name() == null ? otherwise : body.name();
  }

  private static SeatRow row(Group group, Seat seat) {
    boolean office = seat.filledBy().equals("OFFICE");
    var holder = seat.holder();
    String who =
        holder == null
            ? office ? "Vacant: nobody holds this role" : "Vacant: nobody has been put forward"
            : GroupWords.holder(holder);
    String until = seat.takenUntil() == null ? "" : ", until " + Words.day(seat.takenUntil());
    return new SeatRow(
        GroupWords.seat(seat.role(), seat.bodyName()),
        who,
        office ? "Comes with the role" : "Put forward" + until,
        holder == null,
        group.runs() || group.inside()
            ? "/groups/" + group.groupId() + "/seats/" + seat.seatId()
            : null);
  }

  static String termsSentence(@Nullable Terms terms, LocalDate today) {
    if (terms == null) {
      return "No terms of reference are adopted. They say who sits, how many have to be there and how the group decides.";
    }
    String review =
        terms.reviewOn() == null
            ? "No day is set to look at them again."
            : terms.reviewOn().isBefore(today)
                ? "They should have been looked at again by " + Words.day(terms.reviewOn()) + "."
                : "They are to be looked at again by " + Words.day(terms.reviewOn()) + ".";
    return "Version " + terms.version() + " holds since " + Words.day(terms.from()) + ". " + review;
  }

  static List<String> terms(Terms terms) {
    var lines = new ArrayList<String>();
    lines.add(
        "Decides when "
            + Words.count(terms.quorum(), "member is", "members are")
            + " there: "
            + Vocabulary.words(GroupWords.DECISIONS, terms.decisionRule()).toLowerCase(Locale.UK)
            + ".");
    lines.add(
        "May chair: "
            + Vocabulary.words(GroupWords.CHAIRS, terms.chairRule()).toLowerCase(Locale.UK)
            + ", of whatever profession.");
    terms.seatRules().forEach(rule -> lines.add(rule(rule)));
    if (terms.words() != null) {
      lines.add(terms.words());
    }
    return lines;
  }

  private static String rule(SeatRule rule) {
    String each =
        switch (rule.per()) {
          case "EVERY_PCN" -> "For each PCN";
          case "EVERY_FEDERATION" -> "For each federation";
          case "EVERY_LMC" -> "For each LMC";
          case "EVERY_PLACE" -> "For each place";
          case "EVERY_ICB" -> "For the ICB";
          default -> "For the group";
        };
    String who = rule.role() == null ? "holders of any role" : RoleWords.of(rule.role());
    return each
        + ": "
        + Words.count(rule.seats(), "seat", "seats")
        + " for "
        + who
        + (rule.filledBy().equals("OFFICE") ? ", by office." : ", put forward.");
  }

  private static List<Reached> milestones(Group group) {
    return group.milestones().stream()
        .map(each ->
            new Reached(
                each.milestone(),
                Vocabulary.words(GroupWords.MILESTONES, each.milestone()),
                Words.day(each.on())))
        .toList();
  }

  /**
   * @param mayChange whose interests lead to a page where they are ended and put right
   */
  static Grid interests(String groupId, List<Interest> interests, Predicate<Interest> mayChange) {
    return new Grid(
        "Declared interests",
        List.of(
            new Column("Who", false),
            new Column("What", false),
            new Column("Kind", false),
            new Column("In", false),
            new Column("When", false)),
        interests.stream()
            .map(interest ->
                List.of(
                    new Cell(who(interest)),
                    new Cell(
                        words(interest),
                        mayChange.test(interest)
                            ? "/groups/" + groupId + "/interests/" + interest.interestId()
                            : null),
                    new Cell(Vocabulary.words(GroupWords.INTERESTS, interest.kind())),
                    new Cell(
                        organisation(interest),
                        interest.organisation() == null
                            ? null
                            : "/organisations/" + interest.organisation().organisationId()),
                    new Cell(
                        "since "
                            + Words.day(interest.start())
                            + (interest.end() == null
                                ? ""
                                : ", until " + Words.day(interest.end().minusDays(1))))))
            .toList());
  }

  static String who(Interest interest) {
    return interest.holder() == null ? "A member before" : GroupWords.holder(interest.holder());
  }

  static String words(Interest interest) {
    return interest.words() == null ? "Erased" : interest.words();
  }

  static String organisation(Interest interest) {
    Named organisation = interest.organisation();
    return organisation == null
        ? "No organisation"
        : name(organisation, organisation.organisationId());
  }

  static String trendSentence(List<Point> points) {
    if (points.isEmpty()) {
      return "There is nothing to show yet. A trend needs two rounds with at least five answers each, so that nobody’s answer can be worked out.";
    }
    double last = points.getLast().mean();
    String now = "Members’ trust in the group is " + number(last) + " of 5";
    if (points.size() == 1) {
      return now + ".";
    }
    double before = points.get(points.size() - 2).mean();
    return now
        + (last > before
            ? ", more than before."
            : last < before ? ", less than before." : ", the same as before.");
  }

  static Grid trend(List<Point> points) {
    return new Grid(
        "Trust over time",
        List.of(
            new Column("Up to", false),
            new Column("Rounds taken together", true),
            new Column("Trust, 1 to 5", true)),
        points.stream()
            .map(point ->
                List.of(
                    new Cell(Words.day(point.on())),
                    new Cell(Words.number(point.rounds())),
                    new Cell(number(point.mean()))))
            .toList());
  }

  private static String number(double mean) {
    return mean == Math.rint(mean) ? Long.toString(Math.round(mean)) : Double.toString(mean);
  }

  /**
   * @param me the reader, by reference
   */
  static Grid history(List<Entry> entries, String me) {
    return new Grid(
        "What has happened",
        List.of(
            new Column("What", false),
            new Column("Day", false),
            new Column("Who", false),
            new Column("Written down", false)),
        entries.stream()
            .map(entry ->
                List.of(
                    new Cell(GroupWords.event(entry.type())),
                    new Cell(entry.on() == null ? "" : Words.day(entry.on())),
                    new Cell(HistoryWords.who(entry.by(), entry.byName(), me)),
                    new Cell(Words.time(entry.recordedAt()))))
            .toList());
  }

  /** Where a place names its groups. */
  static String inList(Summary group) {
    return group.name()
        + (group.seats() == 0
            ? ", no seats yet"
            : ", "
                + Words.number(group.seats() - group.vacant())
                + " of "
                + Words.count(group.seats(), "seat", "seats")
                + " filled");
  }

  static String placesOf(List<Place> places) {
    return places.isEmpty() || places.getFirst().name() == null
        ? "Places"
        : places.getFirst().name();
  }
}
