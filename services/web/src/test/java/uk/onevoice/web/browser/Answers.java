package uk.onevoice.web.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What the APIs answer about the invented ICS, recorded in {@code src/test/resources/api}. */
final class Answers {
  static final String LEAD_ROLE = "0192f0c0-0000-7000-8000-000000000001";
  static final String PARTNER_ROLE = "0192f0c0-0000-7000-8000-000000000002";
  static final String MARL_VALLEY = "0192f0c0-bbbb-7000-8000-000000000001";
  static final String TARROW_COAST = "0192f0c0-bbbb-7000-8000-000000000002";
  static final String WYVERN_CITY = "0192f0c0-bbbb-7000-8000-000000000003";
  static final String MANDATE = "0192f0c0-cccc-7000-8000-000000000001";
  static final String WHOLE_MANDATE = "0192f0c0-cccc-7000-8000-000000000003";
  static final String ASKED_AGAIN = "0192f0c0-cccc-7000-8000-000000000004";
  static final String DRAFT = "0192f0c0-cccc-7000-8000-000000000005";
  static final String DRAFT_GIVEN_UP = "0192f0c0-cccc-7000-8000-000000000006";
  static final String PROVISIONAL_USE = "0192f0c0-1212-7000-8000-000000000001";
  static final String MEETING = "0192f0c0-eeee-7000-8000-000000000001";
  static final String HELD_SLOT = "0192f0c0-dddd-7000-8000-000000000002";
  static final String PELLOW = "0192f0c0-c0c0-7000-8000-000000000001";
  static final String CHIEF_NURSE = "0192f0c0-c0c0-7000-8000-000000000005";
  static final String OWN_JUDGEMENT = "0192f0c0-c1c1-7000-8000-000000000002";
  static final String EMPTY_SLOT = "0192f0c0-dddd-7000-8000-000000000005";

  static final String OPPORTUNITY = "0192f0c0-0b0b-7000-8000-000000000001";
  static final String AWARDED_OPPORTUNITY = "0192f0c0-0b0b-7000-8000-000000000002";
  static final String WON_OPPORTUNITY = "0192f0c0-0b0b-7000-8000-000000000003";

  static final String PERSON = "0192f0c0-aaaa-7000-8000-000000000001";
  static final String HOLDING = "0192f0c0-0000-7000-8000-000000000001";
  static final String HOLDING_OF_MERGED = "0192f0c0-0000-7000-8000-000000000021";

  static final String LOOKED_AT_IMPORT = "0192f0c0-7777-7000-8000-000000000001";
  static final String RUNNING_IMPORT = "0192f0c0-7777-7000-8000-000000000002";
  static final String ACCEPTED_IMPORT = "0192f0c0-7777-7000-8000-000000000003";

  static final String GROUP = "0192f0c0-9999-7000-8000-000000000001";
  static final String VACANT_SEAT = "0192f0c0-9999-7000-8000-000000000107";
  static final String OWN_SEAT = "0192f0c0-9999-7000-8000-000000000103";
  static final String OWN_INTEREST = "0192f0c0-9999-7000-8000-000000000122";
  static final String OTHERS_INTEREST = "0192f0c0-9999-7000-8000-000000000121";
  static final String INVITED = "0192f0c0-aaaa-7000-8000-000000000007";
  static final String ERASED = "0192f0c0-aaaa-7000-8000-000000000009";

  static final String QUESTION = "0192f0c0-a1a1-7000-8000-000000000001";
  static final String FIRST_OPTION = "0192f0c0-a2a2-7000-8000-000000000001";
  static final String POSITION = "0192f0c0-a3a3-7000-8000-000000000001";
  static final String AGREEMENT = "0192f0c0-a4a4-7000-8000-000000000001";
  static final String CHANGE_OUTSIDE = "0192f0c0-a8a8-7000-8000-000000000001";

  private Answers() {}

  /** A federation's lead, and everything she may see. */
  static void nadia(FakeApi api) {
    get(api, "/v1/people/me", "me-nadia");
    everything(api);
  }

  /** An officer of the LMC, and everything they may see. */
  static void lmcOfficer(FakeApi api) {
    get(api, "/v1/people/me", "me-lmc");
    everything(api);
  }

  /** The same person is a partner of a practice too. */
  static void twoRoles(FakeApi api) {
    get(api, "/v1/people/me", "me-two-roles");
  }

  /** A partner of a practice, and what he may see: of practices' answers only his own. */
  static void femi(FakeApi api) {
    get(api, "/v1/people/me", "me-partner");
    everything(api);
    meetingForPractice(api);
    notOnTheTeam(api);
    api.answer("GET /v1/mandates/" + MANDATE, 200, file("mandate-partner"), "ETag", "\"7\"");
    wholeMandates(api, "-partner");
    get(api, "/v1/mandates/unanswered", "unanswered");
    api.answer(
        "GET /v1/relationships/slots/" + HELD_SLOT, 200, file("slot-partner"), "ETag", "\"3\"");
    api.answer(
        "GET /v1/positions/" + POSITION + "/discussion",
        200,
        file("discussion-partner"),
        "ETag",
        "\"5\"");
    get(api, "/v1/ambition-agreements/of-practices/WYVP0002", "agreements-practice");
    JointGroupAnswers.outline(api);
    api.hide(
        "GET /v1/relationships/slots/" + HELD_SLOT + "/judgements",
        "GET /v1/relationships/slots/" + HELD_SLOT + "/candidates",
        "GET /v1/relationships/slots/" + HELD_SLOT + "/ways?to=" + CHIEF_NURSE,
        "GET /v1/relationships/slots/" + EMPTY_SLOT + "/candidates",
        "GET /v1/ambition-agreements",
        "GET /v1/positions/alerts",
        "GET /v1/issues",
        "GET /v1/issues/" + QUESTION,
        "GET /v1/external-changes",
        "GET /v1/external-changes/" + CHANGE_OUTSIDE);
  }

  /** Somebody who speaks for an ICB: what general practice keeps for itself is not there. */
  static void icbLead(FakeApi api) {
    get(api, "/v1/people/me", "me-icb-lead");
    outsider(api);
  }

  /** What the team of the held slot thinks, and whom it would like to meet. */
  private static void judgements(FakeApi api) {
    String held = "/v1/relationships/slots/" + HELD_SLOT;
    get(api, held + "/judgements", "slot-judgements");
    get(api, held + "/candidates", "slot-candidates");
    get(api, held + "/ways?to=" + CHIEF_NURSE, "slot-ways");
    get(api, "/v1/relationships/slots/" + EMPTY_SLOT + "/candidates", "slot-candidates-none");
  }

  private static void outsider(FakeApi api) {
    everything(api);
    notOnTheTeam(api);
    get(api, "/v1/places/" + MARL_VALLEY + "/representation", "representation-outsider");
    get(api, "/v1/places/" + MARL_VALLEY + "/matrix", "matrix-shared");
    get(api, "/v1/places/" + MARL_VALLEY + "/matrix/evidence", "matrix-cell-withheld");
    get(api, "/v1/mandates/" + MANDATE, "mandate-outsider");
    get(api, "/v1/mandates/" + WHOLE_MANDATE, "mandate-whole-outsider");
    get(api, "/v1/who-can-agree", "who-can-agree-outside");
    get(api, "/v1/groups/" + GROUP, "group-outsider");
    JointGroupAnswers.none(api);
    api.hide(
        "GET /v1/mandates/" + WHOLE_MANDATE + "/feedback",
        "GET /v1/positions/discussions",
        "GET /v1/positions/" + POSITION + "/discussion",
        "GET /v1/positions/alerts",
        "GET /v1/issues",
        "GET /v1/issues/" + QUESTION,
        "GET /v1/delegation-schemes/" + MARL_VALLEY,
        "GET /v1/delegation-schemes/" + MARL_VALLEY + "/classifications",
        "GET /v1/delegation-schemes/" + MARL_VALLEY + "/classifications/" + QUESTION,
        "GET /v1/ambition-agreements",
        "GET /v1/ambition-agreements/" + AGREEMENT,
        "GET /v1/external-changes",
        "GET /v1/external-changes/" + CHANGE_OUTSIDE,
        "GET /v1/mandates/" + WHOLE_MANDATE + "/invocations",
        "GET /v1/mandates/drafts",
        "GET /v1/mandates/drafts/" + DRAFT,
        "GET /v1/mandates/drafts/" + DRAFT_GIVEN_UP,
        "GET /v1/mandates/" + ASKED_AGAIN,
        "GET /v1/groups/" + GROUP + "/interests",
        "GET /v1/groups/" + GROUP + "/pulses",
        "GET /v1/groups/" + GROUP + "/history",
        "GET /v1/groups/" + GROUP + "/seats/" + VACANT_SEAT + "/candidates",
        "GET /v1/meetings",
        "GET /v1/meetings/" + MEETING,
        "GET /v1/meetings/" + MEETING + "/brief",
        "GET /v1/meetings/" + MEETING + "/interests",
        "GET /v1/meetings/" + MEETING + "/papers",
        "GET /v1/meetings/" + MEETING + "/minutes",
        "GET /v1/meetings/" + MEETING + "/feedback/" + MANDATE,
        "GET /v1/meetings/" + MEETING + "/feedback/" + MANDATE + "/replies",
        "GET /v1/meetings/feedback-due",
        "GET /v1/actions",
        "GET /v1/relationships/slots/" + HELD_SLOT + "/judgements",
        "GET /v1/relationships/slots/" + HELD_SLOT + "/candidates",
        "GET /v1/relationships/slots/" + HELD_SLOT + "/ways?to=" + CHIEF_NURSE,
        "GET /v1/relationships/slots/" + EMPTY_SLOT + "/candidates",
        "GET /v1/relationships/slots",
        "GET /v1/relationships/slots/" + HELD_SLOT,
        "GET /v1/relationships/slots/" + EMPTY_SLOT);
  }

  static void keeper(FakeApi api) {
    get(api, "/v1/people/me", "me-keeper");
    outsider(api);
    get(api, "/v1/organisations/unresolved", "unresolved");
    get(api, "/v1/organisations/unresolved?limit=200&predecessor=WYVICB01", "unresolved-none");
    get(api, "/v1/people?limit=200&organisationId=WYVICB09", "people-unresolved");
    get(api, "/v1/imports", "imports");
    get(api, "/v1/imports/" + LOOKED_AT_IMPORT, "import");
    get(api, "/v1/imports/" + LOOKED_AT_IMPORT + "/rows", "import-rows");
    get(api, "/v1/imports/" + RUNNING_IMPORT, "import-working");
    get(api, "/v1/imports/" + ACCEPTED_IMPORT, "import-done");
  }

  /** Who registers people. */
  static void peoplesAdministrator(FakeApi api) {
    keeper(api);
    get(api, "/v1/people/me", "me-people-administrator");
    api.answer("GET /v1/people/" + PERSON, 200, file("person"), "ETag", "\"9\"");
    get(api, "/v1/people/" + PERSON + "/history", "person-history");
    get(api, "/v1/people/" + PERSON + "/duplicates", "duplicates");
  }

  static final String TOPIC = "0192f0c0-aaaa-7000-8000-000000000001";
  static final String MERGED_TOPIC = "0192f0c0-aaaa-7000-8000-000000000002";
  static final String FORUM = "0192f0c0-abab-7000-8000-000000000002";

  private static void lists(FakeApi api) {
    get(api, "/v1/topics", "topics");
    get(api, "/v1/forums", "forums");
    api.answer("GET /v1/topics/" + TOPIC, 200, file("topic"), "ETag", "\"5\"");
    api.answer("GET /v1/topics/" + MERGED_TOPIC, 200, file("topic-merged"), "ETag", "\"5\"");
    api.answer("GET /v1/forums/" + FORUM, 200, file("forum"), "ETag", "\"3\"");
  }

  /** What is kept about nadia; one part of the service does not answer. */
  static void rights(FakeApi api) {
    String nadia = "/v1/people/0192f0c0-aaaa-7000-8000-000000000001";
    get(api, nadia + "/rights", "rights");
    get(api, nadia + "/record", "record");
    String elsewhere = nadia.replace("/v1/people", "/people") + "/record";
    get(api, nadia + "/record?only=ENTERED&limit=10", "record-entered");
    get(api, nadia + "/record?only=ENTERED&limit=50&after=120", "record-entered-last");
    get(api, "/v1/meetings" + elsewhere, "record-meetings");
    get(api, "/v1/meetings" + elsewhere + "?only=ENTERED&limit=10", "record-empty");
    get(api, "/v1/mandates" + elsewhere, "record-empty");
    problem(
        api,
        "GET /v1/relationships" + elsewhere,
        503,
        "temporarily-unavailable",
        "The service cannot answer just now.");
  }

  static void administrator(FakeApi api) {
    get(api, "/v1/people/me", "me-administrator");
    get(api, "/v1/people/requests", "rights-requests");
    api.answer("POST /v1/people/searches", 200, file("people"));
    api.answer("POST /v1/relationships/counterpart-searches", 200, file("counterparts-found"));
    get(api, "/v1/people/" + ERASED + "/rights", "rights-erased");
    rights(api);
    api.answer(
        "GET /v1/people/" + INVITED + "/invitations", 200, file("invitation"), "ETag", "\"1\"");
    get(api, "/v1/clients", "clients");
    api.answer("GET /v1/clients/partner-client", 200, file("client"), "ETag", "\"3\"");
  }

  private static void everything(FakeApi api) {
    get(api, "/v1/people", "people");
    api.answer("POST /v1/people/searches", 200, file("people"));
    api.answer("GET /v1/people/" + PERSON, 200, file("person-seen"), "ETag", "\"9\"");
    get(api, "/v1/people/" + PERSON + "/history", "person-history");
    lists(api);
    get(api, "/v1/ics", "ics");
    get(api, "/v1/ics/WYVICB01", "ics-summary");
    get(api, "/v1/ics/WYVICB01/structure", "structure");
    get(api, "/v1/ics/WYVICB02", "ics-summary");
    get(api, "/v1/ics/WYVICB02/structure", "structure-without-places");
    get(api, "/v1/ics/WYVICB02/sub-icbs", "sub-icbs");
    get(api, "/v1/ics/WYVICB01/practices", "practices");
    get(api, "/v1/ics/WYVICB01/pcns", "pcns");
    get(api, "/v1/ics/WYVICB01/sub-icbs", "sub-icbs");
    get(api, "/v1/ics/WYVICB01/trusts", "trusts");
    get(api, "/v1/ics/WYVICB01/councils", "councils");
    get(api, "/v1/ics/WYVICB01/places", "places");
    get(api, "/v1/places", "places");
    get(api, "/v1/places/" + MARL_VALLEY, "place");
    get(api, "/v1/places/" + MARL_VALLEY + "/representation", "representation");
    get(api, "/v1/places/" + MARL_VALLEY + "/representation/M1/evidence", "evidence-answers");
    get(api, "/v1/places/" + MARL_VALLEY + "/representation/M5/evidence", "evidence-withheld");
    get(api, "/v1/places/" + MARL_VALLEY + "/representation/M7/evidence", "evidence");
    get(api, "/v1/places/" + MARL_VALLEY + "/matrix", "matrix");
    get(api, "/v1/places/" + MARL_VALLEY + "/matrix/evidence", "matrix-cell");
    get(api, "/v1/places/" + MARL_VALLEY + "/matrix?as=partner&partner=WYVT0001", "matrix-shared");
    get(api, "/v1/places/" + TARROW_COAST + "/matrix", "matrix-empty");
    get(
        api,
        "/v1/places/" + MARL_VALLEY + "/representation/forums/0192f0c0-f0f0-7000-8000-000000000005",
        "forum-representation");
    get(api, "/v1/places/" + MARL_VALLEY + "/practices", "practices-all");
    get(api, "/v1/places/" + TARROW_COAST, "place-2");
    get(api, "/v1/places/" + TARROW_COAST + "/representation", "representation-empty");
    get(api, "/v1/places/" + WYVERN_CITY + "/representation", "representation-city");
    get(api, "/v1/search", "search");
    get(api, "/v1/search?limit=50&query=zzz", "search-none");
    get(api, "/v1/search?limit=10&query=WYVN0001&type=PCN", "search-pcn");
    get(api, "/v1/ics/WYVICB01/practices?limit=100&pcn=WYVN0001", "practices-pcn");
    get(api, "/v1/who-can-agree", "who-can-agree");
    get(api, "/v1/who-can-agree?limit=50&topic=dentistry", "who-can-agree-none");
    get(api, "/v1/mandates", "mandates");
    get(api, "/v1/mandates?limit=200&placeId=" + TARROW_COAST, "none");
    api.answer("GET /v1/mandates/" + MANDATE, 200, file("mandate"), "ETag", "\"7\"");
    wholeMandates(api, "");
    get(api, "/v1/mandates/drafts", "mandate-drafts");
    api.answer("GET /v1/mandates/drafts/" + DRAFT, 200, file("mandate-draft"), "ETag", "\"3\"");
    get(api, "/v1/mandates/drafts/" + DRAFT_GIVEN_UP, "mandate-draft-given-up");
    get(api, "/v1/meetings", "meetings");
    get(api, "/v1/meetings/with/WYVT0001", "meetings-with");
    get(api, "/v1/meetings/with/WYVT0001?limit=200&placeId=" + TARROW_COAST, "none");
    get(api, "/v1/meetings?limit=200&placeId=" + TARROW_COAST, "none");
    meeting(api);
    get(api, "/v1/relationships/slots", "slots");
    get(api, "/v1/relationships/slots?limit=200&placeId=" + TARROW_COAST, "none");
    api.answer("GET /v1/relationships/slots/" + HELD_SLOT, 200, file("slot"), "ETag", "\"3\"");
    judgements(api);
    api.answer(
        "GET /v1/relationships/slots/" + EMPTY_SLOT, 200, file("slot-empty"), "ETag", "\"1\"");
    KeptAnswers.leader(api);
    relationship(api);
    get(api, "/v1/groups", "groups");
    get(api, "/v1/groups?placeId=" + TARROW_COAST, "none");
    api.answer("GET /v1/groups/" + GROUP, 200, file("group"), "ETag", "\"9\"");
    get(api, "/v1/groups/" + GROUP + "/seats", "group-seats");
    get(api, "/v1/groups/" + GROUP + "/seats/" + VACANT_SEAT + "/candidates", "group-candidates");
    get(api, "/v1/groups/" + GROUP + "/interests", "group-interests");
    get(api, "/v1/groups/" + GROUP + "/pulses", "group-pulses");
    get(api, "/v1/groups/" + GROUP + "/history", "group-history");
    get(api, "/v1/groups/starters/" + TARROW_COAST, "starter");
    positions(api);
    agreements(api);
    DiaryAnswers.known(api);
    opportunities(api);
    JointGroupAnswers.known(api);
    places(api);
    organisation(api, GROUP, "Marl Valley GP leadership group", "LEADERSHIP_GROUP");
    organisation(api, "WYVF0001", "Marl Valley GP Federation", "FEDERATION");
    organisation(api, "WYVT0001", "Wyvern and Marl Hospitals", "TRUST");
    organisation(api, "WYVT0002", "Marlshire Community Trust", "TRUST");
    organisation(api, "WYVC0001", "Marlshire County Council", "COUNCIL");
    organisation(api, "WYVP0002", "Otterbrook Surgery", "PRACTICE");
    organisation(api, "WYVN0001", "Marl North PCN", "PCN");
    organisation(api, "WYVL0001", "Wyvern and Marlshire LMC", "LMC");
    organisation(api, "WYVICB01", "NHS Wyvern and Marlshire ICB", "ICB");
    organisation(api, "WYVICB02", "NHS Tarrow ICB", "ICB");
    organisation(api, "WYVICB09", "NHS Old Wyvern ICB", "ICB");
    get(api, "/v1/organisations/WYVICB01/succession", "lineage-ics");
    get(api, "/v1/ics/WYVICB01/trend", "trend");
    get(api, "/v1/ics/WYVICB01/representation", "ics-representation");
    get(api, "/v1/ics/WYVICB01/representation/M2/evidence", "evidence-ics");
    get(
        api,
        "/v1/ics/WYVICB01/federations/WYVF0001/representation/M3/evidence",
        "evidence-federation");
    get(api, "/v1/ics/WYVICB01/representation/matrix", "ics-matrix");
    get(api, "/v1/ics/WYVICB01/representation/matrix/evidence", "ics-matrix-cell");
    get(api, "/v1/ics/WYVICB01/representation/M7", "ics-measure");
    for (String measure : List.of("M1", "M7")) {
      String path = "/v1/ics/WYVICB01/representation/" + measure + "/trend";
      get(api, path, "trend-ics-" + measure.toLowerCase(Locale.UK));
      get(api, path + "/places", "trends-places-" + measure.toLowerCase(Locale.UK));
    }
    get(
        api,
        "/v1/ics/WYVICB01/federations/WYVF0001/representation/M3",
        "federation-representation");
    get(
        api,
        "/v1/search?limit=20&type=FEDERATION&query=Marl%20Valley%20GP%20Federation",
        "search-federation");
  }

  /** Those in which the reader is named for general practice, and one that is over. */
  private static void opportunities(FakeApi api) {
    get(api, "/v1/opportunities", "opportunities");
    get(api, "/v1/opportunities/results", "opportunity-results");
    get(api, "/v1/opportunities/left-behind", "none");
    api.answer("GET /v1/opportunities/" + OPPORTUNITY, 200, file("opportunity"), "ETag", "\"8\"");
    get(api, "/v1/opportunities/" + AWARDED_OPPORTUNITY, "opportunity-award");
    api.answer(
        "GET /v1/opportunities/" + WON_OPPORTUNITY, 200, file("opportunity-won"), "ETag", "\"9\"");
  }

  /** Named for a partner in the bid, and no more than that. */
  static void bidPartner(FakeApi api) {
    get(api, "/v1/people/me", "me-icb-lead");
    outsider(api);
    get(api, "/v1/opportunities/" + OPPORTUNITY, "opportunity-partner");
  }

  private static final String TEAM = "/v1/relationships/slots/" + HELD_SLOT;
  static final String RELATIONSHIP = TEAM + "/relationships/0192f0c0-9999-7000-8000-000000000001";
  static final String RELATIONSHIP_PAGE =
      "/relationships/" + HELD_SLOT + "/0192f0c0-9999-7000-8000-000000000001";
  static final String TALK = "0192f0c0-e0e0-7000-8000-000000000021";
  static final String OPEN_PROMISE = "0192f0c0-f0f0-7000-8000-000000000001";
  static final String KEPT_PROMISE = "0192f0c0-e0e0-7000-8000-000000000012";

  /** What only the team of a slot is told. */
  private static void relationship(FakeApi api) {
    get(api, TEAM + "/team", "team");
    get(api, TEAM + "/counterparts", "counterparts");
    api.answer("GET " + RELATIONSHIP, 200, file("relationship"), "ETag", "\"8\"");
    get(api, RELATIONSHIP + "/timeline", "relationship-timeline");
    String promises = RELATIONSHIP + "/commitments/";
    get(api, promises + OPEN_PROMISE + "/sharing", "commitment-shared");
    get(api, promises + KEPT_PROMISE + "/sharing", "commitment-not-shared");
  }

  private static void notOnTheTeam(FakeApi api) {
    api.hide(
        "GET " + TEAM + "/team",
        "GET " + TEAM + "/counterparts",
        "GET " + RELATIONSHIP + "/commitments/" + OPEN_PROMISE + "/sharing",
        "GET " + RELATIONSHIP + "/commitments/" + KEPT_PROMISE + "/sharing",
        "GET " + RELATIONSHIP,
        "GET " + RELATIONSHIP + "/timeline");
  }

  /** A meeting with all that belongs to it, as a leader sees it. */
  private static void meeting(FakeApi api) {
    String meeting = "/v1/meetings/" + MEETING;
    api.answer("GET " + meeting, 200, file("meeting"), "ETag", "\"4\"");
    api.answer("GET " + meeting + "/brief", 200, file("brief"), "ETag", "\"9\"");
    get(api, meeting + "/papers", "meeting-papers");
    get(api, meeting + "/interests", "meeting-interests");
    api.answer("GET " + meeting + "/minutes", 200, file("minutes"), "ETag", "\"2\"");
    api.answer("GET " + meeting + "/feedback/" + MANDATE, 200, file("note"), "ETag", "\"3\"");
    get(api, meeting + "/feedback/" + MANDATE + "/replies", "note-replies");
    String place = "placeId=" + MARL_VALLEY;
    get(api, "/v1/meetings/feedback-due?limit=200&" + place, "notes-due");
    get(api, "/v1/meetings/feedback-due?limit=50&" + place, "notes-due");
    get(api, "/v1/actions?limit=200&state=OPEN&" + place, "actions-of-meeting");
    get(api, "/v1/actions?limit=200&" + place + "&meetingId=" + MEETING, "actions-of-meeting");
  }

  /** The same for a partner of a practice: no contacts, no draft, what their practice was sent. */
  private static void meetingForPractice(FakeApi api) {
    String meeting = "/v1/meetings/" + MEETING;
    api.answer("GET " + meeting + "/brief", 200, file("brief-partner"), "ETag", "\"9\"");
    api.answer(
        "GET " + meeting + "/feedback/" + MANDATE, 200, file("note-practice"), "ETag", "\"3\"");
    get(api, "/v1/meetings/feedback-received", "notes-received");
    api.hide(
        "GET " + meeting + "/interests",
        "GET " + meeting + "/minutes",
        "GET /v1/meetings/feedback-due");
  }

  /** Somebody whose organisation was at the meeting. */
  static void satInMeeting(FakeApi api) {
    icbLead(api);
    get(api, "/v1/meetings/shared/" + MEETING, "shared-meeting");
  }

  /** Somebody whose organisation is invited for an item of it. */
  static void invitedToMeeting(FakeApi api) {
    icbLead(api);
    get(api, "/v1/meetings/" + MEETING + "/invited-items", "meeting-invited-items");
    get(api, "/v1/meetings/" + MEETING + "/papers", "meeting-papers");
  }

  /** Mandates with limits and a threshold: one at risk, one for which practices are asked anew. */
  private static void wholeMandates(FakeApi api, String reader) {
    api.answer(
        "GET /v1/mandates/" + WHOLE_MANDATE, 200, file("mandate-whole" + reader), "ETag", "\"60\"");
    get(api, "/v1/mandates/" + WHOLE_MANDATE + "/invocations", "invocations");
    api.answer(
        "GET /v1/mandates/" + ASKED_AGAIN, 200, file("mandate-again" + reader), "ETag", "\"70\"");
  }

  /** What bodies say on questions, and who decides those. */
  private static void positions(FakeApi api) {
    get(api, "/v1/issues", "issues");
    api.answer("GET /v1/issues/" + QUESTION, 200, file("issue"), "ETag", "\"2\"");
    get(api, "/v1/positions", "positions");
    get(api, "/v1/positions/" + POSITION, "position");
    get(api, "/v1/positions/discussions", "discussions");
    get(api, "/v1/positions/alerts", "alerts");
    api.answer(
        "GET /v1/positions/" + POSITION + "/discussion", 200, file("discussion"), "ETag", "\"5\"");
    String scheme = "/v1/delegation-schemes/" + MARL_VALLEY;
    api.answer("GET " + scheme, 200, file("scheme"), "ETag", "\"4\"");
    get(api, scheme + "/classifications", "classifications");
    get(api, scheme + "/classifications/" + QUESTION, "classification");
  }

  /** Agreements with a federation, changes outside, and what is said on a mandate. */
  private static void agreements(FakeApi api) {
    get(api, "/v1/ambition-agreements", "agreements");
    api.answer("GET /v1/ambition-agreements/" + AGREEMENT, 200, file("agreement"), "ETag", "\"8\"");
    get(api, "/v1/external-changes", "external-changes");
    api.answer(
        "GET /v1/external-changes/" + CHANGE_OUTSIDE,
        200,
        file("external-change"),
        "ETag",
        "\"3\"");
    get(api, "/v1/mandates/" + WHOLE_MANDATE + "/feedback", "feedback");
  }

  /** What is kept of places and federations, and what was said of them. */
  private static void places(FakeApi api) {
    String place = "/v1/organisations/places/" + MARL_VALLEY;
    api.answer("GET " + place, 200, file("place-record"), "ETag", "\"4\"");
    get(api, place + "/practices", "belongings");
    get(api, place + "/history", "said");
    get(api, "/v1/places/" + MARL_VALLEY + "/neighbourhoods", "neighbourhoods");
    get(api, "/v1/places/" + MARL_VALLEY + "/federation-share", "federation-share");
    get(api, "/v1/pcns/WYVN0001/federation-share", "federation-share-pcn");
    get(api, "/v1/organisations/WYVF0001/members", "belongings");
    api.answer("GET /v1/organisations/WYVF0001/purposes", 200, file("purposes"), "ETag", "\"2\"");
  }

  /** The APIs know the sign-in as nobody. */
  static void nobody(FakeApi api) {
    problem(api, "GET /v1/people/me", 403, "not-registered", "This sign-in belongs to nobody.");
  }

  static void problem(FakeApi api, String methodAndPath, int status, String type, String title) {
    api.answer(
        methodAndPath,
        status,
        """
        {"type":"https://onevoice.example/problems/%s","title":"%s","status":%d,"correlationId":"c-%d"}\
        """
            .formatted(type, title, status, status));
  }

  static void get(FakeApi api, String path, String file) {
    api.answer("GET " + path, 200, file(file));
  }

  private static void organisation(FakeApi api, String code, String name, String kind) {
    get(api, "/v1/organisations/" + code + "/role-holders", "role-holders");
    api.answer(
        "GET /v1/organisations/" + code,
        200,
        file("organisation").replace("$CODE", code).replace("$NAME", name).replace("$KIND", kind),
        "ETag",
        "\"2\"");
    api.answer(
        "GET /v1/organisations/" + code + "/succession",
        200,
        file("lineage").replace("$CODE", code));
  }

  static String file(String name) {
    try (InputStream in = Answers.class.getResourceAsStream("/api/" + name + ".json")) {
      if (in == null) {
        throw new IllegalStateException("No recorded answer " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
