package uk.onevoice.web.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.api.Successions.Lineage;
import uk.onevoice.web.api.Successions.Relative;
import uk.onevoice.web.api.Successions.Waiting;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** Who followed whom and what waits, in sentences. */
final class SuccessionWords {
  private SuccessionWords() {}

  /** A sentence about one day, with the organisations it names. */
  record Line(String before, List<Link> names) {}

  /**
   * @param day that the page speaks of
   */
  static List<Line> lines(Lineage lineage, LocalDate day) {
    return lines(lineage, day, SuccessionWords::ofOrganisation, SuccessionWords::ofOrganisation);
  }

  /** The same, leading from the page of one ICS to that of another and back. */
  static List<Line> linesOfIcs(Lineage lineage, LocalDate day) {
    return lines(
        lineage,
        day,
        before -> "/ics/" + Segment.of(before.organisationId()) + "?footprint=OLD",
        after -> "/ics/" + Segment.of(after.organisationId()));
  }

  private static String ofOrganisation(Relative other) {
    return "/organisations/" + Segment.of(other.organisationId());
  }

  private static List<Line> lines(
      Lineage lineage,
      LocalDate day,
      Function<Relative, String> before,
      Function<Relative, String> after) {
    List<Line> lines = new ArrayList<>();
    byDay(lineage.follows(), before)
        .forEach((on, others) -> {
          String when =
              on.isAfter(day)
                  ? "From " + Words.day(on) + " this follows: "
                  : "Until " + Words.day(on.minusDays(1)) + " this, or part of it, was: ";
          lines.add(new Line(when, others));
        });
    byDay(lineage.followedBy(), after)
        .forEach((on, others) -> {
          String when = (on.isAfter(day) ? "From " : "Since ") + Words.day(on);
          lines.add(new Line(when + " it is followed by: ", others));
        });
    return lines;
  }

  private static Map<LocalDate, List<Link>> byDay(
      List<Relative> relatives, Function<Relative, String> page) {
    return relatives.stream()
        .collect(
            Collectors.groupingBy(
                Relative::on,
                TreeMap::new,
                Collectors.mapping(
                    other ->
                        new Link(name(other.name(), other.organisationId()), page.apply(other)),
                    Collectors.toList())));
  }

  static String name(@org.jspecify.annotations.Nullable String name, String id) {
    return name == null ? id : name;
  }

  /** 3 members, 1 place and 2 role holdings. */
  static String counts(Map<String, Integer> byKind) {
    Function<String, Integer> of = kind -> byKind.getOrDefault(kind, 0);
    List<String> parts = new ArrayList<>();
    add(parts, of.apply("MEMBER"), "member", "members");
    add(parts, of.apply("PLACE"), "place", "places");
    add(parts, of.apply("TOPIC"), "topic", "topics");
    add(parts, of.apply("FORUM"), "forum", "forums");
    add(parts, of.apply("OWN_MEMBERSHIP"), "membership of its own", "memberships of their own");
    add(parts, of.apply("ROLE_HOLDING"), "role", "roles");
    add(parts, of.apply("CLIENT"), "computer system", "computer systems");
    return Words.list(parts);
  }

  private static void add(List<String> parts, int count, String one, String many) {
    if (count > 0) {
      parts.add(Words.count(count, one, many));
    }
  }

  /** Who or what waits. */
  static String subject(Waiting waiting) {
    String name = name(waiting.subjectName(), waiting.subjectId());
    return switch (waiting.kind()) {
      case "OWN_MEMBERSHIP" -> "Its membership of " + name;
      case "ROLE_HOLDING" ->
          "Somebody’s role: "
              + (waiting.role() == null ? "not known" : RoleWords.of(waiting.role()));
      case "CLIENT" -> "Computer system " + waiting.subjectId();
      default -> name;
    };
  }

  /** How it hangs on the predecessor. */
  static String how(Waiting waiting) {
    return switch (waiting.kind()) {
      case "PLACE" -> "Place of its ICS";
      case "MEMBER" ->
          switch (waiting.belonging() == null ? "" : waiting.belonging()) {
            case "COMMISSIONED_BY" -> "Commissioned by it";
            case "GEOGRAPHY" -> "Lies in its area";
            case "PLACE", "NEIGHBOURHOOD" -> "Practice there";
            default -> "Member";
          };
      case "OWN_MEMBERSHIP" -> "Own membership";
      case "TOPIC" -> "Topic of its list";
      case "FORUM" -> "Forum of its list";
      case "ROLE_HOLDING" -> "Role there";
      case "CLIENT" -> "Asks for it";
      default -> "";
    };
  }
}
