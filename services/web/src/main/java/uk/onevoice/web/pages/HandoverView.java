package uk.onevoice.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Handovers.Ask;
import uk.onevoice.web.api.Handovers.Brief;
import uk.onevoice.web.api.Handovers.Handover;
import uk.onevoice.web.api.Handovers.Talk;
import uk.onevoice.web.api.Handovers.Wish;
import uk.onevoice.web.api.KeyLists.Promise;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** A handover in the words of its page. */
public record HandoverView(
    String handoverId,
    String slotId,
    String organisation,
    String kind,
    String sentence,
    boolean waits,
    boolean asked,
    boolean forReader,
    List<String> people,
    List<Line> talks,
    List<String> wishes,
    List<Promised> promises,
    List<String> asks,
    List<String> facts,
    List<OpinionLine> opinions) {
  private static final String OURS = "OURS";
  private static final String GONE = "what it was is not kept any more";

  /** A talk: its day, and what is known of it. */
  public record Line(String day, String words) {}

  /** A promise that goes on, and whether its day has passed. */
  public record Promised(String text, boolean late) {}

  /**
   * An opinion without a word of it.
   *
   * @param own whether the reader wrote it and so says whether it goes along
   */
  public record OpinionLine(String assessmentRef, String text, boolean own, boolean goesAlong) {}

  /** Names as the reader may read them. */
  record Read(
      UnaryOperator<String> names, Function<String, Optional<String>> people, String readerId) {
    String person(@Nullable String id) {
      if (id == null) {
        return "nobody";
      }
      return id.equals(readerId) ? "you" : people.apply(id).orElse("a colleague");
    }
  }

  static HandoverView of(Handover handover, Read read) {
    @Nullable Brief brief = handover.brief();
    return new HandoverView(
        handover.handoverId(),
        handover.slotId(),
        read.names().apply(handover.organisationId()),
        KeyListView.kind(handover.kind()),
        sentence(handover, read),
        handover.waits(),
        handover.waits() && read.readerId().equals(handover.successorId()),
        brief != null,
        brief == null ? List.of() : brief.counterparts(),
        brief == null ? List.of() : brief.talks().stream().map(HandoverView::line).toList(),
        brief == null ? List.of() : brief.priorities().stream().map(HandoverView::wish).toList(),
        brief == null ? List.of() : brief.promises().stream().map(HandoverView::promised).toList(),
        brief == null ? List.of() : brief.asks().stream().map(HandoverView::ask).toList(),
        brief == null ? List.of() : facts(brief),
        brief == null ? List.of() : opinions(brief, read));
  }

  static Link inList(Handover handover, Read read) {
    return new Link(
        read.names().apply(handover.organisationId())
            + ", "
            + KeyListView.kind(handover.kind())
            + ": "
            + sentence(handover, read),
        "/handovers/" + handover.handoverId());
  }

  static String sentence(Handover handover, Read read) {
    String holder = read.person(handover.holderId());
    return switch (handover.state()) {
      case "COMPLETED" ->
          Words.sentence(read.person(handover.successorId()))
              + (read.readerId().equals(handover.successorId()) ? " have" : " has")
              + " gone on with it since "
              + (handover.completedOn() == null ? "then" : Words.day(handover.completedOn()))
              + "; before, it was "
              + holder
              + "."
              + reads(handover, read);
      case "WAITING" -> why(handover, holder, read) + " " + next(handover, read);
      default -> "It is not handed over after all.";
    };
  }

  /** Whom it made somebody who reads what the team keeps, so that the team knows. */
  private static String reads(Handover handover, Read read) {
    boolean own = read.readerId().equals(handover.successorId());
    return Boolean.TRUE.equals(handover.newToTeam())
        ? (own ? " You read" : " They read")
            + " since then what its team keeps; of opinions of before, those whose authors agreed."
        : "";
  }

  private static String why(Handover handover, String holder, Read read) {
    boolean own = read.readerId().equals(handover.holderId());
    return handover.cause().equals("ROLE_ENDED")
        ? (own ? "Your role" : "The role of " + holder)
            + " at "
            + read.names().apply(handover.actingFor())
            + " has ended."
        : Words.sentence(holder)
            + (own ? " want" : " wants")
            + " to hand it over since "
            + Words.day(handover.openedOn())
            + ".";
  }

  private static String next(Handover handover, Read read) {
    return handover.successorId() == null
        ? "Nobody is asked to go on with it yet."
        : Words.sentence(read.person(handover.successorId()))
            + (read.readerId().equals(handover.successorId()) ? " are" : " is")
            + " asked to go on with it.";
  }

  private static Line line(Talk talk) {
    List<String> parts = new ArrayList<>();
    parts.add(Vocabulary.words(Vocabulary.CONTACT_KINDS, talk.kind()));
    if (talk.topicNow() != null) {
      parts.add(talk.topicNow());
    }
    if (!talk.twoWay()) {
      parts.add("only one side spoke");
    }
    String what = String.join(", ", parts) + ".";
    return new Line(Words.day(talk.on()), talk.words() == null ? what : what + " " + talk.words());
  }

  private static String wish(Wish wish) {
    String who = wish.side().equals(OURS) ? "We want: " : "They want: ";
    return who
        + (wish.words() == null ? GONE : wish.words())
        + (wish.topicNow() == null ? "" : " (" + wish.topicNow() + ")");
  }

  private static Promised promised(Promise promise) {
    return new Promised(
        (promise.side().equals(OURS) ? "We promised: " : "They promised: ")
            + (promise.words() == null ? GONE : promise.words())
            + ", by "
            + Words.day(promise.due())
            + ".",
        promise.overdue());
  }

  private static String ask(Ask ask) {
    boolean ours = ask.side().equals(OURS);
    boolean asked = ask.kind().equals("ASK");
    return (ours ? "We " : "They ")
        + (asked ? "asked on " : "offered on ")
        + Words.day(ask.on())
        + ": "
        + (ask.words() == null ? GONE : ask.words());
  }

  private static List<String> facts(Brief brief) {
    List<String> facts = new ArrayList<>();
    if (brief.nextContact() != null) {
      facts.add("A talk was planned for " + Words.day(brief.nextContact()) + ".");
    }
    if (brief.keptKey()) {
      facts.add("It was kept on purpose, on a key list.");
    }
    if (brief.focalPoint()) {
      facts.add("The holder was the one to turn to here; somebody has to be named anew.");
    }
    return facts;
  }

  private static List<OpinionLine> opinions(Brief brief, Read read) {
    return brief.opinions().stream()
        .map(opinion -> {
          boolean own = read.readerId().equals(opinion.authorId());
          return new OpinionLine(
              opinion.assessmentRef(),
              "An opinion of "
                  + (own ? "yours" : read.person(opinion.authorId()))
                  + (opinion.goesAlong()
                      ? ": the successor may read it."
                      : ": the successor does not read it."),
              own,
              opinion.goesAlong());
        })
        .toList();
  }
}
