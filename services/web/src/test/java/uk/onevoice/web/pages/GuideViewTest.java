package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.web.pages.GuideView.Agreed;
import uk.onevoice.web.pages.GuideView.Numbers;
import uk.onevoice.web.pages.GuideView.Table;
import uk.onevoice.web.pages.GuideView.Voice;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Templates;

/** The whole guide, read as somebody reads it who has never worked in general practice. */
class GuideViewTest {
  private static final double HIGHEST_GRADE = 8;
  private static final Pattern WORD = Pattern.compile("[A-Za-z’']+");
  private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

  private static final GuideView WHOLE =
      GuideView.of(
          new Numbers(
              "Wyvern and Marlshire ICS",
              204,
              39,
              3,
              2,
              104,
              1,
              1_930_400L,
              "The numbers are new."),
          List.of("Marl North PCN", "Upper Marl PCN"),
          List.of(
              new Voice(
                  "Marl Valley",
                  "community services",
                  "Medical director",
                  "Marl Valley GP Federation",
                  "31 March 2027",
                  new Agreed(38, 45)),
              new Voice("", "urgent care", "Chair", "Wyvern LMC", "31 March 2027", null)),
          List.of(new Link("Marl Valley", "/guide/places/1")),
          List.of(new Table("ICB board", "the NHS board that plans and pays for care here")),
          List.of("Community services", "Urgent care"));

  private static final GuideView BARE =
      GuideView.of(
          new Numbers("Tarrow Coast", 71, 0, 71, 0, 0, 0, null, "The numbers are new."),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  @Test
  void it_says_how_many_there_are_and_whom_to_ask() {
    assertThat(text(WHOLE))
        .contains("204 practices work here. They look after 1,930,400 people.")
        .contains("There are 39 networks here. 3 practices are in none.")
        .contains("104 practices are in one.")
        .contains(
            "Marl Valley. On community services, ask the medical director of Marl Valley GP"
                + " Federation. 38 of 45 practices have said yes. This holds until 31 March 2027.")
        .contains("Marl North network")
        .contains("ask the chair of Wyvern local medical committee");
    assertThat(text(BARE))
        .contains("71 practices work here.")
        .contains("No one has been asked to speak for all practices here yet.")
        .doesNotContain("look after", "network has one lead", "A federation is");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DES",
        "LES",
        "QOF",
        "PCN",
        "PCNs",
        "ICB",
        "ICS",
        "LMC",
        "ARRS",
        "CQC",
        "GMS",
        "PMS",
        "APMS",
        "ODS",
        "VCSE",
        "MDT",
        "INT",
        "DNA",
        "sub-ICB",
        "mandate",
        "stakeholder",
        "commissioner",
        "commissioning",
        "provider collaborative",
        "primary care network",
        "integrated",
        "enhanced service",
        "clinical director",
        "list size",
        "capitation",
        "workstream",
        "interface",
        "secondary care",
        "governance",
        "delegate",
        "representation"
      })
  void it_uses_no_word_that_only_those_inside_know(String word) {
    var alone = Pattern.compile("\\b" + Pattern.quote(word) + "\\b", flags(word));
    assertThat(alone.matcher(text(WHOLE)).find()).as(word).isFalse();
    assertThat(alone.matcher(text(BARE)).find()).as(word).isFalse();
  }

  /** An abbreviation is meant as it is written: "les" and "int" are parts of other languages. */
  private static int flags(String word) {
    return word.equals(word.toUpperCase(java.util.Locale.UK)) ? 0 : Pattern.CASE_INSENSITIVE;
  }

  @Test
  void a_reader_of_thirteen_can_follow_it() {
    assertThat(grade(text(WHOLE))).isLessThanOrEqualTo(HIGHEST_GRADE);
    assertThat(grade(text(BARE))).isLessThanOrEqualTo(HIGHEST_GRADE);
    assertThat(
            grade(
                "Commissioning arrangements necessitate collaborative governance across"
                    + " organisational boundaries within integrated neighbourhood provision."))
        .as("the measure itself")
        .isGreaterThan(HIGHEST_GRADE);
  }

  /** What stands between the header and the footer; each block is a sentence of its own. */
  private static String text(GuideView view) {
    String page =
        Templates.engine()
            .getTemplate("GuidePages/Guide")
            .data("frame", new Frame(view.heading(), List.of(), List.of(), List.of(), null))
            .data("view", view)
            .render();
    return page.replaceAll("(?s).*<main[^>]*>(.*)</main>.*", "$1")
        .replaceAll("</(p|li|h1|h2|span)>", "\n")
        .replaceAll("<[^>]+>", "")
        .replaceAll("&#?\\w+;", "’")
        .replaceAll("[ \\t]+", " ");
  }

  /** Flesch and Kincaid's grade: the years at school that reading a text takes. */
  private static double grade(String text) {
    List<String> sentences =
        Arrays.stream(text.split("[.!?\\n]"))
            .filter(sentence -> WORD.matcher(sentence).find())
            .toList();
    List<String> words =
        sentences.stream()
            .flatMap(sentence -> WORD.matcher(sentence).results())
            .map(found -> found.group().toLowerCase(java.util.Locale.UK))
            .toList();
    long syllables = words.stream().mapToLong(GuideViewTest::syllables).sum();
    return 0.39 * words.size() / sentences.size() + 11.8 * syllables / words.size() - 15.59;
  }

  private static long syllables(String word) {
    String spoken = word.length() > 3 ? word.replaceAll("(?<![lt])e$|es$|(?<![td])ed$", "") : word;
    return Math.max(1, VOWELS.matcher(spoken).results().count());
  }
}
