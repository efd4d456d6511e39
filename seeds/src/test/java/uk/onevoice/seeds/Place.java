package uk.onevoice.seeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import uk.onevoice.seeds.Caller.Done;

/** A place as somebody works in it: enters what happened, and looks at what it comes to. */
record Place(String id, Caller caller) {
  static Place of(String name, String who) {
    return new Place(Wyvern.place(name), Wyvern.as(who));
  }

  /** A meeting of today. */
  String meeting(String forum) {
    return caller
        .post(
            "/v1/meetings", Map.of("placeId", id, "forum", forum, "on", Wyvern.today().toString()))
        .id("meetingId");
  }

  String item(String meetingId, String title) {
    return caller
        .post(
            "/v1/meetings/" + meetingId + "/items",
            Map.of("title", title, "topic", "same-day-care"))
        .id("itemId");
  }

  Done attended(String meetingId, String who) {
    String personId = Wyvern.as(who).get("/v1/people/me").required("personId").asText();
    return caller.post(
        "/v1/meetings/" + meetingId + "/attendances",
        Map.of("personId", personId, "capacity", "OBSERVER"));
  }

  Done outcome(String meetingId, String itemId, String influence) {
    return caller.post(
        "/v1/meetings/" + meetingId + "/outcomes",
        Map.of(
            "itemId",
            itemId,
            "outcome",
            "AGREED",
            "influence",
            influence,
            "evidence",
            "The papers before and after say so."));
  }

  String slot(String kind, String organisationId) {
    return caller
        .post(
            "/v1/relationships/slots",
            Map.of("placeId", id, "kind", kind, "organisationId", organisationId))
        .id("slotId");
  }

  /** A measure once it has heard of this. */
  JsonNode measure(String key, Done after) {
    return caller
        .get("/v1/places/" + id + "/representation", after.position())
        .path("measures")
        .path(key);
  }

  /** What the practices said about a topic, once the measure has heard of this. */
  JsonNode answersAbout(String topic, Done after) {
    for (JsonNode asked : measure("M1", after).path("topics")) {
      if (asked.path("topic").asText().equals(topic)) {
        return asked;
      }
    }
    return MissingNode.getInstance();
  }
}
