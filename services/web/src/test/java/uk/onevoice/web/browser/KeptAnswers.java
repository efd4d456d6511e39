package uk.onevoice.web.browser;

/** What is answered about key lists, focal points and handovers. */
final class KeptAnswers {
  static final String HANDOVER = "0192f0c0-9999-7000-8000-000000000021";
  static final String OWN_HANDOVER = "0192f0c0-9999-7000-8000-000000000001";
  static final String OPINION = "0192f0c0-7070-7000-8000-000000000001";
  static final String LIST = "/v1/relationships/key-lists/" + Answers.MARL_VALLEY;
  static final String HANDOVERS = "/v1/relationships/handovers";

  private KeptAnswers() {}

  static void leader(FakeApi api) {
    api.answer("GET " + LIST, 200, Answers.file("key-list"), "ETag", "\"6\"");
    Answers.get(api, HANDOVERS, "handovers");
    api.answer("GET " + HANDOVERS + "/" + HANDOVER, 200, Answers.file("handover"), "ETag", "\"2\"");
    Answers.get(api, HANDOVERS + "/" + OWN_HANDOVER, "handover-outline");
    Answers.get(api, "/v1/relationships/focal-points", "focal-points");
  }
}
