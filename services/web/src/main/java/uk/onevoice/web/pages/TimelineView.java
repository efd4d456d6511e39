package uk.onevoice.web.pages;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Relationships.Happening;
import uk.onevoice.web.ui.Words;

/** What happened in a relationship, in the words of its time line. */
final class TimelineView {
  private TimelineView() {}

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

  /** What happened, with a mark that does not speak by its colour alone. */
  static Mark mark(Happening each, Function<String, String> people) {
    boolean ours = "OURS".equals(each.side());
    String who = ours ? "We" : "They";
    String own = ours ? "Our" : "Their";
    String words = RelationshipView.words(each.words());
    return switch (each.what()) {
      case "TALK" -> talk(each, people);
      case "PRIORITY" -> line("P", "", each, who + " want: " + words, null);
      case "ASK" -> line("A", "", each, who + " asked: " + words, behind(each));
      case "OFFER" -> line("A", "", each, who + " offered: " + words, behind(each));
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

  private static @Nullable String behind(Happening each) {
    return each.mandateId() != null
        ? "Under a mandate of our practices"
        : each.positionId() == null ? null : "From a public position of ours";
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
