package uk.onevoice.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import uk.onevoice.eventstore.EventJson;
import uk.onevoice.eventstore.EventTypes;

/**
 * A service's event records against {@code contracts/events/<service>}, one JUnit test for each
 * event and one for schemas without a record.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> events() {
 *   return EventChecks.of("mandates", EventTypes.of(MandateEvent.class));
 * }
 * }</pre>
 */
public final class EventChecks {
  private static final UUID ANY_ID = new UUID(0x7000L, 0x8000000000000000L);

  private EventChecks() {}

  /**
   * @param types all event types of the service, with their upcasters
   */
  public static Stream<DynamicTest> of(String service, EventTypes<?>... types) {
    return of(service, EventSchema.of(service), types);
  }

  static Stream<DynamicTest> of(String service, List<EventSchema> schemas, EventTypes<?>... types) {
    Stream<DynamicTest> records =
        Arrays.stream(types)
            .flatMap(some ->
                some.names().stream()
                    .map(name -> dynamicTest(name, () -> check(name, some, schemas))));
    return Stream.concat(
        records,
        Stream.of(
            dynamicTest(
                "every schema of " + service + " has a record",
                () -> everySchemaHasARecord(schemas, types))));
  }

  private static void everySchemaHasARecord(List<EventSchema> schemas, EventTypes<?>... types) {
    Set<String> known =
        Arrays.stream(types).flatMap(some -> some.names().stream()).collect(Collectors.toSet());
    assertThat(schemas)
        .allSatisfy(schema -> assertThat(known).as(schema.id()).contains(schema.type()));
  }

  private static <E> void check(String name, EventTypes<E> types, List<EventSchema> schemas) {
    int today = types.schemaVersion(name);
    List<EventSchema> versions =
        schemas.stream().filter(schema -> schema.type().equals(name)).toList();
    assertThat(versions.stream().map(EventSchema::version).sorted())
        .as("versions of %s in contracts/events", name)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, today).boxed().toList());
    for (EventSchema schema : versions) {
      if (schema.version() == today) {
        describesTheRecord(schema, types.record(name));
      }
      examplesAreRead(schema, types, schema.version() == today);
    }
  }

  private static void describesTheRecord(EventSchema schema, Class<?> record) {
    RecordComponent[] components = record.getRecordComponents();
    assertThat(schema.properties())
        .as("properties of %s are the components of its record", schema.id())
        .containsExactlyInAnyOrderElementsOf(names(Arrays.stream(components)));
    assertThat(schema.required())
        .as("required in %s is what is not @Nullable in its record", schema.id())
        .containsExactlyInAnyOrderElementsOf(
            names(Arrays.stream(components).filter(component -> !isNullable(component))));
    assertThat(schema.properties())
        .as("each property of %s is in an example", schema.id())
        .allSatisfy(
            property -> assertThat(schema.examples()).anyMatch(example -> example.has(property)));
  }

  private static <E> void examplesAreRead(
      EventSchema schema, EventTypes<E> types, boolean writtenToday) {
    assertThat(schema.examples()).as("examples of %s", schema.id()).isNotEmpty();
    for (JsonNode example : schema.examples()) {
      assertThat(schema.errors(example)).as("example of %s by its schema", schema.id()).isEmpty();
      E event = types.read(schema.type(), schema.version(), example.toString());
      if (writtenToday) {
        assertThat(written(types, event))
            .as("example of %s, read and written again", schema.id())
            .isEqualTo(example);
      }
    }
  }

  private static <E> JsonNode written(EventTypes<E> types, E event) {
    String payload = types.write(ANY_ID, event, Instant.EPOCH).payload();
    try {
      return EventJson.mapper().readTree(payload);
    } catch (JsonProcessingException cause) {
      throw new IllegalStateException("An event was written as something else than JSON", cause);
    }
  }

  private static List<String> names(Stream<RecordComponent> components) {
    return components.map(EventChecks::propertyOf).toList();
  }

  /** A component called {@code void_} is the property {@code void}: see EventJson. */
  private static String propertyOf(RecordComponent component) {
    String name = component.getName();
    return name.endsWith("_") ? name.substring(0, name.length() - 1) : name;
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
