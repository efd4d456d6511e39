package uk.onevoice.web.browser;

import java.util.Map;

/** What the APIs answer about the joint group of Marl Valley with its hospital. */
final class JointGroupAnswers {
  static final String PATH = "/v1/relationships/joint-groups";
  static final String GROUP = "0192f0c0-7a7a-7000-8000-000000000001";
  static final String HERE = PATH + "/" + GROUP;
  static final String LATE_ISSUE = "0192f0c0-7c7c-7000-8000-000000000001";
  static final String FIXED_ISSUE = "0192f0c0-7c7c-7000-8000-000000000003";
  static final String ACTION = "0192f0c0-7e7e-7000-8000-000000000001";
  static final String GP_SEAT = "0192f0c0-7b7b-7000-8000-000000000001";
  static final String PARTNER_SEAT = "0192f0c0-7b7b-7000-8000-000000000004";
  static final String WORK = "0192f0c0-7d7d-7000-8000-000000000001";

  private static final Map<String, String> PEOPLE =
      Map.of(
          "0192f0c0-aaaa-7000-8000-000000000051", "Dr Sunita Pellow",
          "0192f0c0-aaaa-7000-8000-000000000053", "Martin Oakensea");

  private JointGroupAnswers() {}

  /** For somebody of general practice who sits there. */
  static void known(FakeApi api) {
    Answers.get(api, PATH, "joint-groups");
    Answers.get(api, PATH + "?limit=200&placeId=" + Answers.TARROW_COAST, "none");
    Answers.get(api, PATH + "?limit=50&placeId=" + Answers.TARROW_COAST, "none");
    Answers.get(api, PATH + "/own", "joint-groups-own");
    shared(api, "joint-group");
    api.answer(
        "GET " + HERE + "/general-practice",
        200,
        Answers.file("joint-group-own-side"),
        "ETag",
        "\"3\"");
  }

  /** For a partner of a practice there: in outline. */
  static void outline(FakeApi api) {
    api.answer("GET " + HERE, 200, Answers.file("joint-group-outline"), "ETag", "\"30\"");
    Answers.get(api, HERE + "/general-practice", "joint-group-own-side-outline");
    api.hide("GET " + HERE + "/issues", "GET " + HERE + "/actions");
    Answers.get(api, PATH + "/own", "none");
  }

  /** For everybody else it is not there. */
  static void none(FakeApi api) {
    api.hide(
        "GET " + PATH,
        "GET " + HERE,
        "GET " + HERE + "/issues",
        "GET " + HERE + "/actions",
        "GET " + HERE + "/general-practice");
    Answers.get(api, PATH + "/own", "none");
  }

  /** For a clinical director of the hospital who sits there. */
  static void partner(FakeApi api) {
    Answers.icbLead(api);
    Answers.get(api, "/v1/people/me", "me-trust");
    Answers.get(api, "/v1/meetings/shared", "meetings-shared");
    Answers.get(api, "/v1/opportunities", "none");
    Answers.get(api, "/v1/relationships/shared-commitments", "shared-commitments");
    shared(api, "joint-group-partner");
    Answers.get(api, PATH + "/own", "joint-groups-own-partner");
  }

  private static void shared(FakeApi api, String group) {
    api.answer("GET " + HERE, 200, Answers.file(group), "ETag", "\"30\"");
    Answers.get(api, HERE + "/issues", "joint-group-issues");
    Answers.get(api, HERE + "/actions", "joint-group-actions");
    PEOPLE.forEach((id, name) ->
        api.answer(
            "GET /v1/people/" + id,
            200,
            Answers.file("person-seen")
                .replace(Answers.PERSON, id)
                .replace("Dr Nadia Velloso", name)));
  }
}
