package uk.onevoice.web.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Opportunities.Award;
import uk.onevoice.web.api.Opportunities.Before;
import uk.onevoice.web.api.Opportunities.Bid;
import uk.onevoice.web.api.Opportunities.Line;
import uk.onevoice.web.api.Opportunities.Named;
import uk.onevoice.web.api.Opportunities.Opportunity;
import uk.onevoice.web.api.Opportunities.Ours;
import uk.onevoice.web.api.Opportunities.Talk;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Words;

/** A tender or contract in the words of its pages. */
final class OpportunityView {
  static final List<Choice> KINDS =
      List.of(
          new Choice("TENDER", "A tender", "Offers are compared"),
          new Choice("CONTRACT", "A contract", "It is given without a tender"));
  static final List<Choice> STEPS =
      List.of(
          new Choice("INTEREST", "We said that we are interested"),
          new Choice("SUBMITTED", "The bid went out"));
  static final List<Choice> RESULTS =
      List.of(
          new Choice("AWARDED", "We were awarded it"),
          new Choice("LOST", "Somebody else was"),
          new Choice("WITHDRAWN", "It was given up"));

  /** Where an opportunity can stand once it has a result. */
  static final List<String> ENDED = List.of("AWARDED", "LOST", "WITHDRAWN");

  private final UnaryOperator<String> names;
  private final Function<String, Optional<String>> people;

  OpportunityView(UnaryOperator<String> names, Function<String, Optional<String>> people) {
    this.names = names;
    this.people = people;
  }

  /** Somebody who is named, for the list on the page. */
  record PersonLine(String personId, String name, String organisation, String note) {}

  record OrganisationLine(String organisationId, String name) {}

  static String title(@Nullable String title) {
    return title == null ? "An opportunity whose name is not shown" : title;
  }

  static String stand(String stand, LocalDate since) {
    String day = Words.day(since);
    return switch (stand) {
      case "INTEREST" -> "Interest was expressed on " + day;
      case "SUBMITTED" -> "The bid went out on " + day;
      case "AWARDED" -> "Awarded on " + day;
      case "LOST" -> "Lost on " + day;
      case "WITHDRAWN" -> "Given up on " + day;
      default -> "Opened on " + day;
    };
  }

  static Grid list(String caption, List<Line> lines) {
    return new Grid(
        caption,
        List.of(
            new Column("What", false),
            new Column("Topic", false),
            new Column("Where it stands", false)),
        lines.stream()
            .map(line ->
                List.of(
                    new Cell(title(line.title()), "/opportunities/" + line.opportunityId()),
                    new Cell(line.topicNow() == null ? "Not said" : line.topicNow()),
                    new Cell(stand(line.stand(), line.since()))))
            .toList());
  }

  String hostSentence(Opportunity opportunity) {
    @Nullable Bid bid = opportunity.bid();
    @Nullable Award award = opportunity.award();
    if (bid == null && award == null) {
      return "";
    }
    @Nullable String host = bid != null ? bid.hostId() : award == null ? null : award.hostId();
    @Nullable String lead = bid != null ? bid.leadId() : award == null ? null : award.leadId();
    if (host == null) {
      return "Who hosts it is not settled.";
    }
    return names.apply(host)
        + " hosts it"
        + (lead == null
            ? "; who leads the work locally is not settled."
            : ", and " + names.apply(lead) + " leads the work locally.");
  }

  static String mandateSentence(Bid bid, @Nullable Ours ours) {
    if (Boolean.TRUE.equals(bid.provisional())) {
      return "The bid went out without a live mandate on its topic: it is provisional until one is cited.";
    }
    if (bid.submittedOn() != null) {
      return "The bid went out under a live mandate.";
    }
    if (ours == null) {
      return "";
    }
    if (ours.mandateId() == null) {
      return "No mandate is cited. A bid that goes out without one is provisional.";
    }
    return ours.lacks().isEmpty()
        ? "A live mandate on this topic is cited."
        : "The mandate that is cited does not cover it today: "
            + Words.list(ours.lacks().stream().map(OpportunityView::lack).toList())
            + ".";
  }

  private static String lack(String lack) {
    return switch (lack) {
      case "NOT_IN_FORCE" -> "it is not in force";
      case "TOPIC" -> "it does not name the topic";
      default -> "it is not known here";
    };
  }

  List<String> warnings(Ours ours) {
    List<String> warnings = new ArrayList<>();
    ours.warnings()
        .forEach(warning ->
            warnings.add(
                switch (warning.warning()) {
                  case "NO_RELATIONSHIP" ->
                      "General practice here keeps no relationship with "
                          + names.apply(warning.organisationId())
                          + ".";
                  case "NOT_STRONG" ->
                      "There is no strong relationship with "
                          + names.apply(warning.organisationId())
                          + ".";
                  default ->
                      "Nobody has said how strong the relationship with "
                          + names.apply(warning.organisationId())
                          + " is.";
                }));
    ours.conflicts()
        .forEach(conflict ->
            warnings.add(
                name(conflict.personId())
                    + " also holds a role at "
                    + names.apply(conflict.organisationId())
                    + ", which bids against this."));
    return warnings;
  }

  List<PersonLine> people(Bid bid) {
    return bid.people().stream().map(this::person).toList();
  }

  private PersonLine person(Named named) {
    return new PersonLine(
        named.personId(),
        name(named.personId()),
        names.apply(named.organisationId()),
        named.holdsRole() ? "" : "Holds no role there today");
  }

  private String name(String personId) {
    return people.apply(personId).orElse("Somebody whose name is not shown");
  }

  List<OrganisationLine> organisations(List<String> ids) {
    return ids.stream().map(id -> new OrganisationLine(id, names.apply(id))).toList();
  }

  /** Whether the conversation came before the tender, in one sentence. */
  static String beforeSentence(Before before) {
    @Nullable Long days = before.daysBefore();
    if (days == null) {
      return "No talk with anybody in the bid is logged, so nothing shows that the conversation came first.";
    }
    String which =
        before.onTopic()
            ? "The first talk about this topic"
            : "The first talk, about something else,";
    if (days <= 0) {
      return which
          + " came only "
          + (days == 0
              ? "on the day it was opened."
              : Words.count(-days, "day", "days") + " after it was opened.");
    }
    return which
        + " came "
        + Words.count(days, "day", "days")
        + " before it was opened. "
        + Words.sentence(
            Words.count(before.talksBefore(), "talk", "talks") + " came before that day");
  }

  private record Moment(LocalDate on, List<Cell> cells) {}

  Grid timeline(Opportunity opportunity, Bid bid, Ours ours) {
    List<Moment> moments = new ArrayList<>();
    ours.before().first().forEach(talk -> moments.add(talked(talk)));
    step(moments, opportunity.openedOn(), "It was opened");
    step(moments, bid.interestOn(), "Interest was expressed");
    step(
        moments,
        bid.submittedOn(),
        Boolean.TRUE.equals(bid.provisional())
            ? "The bid went out, provisionally"
            : "The bid went out");
    if (ENDED.contains(opportunity.stand())) {
      step(
          moments,
          opportunity.since(),
          switch (opportunity.stand()) {
            case "AWARDED" -> "It was awarded to us";
            case "LOST" -> "It was lost";
            default -> "It was given up";
          });
    }
    moments.sort(Comparator.comparing(Moment::on));
    return new Grid(
        "What came when",
        List.of(
            new Column("What", false), new Column("When", false), new Column("With whom", false)),
        moments.stream().map(Moment::cells).toList());
  }

  private Moment talked(Talk talk) {
    String what =
        (talk.onTopic() ? "First talk about this topic" : "First talk")
            + (talk.recordedAfter() ? ", written down only after it was opened" : "");
    return new Moment(
        talk.on(),
        List.of(
            new Cell(what),
            new Cell(Words.day(talk.on())),
            new Cell(names.apply(talk.organisationId()), "/slots/" + talk.slotId())));
  }

  private static void step(List<Moment> moments, @Nullable LocalDate on, String what) {
    if (on != null) {
      moments.add(new Moment(on, List.of(new Cell(what), new Cell(Words.day(on)), new Cell("—"))));
    }
  }
}
