package uk.onevoice.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each event schema by itself: well-formed, closed, named for its file, with valid examples. */
class SchemasTest {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  @TestFactory
  Stream<DynamicTest> each_schema() {
    return EventSchema.all().stream()
        .map(schema -> dynamicTest(schema.id(), () -> isWellFormed(schema)));
  }

  private static void isWellFormed(EventSchema schema) {
    JsonNode tree = schema.tree();
    assertThat(byTheMetaSchema(tree)).isEmpty();
    assertThat(tree.path("$schema").asText()).isEqualTo(DIALECT);
    assertThat(tree.path("title").asText()).isEqualTo(schema.type());
    assertThat(tree.path("description").asText()).as("description").isNotBlank();
    assertThat(tree.path("type").asText()).isEqualTo("object");
    assertThat(tree.path("additionalProperties").isBoolean()).isTrue();
    assertThat(tree.path("additionalProperties").asBoolean()).as("open").isFalse();
    // Of some events the name says everything.
    assertThat(tree.path("properties").isObject()).as("properties").isTrue();
    assertThat(schema.properties()).containsAll(schema.required());
    assertThat(schema.examples())
        .isNotEmpty()
        .allSatisfy(example -> assertThat(schema.errors(example)).isEmpty());
  }

  private static List<?> byTheMetaSchema(JsonNode tree) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(SchemaLocation.of(DIALECT))
        .validate(tree.toString(), InputFormat.JSON);
  }
}
