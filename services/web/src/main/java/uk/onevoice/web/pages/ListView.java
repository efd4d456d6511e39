package uk.onevoice.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Lists.Entry;
import uk.onevoice.web.api.Lists.Step;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Words;

/**
 * The list of an ICS in words.
 *
 * @param former what is no longer used, and what it went on in
 */
public record ListView(String heading, String sentence, Grid inUse, Grid former) {

  /**
   * @param places names of the places, by id
   * @param topics names of the topics, by id
   */
  static ListView of(
      ListKind kind,
      String ics,
      List<Entry> entries,
      Map<String, String> places,
      Map<String, String> topics) {
    List<List<Cell>> inUse = new ArrayList<>();
    List<List<Cell>> former = new ArrayList<>();
    for (Entry entry : entries) {
      Cell name = new Cell(entry.label(), kind.page(entry.id()));
      if (entry.inUse()) {
        inUse.add(
            kind == ListKind.TOPICS
                ? List.of(name, new Cell(Words.day(entry.start())))
                : List.of(
                    name,
                    new Cell(level(entry)),
                    new Cell(places(entry, places)),
                    new Cell(topics(entry, topics))));
      } else {
        former.add(List.of(name, new Cell(lastDay(entry)), new Cell(fate(entry, entries))));
      }
    }
    return new ListView(
        kind.title + " of " + ics,
        kind.about
            + " "
            + (inUse.isEmpty()
                ? "None has been entered for " + ics + " yet."
                : ics + " has " + Words.count(inUse.size(), kind.one, kind.one + "s") + "."),
        new Grid(
            kind.title + " in use",
            kind == ListKind.TOPICS
                ? List.of(new Column("Topic", false), new Column("Since", false))
                : List.of(
                    new Column("Forum", false),
                    new Column("Level", false),
                    new Column("For", false),
                    new Column("Decides on", false)),
            inUse),
        new Grid(
            kind.title + " no longer used",
            List.of(
                new Column(Words.sentence(kind.one), false),
                new Column("Last day", false),
                new Column("What became of it", false)),
            former));
  }

  static String level(Entry entry) {
    return Vocabulary.words(ListVocabulary.LEVELS, entry.level());
  }

  static String places(Entry entry, Map<String, String> places) {
    List<String> ids = entry.placeIds() == null ? List.of() : entry.placeIds();
    return ids.isEmpty() ? "The whole ICS" : Words.list(named(ids, places));
  }

  static String topics(Entry entry, Map<String, String> topics) {
    List<String> ids = entry.topicIds() == null ? List.of() : entry.topicIds();
    return ids.isEmpty() ? "Not said" : Words.list(named(ids, topics));
  }

  private static List<String> named(List<String> ids, Map<String, String> names) {
    return ids.stream().map(id -> names.getOrDefault(id, "one that is not known")).toList();
  }

  private static String lastDay(Entry entry) {
    return entry.end() == null ? "" : Words.day(entry.end().minusDays(1));
  }

  /** What became of an entry that is no longer used. */
  static String fate(Entry entry, List<Entry> all) {
    return switch (entry.state()) {
      case "MERGED" -> "Goes on in " + label(entry.resolvesTo(), all, "one of another ICS");
      case "SPLIT" ->
          "Split into "
              + Words.list(
                  entry.candidates().stream().map(id -> label(id, all, "another one")).toList())
              + ". Which one is meant has to be asked.";
      case "RETIRED" -> "No longer used";
      default -> "Not used yet";
    };
  }

  private static String label(String id, List<Entry> all, String unknown) {
    return all.stream()
        .filter(entry -> entry.id().equals(id))
        .map(Entry::label)
        .findFirst()
        .orElse(unknown);
  }

  /** One line of a history. */
  public record Happening(String day, String what, String who) {
    /**
     * @param labels what the entries of the list are called, by id
     * @param bodies what an organisation is called
     */
    static Happening of(Step step, Map<String, String> labels, UnaryOperator<String> bodies) {
      return new Happening(
          step.on() == null ? "" : Words.day(step.on()),
          what(step, labels),
          "Entered at "
              + Words.time(step.recordedAt())
              + " by "
              + who(step)
              + bodyOf(step.actingFor(), bodies));
    }

    private static String who(Step step) {
      if (step.byName() != null) {
        return step.byName();
      }
      return step.personId() == null ? "a system" : "somebody";
    }

    private static String bodyOf(@Nullable String actingFor, UnaryOperator<String> bodies) {
      return actingFor == null ? " who keeps the registry" : " for " + bodies.apply(actingFor);
    }

    private static String what(Step step, Map<String, String> labels) {
      List<String> into =
          step.into().stream().map(id -> labels.getOrDefault(id, "another one")).toList();
      return switch (step.type()) {
        case "TopicDefined", "ForumRegistered" -> "First day, called " + step.label();
        case "TopicRenamed", "ForumRenamed" -> "Called " + step.label() + " from this day";
        case "TopicMerged", "ForumMerged" -> "Goes on in " + Words.list(into);
        case "TopicSplit", "ForumSplit" -> "Split into " + Words.list(into);
        case "TopicRetired", "ForumClosed" -> "No longer used from this day";
        case "TopicReinstated", "ForumReopened" -> "Its end was taken back";
        case "ForumRevised" -> "What it is was written anew";
        default -> step.type();
      };
    }
  }
}
