package uk.onevoice.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.eventstore.EventTypes;

/** Each way in which a record and its schema can come apart is noticed. */
class EventChecksTest {
  sealed interface LampEvent {}

  record LampId(String value) {}

  enum Colour {
    RED,
    WHITE
  }

  record LampLit(LampId lamp, LocalDate on, Colour colour, @Nullable String reason)
      implements LampEvent {}

  private static final EventTypes<LampEvent> TYPES = EventTypes.of(LampEvent.class);

  private static final String LAMP = "\"lamp\":{\"type\":\"string\"}";
  private static final String ON = "\"on\":{\"type\":\"string\",\"format\":\"date\"}";
  private static final String COLOUR = "\"colour\":{\"enum\":[\"RED\",\"WHITE\"]}";
  private static final String REASON = "\"reason\":{\"type\":\"string\"}";
  private static final String ALL = String.join(",", LAMP, ON, COLOUR, REASON);
  private static final String REQUIRED = "\"lamp\",\"on\",\"colour\"";
  private static final String EXAMPLE =
      "{\"lamp\":\"a\",\"on\":\"2026-11-23\",\"colour\":\"RED\",\"reason\":\"dusk\"}";

  @Test
  void a_schema_that_describes_its_record_passes() {
    assertThat(failures(schema(1, ALL, REQUIRED, EXAMPLE))).isEmpty();
  }

  @Test
  void a_property_the_record_does_not_have_fails() {
    assertThat(failures(schema(1, ALL + ",\"more\":{}", REQUIRED, EXAMPLE)))
        .singleElement()
        .asString()
        .contains("properties of lamps/LampLit-v1");
  }

  @Test
  void a_component_the_schema_does_not_have_fails() {
    assertThat(failures(schema(1, String.join(",", LAMP, ON, COLOUR), REQUIRED, EXAMPLE)))
        .singleElement()
        .asString()
        .contains("properties of lamps/LampLit-v1");
  }

  @Test
  void requiring_what_may_be_absent_fails() {
    assertThat(failures(schema(1, ALL, REQUIRED + ",\"reason\"", EXAMPLE)))
        .singleElement()
        .asString()
        .contains("required in lamps/LampLit-v1");
  }

  @Test
  void an_example_that_the_schema_refuses_fails() {
    assertThat(failures(schema(1, ALL, REQUIRED, EXAMPLE.replace("2026-11-23", "tomorrow"))))
        .singleElement()
        .asString()
        .contains("by its schema");
  }

  @Test
  void an_example_that_leaves_out_a_property_fails() {
    assertThat(failures(schema(1, ALL, REQUIRED, EXAMPLE.replace(",\"reason\":\"dusk\"", ""))))
        .singleElement()
        .asString()
        .contains("is in an example");
  }

  @Test
  void an_example_that_is_written_otherwise_fails() {
    assertThat(
            failures(
                schema(
                    1,
                    ALL.replace(",\"format\":\"date\"", ""),
                    REQUIRED,
                    EXAMPLE.replace("2026-11-23", "2026-11-23T10:00:00"))))
        .singleElement()
        .asString()
        .contains("read and written again");
  }

  @Test
  void a_record_without_schema_and_a_schema_without_record_fail() {
    assertThat(failures()).singleElement().asString().contains("versions of LampLit");
    assertThat(
            failures(
                schema(1, ALL, REQUIRED, EXAMPLE),
                new EventSchema("lamps", "LampSold", 1, Path.of("x"), tree("{}"))))
        .singleElement()
        .asString()
        .contains("lamps/LampSold-v1");
  }

  @Test
  void an_earlier_version_is_read_through_its_upcaster() {
    EventTypes<LampEvent> upcasting =
        EventTypes.of(LampEvent.class)
            .upcast(LampLit.class, 1, event -> event.deepCopy().put("colour", "WHITE"));
    EventSchema before =
        schema(
            1,
            String.join(",", LAMP, ON),
            "\"lamp\",\"on\"",
            "{\"lamp\":\"a\",\"on\":\"2026-11-23\"}");
    assertThat(failures(upcasting, before, schema(2, ALL, REQUIRED, EXAMPLE))).isEmpty();
    assertThat(failures(upcasting, schema(2, ALL, REQUIRED, EXAMPLE)))
        .singleElement()
        .asString()
        .contains("versions of LampLit");
  }

  @Test
  void a_file_that_is_not_called_as_schemas_are_fails() {
    assertThatCode(() -> EventSchema.of(Path.of("lamps/lamp-lit.json")))
        .hasMessageContaining("lamp-lit.json");
  }

  private static EventSchema schema(
      int version, String properties, String required, String example) {
    return new EventSchema(
        "lamps",
        "LampLit",
        version,
        Path.of("LampLit-v" + version + ".json"),
        tree(
            "{\"type\":\"object\",\"properties\":{%s},\"required\":[%s],\"examples\":[%s]}"
                .formatted(properties, required, example)));
  }

  private static JsonNode tree(String json) {
    try {
      return JsonMapper.builder().build().readTree(json);
    } catch (IOException cause) {
      throw new IllegalArgumentException(cause);
    }
  }

  private static List<String> failures(EventSchema... schemas) {
    return failures(TYPES, schemas);
  }

  private static List<String> failures(EventTypes<LampEvent> types, EventSchema... schemas) {
    List<String> failures = new ArrayList<>();
    Stream.of(EventChecks.of("lamps", List.of(schemas), types).toList())
        .flatMap(List::stream)
        .forEach(test -> {
          try {
            test.getExecutable().execute();
          } catch (Throwable failure) {
            failures.add(failure.toString());
          }
        });
    return failures;
  }
}
