package uk.onevoice.web.pages;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.ApiProblem;
import uk.onevoice.web.api.ApiUnreachable;
import uk.onevoice.web.api.PeopleRights.Mention;
import uk.onevoice.web.api.PeopleRights.Record;
import uk.onevoice.web.api.PeopleRights.Words;
import uk.onevoice.web.api.Segment;

/** Gathers what each service keeps about a person; one that does not answer just now is named. */
@RequestScoped
class Records {
  private static final int MOST_PAGES = 50;
  private static final int LARGEST_PAGE = 200;

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

  /**
   * What one service keeps.
   *
   * @param mentions all of them, or the newest part
   */
  record Kept(String service, List<Words> words, List<Mention> mentions) {}

  /**
   * @param record null when the service does not answer just now
   */
  record Answer(String service, @Nullable Kept record) {}

  List<Answer> of(String personId) {
    return ADDRESSES.entrySet().stream()
        .map(service -> answer(service.getKey(), service.getValue() + personId + "/record"))
        .toList();
  }

  private Answer answer(String service, String path) {
    try {
      return new Answer(service, all(service, path));
    } catch (ApiUnreachable away) {
      return new Answer(service, null);
    } catch (ApiProblem refused) {
      if (refused.problem().status() == 503) {
        return new Answer(service, null);
      }
      throw refused;
    }
  }

  private Kept all(String service, String path) {
    List<Words> words = new ArrayList<>();
    List<Mention> mentions = new ArrayList<>();
    String after = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      Record record = api.get(path + "?limit=" + LARGEST_PAGE + after, Record.class);
      words.addAll(record.words());
      mentions.addAll(record.mentions().items());
      String next = record.mentions().next();
      if (next == null) {
        break;
      }
      after = "&after=" + Segment.of(next);
    }
    return new Kept(service, words, mentions);
  }
}
