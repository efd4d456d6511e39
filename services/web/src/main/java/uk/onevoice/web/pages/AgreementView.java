package uk.onevoice.web.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Ambitions;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Words;

/**
 * How far a practice goes along with its federation, and what both have promised and done, in the
 * words of its page.
 *
 * @param reviewDue whether the day of the next review has come
 */
public record AgreementView(
    String agreementId,
    String heading,
    String sentence,
    String balance,
    String review,
    boolean reviewDue,
    boolean over,
    boolean signed,
    List<Row> changes,
    List<Row> asks,
    List<Row> promises,
    Grid reviews) {

  /**
   * One thing that somebody signed up to, asked for or promised.
   *
   * @param yes whether it can be said that it was done
   * @param no whether it can be said that it was not
   */
  public record Row(String id, String what, String words, String state, boolean yes, boolean no) {}

  static AgreementView of(
      Ambitions.Agreement agreement, UnaryOperator<String> names, LocalDate today) {
    String practice = names.apply(agreement.practiceId());
    String federation = names.apply(agreement.federationId());
    return new AgreementView(
        agreement.agreementId(),
        practice + " and " + federation,
        sentence(agreement, practice, federation),
        balance(agreement, today),
        (agreement.reviewDue() ? "A review is due since " : "The next review is on ")
            + Words.day(agreement.reviewOn())
            + ".",
        agreement.reviewDue() && !agreement.state().equals("ENDED"),
        agreement.state().equals("ENDED"),
        agreement.state().equals("SIGNED"),
        agreement.changes().stream().map(AgreementView::change).toList(),
        agreement.asks().stream().map(one -> ask(one, today)).toList(),
        agreement.promises().stream().map(one -> promise(one, today)).toList(),
        new Grid(
            "Reviews",
            List.of(
                new Column("Day", false),
                new Column("Level then", false),
                new Column("Notes", false)),
            agreement.reviews().reversed().stream()
                .map(one ->
                    List.of(
                        new Cell(Words.day(one.on())),
                        new Cell(level(one.level())),
                        new Cell(one.notes() == null ? "None" : one.notes())))
                .toList()));
  }

  static String level(int level) {
    return Vocabulary.words(Vocabulary.LEVELS, String.valueOf(level));
  }

  /** Level 2: joins in where it suits. */
  private static String inSentence(int level) {
    String words = level(level);
    return "level "
        + level
        + ", “"
        + RoleWords.lowerFirst(words.substring(words.indexOf('–') + 1).strip())
        + "”";
  }

  static String sentence(Ambitions.Agreement agreement, String practice, String federation) {
    @Nullable Integer level = agreement.level();
    return switch (agreement.state()) {
      case "OFFERED" ->
          federation
              + " offers "
              + practice
              + " "
              + inSentence(agreement.offeredLevel())
              + ", since "
              + Words.day(agreement.offeredOn())
              + ". The practice has not signed yet; the level is its own choice.";
      case "SIGNED" ->
          practice
              + " has signed at "
              + inSentence(level == null ? agreement.offeredLevel() : level)
              + (agreement.signedOn() == null ? "" : ", on " + Words.day(agreement.signedOn()))
              + ".";
      default ->
          "This agreement of "
              + practice
              + " with "
              + federation
              + " ended"
              + (agreement.endedOn() == null ? "" : " on " + Words.day(agreement.endedOn()))
              + ".";
    };
  }

  /** Both sides in one line, so that neither looks like the only debtor. */
  static String balance(Ambitions.Agreement agreement, LocalDate today) {
    long acted = agreement.asks().stream().filter(one -> isYes(one.acted())).count();
    long kept = agreement.promises().stream().filter(one -> isYes(one.delivered())).count();
    long late =
        agreement.promises().stream()
                .filter(one -> one.delivered() == null && one.due().isBefore(today))
                .count()
            + agreement.asks().stream()
                .filter(one -> one.acted() == null && one.due().isBefore(today))
                .count();
    String asks =
        agreement.asks().isEmpty()
            ? "Nothing has been asked of the practice"
            : "The practice acted on "
                + acted
                + " of "
                + Words.count(agreement.asks().size(), "ask", "asks");
    String promises =
        agreement.promises().isEmpty()
            ? "the federation has promised nothing"
            : "the federation kept "
                + kept
                + " of "
                + Words.count(agreement.promises().size(), "promise", "promises");
    return asks
        + "; "
        + promises
        + "."
        + (late == 0
            ? ""
            : " In "
                + Words.count(late, "case", "cases")
                + " the day has passed and nobody has said what became of it.");
  }

  private static boolean isYes(@Nullable Boolean said) {
    return said != null && said;
  }

  private static Row change(Ambitions.Change change) {
    String result = change.result() == null ? "" : change.result();
    String on = change.resultOn() == null ? "" : " on " + Words.day(change.resultOn());
    return new Row(
        change.changeId(),
        change.programme(),
        "Signed up on " + Words.day(change.signedUpOn()) + ".",
        switch (result) {
          case "MADE" -> "The change is made" + on + ".";
          case "STOPPED" -> "It was stopped" + on + ".";
          default -> "It goes on.";
        },
        !result.equals("MADE"),
        !result.equals("STOPPED"));
  }

  private static Row ask(Ambitions.Ask ask, LocalDate today) {
    return row(
        ask.askId(),
        ask.what(),
        "Asked on " + Words.day(ask.askedOn()) + ", by " + Words.day(ask.due()) + ".",
        ask.acted(),
        ask.actedOn(),
        ask.due().isBefore(today),
        "The practice acted",
        "The practice did not act");
  }

  private static Row promise(Ambitions.Promise promise, LocalDate today) {
    return row(
        promise.promiseId(),
        promise.what(),
        "Promised on " + Words.day(promise.promisedOn()) + ", by " + Words.day(promise.due()) + ".",
        promise.delivered(),
        promise.deliveredOn(),
        promise.due().isBefore(today),
        "It came",
        "It did not come");
  }

  private static Row row(
      String id,
      @Nullable String what,
      String words,
      @Nullable Boolean said,
      @Nullable LocalDate on,
      boolean late,
      String yes,
      String no) {
    String day = on == null ? "" : ", said on " + Words.day(on);
    return new Row(
        id,
        PositionView.question(what),
        words,
        said == null
            ? late ? "The day has passed and nobody has said what became of it." : "Not said yet."
            : (said ? yes : no) + day + ".",
        said == null || !said,
        said == null || said);
  }

  static Grid table(List<Ambitions.Agreement> agreements, UnaryOperator<String> names) {
    return new Grid(
        "Agreements",
        List.of(
            new Column("Practice", false),
            new Column("Federation", false),
            new Column("Level", false),
            new Column("Next review", false)),
        agreements.stream()
            .map(one ->
                List.of(
                    new Cell(names.apply(one.practiceId()), "/agreements/" + one.agreementId()),
                    new Cell(names.apply(one.federationId())),
                    new Cell(
                        switch (one.state()) {
                          case "OFFERED" -> "Offered: " + level(one.offeredLevel());
                          case "ENDED" -> "Ended";
                          default -> level(one.level() == null ? one.offeredLevel() : one.level());
                        }),
                    new Cell(
                        one.state().equals("ENDED")
                            ? "None"
                            : Words.day(one.reviewOn()) + (one.reviewDue() ? " (due)" : ""))))
            .toList());
  }

  static String sentence(List<Ambitions.Agreement> agreements, boolean later, boolean more) {
    if (agreements.isEmpty()) {
      return later ? "There are no more." : "There is no agreement yet.";
    }
    long signed = agreements.stream().filter(one -> one.state().equals("SIGNED")).count();
    return (later || more ? "Of these, " : "")
        + (later || more
            ? Words.count(signed, "practice has", "practices have")
            : Words.sentence(Words.count(signed, "practice has", "practices have")))
        + " signed. Only the federation and the practice see their agreement.";
  }
}
