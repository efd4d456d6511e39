package uk.onevoice.web.pages;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Relationships.AgendaItem;
import uk.onevoice.web.api.Relationships.Ask;
import uk.onevoice.web.api.Relationships.Commitment;
import uk.onevoice.web.api.Relationships.Counterpart;
import uk.onevoice.web.api.Relationships.Happening;
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
   * One mark of the time line.
   *
   * @param talk to correct it or take it back; null where it cannot be changed
   * @param promise to take back one that was settled by mistake; null for all else
   */
  record Mark(
      String mark,
      String look,
      String day,
      String what,
      @Nullable String more,
      @Nullable String talk,
      @Nullable String promise) {}

  static RelationshipView of(
      Whole whole, Function<String, String> names, String holder, LocalDate today) {
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
        whole.asks().stream().map(RelationshipView::ask).toList(),
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

  private static Line ask(Ask ask) {
    boolean ours = ask.side().equals("OURS");
    String who =
        ask.kind().equals("ASK")
            ? (ours ? "We asked: " : "They asked: ")
            : (ours ? "We offered: " : "They offered: ");
    return new Line(
        ask.entryId(),
        who + words(ask.words()),
        Words.day(ask.on()) + (ask.reply() == null ? ", no answer yet" : ", answered: later"),
        false);
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
            + (promise.topicNow() == null ? "" : ". " + promise.topicNow()),
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

  /** What happened, with a mark that does not speak by its colour alone. */
  static Mark mark(Happening each, Function<String, String> people) {
    boolean ours = "OURS".equals(each.side());
    String who = ours ? "We" : "They";
    String own = ours ? "Our" : "Their";
    String words = words(each.words());
    return switch (each.what()) {
      case "TALK" -> talk(each, people);
      case "PRIORITY" -> line("P", "", each, who + " want: " + words, null);
      case "ASK" -> line("A", "", each, who + " asked: " + words, null);
      case "OFFER" -> line("A", "", each, who + " offered: " + words, null);
      case "ANSWER" -> line("A", "", each, answer(each), each.words());
      case "PROMISE" -> line("○", "", each, who + " promised: " + words, due(each));
      case "PROMISE_LATE" -> line("!", "ov-late", each, own + " promise is late: " + words, null);
      case "PROMISE_KEPT" -> line("✓", "ov-on", each, own + " promise kept: " + words, null);
      case "PROMISE_BROKEN" ->
          line("!", "ov-late", each, own + " promise was not kept: " + words, null);
      case "SUPPORT" -> line("S", "", each, "They backed us: " + words, null);
      default -> line("R", "ov-on", each, "What came of it: " + words, null);
    };
  }

  private static @Nullable String due(Happening each) {
    return each.due() == null ? null : "Due on " + Words.day(each.due());
  }

  private static String answer(Happening each) {
    String to = "OURS".equals(each.side()) ? "They" : "We";
    return switch (String.valueOf(each.reply())) {
      case "ACCEPTED" -> to + " said yes";
      case "DECLINED" -> to + " said no";
      default -> to + " said: later";
    };
  }

  private static Mark talk(Happening each, Function<String, String> people) {
    String kind = Vocabulary.words(Vocabulary.CONTACT_KINDS, String.valueOf(each.contactKind()));
    String with =
        each.counterpartRefs().isEmpty()
            ? ""
            : " with " + Words.list(each.counterpartRefs().stream().map(people).toList());
    String long_ = each.minutes() == null ? "" : ", " + each.minutes() + " minutes";
    String way = Boolean.FALSE.equals(each.twoWay()) ? " (one side spoke)" : "";
    return new Mark(
        "T",
        "",
        Words.day(each.on()),
        "Talk" + with + long_ + topic(each) + way,
        each.words() == null ? kind : kind + ". " + each.words(),
        each.changeable() ? each.id() : null,
        null);
  }

  private static String topic(Happening each) {
    return each.topicNow() == null ? "" : ": " + each.topicNow();
  }

  private static Mark line(
      String mark, String look, Happening each, String what, @Nullable String more) {
    String topic = each.topicNow();
    String evidence =
        Stream.of(more, topic).filter(Objects::nonNull).collect(Collectors.joining(". "));
    return new Mark(
        mark,
        look,
        Words.day(each.on()),
        what,
        evidence.isEmpty() ? null : evidence,
        null,
        List.of("PROMISE_KEPT", "PROMISE_BROKEN").contains(each.what()) ? each.id() : null);
  }
}
