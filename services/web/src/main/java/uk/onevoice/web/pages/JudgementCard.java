package uk.onevoice.web.pages;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Judging.Judgement;
import uk.onevoice.web.api.Judging.SlotJudgements;
import uk.onevoice.web.api.Judging.Test;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Words;

/**
 * What the team thinks of one person of the other side, and what the relationship has shown: two
 * questions apart, and never one score. It is drawn by {@code JudgementPages/card.html}, wherever
 * that is included.
 *
 * @param address of the page where the judgements are made
 * @param of which person: the end of an address
 * @param sentence both answers in one sentence
 * @param testsHeading how many of the three tests have shown in the last year
 * @param earlier judgements that a newer one took the place of, and how many are kept no longer
 */
public record JudgementCard(
    String address,
    String of,
    String sentence,
    List<Scale> scales,
    String testsHeading,
    List<TestRow> tests,
    List<Said> earlier,
    @Nullable String ended) {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /**
   * One of the two questions.
   *
   * @param axis the end of the address where it is answered
   * @param said null while nobody has answered it
   */
  public record Scale(String question, String axis, List<Step> steps, @Nullable Said said) {}

  public record Step(String text, boolean current) {}

  /**
   * A judgement in words.
   *
   * @param source who made it and when, on which basis, until when
   * @param withdrawal where its author takes it back, null for others
   * @param views what the person says to it themself
   */
  public record Said(
      String answer,
      @Nullable String words,
      String source,
      @Nullable String withdrawal,
      List<String> views) {}

  /**
   * @param shownBy with the day of the latest evidence
   * @param withdrawal where that is taken back, null where nothing has shown
   */
  public record TestRow(String question, String shownBy, @Nullable String withdrawal) {}

  /**
   * @param relationships those that are with the person: their tests are shown
   */
  static JudgementCard of(
      String slotId,
      String counterpartRef,
      List<String> relationships,
      SlotJudgements judged,
      String readerId,
      UnaryOperator<String> people) {
    String address = "/relationships/" + slotId + "/judgement";
    List<Judgement> ofPerson =
        judged.judgements().stream()
            .filter(each -> each.counterpartRef().equals(counterpartRef))
            .toList();
    List<Test> tests =
        judged.tests().stream()
            .filter(each -> relationships.contains(each.relationshipId()))
            .toList();
    List<Scale> scales =
        List.of(
            scale(JudgementWords.OPENNESS, ofPerson, address, readerId, people),
            scale(JudgementWords.SWAY, ofPerson, address, readerId, people));
    return new JudgementCard(
        address,
        counterpartRef,
        sentence(ofPerson),
        scales,
        heading(tests),
        JudgementWords.TESTS.stream().map(test -> row(test, tests, address)).toList(),
        ofPerson.stream()
            .filter(each -> !each.stands())
            .map(each -> said(each, address, readerId, people))
            .toList(),
        judged.ended().isEmpty()
            ? null
            : Words.count(judged.ended().size(), "judgement", "judgements")
                + " ended, the last on "
                + Words.day(judged.ended().getFirst())
                + ". What ended is not kept.");
  }

  private static Scale scale(
      String axis,
      List<Judgement> judgements,
      String address,
      String readerId,
      UnaryOperator<String> people) {
    Optional<Judgement> stands = standing(axis, judgements);
    List<Step> steps = new ArrayList<>();
    for (Choice answer : JudgementWords.answers(axis)) {
      steps.add(
          new Step(
              answer.text(),
              stands.map(Judgement::verdict).filter(answer.value()::equals).isPresent()));
    }
    return new Scale(
        JudgementWords.question(axis),
        axis.toLowerCase(Locale.UK),
        steps,
        stands.map(each -> said(each, address, readerId, people)).orElse(null));
  }

  private static Optional<Judgement> standing(String axis, List<Judgement> judgements) {
    return judgements.stream()
        .filter(each -> each.stands() && each.axis().equals(axis))
        .findFirst();
  }

  private static Said said(
      Judgement each, String address, String readerId, UnaryOperator<String> people) {
    boolean own = each.authorId().equals(readerId);
    return new Said(
        Vocabulary.words(JudgementWords.answers(each.axis()), each.verdict()),
        each.words(),
        (own ? "You" : people.apply(each.authorId()))
            + ", "
            + Words.day(each.on())
            + ". "
            + JudgementWords.basis(each.basis())
            + ". Ends "
            + Words.day(each.until())
            + (each.corrected() ? ". The words were corrected since." : "."),
        own ? address + "/" + each.assessmentRef() + "/taken-back" : null,
        each.views().stream()
            .map(view ->
                "“"
                    + view.words()
                    + "” They say so themselves, "
                    + Words.day(LocalDate.ofInstant(view.writtenAt(), LONDON))
                    + ".")
            .toList());
  }

  private static String sentence(List<Judgement> judgements) {
    Optional<Judgement> openness = standing(JudgementWords.OPENNESS, judgements);
    Optional<Judgement> sway = standing(JudgementWords.SWAY, judgements);
    if (openness.isEmpty() && sway.isEmpty()) {
      return "Nobody of the team has said what they think yet.";
    }
    String open =
        openness
            .map(each ->
                switch (each.verdict()) {
                  case "OPEN" -> "Open to working with GPs";
                  case "DEPENDS" -> "Whether they work with GPs depends";
                  default -> "Closed to working with GPs";
                })
            .orElse("Nobody has said how open they are");
    String can =
        sway.map(each ->
                switch (each.verdict()) {
                  case "YES" -> "can make it happen";
                  case "SOME" -> "have some say";
                  default -> "have little say";
                })
            .orElse("nobody has said what they can make happen");
    return open + ", and " + (sway.isPresent() ? "they " : "") + can + ".";
  }

  static String heading(List<Test> tests) {
    Set<String> shown =
        tests.stream().filter(Test::counts).map(Test::test).collect(Collectors.toSet());
    return shown.size() + " of 3 tests in the last year";
  }

  private static TestRow row(Choice test, List<Test> tests, String address) {
    return tests.stream()
        .filter(each -> each.counts() && each.test().equals(test.value()))
        .findFirst()
        .map(each ->
            new TestRow(
                test.text(),
                "Yes, "
                    + Words.day(each.on())
                    + ". "
                    + (each.evidence() == null ? "By what is not kept any more." : each.evidence()),
                address + "/tests/" + each.evidenceRef() + "/taken-back"))
        .orElseGet(() -> new TestRow(test.text(), "Not shown yet", null));
  }
}
