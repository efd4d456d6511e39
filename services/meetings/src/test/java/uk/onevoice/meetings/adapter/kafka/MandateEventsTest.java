package uk.onevoice.meetings.adapter.kafka;

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
import uk.onevoice.meetings.adapter.store.KnownMandates;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.mandate.Held;
import uk.onevoice.meetings.domain.mandate.KnownInvocation.State;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.testkit.stack.ServiceUnderTest;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "meetings"))
class MandateEventsTest {
  private static final UUID TOPIC = UUID.randomUUID();
  private static final UUID FORUM = UUID.randomUUID();
  private static final UUID PLACE = UUID.randomUUID();
  private static final Held OFFICER = new Held(new OrganisationId("lmc"), "LMC_OFFICER");

  @Inject DataSource database;
  @Inject KnownMandates known;

  @Test
  void the_copy_is_the_same_however_the_events_are_cut_and_however_often_they_are_heard()
      throws SQLException {
    UUID whole = UUID.randomUUID();
    UUID single = UUID.randomUUID();
    UUID invocation = UUID.randomUUID();
    List<HeardEvent> history = history(whole, invocation);
    apply(history);
    for (HeardEvent event : history(single, UUID.randomUUID())) {
      apply(List.of(event));
    }
    var once = known.mandate(whole).orElseThrow();
    apply(history);
    apply(history.subList(0, 3));
    assertThat(known.mandate(whole)).contains(once);
    var apart = known.mandate(single).orElseThrow();
    assertThat(apart.versions()).isEqualTo(once.versions());
    assertThat(apart.inForce()).isEqualTo(once.inForce());
    assertThat(apart.alternates()).isEqualTo(once.alternates());

    assertThat(once.on(LocalDate.parse("2026-06-09"))).isPresent();
    assertThat(once.on(LocalDate.parse("2026-06-10"))).as("suspended").isEmpty();
    var version = once.on(LocalDate.parse("2026-06-20")).orElseThrow();
    assertThat(version.reportBackDays()).isEqualTo(10);
    assertThat(version.limits()).containsExactly("MUST_NOT");
    assertThat(once.speakers(version, LocalDate.parse("2026-06-20"))).contains(OFFICER);
    assertThat(known.ofPlace(new PlaceId(PLACE))).contains(once, apart);
    assertThat(known.granted(whole, 1)).containsExactly("WYVP0001");
    assertThat(known.invocation(invocation).orElseThrow().state()).isEqualTo(State.RATIFIED);
    assertThat(known.invocation(UUID.randomUUID())).isEmpty();
  }

  private void apply(List<HeardEvent> events) throws SQLException {
    try (var connection = database.getConnection()) {
      new MandateEvents().apply(connection, events);
    }
  }

  private static List<HeardEvent> history(UUID mandate, UUID invocation) {
    String id = "\"mandateId\":\"" + mandate + "\"";
    String cited = id + ",\"invocationId\":\"" + invocation + "\"";
    List<String[]> said = new ArrayList<>();
    said.add(
        new String[] {
          "MandateOpened",
          """
          {%s,"placeId":"%s","topic":"care","holderId":"fed","holderRole":"Lead","version":1,
           "start":"2026-04-01","end":"2027-04-01","terms":{"topics":[{"topicId":"%s","topic":"care"}],
           "tables":[{"forumId":"%s","label":"Board"}],
           "holder":{"organisationId":"fed","role":"FEDERATION_LEAD","label":"Lead"},
           "alternates":[],"limits":[{"kind":"MUST_NOT","textRef":"%s"}],"threshold":{},
           "briefingDays":5,"reportBackDays":10,"start":"2026-04-01","end":"2027-04-01"}}\
          """
              .formatted(id, PLACE, TOPIC, FORUM, TOPIC)
        });
    said.add(
        new String[] {
          "ConsentGranted", "{%s,\"practiceId\":\"WYVP0001\",\"on\":\"2026-04-02\"}".formatted(id)
        });
    said.add(
        new String[] {
          "ConsentGranted", "{%s,\"practiceId\":\"WYVP0002\",\"on\":\"2026-04-02\"}".formatted(id)
        });
    said.add(
        new String[] {
          "MandateActivated", "{%s,\"version\":1,\"on\":\"2026-04-03\"}".formatted(id)
        });
    said.add(
        new String[] {
          "ConsentWithdrawn", "{%s,\"practiceId\":\"WYVP0002\",\"on\":\"2026-05-02\"}".formatted(id)
        });
    said.add(
        new String[] {
          "AlternateNamed",
          """
          {%s,"alternate":{"organisationId":"lmc","role":"LMC_OFFICER","label":"Officer"},
           "on":"2026-05-03"}\
          """
              .formatted(id)
        });
    said.add(
        new String[] {
          "MandateInvoked",
          "{%s,\"act\":\"AGREED\",\"verdict\":\"PROVISIONAL\",\"topicId\":\"%s\",\"on\":\"2026-05-05\"}"
              .formatted(cited, TOPIC)
        });
    said.add(new String[] {"InvocationRatified", "{%s}".formatted(cited)});
    said.add(
        new String[] {
          "MandateSuspended", "{%s,\"version\":1,\"on\":\"2026-06-10\"}".formatted(id)
        });
    said.add(
        new String[] {
          "SuspensionLifted", "{%s,\"version\":1,\"on\":\"2026-06-20\"}".formatted(id)
        });
    List<HeardEvent> events = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      events.add(
          new HeardEvent(
              "mandates",
              0,
              i,
              "mandate-" + mandate,
              i + 1L,
              i + 1L,
              UUID.randomUUID(),
              said.get(i)[0],
              1,
              said.get(i)[1],
              Instant.EPOCH,
              Instant.EPOCH,
              "person:1",
              null,
              null));
    }
    return events;
  }
}
