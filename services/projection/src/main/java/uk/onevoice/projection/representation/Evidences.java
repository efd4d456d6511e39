package uk.onevoice.projection.representation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.Pages;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.representation.Areas.Kind;
import uk.onevoice.projection.representation.EvidencePage.BasedOn;
import uk.onevoice.service.listing.Page;

/**
 * Opens figures: what each is made of, for those who may know that of each row. Who is told no more
 * than counts is told no row; a figure that is withheld has none either.
 */
final class Evidences {
  /** The part that shows the rows of a figure; that of the figure alone is not enough. */
  private static final Map<String, Part> ROWS =
      Map.ofEntries(
          Map.entry("M1", Part.ANSWERS_BY_PRACTICE),
          Map.entry("M2", Part.SLOTS),
          // Beyond the part: how strong a relationship is, those are told who hold it.
          Map.entry("M3", Part.SLOTS),
          Map.entry("M4", Part.SLOTS),
          Map.entry("M5", Part.SLOT_HOLDERS),
          Map.entry("M6", Part.MEETINGS),
          Map.entry("M7", Part.INFLUENCE),
          Map.entry("M8", Part.MEETINGS),
          Map.entry("M9", Part.CONTRADICTIONS),
          Map.entry("M10", Part.MEETINGS),
          Map.entry("M11", Part.MEETINGS),
          Map.entry("M12", Part.LOAD),
          Map.entry("M13", Part.SLOT_HOLDERS),
          Map.entry("M15", Part.MEETINGS),
          Map.entry("M16", Part.JOINT_GROUPS));

  private static final String NOT_FOR_YOU = "Counts alone are for this role.";
  private static final String OWN_ONLY =
      "How strong a relationship is, those are told who hold it.";
  private static final String TOO_FEW = "Of a side with fewer than five promises nothing is told.";

  /** An area, and who asks of it. */
  record Asked(
      Kind kind,
      String area,
      String name,
      Audience audience,
      Function<String, Audience> ofPlace,
      @Nullable String caller) {}

  private final Snapshot facts;
  private final Asked asked;

  /**
   * @param facts at the time of which the audience may see measures
   */
  Evidences(Snapshot facts, Asked asked) {
    this.facts = facts;
    this.asked = asked;
  }

  /**
   * The part of the rows that is asked for.
   *
   * @param measure the figure as this audience is told it
   */
  EvidencePage of(String key, Measure measure, AskedEvidence wanted) {
    @Nullable Counts counting = wanted.countingAs();
    @Nullable Part part = ROWS.get(key);
    if (!measure.available() || measure.withheld()) {
      return withheld(key, measure, measure.reason());
    }
    if (part == null) {
      return withheld(key, measure, "What one practice takes on is for itself and its federation.");
    }
    if (!asked.audience().sees(part)) {
      return withheld(key, measure, NOT_FOR_YOU);
    }
    if (key.equals("M3") && asked.caller() == null) {
      return withheld(key, measure, OWN_ONLY);
    }
    List<Evidence> rows =
        all(key).stream()
            .filter(wanted::isOf)
            .filter(row -> isTold(key, row, measure))
            .map(row -> open(row, part))
            .toList();
    int notTold = key.equals("M3") ? requireNonNull(measure.denominator()) - rows.size() : 0;
    Page<Evidence> page =
        Pages.cut(
            rows.stream().filter(row -> counting == null || row.is(counting)).toList(),
            wanted.part(),
            Evidence::position);
    return page(
        key,
        measure,
        notTold > 0 ? OWN_ONLY : key.equals("M13") && sideIsHidden(measure) ? TOO_FEW : null,
        basedOn(rows, notTold),
        page);
  }

  /** Every row of a figure, whoever may see it. */
  List<Evidence> all(String key) {
    EvidenceRows rows = new EvidenceRows(facts, asked.kind(), asked.area());
    MandateEvidence mandates = new MandateEvidence(rows);
    RelationshipEvidence relationships = new RelationshipEvidence(rows);
    MeetingEvidence meetings = new MeetingEvidence(rows);
    return switch (key) {
      case "M1" -> mandates.answers();
      case "M2" -> relationships.slots();
      case "M3" -> relationships.strengths(asked.caller());
      case "M4" -> relationships.lastTalks();
      case "M5" -> relationships.holders();
      case "M6" -> meetings.meetings();
      case "M7" -> meetings.outcomes();
      case "M8" -> meetings.beforehand();
      case "M9" -> mandates.topics();
      case "M10" -> meetings.heard();
      case "M11" -> meetings.seats();
      case "M12" -> meetings.hours();
      case "M13" -> relationships.promises();
      case "M15" -> meetings.partners();
      case "M16" -> relationships.jointGroups();
      default -> throw new IllegalStateException(key + " has no rows");
    };
  }

  /** What the figure does not say of a side, its rows do not either. */
  private static boolean isTold(String key, Evidence row, Measure measure) {
    return !key.equals("M13")
        || measure.detail() instanceof Commitments promises
            && promises.promises().stream()
                .anyMatch(side -> side.side().equals(row.label()) && side.due() != null);
  }

  private static boolean sideIsHidden(Measure measure) {
    return measure.detail() instanceof Commitments promises
        && promises.promises().stream().anyMatch(side -> side.due() == null);
  }

  /** A federation works in places that are not the caller's; nor is where a place moved to. */
  private Evidence open(Evidence row, Part part) {
    return row.placeId() == null || asked.ofPlace().apply(row.placeId()).sees(part)
        ? row
        : row.ofOthers();
  }

  /** Names of the organisations of one page, asked for at once. */
  private List<Evidence> named(List<Evidence> rows) {
    List<String> codes =
        rows.stream()
            .flatMap(row -> Stream.of(row.organisationId(), row.enteredFor()))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    if (codes.isEmpty()) {
      return rows;
    }
    Map<String, String> names =
        facts
            .list(
                """
                select organisation_id, name from organisation_at(:asOf, :knownAt)
                where organisation_id = any (?)\
                """,
                row -> Map.entry(row.getString(1), row.getString(2)),
                codes)
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));
    return rows.stream().map(row -> row.named(names)).toList();
  }

  private static BasedOn basedOn(List<Evidence> rows, int notTold) {
    List<Evidence> counted = rows.stream().filter(row -> !row.is(Counts.NOT_COUNTED)).toList();
    return new BasedOn(
        count(rows, Counts.NUMERATOR),
        count(rows, Counts.DENOMINATOR),
        count(rows, Counts.UNKNOWN),
        count(rows, Counts.NOT_COUNTED),
        notTold,
        (int) counted.stream().map(Evidences::meeting).filter(Objects::nonNull).distinct().count(),
        counted.stream()
            .map(Evidence::day)
            .filter(Objects::nonNull)
            .max(Comparator.<LocalDate>naturalOrder())
            .orElse(null));
  }

  private static int count(List<Evidence> rows, Counts as) {
    return (int) rows.stream().filter(row -> row.is(as)).count();
  }

  private static @Nullable String meeting(Evidence row) {
    return switch (row.what()) {
      case ITEM -> row.within();
      case MEETING, ATTENDANCE -> row.id();
      default -> null;
    };
  }

  private EvidencePage withheld(String key, Measure measure, @Nullable String reason) {
    return new EvidencePage(
        asked.area(),
        asked.name(),
        key,
        measure.name(),
        facts.time().asOf(),
        facts.time().knownAt(),
        !asked.audience().isLive(),
        true,
        reason,
        null,
        null,
        null,
        null,
        List.of(),
        null);
  }

  private EvidencePage page(
      String key, Measure measure, @Nullable String reason, BasedOn basedOn, Page<Evidence> page) {
    return new EvidencePage(
        asked.area(),
        asked.name(),
        key,
        measure.name(),
        facts.time().asOf(),
        facts.time().knownAt(),
        !asked.audience().isLive(),
        false,
        reason,
        measure.numerator(),
        measure.denominator(),
        measure.unknown(),
        basedOn,
        named(page.items()),
        page.next());
  }
}
