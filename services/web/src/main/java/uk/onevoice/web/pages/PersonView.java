package uk.onevoice.web.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.People.Funded;
import uk.onevoice.web.api.People.Happened;
import uk.onevoice.web.api.People.Holding;
import uk.onevoice.web.api.People.Named;
import uk.onevoice.web.api.People.Person;
import uk.onevoice.web.api.People.Said;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** A person in the words of their page: what they hold, what they held, how to reach them. */
public record PersonView(
    String personId,
    String name,
    String sentence,
    @Nullable String email,
    @Nullable String telephone,
    String shownWords,
    List<RoleView> now,
    List<RoleView> past,
    List<MergedView> merged) {
  static final String NO_NAME = "Name not written down";

  /**
   * A role with its days.
   *
   * @param due whether somebody should check that it is still so
   * @param change where it is changed
   */
  public record RoleView(
      String role,
      String nature,
      @Nullable Link where,
      String since,
      String until,
      String sessions,
      String checked,
      boolean due,
      String change) {}

  public record MergedView(String personId, String name) {}

  /** One thing that was written down. */
  public record Happening(String when, String what, String who) {}

  static PersonView of(Person person, LocalDate today) {
    List<RoleView> now = new ArrayList<>();
    List<RoleView> past = new ArrayList<>();
    for (Holding holding : person.roleHoldings()) {
      (isOver(holding, today) ? past : now).add(role(person.personId(), holding, today));
    }
    return new PersonView(
        person.personId(),
        name(person.name()),
        sentence(person.roleHoldings(), today),
        person.email(),
        person.telephone(),
        person.shown()
            ? "Name and work contact are shown to others, while the person has a role in general practice or had one."
            : "Name and work contact are not shown to others. They see the role only.",
        now,
        past,
        person.merged().stream().map(PersonView::merged).toList());
  }

  static String name(@Nullable String name) {
    return name == null ? NO_NAME : name;
  }

  private static MergedView merged(Named record) {
    return new MergedView(record.personId(), name(record.name()));
  }

  static boolean isOver(Holding holding, LocalDate today) {
    return holding.end() != null && !holding.end().isAfter(today);
  }

  /** Who stands in for many practices has a page for the rest. */
  private static final int MOST_IN_A_SENTENCE = 4;

  /** What the person is today. */
  static String sentence(List<Holding> holdings, LocalDate today) {
    List<String> active =
        holdings.stream().filter(Holding::active).map(PersonView::roleAt).toList();
    if (active.isEmpty()) {
      boolean toCome = holdings.stream().anyMatch(holding -> !isOver(holding, today));
      return toCome
          ? "No role today; one is to come."
          : holdings.isEmpty() ? "No role is written down." : "No role today.";
    }
    if (active.size() > MOST_IN_A_SENTENCE) {
      var first = new ArrayList<>(active.subList(0, MOST_IN_A_SENTENCE - 1));
      first.add((active.size() - first.size()) + " other roles");
      return Words.list(first) + ".";
    }
    return Words.list(active) + ".";
  }

  static String roleAt(Holding holding) {
    return RoleWords.of(holding.role()) + at(holding.organisationId(), holding.organisationName());
  }

  private static String at(@Nullable String id, @Nullable String name) {
    return id == null ? "" : " at " + (name == null ? id : name);
  }

  static RoleView role(String page, Holding holding, LocalDate today) {
    boolean due = holding.checkDue() != null && !holding.checkDue().isAfter(today);
    return new RoleView(
        RoleWords.of(holding.role()),
        holding.clinical() ? "Clinical" : "Managerial",
        holding.organisationId() == null
            ? null
            : new Link(
                holding.organisationName() == null
                    ? holding.organisationId()
                    : holding.organisationName(),
                "/organisations/" + Segment.of(holding.organisationId())),
        Words.day(holding.start()),
        holding.end() == null ? "Goes on" : Words.day(holding.end().minusDays(1)),
        sessions(holding.sessions(), today),
        checked(holding, due),
        due,
        "/people/" + page + "/roles/" + holding.roleHoldingId());
  }

  /** What the role is given today, or will be first. */
  static String sessions(List<Funded> sessions, LocalDate today) {
    Funded shown = null;
    for (Funded some : sessions) {
      if (shown == null || !some.from().isAfter(today)) {
        shown = some;
      }
    }
    return shown == null
        ? "Not written down"
        : week(shown.sessionsPerWeek(), shown.protectedHours())
            + " from "
            + Words.day(shown.from());
  }

  private static String week(double sessions, double hours) {
    return number(sessions)
        + (sessions == 1 ? " funded session" : " funded sessions")
        + " a week, "
        + number(hours)
        + (hours == 1 ? " protected hour" : " protected hours");
  }

  /** 2.5, and 2 without a point. */
  private static String number(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }

  private static String checked(Holding holding, boolean due) {
    if (holding.lastChecked() == null && holding.checkDue() == null) {
      return "";
    }
    String last =
        holding.lastChecked() == null
            ? "Never checked."
            : "Checked on "
                + Words.day(holding.lastChecked().on())
                + (holding.lastChecked().byName() == null
                    ? "."
                    : " by " + holding.lastChecked().byName() + ".");
    if (holding.checkDue() == null) {
      return last;
    }
    return last
        + (due ? " Check it: it was due on " : " Next check ")
        + Words.day(holding.checkDue())
        + ".";
  }

  static List<Happening> history(List<Happened> items) {
    return items.stream()
        .map(item ->
            new Happening(
                Words.sentence(Words.time(item.recordedAt())),
                what(item.type(), item.said()),
                item.byId() == null
                    ? "by the service"
                    : "by " + (item.byName() == null ? "somebody" : item.byName())))
        .toList()
        .reversed();
  }

  private static String what(String type, Said said) {
    String role =
        said.role() == null
            ? "A role"
            : RoleWords.of(said.role()) + at(said.organisationId(), said.organisationName());
    return switch (type) {
      case "PersonRegistered" -> "Registered";
      case "PersonNamed" -> "Name written down";
      case "WorkContactSet" ->
          Boolean.TRUE.equals(said.shown())
              ? "Work contact changed; shown to others"
              : "Work contact changed; not shown to others";
      case "IdentityLinked" -> "Sign-in linked";
      case "RoleAppointed" -> role + days(said);
      case "RoleCorrected" ->
          said.neverWas() ? role + ": never was" : role + ", corrected:" + days(said);
      case "RoleEnded" -> role + " ended" + days(said) + handedOver(said.otherName());
      case "SessionsSet" ->
          role
              + ": "
              + (said.sessionsPerWeek() == null || said.protectedHours() == null
                  ? "sessions"
                  : week(said.sessionsPerWeek(), said.protectedHours()))
              + days(said);
      case "RoleChecked" -> role + " checked";
      case "PersonMerged" -> "Made one with another record" + withName(said.otherName());
      case "PersonMergeUndone" -> "Parted again from another record" + withName(said.otherName());
      default -> type;
    };
  }

  private static String days(Said said) {
    return (said.start() == null ? "" : " from " + Words.day(said.start()))
        + (said.end() == null ? "" : ", last day " + Words.day(said.end().minusDays(1)));
  }

  private static String handedOver(@Nullable String name) {
    return name == null ? "" : ", handed over to " + name;
  }

  private static String withName(@Nullable String name) {
    return name == null ? "" : ", " + name;
  }
}
