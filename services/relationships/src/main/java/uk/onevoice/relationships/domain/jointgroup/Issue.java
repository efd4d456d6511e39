package uk.onevoice.relationships.domain.jointgroup;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;

/**
 * Something that goes wrong between the two sides.
 *
 * @param raisedBy the side whose member raised it
 * @param fixBy the day by which it is to be put right, as it holds now
 * @param moves how often that day was moved
 * @param answers in the order in which they were given
 * @param resolved null while it is open
 * @param reopenings how often it was opened again
 */
public record Issue(
    IssueId issueId,
    IssueKind kind,
    WordsRef wordsRef,
    Side raisedBy,
    LocalDate raisedOn,
    LocalDate fixBy,
    Owners owners,
    int moves,
    List<Answer> answers,
    @Nullable Resolution resolved,
    int reopenings) {
  public Issue {
    answers = List.copyOf(answers);
  }

  public record Answer(Side side, @Nullable WordsRef wordsRef, LocalDate on) {}

  /**
   * @param mistake whether it was no issue at all
   */
  public record Resolution(@Nullable WordsRef wordsRef, boolean mistake, LocalDate on) {}

  public boolean isOpen() {
    return resolved == null;
  }

  /** Whether it was no issue at all. */
  public boolean neverWas() {
    return resolved != null && resolved.mistake();
  }

  /** Whether it is open and its day has passed. */
  public boolean isOverdue(LocalDate today) {
    return isOpen() && fixBy.isBefore(today);
  }

  /**
   * Days from its raising to the first answer of the other side; null while there is none. Answers
   * of one's own side do not count.
   */
  public @Nullable Long daysToAnswer() {
    return answers.stream()
        .filter(answer -> answer.side() != raisedBy)
        .map(Answer::on)
        .min(LocalDate::compareTo)
        .map(on -> ChronoUnit.DAYS.between(raisedOn, on))
        .orElse(null);
  }

  /** Days from its raising until it was put right; null while it is open. */
  public @Nullable Long daysToFix() {
    return resolved == null ? null : ChronoUnit.DAYS.between(raisedOn, resolved.on());
  }

  Issue answered(Answer answer) {
    var all = new ArrayList<>(answers);
    all.add(answer);
    return with(fixBy, owners, moves, all, resolved, reopenings);
  }

  Issue moved(LocalDate by) {
    return with(by, owners, moves + 1, answers, resolved, reopenings);
  }

  Issue assigned(Owners now) {
    return with(fixBy, now, moves, answers, resolved, reopenings);
  }

  Issue resolved(Resolution how) {
    return with(fixBy, owners, moves, answers, how, reopenings);
  }

  /** What was taken for a mistake and was none has not been open twice. */
  Issue reopened() {
    return with(fixBy, owners, moves, answers, null, neverWas() ? reopenings : reopenings + 1);
  }

  private Issue with(
      LocalDate by,
      Owners whose,
      int moved,
      List<Answer> all,
      @Nullable Resolution how,
      int reopened) {
    return new Issue(
        issueId, kind, wordsRef, raisedBy, raisedOn, by, whose, moved, all, how, reopened);
  }
}
