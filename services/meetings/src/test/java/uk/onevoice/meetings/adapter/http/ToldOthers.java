package uk.onevoice.meetings.adapter.http;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import uk.onevoice.testkit.stack.ToldRegistry;

/** What mandates and relationships say, as a test tells it in their place. */
final class ToldOthers implements AutoCloseable {
  private static final String CARE = "care-at-home";

  private final ToldRegistry mandates = ToldRegistry.of("mandates", topic("mandates"));
  private final ToldRegistry relationships =
      ToldRegistry.of("relationships", topic("relationships"));

  private static String topic(String log) {
    return ConfigProvider.getConfig().getValue("onevoice.topics." + log, String.class);
  }

  /** A mandate of the place at every table, in force, which these practices granted. */
  UUID mandate(UUID place, UUID topicId, String holder, int days, String limit, String... granted) {
    return mandate(place, topicId, holder, "FEDERATION_LEAD", days, limit, granted);
  }

  /** One that is held in a role there. */
  UUID mandate(
      UUID place,
      UUID topicId,
      String holder,
      String role,
      int days,
      String limit,
      String... granted) {
    UUID id = UUID.randomUUID();
    String start = MarlValley.TODAY.minusDays(200).toString();
    String end = MarlValley.TODAY.plusDays(200).toString();
    var held = Map.of("organisationId", holder, "role", role, "label", "Federation lead");
    var terms =
        Map.of(
            "topics",
            List.of(Map.of("topicId", topicId.toString(), "topic", CARE)),
            "tables",
            List.of(),
            "holder",
            held,
            "alternates",
            List.of(),
            "limits",
            List.of(Map.of("kind", limit, "textRef", UUID.randomUUID().toString())),
            "threshold",
            Map.of("practices", 1),
            "briefingDays",
            5,
            "reportBackDays",
            days,
            "start",
            start,
            "end",
            end);
    String stream = "mandate-" + id;
    mandates.tell(
        stream,
        "MandateOpened",
        Map.ofEntries(
            Map.entry("mandateId", id.toString()),
            Map.entry("placeId", place.toString()),
            Map.entry("topic", CARE),
            Map.entry("holderId", holder),
            Map.entry("holderRole", "Federation lead"),
            Map.entry("start", start),
            Map.entry("end", end),
            Map.entry("openedOn", start),
            Map.entry("topicId", topicId.toString()),
            Map.entry("version", 1),
            Map.entry("terms", terms)));
    for (String practice : granted) {
      mandates.tell(
          stream,
          "ConsentGranted",
          Map.of("mandateId", id.toString(), "practiceId", practice, "on", start, "version", 1));
    }
    mandates.tell(
        stream,
        "MandateActivated",
        Map.of(
            "mandateId",
            id.toString(),
            "version",
            1,
            "tally",
            Map.of("practices", 2, "granted", 1, "patients", 0, "patientsGranted", 0),
            "on",
            start));
    return id;
  }

  /** A position of the body that is public since a day, and was supported by somebody else. */
  UUID position(UUID place, UUID topicId, String body, LocalDate proposed, LocalDate on) {
    UUID id = UUID.randomUUID();
    String stream = "position-" + id;
    String issue = UUID.randomUUID().toString();
    var stances = List.of(Map.of("optionId", UUID.randomUUID().toString(), "stance", "FOR"));
    mandates.tell(
        stream,
        "PositionProposed",
        Map.of(
            "positionId", id.toString(),
            "placeId", place.toString(),
            "bodyId", body,
            "issueId", issue,
            "topicId", topicId.toString(),
            "stances", stances,
            "on", proposed.toString()));
    for (String agrees : List.of("WYVN0001", body)) {
      mandates.tell(
          stream,
          "PositionAgreed",
          Map.of(
              "positionId",
              id.toString(),
              "version",
              1,
              "bodyId",
              agrees,
              "role",
              "FEDERATION_LEAD",
              "on",
              proposed.toString()));
    }
    mandates.tell(
        stream,
        "PositionPublished",
        Map.ofEntries(
            Map.entry("positionId", id.toString()),
            Map.entry("placeId", place.toString()),
            Map.entry("bodyId", body),
            Map.entry("issueId", issue),
            Map.entry("topicId", topicId.toString()),
            Map.entry("version", 1),
            Map.entry("publication", 1),
            Map.entry("stances", stances),
            Map.entry("agreedBy", List.of()),
            Map.entry("on", on.toString())));
    return id;
  }

  /**
   * Somebody keeps in touch with the organisation, and both spoke on this day about the topic: we
   * owe them something since yesterday, and they owe us two things, the first one today.
   */
  void contact(UUID place, String organisation, UUID holder, LocalDate on, UUID topicId) {
    UUID slot = slot(place, organisation);
    UUID relationship = opened(slot, holder);
    String stream = "slot-" + slot;
    relationships.tell(
        stream,
        "ContactLogged",
        Map.of(
            "slotId", slot.toString(),
            "relationshipId", relationship.toString(),
            "on", on.toString(),
            "kind", "ASK",
            "twoWay", true,
            "topicId", topicId.toString()));
    promise(slot, relationship, "OURS", MarlValley.TODAY.minusDays(1));
    promise(slot, relationship, "THEIRS", MarlValley.TODAY);
    promise(slot, relationship, "THEIRS", MarlValley.TODAY.plusDays(9));
  }

  /**
   * Somebody keeps in touch with the organisation, for a slot of the place: since now.
   *
   * @param closed the day on which they no longer do; null while they do
   */
  void relationship(UUID place, String organisation, @Nullable LocalDate closed) {
    UUID slot = slot(place, organisation);
    UUID relationship = opened(slot, UUID.randomUUID());
    if (closed != null) {
      relationships.tell(
          "slot-" + slot,
          "RelationshipClosed",
          Map.of(
              "slotId", slot.toString(),
              "relationshipId", relationship.toString(),
              "on", closed.toString()));
    }
  }

  private UUID slot(UUID place, String organisation) {
    UUID slot = UUID.randomUUID();
    relationships.tell(
        "slot-" + slot,
        "SlotDefined",
        Map.of(
            "slotId",
            slot.toString(),
            "placeId",
            place.toString(),
            "kind",
            "ACUTE",
            "organisationId",
            organisation));
    return slot;
  }

  private UUID opened(UUID slot, UUID holder) {
    UUID relationship = UUID.randomUUID();
    relationships.tell(
        "slot-" + slot,
        "RelationshipOpened",
        Map.of(
            "slotId", slot.toString(),
            "relationshipId", relationship.toString(),
            "holderId", holder.toString(),
            "actingFor", MarlValley.FEDERATION));
    return relationship;
  }

  /** One that is open. */
  private void promise(UUID slot, UUID relationship, String side, LocalDate due) {
    relationships.tell(
        "ledger-" + relationship,
        "CommitmentMade",
        Map.of(
            "commitmentId", UUID.randomUUID().toString(),
            "slotId", slot.toString(),
            "relationshipId", relationship.toString(),
            "side", side,
            "due", due.toString(),
            "wordsRef", UUID.randomUUID().toString()));
  }

  /** Waits until the service has heard all of it. */
  void heard() {
    // RestAssured is told where the service is before each test, and this comes before all.
    String service = ConfigProvider.getConfig().getValue("test.url", String.class);
    String positions = mandates.positions() + "," + relationships.positions();
    await("the service has heard what others say")
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            given()
                    .header("Authorization", "Bearer " + Caller.as("nadia.velloso").token())
                    .header("X-Position", positions)
                    .get(service + "/v1/meetings?placeId=" + MarlValley.VALLEY)
                    .header("X-Position-Behind")
                == null);
  }

  @Override
  public void close() {
    mandates.close();
    relationships.close();
  }
}
