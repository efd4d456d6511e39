package uk.onevoice.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Judging.Introduction;
import uk.onevoice.web.api.Judging.Person;
import uk.onevoice.web.api.Judging.SlotCandidates;
import uk.onevoice.web.api.Judging.WaysTo;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Words;

/**
 * Who else is there, in groups and in no order, and who opens the door.
 *
 * @param sentence how many are open and can make things happen, and how many are not known
 */
public record CandidateView(
    String sentence,
    List<Group> groups,
    List<Candidate> candidates,
    List<Asked> introductions,
    List<Plan> persuasions,
    List<Acquainted> acquaintances) {
  /** A refusal to guess: what a page says of somebody whom the vault does not show. */
  private static final String GONE = "Somebody who is not shown any more";

  public record Group(String name, String people) {}

  /**
   * @param waysTo the end of the address of who can introduce us
   */
  public record Candidate(String ref, String who, String since, String recommended) {}

  /**
   * @param open the id of one that is still open, null for one that is settled
   */
  public record Asked(String text, @Nullable String open) {}

  /**
   * @param progress where they stand
   */
  public record Plan(String id, String text, String progress, String progressWords) {}

  public record Acquainted(String ref, String text) {}

  static CandidateView of(SlotCandidates known) {
    Map<String, Person> people =
        known.people().stream()
            .collect(Collectors.toMap(Person::counterpartRef, Function.identity()));
    return new CandidateView(
        sentence(known.people()),
        groups(known.people()),
        known.people().stream()
            .flatMap(person ->
                Stream.ofNullable(person.candidateSince())
                    .map(since ->
                        new Candidate(
                            person.counterpartRef(),
                            person.name() + ", " + person.roleTitle(),
                            Words.day(since),
                            person.recommendation() == null
                                ? "Nobody said"
                                : person.recommendation())))
            .toList(),
        known.introductions().stream().map(each -> asked(each, people)).toList(),
        known.persuasions().stream()
            .map(each ->
                new Plan(
                    each.persuasionId(),
                    name(each.allyRef(), people)
                        + " could win over "
                        + name(each.colleagueRef(), people),
                    each.progress(),
                    Vocabulary.words(JudgementWords.PROGRESS, each.progress())
                        + ", "
                        + Words.day(each.since())))
            .toList(),
        known.acquaintances().stream()
            .map(each ->
                new Acquainted(
                    each.acquaintanceRef(),
                    name(each.oneRef(), people)
                        + " and "
                        + name(each.otherRef(), people)
                        + " know each other from: "
                        + each.from()))
            .toList());
  }

  static String sentence(List<Person> people) {
    if (people.isEmpty()) {
      return "Nobody of this organisation is known by name yet.";
    }
    long can = people.stream().filter(each -> each.group().equals("OPEN_AND_CAN")).count();
    long unknown = people.stream().filter(each -> each.group().equals("NOT_KNOWN")).count();
    return (can == 0
            ? "Nobody is known to be open and to make things happen."
            : Words.count(can, "person is", "people are") + " open and can make things happen.")
        + (unknown == 0 ? "" : " Of " + Words.number(unknown) + " we do not know yet.");
  }

  /** Within a group the order is that of names, and means nothing. */
  static List<Group> groups(List<Person> people) {
    List<Group> groups = new ArrayList<>();
    for (Choice group : JudgementWords.GROUPS) {
      String names =
          people.stream()
              .filter(each -> each.group().equals(group.value()))
              .map(CandidateView::described)
              .collect(Collectors.joining("; "));
      if (!names.isEmpty()) {
        groups.add(new Group(group.text(), names));
      }
    }
    return List.copyOf(groups);
  }

  private static String described(Person person) {
    return person.name()
        + ", "
        + person.roleTitle()
        + (person.inRoleSince() == null ? "" : " since " + Words.day(person.inRoleSince()))
        + (person.lacksAuthority() ? " (cannot agree to anything in this role)" : "")
        + (person.inTouch() ? "" : " (nobody is in touch)");
  }

  private static Asked asked(Introduction each, Map<String, Person> people) {
    String text =
        name(each.throughRef(), people)
            + " was asked on "
            + Words.day(each.askedOn())
            + " to introduce us to "
            + name(each.candidateRef(), people)
            + ". ";
    return each.settledOn() == null
        ? new Asked(text + "No answer yet.", each.introductionId())
        : new Asked(
            text
                + (each.made() ? "The introduction was made on " : "It was declined on ")
                + Words.day(each.settledOn())
                + ".",
            null);
  }

  private static String name(String ref, Map<String, Person> people) {
    Person known = people.get(ref);
    return known == null ? GONE : known.name();
  }

  /**
   * Who can introduce us to somebody: a list, and the same as a picture.
   *
   * @param height of the picture, in its own units
   */
  public record Introducers(
      String who,
      String whoShort,
      String sentence,
      List<Way> ways,
      List<Box> boxes,
      int height,
      int middle) {}

  public record Way(String through, String lastTalk, String knownFrom) {}

  /**
   * One way in the picture.
   *
   * @param y where its box begins
   * @param text in the middle of it
   */
  public record Box(int y, int textY, String text) {}

  private static final int ROW = 64;
  private static final int BOX = 40;
  private static final int TOP = 10;
  private static final int LETTERS = 16;

  static Introducers introducers(WaysTo ways, SlotCandidates known) {
    Map<String, Person> people =
        known.people().stream()
            .collect(Collectors.toMap(Person::counterpartRef, Function.identity()));
    String who = name(ways.to(), people);
    List<Way> rows = new ArrayList<>();
    List<Box> boxes = new ArrayList<>();
    for (int i = 0; i < ways.ways().size(); i++) {
      var way = ways.ways().get(i);
      rows.add(
          new Way(
              way.through().stream()
                  .map(ref -> name(ref, people))
                  .collect(Collectors.joining(", then ")),
              way.lastTalk() == null ? "Not logged" : Words.day(way.lastTalk()),
              way.knownFrom()));
      int y = TOP + i * ROW;
      String text = shortened(name(way.through().getFirst(), people));
      boxes.add(
          new Box(
              y,
              y + BOX / 2 + 5,
              way.through().size() == 1
                  ? text
                  : shortened(text + " +" + (way.through().size() - 1))));
    }
    int height = Math.max(1, boxes.size()) * ROW;
    return new Introducers(
        who,
        shortened(who),
        rows.isEmpty()
            ? "Nobody whom we talk to is known to know them. Write down who knows whom."
            : rows.size() == 1
                ? "The way is through " + rows.getFirst().through() + "."
                : "The shortest way is through "
                    + rows.getFirst().through()
                    + ". There "
                    + (rows.size() == 2 ? "is 1 other." : "are " + (rows.size() - 1) + " others."),
        rows,
        boxes,
        height,
        height / 2);
  }

  private static String shortened(String name) {
    return name.length() <= LETTERS ? name : name.substring(0, LETTERS - 1).strip() + "…";
  }
}
