package uk.onevoice.web.pages;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Places.Detail;
import uk.onevoice.web.api.Places.Said;
import uk.onevoice.web.ui.Words;

/** Events of a history in words. An event without words here is shown by its own name. */
final class HistoryWords {
  private static final Map<String, String> EVENTS =
      Map.ofEntries(
          Map.entry("PlaceDefined", "Defined"),
          Map.entry("PlaceRevised", "Another name"),
          Map.entry("PlaceMoved", "Moved to another ICS"),
          Map.entry("PlaceStartCorrected", "First day corrected"),
          Map.entry("PlaceClosed", "Closed"),
          Map.entry("PlaceMerged", "Merged with another"),
          Map.entry("PlaceReopened", "Not closed after all"),
          Map.entry("AffiliationStarted", "Began to belong"),
          Map.entry("AffiliationEnded", "Belongs no more"),
          Map.entry("AffiliationCorrected", "Days of belonging corrected"),
          Map.entry("OrganisationRegistered", "First recorded"),
          Map.entry("OdsRecordAccepted", "National record"),
          Map.entry("OrganisationRenamed", "Another name"),
          Map.entry("OrganisationClosed", "Closed"),
          Map.entry("OrganisationReopened", "Open again"),
          Map.entry("OrganisationSucceeded", "Followed by another"),
          Map.entry("PracticeListed", "In the list of practices with patients"),
          Map.entry("PracticeDelisted", "No longer in the list of practices with patients"),
          Map.entry("SectorSet", "Sector set"),
          Map.entry("PurposeAdopted", "A version of its purpose"));

  private static final Map<String, String> DETAILS =
      Map.ofEntries(
          Map.entry("name", "Name"),
          Map.entry("icsId", "ICS"),
          Map.entry("into", "Goes on in"),
          Map.entry("partOf", "Neighbourhood of"),
          Map.entry("memberId", "Who"),
          Map.entry("parentId", "Where"),
          Map.entry("successors", "Followed by"),
          Map.entry("version", "Version"),
          Map.entry("postcode", "Postcode"));

  /** Said elsewhere in the entry, or of no use to a reader. */
  private static final Set<String> DAYS = Set.of("start", "end");

  private HistoryWords() {}

  /**
   * One line of a history.
   *
   * @param on from when it holds; null where it says no day
   */
  public record Entry(
      String what, @Nullable String on, List<String> details, String who, String at) {}

  /**
   * @param me the reader, by reference
   */
  static Entry of(Said said, String me) {
    return new Entry(
        EVENTS.getOrDefault(said.what(), said.what()),
        on(said),
        said.details().stream()
            .filter(detail -> DETAILS.containsKey(detail.name()) || isOtherDay(detail, said))
            .map(HistoryWords::words)
            .toList(),
        who(said, me),
        Words.time(said.at()));
  }

  private static @Nullable String on(Said said) {
    LocalDate on = said.on();
    if (on == null) {
      return null;
    }
    boolean end = said.details().stream().noneMatch(detail -> FIRST_DAYS.contains(detail.name()));
    return end ? "Last day: " + Words.day(on.minusDays(1)) : "From " + Words.day(on);
  }

  private static final Set<String> FIRST_DAYS = Set.of("from", "on", "start", "date", "release");

  private static boolean isOtherDay(Detail detail, Said said) {
    return detail.name().equals("void")
        || (DAYS.contains(detail.name()) && !detail.value().equals(String.valueOf(said.on())));
  }

  private static String words(Detail detail) {
    return switch (detail.name()) {
      case "void" -> "It never was";
      case "start" -> "Opened " + day(detail.value(), 0);
      case "end" -> "Last day: " + day(detail.value(), 1);
      default ->
          DETAILS.get(detail.name())
              + ": "
              + (detail.label() == null ? detail.value() : detail.label());
    };
  }

  private static String day(String value, int earlier) {
    try {
      return Words.day(LocalDate.parse(value).minusDays(earlier));
    } catch (DateTimeParseException noDay) {
      return value;
    }
  }

  private static String who(Said said, String me) {
    String body = said.actingForName() == null ? said.actingFor() : said.actingForName();
    String who = who(said.by(), said.byName(), me);
    return body == null ? who : who + ", for " + body;
  }

  /**
   * Who acted, as every history says it.
   *
   * @param by reference to a person, a client or a service
   * @param name null where the reader may not read it
   * @param me the reader, by reference
   */
  static String who(String by, @Nullable String name, String me) {
    if (by.equals(me)) {
      return "You";
    }
    if (name != null) {
      return name;
    }
    return by.startsWith("person:")
        ? "A person of the registry"
        : by.startsWith("client:") ? "A system" : "OneVoice itself";
  }
}
