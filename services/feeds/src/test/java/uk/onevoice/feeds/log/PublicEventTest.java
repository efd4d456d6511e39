package uk.onevoice.feeds.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.messaging.Unappliable;

class PublicEventTest {
  private static final String START = "{\"subject\": \"s\", \"dataref\": \"/v1/places/s\"";
  private static final String EVERYONE = ", \"audience\": {\"everyone\": true}";
  private static final String SOME = ", \"audience\": {\"organisations\": [\"A\", \"B\"]}";
  private static final Instant TIME = Instant.parse("2026-11-26T10:00:00.123456789Z");

  @Test
  void an_event_for_everyone() {
    PublicEvent event = of("place-changed-1", START + ", \"ics\": \"QGH\"" + EVERYONE + "}");
    assertThat(event.everyone()).isTrue();
    assertThat(event.organisations()).isEmpty();
    assertThat(event.subject()).isEqualTo("s");
    assertThat(event.ics()).isEqualTo("QGH");
    assertThat(event.place()).isNull();
    assertThat(event.topic()).isNull();
    // PostgreSQL keeps no finer time, and it has to be the same when it comes again.
    assertThat(event.recordedAt()).isEqualTo("2026-11-26T10:00:00.123456Z");
  }

  @Test
  void an_event_for_some() {
    PublicEvent event =
        of(
            "joint-group-action-changed-1",
            START + ", \"place\": \"p\", \"topic\": \"t\"" + SOME + "}");
    assertThat(event.everyone()).isFalse();
    assertThat(event.organisations()).containsExactly("A", "B");
    assertThat(event.place()).isEqualTo("p");
    assertThat(event.topic()).isEqualTo("t");
  }

  @Test
  void what_is_for_some_by_its_type_is_never_for_everyone() {
    assertThatThrownBy(() -> of("meeting-item-outcome-shared-1", START + EVERYONE + "}"))
        .isInstanceOf(Unappliable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ", \"audience\": {}",
        ", \"audience\": {\"everyone\": false}",
        ", \"audience\": {\"everyone\": \"true\"}",
        ", \"audience\": {\"organisations\": []}",
        ", \"audience\": {\"organisations\": [1]}",
        ", \"audience\": {\"organisations\": [\" \"]}",
        ", \"audience\": {\"everyone\": true, \"organisations\": [\"A\"]}",
        ", \"audience\": \"everyone\"",
        ", \"audience\": {\"everyone\": true}, \"words\": \"of somebody\"",
        ", \"audience\": {\"everyone\": true}, \"place\": 7",
        ", \"audience\": {\"everyone\": true}, \"topic\": \"\"",
        ", \"audience\": {\"everyone\": true}, \"subject\": \"again\"",
      })
  void what_is_not_exactly_of_the_language_is_refused(String rest) {
    assertThatThrownBy(() -> of("place-changed-1", START + rest + "}"))
        .isInstanceOf(Unappliable.class)
        .hasMessageNotContaining("somebody");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{",
        "{\"dataref\": \"/v1/x\", \"audience\": {\"everyone\": true}}",
        "{\"subject\": \"s\", \"audience\": {\"everyone\": true}}",
        "{\"subject\": \"s\", \"dataref\": \"https://x\", \"audience\": {\"everyone\": true}}",
      })
  void without_subject_or_address_it_is_no_event(String payload) {
    assertThatThrownBy(() -> of("place-changed-1", payload)).isInstanceOf(Unappliable.class);
  }

  @Test
  void an_unknown_type_is_refused() {
    assertThatThrownBy(() -> of("place-changed-2", START + EVERYONE + "}"))
        .isInstanceOf(Unappliable.class);
  }

  private static PublicEvent of(String type, String payload) {
    return PublicEvent.of(
        new HeardEvent(
            "partner",
            0,
            0,
            "place-s",
            1,
            1,
            new UUID(0, 1),
            type,
            1,
            payload,
            TIME,
            TIME,
            "",
            null,
            null));
  }
}
