package uk.onevoice.service.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import uk.onevoice.eventstore.EventJson;

/**
 * Bodies are read strictly: no unknown field, no field twice, nothing after the end, no text for a
 * number or a number for a text; bounded in depth and size. Text is NFC without control characters.
 * A record's component is required unless it is {@code @Nullable}. A record with the single
 * component {@code value} is its bare value, as in events.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {
  private static final StreamReadConstraints BOUNDS =
      StreamReadConstraints.builder()
          .maxNestingDepth(20)
          .maxStringLength(20_000)
          .maxNameLength(100)
          .maxNumberLength(40)
          .build();

  @Override
  public int priority() {
    return MINIMUM_PRIORITY;
  }

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.getFactory().setStreamReadConstraints(BOUNDS);
    mapper.getFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    mapper
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
    refuseCoercions(mapper);
    mapper.setAnnotationIntrospector(
        AnnotationIntrospector.pair(
            AnnotationIntrospector.pair(new RequiredComponents(), EventJson.bareValues()),
            mapper.getDeserializationConfig().getAnnotationIntrospector()));
    var deserializers = new BareValueDeserializers();
    deserializers.addDeserializer(String.class, new CleanText());
    deserializers.addDeserializer(LocalDate.class, new IsoDate());
    deserializers.addDeserializer(Double.class, FiniteNumber.BOXED);
    deserializers.addDeserializer(double.class, FiniteNumber.PRIMITIVE);
    var edge = new SimpleModule("onevoice-edge");
    edge.setDeserializers(deserializers);
    mapper.registerModule(edge);
    mapper.registerModule(EventJson.timesOfDay());
  }

  private static void refuseCoercions(ObjectMapper mapper) {
    for (LogicalType type :
        new LogicalType[] {LogicalType.Integer, LogicalType.Float, LogicalType.Boolean}) {
      mapper
          .coercionConfigFor(type)
          .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
          .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    }
    mapper
        .coercionConfigFor(LogicalType.Boolean)
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
    mapper
        .coercionConfigFor(LogicalType.DateTime)
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    mapper
        .coercionConfigFor(LogicalType.Enum)
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    mapper
        .coercionConfigFor(LogicalType.Collection)
        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
  }
}
