package uk.onevoice.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Uses.Invocation;
import uk.onevoice.web.api.Uses.LmcWord;
import uk.onevoice.web.api.Uses.Verdict;
import uk.onevoice.web.ui.Words;

/** What was said or agreed under a mandate, and whether it counts, in words. */
public record MandateUses(String sentence, List<Use> uses) {
  /**
   * @param provisional whether practices can still stand by it, or it can be taken back
   * @param inside whether it was covered
   * @param ours whether the reader's LMC is one that has to stand by it
   */
  public record Use(
      String id,
      String title,
      String words,
      String what,
      String standing,
      String why,
      boolean inside,
      boolean provisional,
      boolean ours) {}

  /**
   * @param topics names of topics by their ids
   * @param tables names of boards and groups by their ids
   * @param bodies names of organisations by their codes
   * @param lmc for which the reader can say whether it stands by something; null for none
   */
  static MandateUses of(
      List<Invocation> items,
      boolean first,
      UnaryOperator<String> topics,
      UnaryOperator<String> tables,
      UnaryOperator<String> bodies,
      @Nullable String lmc) {
    return new MandateUses(
        sentence(items, first),
        items.stream().map(item -> use(item, topics, tables, bodies, lmc)).toList());
  }

  static String sentence(List<Invocation> items, boolean whole) {
    if (items.isEmpty()) {
      return whole
          ? "Nothing is written down yet of what was said or agreed under it."
          : "There is no more.";
    }
    if (!whole) {
      return "The newest first.";
    }
    long inside = items.stream().filter(item -> item.state().equals("COVERED")).count();
    long waiting = items.stream().filter(item -> item.state().equals("PROVISIONAL")).count();
    return "Used "
        + Words.count(items.size(), "time", "times")
        + ": "
        + Words.number(inside)
        + (inside == 1 ? " time" : " times")
        + " inside its limits. "
        + (waiting == 0
            ? "Nothing waits for practices."
            : Words.sentence(Words.count(waiting, "time", "times"))
                + " it is provisional, and binds nobody until practices stand by it.");
  }

  private static Use use(
      Invocation item,
      UnaryOperator<String> topics,
      UnaryOperator<String> tables,
      UnaryOperator<String> bodies,
      @Nullable String lmc) {
    return new Use(
        item.invocationId(),
        Words.day(item.on()) + (item.forumId() == null ? "" : ", " + tables.apply(item.forumId())),
        item.words() == null ? "" : "“" + item.words() + "”",
        (item.act().equals("AGREED") ? "Agreed on " : "Spoke on ")
            + topics.apply(item.topicId())
            + ".",
        standing(item, bodies),
        item.outside().isEmpty() ? "" : why(item.outside()),
        item.state().equals("COVERED"),
        item.state().equals("PROVISIONAL"),
        item.lmcs().stream().anyMatch(one -> one.lmcId().equals(lmc)));
  }

  private static String standing(Invocation item, UnaryOperator<String> bodies) {
    List<String> lmcs = item.lmcs().stream().map(one -> bodies.apply(one.lmcId())).toList();
    return switch (item.state()) {
      case "COVERED" -> "Inside: it counts.";
      case "RATIFIED" ->
          "Outside, and it counts now: "
              + Words.count(item.ratified(), "practice stands", "practices stand")
              + " by it"
              + (lmcs.isEmpty() ? "." : ", and so does " + Words.list(lmcs) + ".");
      case "TAKEN_BACK" -> "Taken back: it binds nobody.";
      default ->
          "Provisional: it binds nobody until "
              + standsBy(item.needs(), lmcs)
              + ". So far "
              + Words.number(item.ratified())
              + (item.ratified() == 1 ? " does" : " do")
              + ", and "
              + Words.number(item.refused())
              + (item.refused() == 1 ? " does not" : " do not")
              + "."
              + item.lmcs().stream().map(one -> word(one, bodies)).collect(Collectors.joining());
    };
  }

  /** An LMC that backed the mandate has a say in what goes beyond it. */
  private static String standsBy(int practices, List<String> lmcs) {
    return Words.count(practices, "practice stands", "practices stand")
        + " by it"
        + (lmcs.isEmpty()
            ? ""
            : ", and so does "
                + Words.list(lmcs)
                + (lmcs.size() == 1 ? ", which" : ", which each")
                + " had backed the mandate");
  }

  private static String word(LmcWord lmc, UnaryOperator<String> bodies) {
    return " "
        + bodies.apply(lmc.lmcId())
        + (lmc.agrees() == null
            ? " has not said yet."
            : lmc.agrees() ? " stands by it." : " does not stand by it.");
  }

  /** Why something lies outside of a mandate. */
  static String why(List<String> outside) {
    List<String> reasons = new ArrayList<>();
    for (String one : outside) {
      reasons.add(
          switch (one) {
            case "TOPIC" -> "the topic is none of it";
            case "TABLE" -> "it is not for this board or group";
            case "LIMIT" -> "it goes further than may be agreed on the spot";
            case "HOLDER" -> "whoever spoke did not hold the role";
            case "DATE" -> "the day is none of its days";
            case "NOT_IN_FORCE" -> "it was not in force";
            default -> one;
          });
    }
    return "Outside, because " + Words.list(reasons) + ".";
  }

  /** What it would be, before it is written down. */
  static String would(Verdict verdict, UnaryOperator<String> bodies) {
    String holder =
        verdict.asHolder() ? "" : " You do not hold the role that speaks, or one that stands in.";
    return verdict.verdict().equals("COVERED")
        ? "This would be inside: it would count for the practices." + holder
        : "This would be provisional: it would bind nobody until "
            + standsBy(verdict.needs(), verdict.needsLmcIds().stream().map(bodies).toList())
            + ". "
            + why(verdict.outside())
            + holder;
  }
}
