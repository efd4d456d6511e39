package uk.onevoice.web.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the organisations service answers. */
public interface Registry {
  /**
   * @param end the first day after the last
   * @param listed whether the latest patients map lists it; null for what is no practice
   */
  record Organisation(
      String organisationId,
      @Nullable String odsCode,
      String name,
      List<String> kinds,
      @Nullable String postcode,
      @Nullable LocalDate start,
      @Nullable LocalDate end,
      String status,
      @Nullable String sector,
      @Nullable Boolean listed,
      List<Membership> affiliations,
      List<Entry> history) {}

  /**
   * @param insteadOf the belonging that a person put it in the place of; null where nobody did
   */
  record Membership(
      String affiliationId,
      String parentId,
      @Nullable String parentName,
      String kind,
      LocalDate start,
      @Nullable LocalDate end,
      @Nullable String insteadOf) {
    public Membership(
        String affiliationId,
        String parentId,
        @Nullable String parentName,
        String kind,
        LocalDate start,
        @Nullable LocalDate end) {
      this(affiliationId, parentId, parentName, kind, start, end, null);
    }
  }

  /**
   * @param on the day from which it holds; null for what is not dated
   * @param type the name of the event
   * @param said what it says, in fields
   */
  record Entry(@Nullable LocalDate on, Instant recordedAt, String type, Said said) {}

  /**
   * What an event says of an organisation; null where it does not speak of that.
   *
   * @param on what the day of the entry is
   * @param end the first day after the last
   * @param successors empty where an earlier word about them is taken back
   * @param historic whether it tells how it was, not how it is
   * @param undone whether the import that told of it was taken back
   */
  record Said(
      @Nullable String on,
      @Nullable String name,
      @Nullable String postcode,
      @Nullable LocalDate start,
      @Nullable LocalDate end,
      @Nullable String status,
      @Nullable String sector,
      @Nullable List<Successor> successors,
      boolean historic,
      boolean undone) {}

  record Successor(String organisationId, @Nullable String name) {}

  record Import(
      String importId,
      String state,
      List<Source> sources,
      Map<String, Integer> counts,
      Progress progress,
      Instant uploadedAt,
      @Nullable String failure) {}

  record Source(String kind, String sha256, LocalDate release) {}

  record Progress(int done, int of) {}

  record ImportList(List<Import> items, @Nullable String next) {}

  /**
   * @param line 0 where it follows from a line that is missing
   */
  record Change(String kind, int line, String code, String what) {}

  record ChangeList(List<Change> items, @Nullable String next) {}
}
