package uk.onevoice.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.onevoice.eventstore.EventJson;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.eventstore.NewEvent;
import uk.onevoice.eventstore.StoredEvent;
import uk.onevoice.eventstore.relay.Language;
import uk.onevoice.eventstore.relay.Told;
import uk.onevoice.kernel.ActorRef;

/**
 * What a service tells in another language, against {@code contracts/events/partner} and {@code
 * contracts/events/clients}: by its schema, the same whatever follows, and the same with and
 * without what is never told.
 */
public final class ToldChecks {
  private static final Metadata METADATA =
      new Metadata(
          ActorRef.person("canary-actor"),
          "canary-acting-for",
          "canary-tenant",
          new UUID(0x0CA0L, 1),
          null,
          "canary-trace");

  private ToldChecks() {}

  /** All that is told of one stream with these events, in order, after checking it. */
  @SafeVarargs
  public static <E> List<Told> told(Language language, EventTypes<E> types, E... events) {
    List<StoredEvent> stream = stream(types, events);
    List<Told> all = language.of(stream);
    for (int length = 0; length < stream.size(); length++) {
      List<Told> before = language.of(stream.subList(0, length));
      assertThat(before)
          .as("told of the first %d", length)
          .isEqualTo(all.subList(0, before.size()));
    }
    all.forEach(ToldChecks::isAsItsSchemaSays);
    return all;
  }

  /** What is told, one line each: the place of its event in the stream, and the type. */
  public static List<String> lines(List<Told> told) {
    return told.stream().map(one -> "%d %s".formatted(one.by().version(), one.type())).toList();
  }

  /** Fails unless the same is told, to the letter, without events of these types. */
  @SafeVarargs
  public static <E> void isToldWithout(
      Set<Class<? extends E>> hidden, Language language, EventTypes<E> types, E... events) {
    List<StoredEvent> all = stream(types, events);
    Set<String> names = hidden.stream().map(Class::getSimpleName).collect(Collectors.toSet());
    List<StoredEvent> rest = all.stream().filter(event -> !names.contains(event.type())).toList();
    assertThat(rest).as("there is something hidden").hasSizeLessThan(all.size());
    assertThat(language.of(all)).isNotEmpty().isEqualTo(language.of(rest));
  }

  @SafeVarargs
  private static <E> List<StoredEvent> stream(EventTypes<E> types, E... events) {
    List<StoredEvent> stream = new ArrayList<>();
    for (E event : events) {
      int version = stream.size() + 1;
      NewEvent written = types.write(new UUID(0x0CA1L, version), event, Instant.EPOCH);
      stream.add(
          new StoredEvent(
              version,
              "canary-stream",
              version,
              written.id(),
              written.type(),
              written.schemaVersion(),
              written.payload(),
              Instant.EPOCH,
              Instant.EPOCH,
              METADATA));
    }
    return stream;
  }

  private static void isAsItsSchemaSays(Told told) {
    EventSchema schema =
        EventSchema.of(Contracts.folder().resolve("events").resolve(told.schema() + ".json"));
    try {
      assertThat(schema.errors(EventJson.mapper().readTree(told.payload())))
          .as(told.payload())
          .isEmpty();
    } catch (JsonProcessingException cause) {
      throw new IllegalStateException("What is told is something else than JSON", cause);
    }
    // No word of who acted, and no id of an event or of its stream.
    assertThat(told.payload()).doesNotContain("canary", "00000000-0000-0ca1");
  }
}
