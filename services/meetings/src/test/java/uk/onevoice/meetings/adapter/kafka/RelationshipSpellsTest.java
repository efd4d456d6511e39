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
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.Period;
import uk.onevoice.meetings.adapter.store.KnownRelationships;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.Underpinning.Kept;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.testkit.stack.ServiceUnderTest;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "meetings"))
class RelationshipSpellsTest {
  private static final OrganisationId TRUST = new OrganisationId("WYVT0009");

  private final PlaceId place = new PlaceId(UUID.randomUUID());
  private final UUID slot = UUID.randomUUID();
  private final List<HeardEvent> told = new ArrayList<>();

  @Inject DataSource database;
  @Inject KnownRelationships relationships;

  @Test
  void a_slot_that_is_defined_again_has_two_times_however_often_it_is_heard() throws SQLException {
    UUID live = UUID.randomUUID();
    defined("2026-03-02T10:00:00Z");
    // Half past eleven at night in London's winter is that day; in its summer it is the next.
    tell("2026-03-02T23:30:00Z", "RelationshipOpened", relationship(live));
    tell("2026-05-01T23:30:00Z", "SlotWithdrawn", ",\"on\":\"2026-05-01\"");
    defined("2026-06-01T23:30:00Z");
    tell("2026-07-01T12:00:00Z", "RelationshipClosed", relationship(live) + on("2026-06-30"));
    hear();
    hear();
    var held = new Period(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 6, 30));
    assertThat(relationships.ofPlace(place))
        .containsExactlyInAnyOrder(
            new Kept(TRUST, new Period(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 5, 1)), held),
            new Kept(TRUST, Period.from(LocalDate.of(2026, 6, 2)), held));
  }

  @Test
  void what_ended_before_it_was_entered_was_live_on_no_day() throws SQLException {
    UUID never = UUID.randomUUID();
    defined("2026-03-02T10:00:00Z");
    tell("2026-03-09T10:00:00Z", "RelationshipOpened", relationship(never));
    tell("2026-03-10T10:00:00Z", "RelationshipClosed", relationship(never) + on("2026-03-05"));
    hear();
    assertThat(relationships.ofPlace(place)).isEmpty();
    assertThat(relationships.ofPlace(new PlaceId(UUID.randomUUID()))).isEmpty();
  }

  private void defined(String at) {
    tell(
        at,
        "SlotDefined",
        ",\"placeId\":\"%s\",\"kind\":\"ACUTE\",\"organisationId\":\"%s\""
            .formatted(place.value(), TRUST.value()));
  }

  private static String relationship(UUID id) {
    return ",\"relationshipId\":\"" + id + "\"";
  }

  private static String on(String day) {
    return ",\"on\":\"" + day + "\"";
  }

  private void tell(String at, String type, String more) {
    long version = told.size() + 1L;
    told.add(
        new HeardEvent(
            "relationships",
            0,
            version,
            "slot-" + slot,
            version,
            version,
            UUID.randomUUID(),
            type,
            1,
            "{\"slotId\":\"" + slot + "\"" + more + "}",
            Instant.parse(at),
            Instant.parse(at),
            "service:relationships",
            null,
            null));
  }

  private void hear() throws SQLException {
    try (Connection connection = database.getConnection()) {
      new RelationshipSpells().apply(connection, told);
    }
  }
}
