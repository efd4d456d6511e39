package uk.onevoice.web.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Actions.Action;
import uk.onevoice.web.api.Diary.Listed;
import uk.onevoice.web.api.Doings.Brief;
import uk.onevoice.web.api.Doings.FeedbackDue;
import uk.onevoice.web.api.Mandates.Unanswered;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Topic;
import uk.onevoice.web.ui.Words;

/**
 * What waits for the reader: what their practice is asked, what is to be done round meetings, the
 * oldest risk first, and where they go next.
 *
 * @param asked the questions that end first at the top
 */
public record WeekView(
    String sentence,
    boolean flag,
    String askedSentence,
    List<Task> asked,
    List<Task> tasks,
    String nextSentence,
    List<Card> next) {
  private static final int WEEK = 7;

  /** Something to do; {@code by} says how old the risk is. */
  public record Task(
      String text, String href, String hint, String state, String colour, LocalDate by) {}

  /** A meeting to come: whether it was prepared, and for which items somebody may speak. */
  public record Card(Link meeting, String when, String brief, boolean ready, String mandate) {}

  /** A meeting at which the reader is to be, with its brief where that is for them. */
  public record Coming(Listed meeting, @Nullable Brief brief, boolean read) {}

  /** A question for the reader's practice, and by what name the body goes that asks to speak. */
  public record Asked(Unanswered question, String holder) {}

  /**
   * @param asked those that end first at the top
   * @param coming the soonest first
   * @param unwritten held, and nobody has said what happened
   * @param feedback what practices wait for
   * @param actions what the reader's body is to do
   */
  record Sources(
      List<Asked> asked,
      List<Coming> coming,
      List<Listed> unwritten,
      List<FeedbackDue> feedback,
      List<Action> actions,
      LocalDate today) {}

  static WeekView of(Sources sources) {
    LocalDate today = sources.today();
    List<Task> tasks = new ArrayList<>();
    sources.actions().forEach(action -> tasks.add(task(action, today)));
    sources.feedback().forEach(due -> tasks.add(task(due, today)));
    sources.unwritten().forEach(meeting -> tasks.add(unwritten(meeting)));
    sources.coming().stream()
        .filter(each -> each.brief() != null && each.brief().version() > 0 && !each.read())
        .forEach(each -> tasks.add(brief(each.meeting(), today)));
    tasks.sort(Comparator.comparing(Task::by));
    long late = sources.actions().stream().filter(Action::overdue).count();
    return new WeekView(
        sentence(sources, late),
        late > 0
            || !sources.asked().isEmpty()
            || !sources.feedback().isEmpty()
            || !sources.unwritten().isEmpty(),
        Words.sentence(waits(sources.asked().size())),
        sources.asked().stream().map(asked -> task(asked, today)).toList(),
        tasks,
        nextSentence(sources.coming()),
        sources.coming().stream().map(WeekView::card).toList());
  }

  /**
   * With what is to be done beside meetings, in one order.
   *
   * @param also a sentence on it, or nothing
   */
  WeekView withTasks(List<Task> others, String also) {
    List<Task> all = new ArrayList<>(tasks);
    all.addAll(others);
    all.sort(Comparator.comparing(Task::by));
    return new WeekView(
        also.isEmpty() ? sentence : sentence + " " + also,
        flag || !also.isEmpty(),
        askedSentence,
        asked,
        all,
        nextSentence,
        next);
  }

  private static String sentence(Sources sources, long late) {
    LocalDate end = sources.today().plusDays(WEEK);
    long soon = sources.coming().stream().filter(each -> each.meeting().on().isBefore(end)).count();
    List<String> parts = new ArrayList<>();
    if (!sources.asked().isEmpty()) {
      parts.add(waits(sources.asked().size()));
    }
    if (soon > 0) {
      parts.add(
          Words.count(soon, "meeting needs you", "meetings need you") + " in the next 7 days");
    }
    if (late > 0) {
      parts.add(Words.count(late, "promise of yours is late", "promises of yours are late"));
    }
    if (!sources.feedback().isEmpty()) {
      parts.add("practices wait for " + Words.count(sources.feedback().size(), "note", "notes"));
    }
    if (!sources.unwritten().isEmpty()) {
      parts.add(
          "what happened at "
              + Words.count(sources.unwritten().size(), "meeting", "meetings")
              + " is not written down");
    }
    return parts.isEmpty()
        ? "Nothing round meetings waits for you this week."
        : Words.sentence(Words.list(parts)) + ".";
  }

  private static String waits(int questions) {
    return Words.count(questions, "question waits", "questions wait") + " for your practice";
  }

  private static Task task(Asked asked, LocalDate today) {
    Unanswered question = asked.question();
    String reminded =
        question.remindedOn() == null
            ? ""
            : " Reminded "
                + (question.reminders() == 1 ? "on " : question.reminders() + " times, last on ")
                + Words.day(question.remindedOn())
                + ".";
    return new Task(
        "May the "
            + RoleWords.lowerFirst(question.holderRole())
            + " of "
            + asked.holder()
            + " speak for you on "
            + Topic.words(question.topic(), question.topicNow())
            + "?",
        "/mandates/" + question.mandateId() + "#answer-box",
        "Answer by "
            + Words.day(question.answerBy())
            + "."
            + reminded
            + (question.answeredBefore() ? " Your earlier answer was to the old terms." : ""),
        Words.sentence(ActionView.when(question.answerBy(), today)),
        question.remindedOn() == null ? "blue" : "orange",
        question.answerBy());
  }

  private static Task task(Action action, LocalDate today) {
    return new Task(
        ActionView.what(action),
        "/actions/" + action.actionId(),
        action.owner() + " is to do it by " + Words.weekday(action.due()) + ".",
        Words.sentence(ActionView.when(action.due(), today)),
        action.overdue() ? "orange" : "blue",
        action.due());
  }

  private static Task task(FeedbackDue due, LocalDate today) {
    return new Task(
        "Tell practices what came of " + due.forum(),
        "/meetings/" + due.meetingId() + "/notes/" + due.mandateId(),
        "It was on "
            + Words.day(due.on())
            + "; the mandate says they hear by "
            + Words.day(due.dueOn())
            + ".",
        Words.sentence(ActionView.when(due.dueOn(), today)),
        "orange",
        due.dueOn());
  }

  private static Task unwritten(Listed meeting) {
    return new Task(
        "Say what happened at " + meeting.called(),
        "/meetings/" + meeting.meetingId() + "/during",
        Words.weekday(meeting.on()) + ". It takes under a minute.",
        "No record",
        "grey",
        meeting.on());
  }

  private static Task brief(Listed meeting, LocalDate today) {
    return new Task(
        "Read the brief for " + meeting.called(),
        "/meetings/" + meeting.meetingId() + "/before",
        Words.weekday(meeting.on()) + Clock.after(meeting.hours()) + ".",
        Words.sentence(ActionView.when(meeting.on(), today)),
        "blue",
        meeting.on());
  }

  private static String nextSentence(List<Coming> coming) {
    if (coming.isEmpty()) {
      return "No meeting of yours is entered for the next 14 days.";
    }
    long inside =
        coming.stream()
            .map(Coming::brief)
            .filter(brief -> brief != null)
            .mapToLong(brief -> items(brief, "INSIDE").size())
            .sum();
    return inside == 0
        ? "Without asking practices first you can agree nothing on their agendas."
        : "You can agree "
            + Words.count(inside, "item", "items")
            + " on their agendas, inside a mandate.";
  }

  private static Card card(Coming coming) {
    Listed meeting = coming.meeting();
    @Nullable Brief brief = coming.brief();
    return new Card(
        new Link(meeting.called(), "/meetings/" + meeting.meetingId()),
        Words.weekday(meeting.on()) + Clock.after(meeting.hours()),
        brief == null
            ? ""
            : brief.version() == 0
                ? "Brief not written yet"
                : brief.changedSince() ? "Brief has changed since" : "Brief ready",
        brief != null && brief.version() > 0 && !brief.changedSince(),
        brief == null ? "" : mandate(brief));
  }

  /** Mandates cover items 3 and 5. Item 4 must come back first. Item 6 is outside. */
  static String mandate(Brief brief) {
    if (brief.items().isEmpty()) {
      return "Nothing is on the agenda yet.";
    }
    List<String> sentences = new ArrayList<>();
    List<String> inside = items(brief, "INSIDE");
    if (!inside.isEmpty()) {
      sentences.add("Mandates cover " + numbered(inside) + ".");
    }
    List<String> back = items(brief, "MUST_COME_BACK");
    if (!back.isEmpty()) {
      sentences.add(Words.sentence(numbered(back)) + " must come back to practices first.");
    }
    List<String> outside = items(brief, "OUTSIDE");
    if (!outside.isEmpty()) {
      sentences.add(
          Words.sentence(numbered(outside))
              + (outside.size() == 1 ? " is outside." : " are outside."));
    }
    return String.join(" ", sentences);
  }

  private static String numbered(List<String> numbers) {
    return (numbers.size() == 1 ? "item " : "items ") + Words.list(numbers);
  }

  private static List<String> items(Brief brief, String verdict) {
    return IntStream.range(0, brief.items().size())
        .filter(i -> brief.items().get(i).verdict().verdict().equals(verdict))
        .mapToObj(i -> String.valueOf(i + 1))
        .toList();
  }
}
