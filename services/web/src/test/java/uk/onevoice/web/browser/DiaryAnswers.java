package uk.onevoice.web.browser;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * What the APIs answer about the diary of Marl Valley. What is to come has to be to come on every
 * day on which it is shown: its days are counted from today.
 */
final class DiaryAnswers {
  static final String SERIES = "0192f0c0-5e5e-7000-8000-000000000001";
  static final String OWN_SEAT = "0192f0c0-5ea7-7000-8000-000000000001";
  static final String EMPTY_SEAT = "0192f0c0-5ea7-7000-8000-000000000002";
  static final String NOMINATION = "0192f0c0-5e0e-7000-8000-000000000001";
  static final String TO_COME = "0192f0c0-eeee-7000-8000-000000000011";
  static final String ACTION = "0192f0c0-ac70-7000-8000-000000000001";
  static final String PAPER = "0192f0c0-9a9a-7000-8000-000000000001";
  static final String CALENDAR = "0192f0c0-ca1e-7000-8000-000000000002";
  static final String INVITATION = "0192f0c0-9b9b-7000-8000-000000000001";

  private static final Pattern DAY = Pattern.compile("\\$D([+-]\\d+)");

  private DiaryAnswers() {}

  static void known(FakeApi api) {
    String place = "placeId=" + Answers.MARL_VALLEY;
    get(api, "/v1/search?limit=20&query=WYVF0001", "search-federation");
    get(api, "/v1/meetings?limit=200&" + place, "diary-meetings");
    get(api, "/v1/meetings?limit=50&" + place, "diary-meetings");
    for (String elsewhere : new String[] {Answers.TARROW_COAST, Answers.WYVERN_CITY}) {
      String first = "GET /v1/meetings?limit=1&placeId=" + elsewhere;
      Answers.problem(api, first, 404, "not-found", "There is nothing here for you.");
      String series = "GET /v1/meeting-series?limit=200&placeId=" + elsewhere;
      Answers.problem(api, series, 404, "not-found", "There is nothing here for you.");
    }
    String tallant = "0192f0c0-aaaa-7000-8000-000000000013";
    api.answer(
        "GET /v1/people/" + tallant,
        200,
        Answers.file("person-seen")
            .replace(Answers.PERSON, tallant)
            .replace("Dr Nadia Velloso", "Dr Owen Tallant"));
    get(api, "/v1/meeting-series", "series-list");
    versioned(api, "/v1/meeting-series/" + SERIES, "series");
    versioned(api, "/v1/meeting-series/0192f0c0-5e5e-7000-8000-000000000002", "series-fortnightly");
    get(api, "/v1/diary/empty-chairs", "empty-chairs");
    versioned(api, "/v1/meetings/" + TO_COME, "meeting-to-come");
    get(api, "/v1/meetings/0192f0c0-eeee-7000-8000-000000000012", "meeting-joint");
    get(api, "/v1/meetings/0192f0c0-eeee-7000-8000-000000000013", "meeting-unwritten");
    get(api, "/v1/meetings/" + TO_COME + "/changes", "changes");
    get(api, "/v1/meetings/" + TO_COME + "/brief", "brief-ready");
    get(api, "/v1/meetings/0192f0c0-eeee-7000-8000-000000000012/brief", "brief-none");
    get(api, "/v1/meetings/" + TO_COME + "/papers", "papers");
    get(api, "/v1/meetings/" + TO_COME + "/invitations", "invitations");
    get(api, "/v1/meetings/" + TO_COME + "/interests", "interests-in-items");
    get(api, "/v1/diary/load", "load");
    get(api, "/v1/diary/load-of-place", "loads");
    get(api, "/v1/diary/load-of-bodies", "loads-of-bodies");
    get(api, "/v1/calendars", "calendars");
    get(api, "/v1/calendars/mail", "calendar-mail");
    get(api, "/v1/actions", "actions");
    get(api, "/v1/actions?limit=50&state=OPEN&ownerId=WYVF0001&" + place, "actions-own");
    versioned(api, "/v1/actions/" + ACTION, "action");
    get(api, "/v1/meetings/unbriefed", "unbriefed");
    get(api, "/v1/meetings/without-influence", "without-influence");
    get(api, "/v1/meetings/feedback-due", "feedback-due");
    get(api, "/v1/meetings/decided-differently", "decided-differently");
    get(api, "/v1/meetings/topics/" + Answers.TOPIC + "/timeline", "timeline");
  }

  /** An organisation that is invited for one item of a meeting sees this item and its paper. */
  static void guest(FakeApi api) {
    Answers.icbLead(api);
    String meeting = "/v1/meetings/" + TO_COME;
    api.hide("GET " + meeting, "GET " + meeting + "/invitations", "GET " + meeting + "/interests");
    get(api, meeting + "/invited-items", "invited-items");
  }

  private static void get(FakeApi api, String path, String file) {
    api.answer("GET " + path, 200, dated(file));
  }

  private static void versioned(FakeApi api, String path, String file) {
    api.answer("GET " + path, 200, dated(file), "ETag", "\"4\"");
  }

  /** The answer with its days: {@code $D+3} is in three days. */
  private static String dated(String file) {
    LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    return DAY.matcher(Answers.file(file))
        .replaceAll(day -> today.plusDays(Long.parseLong(day.group(1))).toString());
  }
}
