package uk.onevoice.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Issues;
import uk.onevoice.web.api.Issues.Agreement;
import uk.onevoice.web.api.Issues.Discussion;
import uk.onevoice.web.api.Issues.Public;
import uk.onevoice.web.api.Issues.StanceOn;
import uk.onevoice.web.api.Issues.Version;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Words;

/**
 * What a body of general practice says on a question, in the words of its page.
 *
 * @param stances what it says to each option now
 * @param inside what only general practice of the place is told; null for everybody else
 */
public record PositionView(
    String positionId,
    String heading,
    String sentence,
    String standing,
    String colour,
    Grid stances,
    String agreed,
    @Nullable Inside inside) {
  static final String NO_WORDS = "Words that are no longer kept";

  /**
   * @param open whether there is a version that is being discussed
   * @param publish whether it is agreed and not public
   */
  public record Inside(
      List<Remark> comments, List<Remark> dissents, Grid versions, boolean open, boolean publish) {}

  /** What somebody said, and who in which role. */
  public record Remark(String words, String by) {}

  static PositionView of(Public position, UnaryOperator<String> names) {
    return new PositionView(
        position.positionId(),
        question(position.question()),
        sentence(names.apply(position.bodyId()), position.stances()),
        "Public since " + Words.day(position.publishedOn()) + later(position.publication()),
        "green",
        stances(position.stances()),
        agreed(position.agreedBy(), names),
        null);
  }

  static PositionView of(Discussion position, UnaryOperator<String> names) {
    Version latest = position.versions().getLast();
    String body = names.apply(position.bodyId());
    boolean withdrawn = position.status().equals("WITHDRAWN");
    return new PositionView(
        position.positionId(),
        question(position.question()),
        withdrawn ? body + " says nothing on this any more." : sentence(body, latest.stances()),
        standing(position, latest),
        colour(position.status()),
        stances(latest.stances()),
        agreed(latest.agreedBy(), names),
        new Inside(
            position.comments().stream().map(one -> remark(one, names)).toList(),
            position.dissents().stream().map(one -> remark(one, names)).toList(),
            versions(position.versions(), names),
            position.status().equals("PRIVATE") || position.status().equals("AGREED"),
            position.status().equals("AGREED")));
  }

  static String question(@Nullable String words) {
    return words == null ? NO_WORDS : words;
  }

  private static String later(int publication) {
    return publication == 1 ? "." : ". It took the place of what the body had said before.";
  }

  /** For what and against what it is, in the order in which it said so. */
  static String sentence(String body, List<StanceOn> stances) {
    List<String> parts = new ArrayList<>();
    parts(stances, "FOR", "is for", parts);
    parts(stances, "CONDITIONAL", "is, with a condition, for", parts);
    parts(stances, "AGAINST", "is against", parts);
    parts(stances, "NEUTRAL", "is neither for nor against", parts);
    return parts.isEmpty() ? body + " has said nothing yet." : body + " " + Words.list(parts) + ".";
  }

  private static void parts(
      List<StanceOn> stances, String stance, String verb, List<String> parts) {
    List<String> options =
        stances.stream()
            .filter(one -> one.stance().equals(stance))
            .map(one -> "“" + question(one.option()) + "”")
            .toList();
    if (!options.isEmpty()) {
      parts.add(verb + " " + Words.list(options));
    }
  }

  private static String standing(Discussion position, Version latest) {
    String other =
        position.publicNow() && !position.status().equals("PUBLIC")
            ? " An earlier version is public meanwhile."
            : "";
    return switch (position.status()) {
      case "PRIVATE" ->
          "Version "
              + position.version()
              + ", private: it is being discussed since "
              + Words.day(latest.proposedOn())
              + " and not agreed."
              + other;
      case "AGREED" -> "Version " + position.version() + ", agreed and not public yet." + other;
      case "PUBLIC" ->
          "Version "
              + position.version()
              + ", public"
              + (latest.publishedOn() == null
                  ? "."
                  : " since " + Words.day(latest.publishedOn()) + ".");
      default ->
          "Withdrawn"
              + (latest.endedOn() == null ? "." : " on " + Words.day(latest.endedOn()) + ".");
    };
  }

  static String status(String status) {
    return switch (status) {
      case "PRIVATE" -> "Being discussed";
      case "AGREED" -> "Agreed, not public";
      case "PUBLIC" -> "Public";
      default -> "Withdrawn";
    };
  }

  private static String colour(String status) {
    return switch (status) {
      case "PRIVATE" -> "yellow";
      case "AGREED" -> "blue";
      case "PUBLIC" -> "green";
      default -> "grey";
    };
  }

  private static Grid stances(List<StanceOn> stances) {
    return new Grid(
        "What it says to each option",
        List.of(new Column("Option", false), new Column("What it says", false)),
        stances.stream()
            .map(one ->
                List.of(
                    new Cell(question(one.option())),
                    new Cell(Vocabulary.words(Vocabulary.STANCES, one.stance()))))
            .toList());
  }

  /** Bodies agree, not people. */
  static String agreed(List<Agreement> agreements, UnaryOperator<String> names) {
    return agreements.isEmpty()
        ? "No body has agreed to it yet."
        : "Agreed by "
            + Words.list(
                agreements.stream()
                    .map(one ->
                        names.apply(one.bodyId())
                            + " ("
                            + RoleWords.of(one.role())
                            + ", "
                            + Words.day(one.on())
                            + ")")
                    .toList())
            + ".";
  }

  private static Remark remark(Issues.Remark remark, UnaryOperator<String> names) {
    return new Remark(
        question(remark.words()),
        RoleWords.of(remark.role())
            + ", "
            + names.apply(remark.bodyId())
            + ", on version "
            + remark.version()
            + ", "
            + Words.day(remark.on()));
  }

  private static Grid versions(List<Version> versions, UnaryOperator<String> names) {
    return new Grid(
        "Versions",
        List.of(
            new Column("Version", false),
            new Column("What it says", false),
            new Column("What became of it", false)),
        versions.reversed().stream()
            .map(version ->
                List.of(
                    new Cell(
                        "Version " + version.version() + ", " + Words.day(version.proposedOn())),
                    new Cell(
                        Words.list(
                            version.stances().stream()
                                .map(one ->
                                    question(one.option())
                                        + ": "
                                        + Vocabulary.words(Vocabulary.STANCES, one.stance()))
                                .toList())),
                    new Cell(became(version) + " " + agreed(version.agreedBy(), names))))
            .toList());
  }

  private static String became(Version version) {
    String ended = version.endedOn() == null ? "" : " on " + Words.day(version.endedOn());
    return switch (version.state()) {
      case "PRIVATE" -> "Being discussed.";
      case "AGREED" -> "Agreed, not public yet.";
      case "PUBLIC" ->
          "Public"
              + (version.publishedOn() == null ? "" : " since " + Words.day(version.publishedOn()))
              + ".";
      case "REPLACED" -> "A later version took its place before it was public.";
      case "SUPERSEDED" -> "It was public; a later version took its place" + ended + ".";
      default -> "Withdrawn" + ended + ".";
    };
  }
}
