package uk.onevoice.meetings.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import uk.onevoice.meetings.adapter.store.KnownContacts;
import uk.onevoice.meetings.adapter.store.KnownPositions;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.briefing.Call.Contact;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.testkit.stack.ServiceUnderTest;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "meetings"))
class BriefSourcesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final OrganisationId TRUST = new OrganisationId("WYVT0009");

  private final PlaceId place = new PlaceId(UUID.randomUUID());
  private final UUID topic = UUID.randomUUID();
  private long version;

  @Inject DataSource database;
  @Inject KnownContacts contacts;
  @Inject KnownPositions positions;

  @Test
  void an_event_that_is_heard_a_second_time_changes_nothing() throws SQLException {
    String slot = UUID.randomUUID().toString();
    String live = UUID.randomUUID().toString();
    String ended = UUID.randomUUID().toString();
    List<HeardEvent> told =
        List.of(
            slot(
                "SlotDefined",
                slot,
                ",\"placeId\":\"%s\",\"kind\":\"ACUTE\",\"organisationId\":\"WYVT0009\""
                    .formatted(place.value())),
            slot("RelationshipOpened", slot, opened(live)),
            slot("RelationshipOpened", slot, opened(ended)),
            slot(
                "RelationshipClosed",
                slot,
                ",\"relationshipId\":\"%s\",\"on\":\"2026-11-24\"".formatted(ended)),
            slot("ContactLogged", slot, contact(live, "2026-10-01", true)),
            slot("ContactLogged", slot, contact(live, "2026-10-20", false)));
    hear(told);
    hear(told);
    assertThat(contacts.ofPlace(place, DAY))
        .containsExactly(Map.entry(TRUST, new Contact(LocalDate.of(2026, 10, 1), 1)));
    assertThat(contacts.ofPlace(place, DAY.minusDays(1)).get(TRUST).holders())
        .as("the day before one of them ended")
        .isEqualTo(2);
    assertThat(contacts.about(place, List.of(topic)))
        .as("only where both sides spoke")
        .containsExactly(new KnownContacts.Conversation(LocalDate.of(2026, 10, 1), TRUST));
  }

  @Test
  void a_talk_that_was_taken_back_and_a_slot_that_is_not_needed_are_known_no_more()
      throws SQLException {
    String slot = UUID.randomUUID().toString();
    String live = UUID.randomUUID().toString();
    String named = ",\"contactId\":\"" + UUID.randomUUID() + "\"";
    List<HeardEvent> told = new ArrayList<>();
    told.add(
        slot(
            "SlotDefined",
            slot,
            ",\"placeId\":\"%s\",\"kind\":\"ACUTE\",\"organisationId\":\"WYVT0009\""
                .formatted(place.value())));
    told.add(slot("RelationshipOpened", slot, opened(live)));
    told.add(slot("ContactLogged", slot, contact(live, "2026-10-01", true)));
    told.add(slot("ContactLogged", slot, contact(live, "2026-10-20", true) + named));
    hear(told);
    assertThat(contacts.ofPlace(place, DAY).get(TRUST).lastOn())
        .isEqualTo(LocalDate.of(2026, 10, 20));
    told.add(slot("ContactWithdrawn", slot, named));
    told.add(slot("ContactLogged", slot, contact(live, "2026-10-19", true) + named));
    hear(told);
    hear(told);
    assertThat(contacts.ofPlace(place, DAY).get(TRUST).lastOn())
        .as("corrected")
        .isEqualTo(LocalDate.of(2026, 10, 19));
    told.add(slot("ContactWithdrawn", slot, named));
    hear(told);
    assertThat(contacts.ofPlace(place, DAY).get(TRUST).lastOn())
        .isEqualTo(LocalDate.of(2026, 10, 1));
    told.add(slot("SlotWithdrawn", slot, ",\"on\":\"2026-11-20\""));
    hear(told);
    assertThat(contacts.ofPlace(place, DAY)).isEmpty();
  }

  @Test
  void a_position_holds_once_the_body_itself_agreed_until_it_is_withdrawn() throws SQLException {
    String id = UUID.randomUUID().toString();
    List<HeardEvent> told = new ArrayList<>();
    told.add(
        position(
            "PositionProposed",
            id,
            ",\"placeId\":\"%s\",\"bodyId\":\"WYVN0009\",\"topicId\":\"%s\""
                .formatted(place.value(), topic)));
    told.add(position("PositionAgreed", id, ",\"bodyId\":\"WYVN0001\""));
    hear(told);
    assertThat(positions.holding(place, List.of(topic))).as("another body supports it").isEmpty();
    told.add(position("PositionAgreed", id, ",\"bodyId\":\"WYVN0009\""));
    hear(told);
    assertThat(positions.holding(place, List.of(topic)))
        .extracting(KnownPositions.Step::kind)
        .containsExactly(KnownPositions.Kind.AGREED);
    told.add(position("PositionPublished", id, ""));
    told.add(position("PositionAgreed", id, ",\"bodyId\":\"WYVN0009\""));
    hear(told);
    assertThat(positions.holding(place, List.of(topic)))
        .as("the next version is agreed, and the one before stays public")
        .extracting(KnownPositions.Step::kind)
        .containsExactly(KnownPositions.Kind.PUBLISHED);
    told.add(position("PositionWithdrawn", id, ""));
    hear(told);
    assertThat(positions.holding(place, List.of(topic))).isEmpty();
    assertThat(positions.steps(place, List.of(topic))).hasSize(5);
  }

  private String opened(String relationship) {
    return ",\"relationshipId\":\"%s\",\"holderId\":\"%s\",\"actingFor\":\"WYVN0001\""
        .formatted(relationship, UUID.randomUUID());
  }

  private String contact(String relationship, String on, boolean twoWay) {
    return ",\"relationshipId\":\"%s\",\"on\":\"%s\",\"kind\":\"ASK\",\"twoWay\":%s,\"topicId\":\"%s\""
        .formatted(relationship, on, twoWay, topic);
  }

  private HeardEvent slot(String type, String slot, String more) {
    return heard(
        "relationships", "slot-" + slot, type, "{\"slotId\":\"" + slot + "\"" + more + "}");
  }

  private HeardEvent position(String type, String id, String more) {
    return heard(
        "mandates",
        "position-" + id,
        type,
        "{\"positionId\":\"" + id + "\",\"on\":\"2026-11-01\"" + more + "}");
  }

  private HeardEvent heard(String log, String stream, String type, String payload) {
    version++;
    return new HeardEvent(
        log,
        0,
        version,
        stream,
        version,
        version,
        UUID.randomUUID(),
        type,
        1,
        payload,
        Instant.EPOCH,
        Instant.EPOCH,
        "service:" + log,
        null,
        null);
  }

  private void hear(List<HeardEvent> events) throws SQLException {
    try (Connection connection = database.getConnection()) {
      new BriefSources().apply(connection, events);
    }
  }
}
