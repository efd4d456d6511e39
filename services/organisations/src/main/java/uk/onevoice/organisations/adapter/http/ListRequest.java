package uk.onevoice.organisations.adapter.http;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.controlled.Entries;
import uk.onevoice.organisations.domain.controlled.Entry;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/**
 * Which part of an ICS's list is asked for.
 *
 * @param asOf at the end of which day
 * @param retired whether what was no longer used on that day is told as well
 */
record ListRequest(
    OrganisationId icsId, LocalDate asOf, boolean retired, String sort, PageRequest page) {

  static ListRequest of(
      @Nullable String icsId,
      @Nullable String asOf,
      @Nullable String retired,
      @Nullable String sort,
      PageRequest page,
      LocalDate today) {
    return new ListRequest(
        ics(icsId),
        day(asOf, today),
        switch (retired) {
          case null -> false;
          case "true" -> true;
          case "false" -> false;
          default -> throw invalid("includeRetired", "must be true or false");
        },
        sort == null ? "label" : sort,
        page);
  }

  static LocalDate day(@Nullable String asOf, LocalDate today) {
    try {
      return asOf == null ? today : LocalDate.parse(asOf);
    } catch (DateTimeParseException malformed) {
      throw invalid("asOf", "must be a date");
    }
  }

  private static OrganisationId ics(@Nullable String text) {
    if (text == null) {
      throw invalid("icsId", "is required");
    }
    try {
      return new OrganisationId(text);
    } catch (IllegalArgumentException malformed) {
      throw invalid("icsId", "must be the ODS code of an ICB");
    }
  }

  private static RuntimeException invalid(String parameter, String message) {
    return Problem.invalid("query:" + parameter, message).exception();
  }

  /** A list is short enough to be sorted whole; a page's cursor is the id of its last entry. */
  <I> Page<Entry<I>> page(Entries<I> list, Predicate<Entry<I>> wanted) {
    List<Entry<I>> sorted =
        list.all().values().stream()
            .filter(entry -> !asOf.isBefore(entry.start()))
            .filter(entry -> retired || entry.openOn(asOf))
            .filter(wanted)
            .sorted(this.<I>order())
            .toList();
    int from = page.after() == null ? 0 : placeOf(page.after(), sorted) + 1;
    int to = Math.min(sorted.size(), from + page.limit());
    return new Page<>(
        sorted.subList(from, to), to < sorted.size() ? sorted.get(to - 1).id().toString() : null);
  }

  private static <I> int placeOf(String cursor, List<Entry<I>> sorted) {
    for (int i = 0; i < sorted.size(); i++) {
      if (sorted.get(i).id().toString().equals(cursor)) {
        return i;
      }
    }
    throw invalid("after", "is not the next of an earlier page");
  }

  private <I> Comparator<Entry<I>> order() {
    Comparator<Entry<I>> byLabel =
        Comparator.comparing(entry -> entry.labelOn(asOf).value().toLowerCase(Locale.ROOT));
    Comparator<Entry<I>> byStart = Comparator.comparing(Entry::start);
    Comparator<Entry<I>> byId = Comparator.comparing(entry -> entry.id().toString());
    return (switch (sort) {
          case "label" -> byLabel;
          case "-label" -> byLabel.reversed();
          case "start" -> byStart;
          case "-start" -> byStart.reversed();
          default -> throw invalid("sort", "must be label, -label, start or -start");
        })
        .thenComparing(byId);
  }
}
