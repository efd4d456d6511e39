package uk.onevoice.web.pages;

import jakarta.enterprise.context.RequestScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.ApiProblem;
import uk.onevoice.web.api.ApiUnreachable;
import uk.onevoice.web.api.PeopleRights.Record;
import uk.onevoice.web.api.Segment;

/** Asks each service what it keeps about a person; one that does not answer just now is named. */
@RequestScoped
class Records {
  private static final int LARGEST_PAGE = 200;

  /** Of what they entered themselves a page shows the first; the rest has pages of its own. */
  private static final int FIRST_ENTERED = 10;

  private static final int ON_A_PAGE = 50;

  /** The services by the first part of their addresses about a person. */
  static final Map<String, String> ADDRESSES = addresses();

  private final Api api;

  Records(Api api) {
    this.api = api;
  }

  private static Map<String, String> addresses() {
    Map<String, String> addresses = new LinkedHashMap<>();
    addresses.put("organisations", "/v1/people/");
    addresses.put("relationships", "/v1/relationships/people/");
    addresses.put("meetings", "/v1/meetings/people/");
    addresses.put("mandates", "/v1/mandates/people/");
    return addresses;
  }

  /** Which entries: those that name the person, or those they entered about something else. */
  enum Only {
    ABOUT,
    ENTERED
  }

  /**
   * What one service keeps: the beginning of each kind of entries.
   *
   * @param about with the words; null when the service does not answer just now
   * @param entered null likewise
   */
  record Answer(String service, @Nullable Record about, @Nullable Record entered) {}

  List<Answer> of(String personId) {
    return ADDRESSES.keySet().stream()
        .map(service -> {
          Record about = unlessAway(() -> page(service, personId, Only.ABOUT, ON_A_PAGE, null));
          Record entered =
              about == null
                  ? null
                  : unlessAway(() -> page(service, personId, Only.ENTERED, FIRST_ENTERED, null));
          return entered == null
              ? new Answer(service, null, null)
              : new Answer(service, about, entered);
        })
        .toList();
  }

  /**
   * @param after the next of the page before, null for the first
   */
  Record page(String service, String personId, Only only, @Nullable String after) {
    return page(service, personId, only, ON_A_PAGE, after);
  }

  private Record page(
      String service, String personId, Only only, int limit, @Nullable String after) {
    return api.get(
        path(service, personId) + "?only=" + only + "&limit=" + limit + after(after), Record.class);
  }

  /**
   * Words and entries of both kinds, as many as one answer can have; null when the service does not
   * answer just now.
   */
  @Nullable Record whole(String service, String personId, @Nullable String after) {
    return unlessAway(() ->
        api.get(path(service, personId) + "?limit=" + LARGEST_PAGE + after(after), Record.class));
  }

  private static String path(String service, String personId) {
    return ADDRESSES.get(service) + personId + "/record";
  }

  private static String after(@Nullable String after) {
    return after == null ? "" : "&after=" + Segment.of(after);
  }

  private static @Nullable Record unlessAway(Supplier<Record> question) {
    try {
      return question.get();
    } catch (ApiUnreachable away) {
      return null;
    } catch (ApiProblem refused) {
      if (refused.problem().status() == 503) {
        return null;
      }
      throw refused;
    }
  }
}
