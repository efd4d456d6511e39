package uk.onevoice.web.browser;

/** What the feed service answers people of the hospital, and the federation that lets it hear. */
final class ConnectionAnswers {
  static final String PATH = "/v1/subscriptions";
  static final String ID = "0192f0c0-5b5b-7000-8000-000000000001";
  static final String ONE = PATH + "/" + ID;
  static final String UNVERIFIED = "0192f0c0-5b5b-7000-8000-000000000002";
  static final String GONE = "0192f0c0-5b5b-7000-8000-000000000003";
  static final String HELD = "0192f0c0-de11-7000-8000-000000000002";
  static final String SYSTEMS = "/v1/feed/systems";

  private ConnectionAnswers() {}

  /** Somebody of a hospital to whose systems messages are sent. */
  static void partner(FakeApi api) {
    JointGroupAnswers.partner(api);
    Answers.get(api, PATH, "subscriptions");
    known(api, ID, "subscription", "deliveries");
    known(api, UNVERIFIED, "subscription-unverified", "none");
    known(api, GONE, "subscription-gone", "none");
  }

  private static void known(FakeApi api, String id, String subscription, String log) {
    api.answer("GET " + PATH + "/" + id, 200, Answers.file(subscription), "ETag", "\"4\"");
    Answers.get(api, PATH + "/" + id + "/deliveries", log);
  }

  /** Where the one that was held was left out. */
  static void leftOut(FakeApi api) {
    api.answer(
        "GET " + ONE + "/deliveries",
        200,
        Answers.file("deliveries").replace("\"HELD\"", "\"LEFT_OUT\""));
  }

  /** Of a hospital to whose systems nothing is sent. */
  static void newcomer(FakeApi api) {
    JointGroupAnswers.partner(api);
    Answers.get(api, PATH, "none");
  }

  /** Who leads a federation that says who hears. */
  static void federation(FakeApi api) {
    Answers.nadia(api);
    Answers.get(api, SYSTEMS, "feed-systems");
  }

  /** The same where no system is approved. */
  static void nobodyHears(FakeApi api) {
    Answers.nadia(api);
    Answers.get(api, SYSTEMS, "none");
  }
}
