package uk.onevoice.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.OdsCode;

class EventTypesTest {
  private static final UUID ID = UUID.fromString("01932c07-0000-7000-8000-000000000001");
  private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");

  record ThingId(UUID value) {}

  record Amount(long value) {}

  record Tag(@Nullable String value) {}

  enum Colour {
    RED
  }

  record Part(ThingId id, @Nullable Label label) {}

  sealed interface ThingEvent {
    record ThingMade(
        ThingId id,
        Amount amount,
        @Nullable OdsCode code,
        List<OdsCode> codes,
        @Nullable Part part,
        LocalDate start,
        YearMonth month,
        Colour colour)
        implements ThingEvent {}

    sealed interface Ending extends ThingEvent {
      record ThingEnded(ThingId id, String reason) implements Ending {}
    }
  }

  sealed interface BareEvent {
    record Named(String value) implements BareEvent {}
  }

  private final EventTypes<ThingEvent> types = EventTypes.of(ThingEvent.class);

  private final ThingEvent full =
      new ThingEvent.ThingMade(
          new ThingId(ID),
          new Amount(7),
          new OdsCode("M81009"),
          List.of(new OdsCode("QGH"), new OdsCode("18C")),
          new Part(new ThingId(ID), new Label("North")),
          LocalDate.of(2026, 4, 1),
          YearMonth.of(2026, 3),
          Colour.RED);

  @Test
  void values_are_bare_wherever_they_stand() {
    assertThat(types.write(ID, full, NOON).payload())
        .isEqualTo(
            "{\"id\":\"%1$s\",\"amount\":7,\"code\":\"M81009\",\"codes\":[\"QGH\",\"18C\"],\"part\":{\"id\":\"%1$s\",\"label\":\"North\"},\"start\":\"2026-04-01\",\"month\":\"2026-03\",\"colour\":\"RED\"}"
                .formatted(ID));
  }

  @Test
  void what_was_written_is_read_again() {
    NewEvent written = types.write(ID, full, NOON);
    assertThat(types.read(written.type(), written.schemaVersion(), written.payload()))
        .isEqualTo(full);
  }

  @Test
  void what_is_null_is_absent_and_what_is_absent_is_null() {
    var sparse =
        new ThingEvent.ThingMade(
            new ThingId(ID),
            new Amount(0),
            null,
            List.of(),
            null,
            LocalDate.of(2026, 4, 1),
            YearMonth.of(2026, 3),
            Colour.RED);
    NewEvent written = types.write(ID, sparse, NOON);
    assertThat(written.payload()).doesNotContain("null").doesNotContain("part");
    assertThat(types.read("ThingMade", 1, written.payload())).isEqualTo(sparse);
  }

  @Test
  void bare_values_stand_alone_in_lists_and_as_entries() throws Exception {
    var json = EventJson.mapper();
    assertThat(json.writeValueAsString(List.of(new Amount(1), new Tag("a"))))
        .isEqualTo("[1,\"a\"]");
    assertThat(json.writeValueAsString(Map.of("t", new Tag("a")))).isEqualTo("{\"t\":\"a\"}");
    assertThat(json.readValue("5", Amount.class)).isEqualTo(new Amount(5));
  }

  @Test
  void a_value_still_checks_itself_when_it_is_read() {
    assertThatThrownBy(
            () -> types.read("ThingMade", 1, "{\"codes\":[\"not a code\"],\"amount\":1}"))
        .isInstanceOf(UnreadableEvent.class);
  }

  @Test
  void unknown_fields_are_passed_over() {
    assertThat(
            types.read(
                "ThingEnded", 1, "{\"id\":\"%s\",\"reason\":\"worn\",\"later\":1}".formatted(ID)))
        .isEqualTo(new ThingEvent.Ending.ThingEnded(new ThingId(ID), "worn"));
  }

  @Test
  void a_field_given_twice_is_refused() {
    assertThatThrownBy(
            () -> types.read("ThingEnded", 1, "{\"reason\":\"worn\",\"reason\":\"lost\"}"))
        .isInstanceOf(UnreadableEvent.class);
  }

  @Test
  void old_versions_are_lifted_step_by_step() {
    EventTypes<ThingEvent> third =
        EventTypes.of(ThingEvent.class)
            .upcast(
                ThingEvent.Ending.ThingEnded.class, 1, event -> event.put("cause", "unrecorded"))
            .upcast(
                ThingEvent.Ending.ThingEnded.class,
                2,
                event -> event.put("reason", event.remove("cause").asText()));
    String first = "{\"id\":\"%s\"}".formatted(ID);
    assertThat(third.schemaVersion("ThingEnded")).isEqualTo(3);
    assertThat(third.schemaVersion("ThingMade")).isEqualTo(1);
    assertThat(third.read("ThingEnded", 1, first))
        .isEqualTo(new ThingEvent.Ending.ThingEnded(new ThingId(ID), "unrecorded"));
    assertThat(third.read("ThingEnded", 2, "{\"id\":\"%s\",\"cause\":\"worn\"}".formatted(ID)))
        .isEqualTo(new ThingEvent.Ending.ThingEnded(new ThingId(ID), "worn"));
    assertThat(
            third
                .write(ID, new ThingEvent.Ending.ThingEnded(new ThingId(ID), "worn"), NOON)
                .schemaVersion())
        .isEqualTo(3);
  }

  @Test
  void steps_are_added_in_order() {
    assertThatThrownBy(() -> types.upcast(ThingEvent.ThingMade.class, 2, event -> event))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_is_not_known_here_is_unreadable() {
    assertThatThrownBy(() -> types.read("ThingLost", 1, "{}")).isInstanceOf(UnreadableEvent.class);
    assertThatThrownBy(() -> types.read("ThingMade", 2, "{}")).isInstanceOf(UnreadableEvent.class);
    assertThatThrownBy(() -> types.read("ThingMade", 1, "{")).isInstanceOf(UnreadableEvent.class);
  }

  @Test
  void an_event_is_an_object_and_never_a_bare_value() {
    assertThatThrownBy(() -> EventTypes.of(BareEvent.class))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void names_are_those_of_the_records() {
    assertThat(types.names()).containsExactly("ThingMade", "ThingEnded");
  }
}
