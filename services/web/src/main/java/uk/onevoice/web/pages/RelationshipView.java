package uk.onevoice.web.pages;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Relationships.AgendaItem;
import uk.onevoice.web.api.Relationships.Ask;
import uk.onevoice.web.api.Relationships.Commitment;
import uk.onevoice.web.api.Relationships.Counterpart;
import uk.onevoice.web.api.Relationships.Mandate;
import uk.onevoice.web.api.Relationships.Priority;
import uk.onevoice.web.api.Relationships.Promises;
import uk.onevoice.web.api.Relationships.Result;
import uk.onevoice.web.api.Relationships.Support;
import uk.onevoice.web.api.Relationships.Whole;
import uk.onevoice.web.ui.Words;

/** A relationship in the words of its page. */
record RelationshipView(
    String sentence,
    boolean flag,
    String people,
    List<Person> persons,
    List<Fact> facts,
    String nextContact,
    boolean listenFirst,
    String agendaSentence,
    List<Fact> agenda,
    List<Line> asks,
    List<Line> promises,
    String promiseSentence,
    List<Line> support,
    List<Line> results,
    String investedSentence) {
  static final String NOT_SHOWN = "Words that cannot be shown";

  /** So many days without a talk of both sides, and a slot no longer counts as covered. */
  private static final int COVERED_DAYS = 90;

  record Fact(String name, String value) {}

  /**
   * @param ref to open what is known of them
   */
  record Person(String ref, String name, List<Fact> facts) {}

  /**
   * @param id of the entry or promise, for the forms beside it
   */
  record Line(String id, String what, String more, boolean late) {}

  /**
   * @param positions what positions of general practice are called
   */
  static RelationshipView of(
      Whole whole,
      Function<String, String> names,
      Function<String, Optional<String>> positions,
      String holder,
      LocalDate today) {
    return new RelationshipView(
        sentence(whole, today),
        whole.theirPromises().overdue() + whole.ourPromises().overdue() > 0
            || isCold(whole.lastTwoWayContact(), today),
        whole.counterparts().isEmpty()
            ? "Nobody named yet"
            : whole.counterparts().stream()
                .map(RelationshipView::name)
                .collect(Collectors.joining(", ")),
        whole.counterparts().stream().map(RelationshipView::person).toList(),
        facts(whole, names, holder),
        nextContact(whole.lastTwoWayContact(), today),
        whole.listenFirst(),
        agendaSentence(whole),
        agenda(whole),
        whole.asks().stream().map(each -> ask(each, positions)).toList(),
        whole.commitments().stream().map(each -> promise(each, today)).toList(),
        promises("We", whole.ourPromises()) + " " + promises("They", whole.theirPromises()),
        whole.support().stream().map(each -> support(each, whole)).toList(),
        whole.results().stream().map(RelationshipView::result).toList(),
        invested(whole));
  }

  static String name(Counterpart person) {
    if (person.name() != null) {
      return person.name();
    }
    return person.shown().equals("GONE")
        ? "Somebody who was erased"
        : "Somebody whose name is not shown now";
  }

  /** 9 weeks since you last spoke. They owe us 1 promise, 24 days late. */
  static String sentence(Whole whole, LocalDate today) {
    if (whole.closedOn() != null) {
      return "This relationship ended on " + Words.day(whole.closedOn()) + ".";
    }
    return Stream.of(
            spoke(whole.lastTwoWayContact(), today),
            owed("They owe us ", whole, "THEIRS", today),
            owed("We owe them ", whole, "OURS", today))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String spoke(@Nullable LocalDate last, LocalDate today) {
    if (last == null) {
      return "No talk of both sides is written down yet.";
    }
    long days = ChronoUnit.DAYS.between(last, today);
    if (days == 0) {
      return "You spoke today.";
    }
    return days < 14
        ? Words.count(days, "day", "days") + " since you last spoke."
        : Words.count(days / 7, "week", "weeks") + " since you last spoke.";
  }

  private static String owed(String who, Whole whole, String side, LocalDate today) {
    List<Commitment> open =
        whole.commitments().stream().filter(each -> each.side().equals(side)).toList();
    if (open.isEmpty()) {
      return "";
    }
    long late =
        open.stream()
            .filter(Commitment::overdue)
            .mapToLong(each -> ChronoUnit.DAYS.between(each.due(), today))
            .max()
            .orElse(0);
    return who
        + Words.count(open.size(), "promise", "promises")
        + (late > 0
            ? (open.size() == 1 ? ", " : ", one of them ")
                + Words.count(late, "day", "days")
                + " late."
            : ".");
  }

  static boolean isCold(@Nullable LocalDate last, LocalDate today) {
    return last == null || ChronoUnit.DAYS.between(last, today) > COVERED_DAYS;
  }

  static String nextContact(@Nullable LocalDate last, LocalDate today) {
    if (last == null) {
      return "Begin by listening: ask what they want this year.";
    }
    LocalDate until = last.plusDays(COVERED_DAYS);
    return until.isBefore(today)
        ? "Overdue: " + COVERED_DAYS + " days without a talk were over on " + Words.day(until) + "."
        : "Talk by " + Words.day(until) + ", so that " + COVERED_DAYS + " days do not pass.";
  }

  private static Person person(Counterpart person) {
    var facts = new ArrayList<Fact>();
    add(facts, "Role", role(person));
    person
        .earlierRoles()
        .forEach(earlier ->
            facts.add(
                new Fact(
                    "Before",
                    earlier.roleTitle()
                        + (earlier.from() == null ? "" : ", from " + Words.day(earlier.from()))
                        + ", until "
                        + Words.day(earlier.until()))));
    add(facts, "Sits on", person.sitsOn());
    add(
        facts,
        "Can sign for",
        person.lacksAuthority() ? "Nothing: the role lacks the authority" : person.signsFor());
    add(facts, "Checked on", person.checkedOn() == null ? null : Words.day(person.checkedOn()));
    return new Person(person.counterpartRef(), name(person), facts);
  }

  private static @Nullable String role(Counterpart person) {
    return person.roleTitle() == null || person.inRoleSince() == null
        ? person.roleTitle()
        : person.roleTitle() + " since " + Words.day(person.inRoleSince());
  }

  private static void add(List<Fact> facts, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      facts.add(new Fact(name, value));
    }
  }

  private static List<Fact> facts(Whole whole, Function<String, String> names, String holder) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("Held by", holder + ", for " + names.apply(whole.actingFor())));
    whole.before().forEach(left -> facts.add(new Fact("Was with", name(left))));
    if (whole.relation().equals("PEER")) {
      facts.add(new Fact("Kind", "Between peers: general practice on both sides"));
    }
    return facts;
  }

  private static String agendaSentence(Whole whole) {
    if (whole.listenFirst()) {
      return "Nobody has written down what they want. Listen before you ask.";
    }
    List<String> both =
        whole.agenda().stream()
            .filter(item -> item.of().equals("BOTH"))
            .map(RelationshipView::topic)
            .toList();
    return both.isEmpty()
        ? "No topic is a priority of both sides yet."
        : "Both sides want to get on with " + Words.list(both) + ".";
  }

  private static String topic(AgendaItem item) {
    return Objects.requireNonNullElse(item.topicNow(), "a topic of another list");
  }

  private static List<Fact> agenda(Whole whole) {
    return whole.priorities().stream()
        .map(each -> new Fact(each.side().equals("OURS") ? "We want" : "They want", wants(each)))
        .toList();
  }

  private static String wants(Priority each) {
    return words(each.words())
        + (each.topicNow() == null ? "" : " (" + each.topicNow() + ")")
        + ", "
        + Words.day(each.on());
  }

  static Line ask(Ask ask, Function<String, Optional<String>> positions) {
    boolean ours = ask.side().equals("OURS");
    String who =
        ask.kind().equals("ASK")
            ? (ours ? "We asked: " : "They asked: ")
            : (ours ? "We offered: " : "They offered: ");
    return new Line(
        ask.entryId(),
        who + words(ask.words()),
        Words.day(ask.on())
            + (ask.reply() == null ? ", no answer yet" : ", answered: later")
            + under(ask.mandate())
            + follows(ask.positionId(), positions),
        false);
  }

  /**
   * Of what a position says only its own page can be sure: the ask cites it, whatever became of it.
   */
  private static String follows(
      @Nullable String position, Function<String, Optional<String>> positions) {
    return position == null
        ? ""
        : positions
            .apply(position)
            .map(label -> ". It follows from our position on " + label)
            .orElse(". It names a position that is not one of our public ones today");
  }

  /** Whether practices still stand behind it. */
  private static String under(@Nullable Mandate mandate) {
    if (mandate == null) {
      return "";
    }
    String on = mandate.topicsNow().isEmpty() ? "" : " on " + Words.list(mandate.topicsNow());
    LocalDate until = mandate.until();
    String last = until == null ? "" : Words.day(until.minusDays(1));
    return ". Asked under the mandate"
        + on
        + (mandate.inForce()
            ? ", live until " + last
            : last.isEmpty() ? ", which is not live" : ", which ended on " + last);
  }

  static Line promise(Commitment promise, LocalDate today) {
    return new Line(
        promise.commitmentId(),
        (promise.side().equals("OURS") ? "We promised: " : "They promised: ")
            + words(promise.words()),
        "Due on "
            + Words.day(promise.due())
            + ", "
            + ActionView.when(promise.due(), today)
            + (promise.topicNow() == null ? "" : ". " + promise.topicNow())
            + (promise.shared() ? ". They can read it" : ""),
        promise.overdue());
  }

  private static String promises(String who, Promises of) {
    if (of.made() == 0) {
      return who + " have promised nothing yet.";
    }
    return who
        + " kept "
        + Words.number(of.kept())
        + " of "
        + Words.count(of.made(), "promise", "promises")
        + (of.open() == 0 ? "." : "; " + Words.number(of.open()) + " open.");
  }

  private static Line support(Support each, Whole whole) {
    String who =
        Stream.concat(whole.counterparts().stream(), whole.before().stream())
            .filter(person -> person.counterpartRef().equals(each.counterpartRef()))
            .findFirst()
            .map(person -> name(person) + ": ")
            .orElse("");
    return new Line(each.entryId(), who + words(each.words()), Words.day(each.on()), false);
  }

  private static Line result(Result each) {
    return new Line(each.entryId(), words(each.words()), Words.day(each.on()), false);
  }

  private static String invested(Whole whole) {
    int talks = whole.invested().talks();
    int minutes = whole.invested().minutes();
    return Words.sentence(Words.count(talks, "talk", "talks"))
        + (minutes == 0 ? "" : ", " + Words.number(minutes) + " minutes written down")
        + "; "
        + Words.count(whole.invested().results(), "thing", "things")
        + " came of it.";
  }

  static String words(@Nullable String words) {
    return words == null ? NOT_SHOWN : words;
  }
}
