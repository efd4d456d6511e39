package uk.onevoice.relationships.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.relationships.adapter.store.KnownMandates;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.testkit.stack.ServiceUnderTest;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "relationships"))
class MandateEventsTest {
  private static final UUID TOPIC = UUID.randomUUID();
  private static final UUID PLACE = UUID.randomUUID();

  @Inject DataSource database;
  @Inject KnownMandates known;

  @Test
  void the_copy_is_the_same_however_the_events_are_cut_and_however_often_they_are_heard()
      throws SQLException {
    UUID whole = UUID.randomUUID();
    UUID single = UUID.randomUUID();
    List<HeardEvent> history = history(whole);
    apply(history);
    for (HeardEvent event : history(single)) {
      apply(List.of(event));
    }
    var once = known.mandate(whole).orElseThrow();
    apply(history);
    apply(history.subList(0, 2));
    assertThat(known.mandate(whole)).contains(once);
    var apart = known.mandate(single).orElseThrow();
    assertThat(apart.versions()).isEqualTo(once.versions());
    assertThat(apart.inForce()).isEqualTo(once.inForce());
    assertThat(known.ofPlace(new PlaceId(PLACE))).contains(once, apart);
    assertThat(known.mandate(UUID.randomUUID())).isEmpty();

    assertThat(once.on(day("2026-04-02"))).as("not active yet").isEmpty();
    assertThat(once.on(day("2026-06-09")).orElseThrow().topics()).containsExactly(TOPIC);
    assertThat(once.on(day("2026-06-10"))).as("suspended").isEmpty();
    assertThat(once.on(day("2026-06-20")).orElseThrow().holderRole()).isEqualTo("FEDERATION_LEAD");
    assertThat(once.on(day("2026-09-01"))).as("ended").isEmpty();
    assertThat(once.until()).contains(day("2026-09-01"));
  }

  @Test
  void one_that_was_asked_for_in_one_step_is_in_force_between_its_days() throws SQLException {
    UUID mandate = UUID.randomUUID();
    apply(
        List.of(
            event(
                mandate,
                1,
                "MandateOpened",
                """
                {"mandateId":"%s","placeId":"%s","topic":"care","holderId":"fed","holderRole":"Lead",
                 "start":"2026-04-01","end":"2027-04-01"}\
                """
                    .formatted(mandate, PLACE))));
    var heard = known.mandate(mandate).orElseThrow();
    assertThat(heard.on(day("2026-03-31"))).isEmpty();
    assertThat(heard.on(day("2026-04-01")).orElseThrow().topics()).isEmpty();
    assertThat(heard.on(day("2027-03-31"))).isPresent();
    assertThat(heard.on(day("2027-04-01"))).isEmpty();
  }

  private void apply(List<HeardEvent> events) throws SQLException {
    try (var connection = database.getConnection()) {
      new MandateEvents().apply(connection, events);
    }
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  private static List<HeardEvent> history(UUID mandate) {
    String id = "\"mandateId\":\"" + mandate + "\"";
    List<HeardEvent> events = new ArrayList<>();
    events.add(
        event(
            mandate,
            1,
            "MandateOpened",
            """
            {%s,"placeId":"%s","topic":"care","holderId":"fed","holderRole":"Lead","version":1,
             "start":"2026-04-01","end":"2027-04-01","terms":{"topics":[{"topicId":"%s","topic":"care"}],
             "tables":[],"holder":{"organisationId":"fed","role":"FEDERATION_LEAD","label":"Lead"},
             "alternates":[],"limits":[],"threshold":{},
             "briefingDays":5,"reportBackDays":10,"start":"2026-04-01","end":"2027-04-01"}}\
            """
                .formatted(id, PLACE, TOPIC)));
    events.add(
        event(
            mandate,
            2,
            "MandateActivated",
            "{%s,\"version\":1,\"on\":\"2026-04-03\"}".formatted(id)));
    events.add(
        event(
            mandate,
            3,
            "MandateSuspended",
            "{%s,\"version\":1,\"on\":\"2026-06-10\"}".formatted(id)));
    events.add(
        event(
            mandate,
            4,
            "SuspensionLifted",
            "{%s,\"version\":1,\"on\":\"2026-06-20\"}".formatted(id)));
    events.add(
        event(
            mandate, 5, "MandateEnded", "{%s,\"version\":1,\"on\":\"2026-09-01\"}".formatted(id)));
    return events;
  }

  private static HeardEvent event(UUID mandate, long version, String type, String payload) {
    return new HeardEvent(
        "mandates",
        0,
        version,
        "mandate-" + mandate,
        version,
        version,
        UUID.randomUUID(),
        type,
        1,
        payload,
        Instant.EPOCH,
        Instant.EPOCH,
        "person:1",
        null,
        null);
  }
}
