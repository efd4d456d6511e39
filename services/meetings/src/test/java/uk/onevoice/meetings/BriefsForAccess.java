package uk.onevoice.meetings;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import uk.onevoice.testkit.access.Shown;
import uk.onevoice.testkit.stack.ToldRegistry;

/** What the operations before and after a meeting are about, made for the access test. */
final class BriefsForAccess {
  private static final String LEAD = "FEDERATION_LEAD";

  /** Posts until it is accepted, and gives what the answer has under the field. */
  interface Poster {
    String post(String role, String path, String body, String field);
  }

  private final Poster poster;
  private final String place;
  private final String topic;

  BriefsForAccess(Poster poster, String place, String topic) {
    this.poster = poster;
    this.place = place;
    this.topic = topic;
  }

  /**
   * A note to practices about a past meeting, sent to both practices of the place.
   *
   * @param holder the body whose lead holds the mandate
   */
  Map<String, String> known(String meeting, String holder, String trust) {
    String path = "/v1/meetings/" + meeting;
    String item =
        poster.post(
            LEAD,
            path + "/items",
            "{\"title\":\"Beds\",\"topicId\":\"%s\"}".formatted(topic),
            "itemId");
    String mandate = mandate(holder);
    String note = path + "/feedback/" + mandate;
    poster.post(LEAD, note + "/drafts", "{\"words\":\"We asked.\"}", "");
    poster.post(LEAD, note + "/confirmation", "{\"draft\":1}", "");
    poster.post(LEAD, note + "/sending", "{\"draft\":1}", "");
    String talk =
        poster.post(
            LEAD,
            path + "/pre-alignments",
            "{\"itemId\":\"%s\",\"organisationId\":\"%s\",\"on\":\"2026-03-20\",\"agreed\":true}"
                .formatted(item, trust),
            "preAlignmentId");
    return Map.of(
        "/v1/meetings/{id}/feedback/{mandateId}",
        mandate,
        "preAlignmentId",
        talk,
        // Nobody is expected at what is over.
        "expectedId",
        talk,
        "/v1/meetings/topics/{topicId}",
        topic);
  }

  /** A meeting to come at which somebody of a partner is expected. */
  List<Shown> shown(String trust) {
    String coming =
        poster.post(
            LEAD,
            "/v1/meetings",
            "{\"placeId\":\"%s\",\"forum\":\"Place board\",\"on\":\"2099-04-01\"}".formatted(place),
            "meetingId");
    String brief = "/v1/meetings/" + coming + "/brief";
    poster.post(
        LEAD, brief + "/partners", "{\"organisationId\":\"%s\"}".formatted(trust), "expectedId");
    return List.of(
        Shown.in("readBrief").of(brief).at("/room/0/contact").to("brief.contacts"),
        Shown.in("readFeedbackNote").at("/proposal").to("feedback.desk"));
  }

  /** Of both practices of the place: whoever is a partner in either is told. */
  private String mandate(String holder) {
    String id = UUID.randomUUID().toString();
    String stream = "mandate-" + id;
    String start = "2026-01-01";
    String end = "2027-12-31";
    var terms =
        Map.of(
            "topics",
            List.of(Map.of("topicId", topic, "topic", "beds")),
            "tables",
            List.of(),
            "holder",
            Map.of("organisationId", holder, "role", LEAD, "label", "Lead"),
            "alternates",
            List.of(),
            "limits",
            List.of(),
            "threshold",
            Map.of("practices", 1),
            "briefingDays",
            5,
            "reportBackDays",
            7,
            "start",
            start,
            "end",
            end);
    String log = ConfigProvider.getConfig().getValue("onevoice.topics.mandates", String.class);
    try (var mandates = ToldRegistry.of("mandates", log)) {
      mandates.tell(
          stream,
          "MandateOpened",
          Map.ofEntries(
              Map.entry("mandateId", id),
              Map.entry("placeId", place),
              Map.entry("topic", "beds"),
              Map.entry("holderId", holder),
              Map.entry("holderRole", "Lead"),
              Map.entry("start", start),
              Map.entry("end", end),
              Map.entry("topicId", topic),
              Map.entry("version", 1),
              Map.entry("terms", terms)));
      for (String practice : List.of("WYVP0000", "WYVP0001")) {
        mandates.tell(
            stream,
            "ConsentGranted",
            Map.of("mandateId", id, "practiceId", practice, "on", start, "version", 1));
      }
      mandates.tell(
          stream,
          "MandateActivated",
          Map.of(
              "mandateId",
              id,
              "version",
              1,
              "tally",
              Map.of("practices", 2, "granted", 2, "patients", 0, "patientsGranted", 0),
              "on",
              "2026-01-02"));
    }
    return id;
  }
}
