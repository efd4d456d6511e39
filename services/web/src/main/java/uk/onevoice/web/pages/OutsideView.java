package uk.onevoice.web.pages;

import java.util.List;
import java.util.Map;
import uk.onevoice.web.api.Outside;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Topic;
import uk.onevoice.web.ui.Words;

/** A new contract, policy or law, and the mandates it touches, in the words of its page. */
public record OutsideView(
    String changeId, String heading, String sentence, String rest, List<Review> reviews) {

  /**
   * @param outcome what was settled; empty while it is open
   */
  public record Review(String mandateId, String mandate, String outcome, String notes) {
    /** The field in which the reader says what follows for this one. */
    public String outcomeField() {
      return OUTCOME + mandateId;
    }

    public String notesField() {
      return NOTES + mandateId;
    }
  }

  static final String OUTCOME = "outcome-";
  static final String NOTES = "notes-";

  /**
   * @param topics the topics of the ICS by id
   * @param mandates what the mandates are called, by id
   */
  static OutsideView of(
      Outside.Change change, Map<String, String> topics, Map<String, String> mandates) {
    return new OutsideView(
        change.externalChangeId(),
        PositionView.question(change.what()),
        Vocabulary.words(Vocabulary.CHANGES_OUTSIDE, change.kind())
            + " that "
            + (change.from().isAfter(change.recordedOn()) ? "is to hold" : "holds")
            + " from "
            + Words.day(change.from())
            + ", on "
            + Words.list(
                change.topicIds().stream()
                    .map(id -> Topic.words("", topics.getOrDefault(id, "another topic")))
                    .toList())
            + ".",
        rest(change),
        change.reviews().stream()
            .map(one ->
                new Review(
                    one.mandateId(),
                    mandates.getOrDefault(
                        one.mandateId(),
                        "Mandate on "
                            + Topic.words("", topics.getOrDefault(one.topicId(), "another topic"))),
                    one.outcome() == null
                        ? ""
                        : Vocabulary.words(Vocabulary.REVIEWED, one.outcome())
                            + (one.settledOn() == null
                                ? "."
                                : ", said on " + Words.day(one.settledOn()) + "."),
                    one.notes() == null ? "" : "“" + one.notes() + "”"))
            .toList());
  }

  static String rest(Outside.Change change) {
    int all = change.reviews().size();
    int open = change.toBeReviewed();
    return all == 0
        ? "It touches no mandate."
        : "It touches "
            + Words.count(all, "mandate", "mandates")
            + (open == 0
                ? ". All are reviewed."
                : "; " + Words.count(open, "is", "are") + " still to be reviewed.");
  }

  static Grid table(List<Outside.Change> changes) {
    return new Grid(
        "What changed outside",
        List.of(
            new Column("What", false),
            new Column("Kind", false),
            new Column("From", false),
            new Column("Still to be reviewed", true)),
        changes.stream()
            .map(one ->
                List.of(
                    new Cell(
                        PositionView.question(one.what()), "/changes/" + one.externalChangeId()),
                    new Cell(Vocabulary.words(Vocabulary.CHANGES_OUTSIDE, one.kind())),
                    new Cell(Words.day(one.from())),
                    new Cell(Words.number(one.toBeReviewed()))))
            .toList());
  }

  static String sentence(List<Outside.Change> changes, boolean later) {
    if (changes.isEmpty()) {
      return later ? "There are no more." : "No new contract, policy or law is written down yet.";
    }
    int open = changes.stream().mapToInt(Outside.Change::toBeReviewed).sum();
    return open == 0
        ? "Every mandate that these touch is reviewed."
        : Words.sentence(Words.count(open, "review", "reviews"))
            + " of mandates "
            + (open == 1 ? "is" : "are")
            + " still to be settled.";
  }
}
