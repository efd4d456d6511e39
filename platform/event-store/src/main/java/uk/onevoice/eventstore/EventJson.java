package uk.onevoice.eventstore;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalTimeDeserializer;
import com.fasterxml.jackson.datatype.jsr310.ser.LocalTimeSerializer;
import java.io.Serial;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How events are written and read as JSON: what is null is absent, dates and instants are ISO 8601,
 * times of day go to the minute, a record with the single component {@code value} is its bare
 * value, a component named with a Java keyword and an underscore ({@code void_}) goes without the
 * underscore, and fields that the reader does not know are passed over, because publishers may add
 * optional ones. A field given twice is refused.
 */
public final class EventJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(timesOfDay())
          .annotationIntrospector(new BareValues())
          .propertyNamingStrategy(new UnderscoreForKeywords())
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private EventJson() {}

  /** Shared and never to be reconfigured. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /** For other mappers: a time of day goes to the minute, as {@code 14:00}. */
  public static Module timesOfDay() {
    var minutes = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    return new SimpleModule("onevoice-times-of-day")
        .addSerializer(LocalTime.class, new LocalTimeSerializer(minutes))
        .addDeserializer(LocalTime.class, new LocalTimeDeserializer(minutes));
  }

  /** For other mappers: a record with the single component {@code value} is its bare value. */
  public static AnnotationIntrospector bareValues() {
    return new BareValues();
  }

  static boolean isBareValue(Class<?> type) {
    return type.isRecord()
        && type.getRecordComponents().length == 1
        && type.getRecordComponents()[0].getName().equals("value");
  }

  private static final class UnderscoreForKeywords extends PropertyNamingStrategies.NamingBase {
    @Serial private static final long serialVersionUID = 1L;

    @Override
    public String translate(String name) {
      return name.endsWith("_") ? name.substring(0, name.length() - 1) : name;
    }
  }

  /** Treats {@code record MandateId(UUID value)} as if annotated @JsonValue and delegating. */
  private static final class BareValues extends JacksonAnnotationIntrospector {
    @Serial private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasAsValue(Annotated annotated) {
      return annotated instanceof AnnotatedMethod method
              && method.getParameterCount() == 0
              && method.getName().equals("value")
              && isBareValue(method.getDeclaringClass())
          ? Boolean.TRUE
          : super.hasAsValue(annotated);
    }

    @Override
    public JsonCreator.@Nullable Mode findCreatorAnnotation(
        MapperConfig<?> config, Annotated annotated) {
      return annotated instanceof AnnotatedConstructor constructor
              && constructor.getParameterCount() == 1
              && isBareValue(constructor.getDeclaringClass())
          ? JsonCreator.Mode.DELEGATING
          : super.findCreatorAnnotation(config, annotated);
    }
  }
}
