package uk.onevoice.web.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Registry.Entry;
import uk.onevoice.web.api.Registry.Membership;
import uk.onevoice.web.api.Registry.Organisation;
import uk.onevoice.web.api.Registry.Said;
import uk.onevoice.web.api.Registry.Successor;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** An organisation in the words of its page: what it is, whom it belongs to, and how it came so. */
public record OrganisationView(
    String name,
    String kind,
    String sentence,
    boolean flag,
    List<Fact> facts,
    String belongsSentence,
    List<Belonging> belongs,
    List<Belonging> belonged,
    List<Happening> history) {

  /** A fact with its name. */
  public record Fact(String name, String value) {}

  /** Whom it belongs to, from when and until when. */
  public record Belonging(String how, Link to, String since, String until) {}

  /**
   * One point of the time line.
   *
   * @param mark the letter in its sign; the words say the same
   */
  public record Happening(String day, String what, String detail, String mark) {}

  static OrganisationView of(Organisation organisation, LocalDate today) {
    List<Membership> now =
        organisation.affiliations().stream()
            .filter(membership -> holds(membership, today))
            .toList();
    List<Membership> before =
        organisation.affiliations().stream()
            .filter(membership -> !holds(membership, today))
            .sorted(Comparator.comparing(Membership::start).reversed())
            .toList();
    return new OrganisationView(
        organisation.name(),
        kinds(organisation),
        sentence(organisation, now, today),
        isClosed(organisation, today),
        facts(organisation),
        belongsSentence(now),
        now.stream().map(OrganisationView::belonging).toList(),
        before.stream().map(OrganisationView::belonging).toList(),
        happenings(organisation));
  }

  private static boolean holds(Membership membership, LocalDate day) {
    return !membership.start().isAfter(day)
        && (membership.end() == null || membership.end().isAfter(day));
  }

  private static boolean isClosed(Organisation organisation, LocalDate today) {
    return organisation.end() != null && !organisation.end().isAfter(today);
  }

  private static String kinds(Organisation organisation) {
    return organisation.kinds().stream()
        .map(Vocabulary::organisationKind)
        .reduce((a, b) -> a + ", " + b)
        .orElse("Organisation");
  }

  /** What it is today, in one sentence. */
  static String sentence(Organisation organisation, List<Membership> now, LocalDate today) {
    LocalDate end = organisation.end();
    if (end != null && !end.isAfter(today)) {
      return organisation.name() + " closed on " + Words.day(end.minusDays(1)) + ".";
    }
    if (Boolean.FALSE.equals(organisation.listed())) {
      return organisation.name()
          + " is not in the latest list of practices with patients, so it counts in no figure.";
    }
    List<String> parts = new ArrayList<>();
    now.stream()
        .filter(membership -> !membership.kind().equals("GEOGRAPHY"))
        .map(membership -> RoleWords.lowerFirst(how(membership.kind())) + " " + parent(membership))
        .forEach(parts::add);
    if (parts.isEmpty()) {
      return organisation.name() + " is known here; nothing says whom it belongs to.";
    }
    return organisation.name() + " is " + Words.list(parts) + ".";
  }

  private static String belongsSentence(List<Membership> now) {
    return now.isEmpty()
        ? "It belongs to nobody that is recorded here today."
        : "Today it belongs to " + Words.count(now.size(), "body", "bodies") + " or areas.";
  }

  private static List<Fact> facts(Organisation organisation) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Kind", kinds(organisation)));
    facts.add(
        new Fact(
            "Code", organisation.odsCode() == null ? "None: set locally" : organisation.odsCode()));
    facts.add(
        new Fact(
            "Postcode", organisation.postcode() == null ? "Not known" : organisation.postcode()));
    facts.add(
        new Fact(
            "Opened",
            organisation.start() == null ? "Not known" : Words.day(organisation.start())));
    facts.add(
        new Fact(
            "Last day",
            organisation.end() == null
                ? "It goes on"
                : Words.day(organisation.end().minusDays(1))));
    if (organisation.sector() != null) {
      facts.add(new Fact("Sector", sector(organisation.sector())));
    }
    if (organisation.listed() != null) {
      facts.add(
          new Fact(
              "In the latest list of practices with patients",
              organisation.listed() ? "Yes" : "No"));
    }
    return facts;
  }

  private static String sector(String sector) {
    return switch (sector) {
      case "ACUTE" -> "Hospitals";
      case "COMMUNITY" -> "Community";
      case "MENTAL_HEALTH" -> "Mental health";
      case "AMBULANCE" -> "Ambulances";
      default -> sector;
    };
  }

  private static Belonging belonging(Membership membership) {
    return new Belonging(
        how(membership.kind()),
        new Link(parent(membership), address(membership)),
        Words.day(membership.start()),
        membership.end() == null ? "Goes on" : Words.day(membership.end().minusDays(1)));
  }

  private static String parent(Membership membership) {
    return membership.parentName() == null ? membership.parentId() : membership.parentName();
  }

  private static String address(Membership membership) {
    String id = uk.onevoice.web.api.Segment.of(membership.parentId());
    return switch (membership.kind()) {
      case "PLACE" -> "/places/" + id;
      case "NEIGHBOURHOOD" -> "/places/" + id + "/keeping";
      default -> "/organisations/" + id;
    };
  }

  private static String how(String kind) {
    return switch (kind) {
      case "PCN_CORE" -> "In the PCN";
      case "FEDERATION" -> "In the federation";
      case "LMC" -> "Represented by";
      case "PLACE" -> "In the place";
      case "NEIGHBOURHOOD" -> "In the neighbourhood";
      case "COMMISSIONED_BY" -> "Commissioned by";
      case "GEOGRAPHY" -> "Lies in";
      default -> kind;
    };
  }

  /** A happening with the day it is sorted by; what is not dated comes last. */
  private record Dated(LocalDate day, Happening happening) {}

  private static List<Happening> happenings(Organisation organisation) {
    List<Dated> all = new ArrayList<>();
    for (Entry entry : organisation.history()) {
      LocalDate day = day(entry);
      all.add(
          new Dated(
              day == null ? LocalDate.MIN : day,
              new Happening(
                  day == null ? "No date" : Words.day(day),
                  happened(entry),
                  "Recorded at " + Words.time(entry.recordedAt()),
                  mark(entry.type()))));
    }
    for (Membership membership : organisation.affiliations()) {
      String to = how(membership.kind()) + " " + parent(membership);
      all.add(
          new Dated(
              membership.start(),
              new Happening(Words.day(membership.start()), to, "From this day", "+")));
      if (membership.end() != null) {
        LocalDate last = membership.end().minusDays(1);
        all.add(
            new Dated(last, new Happening(Words.day(last), "No longer: " + to, "Last day", "–")));
      }
    }
    return all.stream()
        .sorted(Comparator.comparing(Dated::day).reversed())
        .map(Dated::happening)
        .toList();
  }

  /** The day an entry is about: of what holds no more, the last day on which it held. */
  private static @Nullable LocalDate day(Entry entry) {
    LocalDate on = entry.on();
    return on != null && "FIRST_DAY_AFTER".equals(entry.said().on()) ? on.minusDays(1) : on;
  }

  static String happened(Entry entry) {
    Said said = entry.said();
    String what =
        switch (entry.type()) {
          case "OrganisationRegistered" -> "First recorded: " + recorded(said);
          case "OdsRecordAccepted" ->
              (said.historic() ? "National record as it was: " : "National record changed: ")
                  + recorded(said);
          case "OrganisationRenamed" -> "New name: " + (said.name() == null ? "" : said.name());
          case "OrganisationClosed" -> "Closed: this was the last day";
          case "OrganisationReopened" -> "Open again";
          case "OrganisationSucceeded" -> followed(said);
          case "PracticeListed" -> "In the list of practices with patients";
          case "PracticeDelisted" -> "No longer in the list of practices with patients";
          case "SectorSet" -> "Sector set: " + (said.sector() == null ? "" : sector(said.sector()));
          default -> entry.type();
        };
    return said.undone() ? what + ". The file that said so was taken back" : what;
  }

  private static String recorded(Said said) {
    List<String> parts = new ArrayList<>();
    if (said.name() != null) {
      parts.add(said.name());
    }
    if (said.postcode() != null) {
      parts.add(said.postcode());
    }
    if (said.start() != null) {
      parts.add("opened " + Words.day(said.start()));
    }
    if (said.end() != null) {
      parts.add("last day " + Words.day(said.end().minusDays(1)));
    }
    if ("DORMANT".equals(said.status())) {
      parts.add("at rest");
    }
    return String.join(", ", parts);
  }

  private static String followed(Said said) {
    List<Successor> successors = said.successors() == null ? List.of() : said.successors();
    return successors.isEmpty()
        ? "Not followed by another after all"
        : "Followed by "
            + Words.list(
                successors.stream()
                    .map(next ->
                        next.name() == null
                            ? next.organisationId()
                            : next.name() + " (" + next.organisationId() + ")")
                    .toList());
  }

  private static String mark(String type) {
    return switch (type) {
      case "OrganisationClosed", "PracticeDelisted" -> "✕";
      case "OrganisationRegistered", "PracticeListed", "OrganisationReopened" -> "✓";
      default -> "R";
    };
  }

  /** Whether anything stands in the time line. */
  public boolean hasHistory() {
    return !history.isEmpty();
  }
}
