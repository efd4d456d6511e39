package uk.onevoice.service.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.io.Serial;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code record Label(String value)} from a text. Jackson's own way of doing so takes a text
 * as it is, without asking how texts are read here.
 */
final class BareValue extends StdDeserializer<Object> implements ContextualDeserializer {
  @Serial private static final long serialVersionUID = 1L;

  private final JavaType component;
  private final transient @Nullable JsonDeserializer<Object> reading;

  BareValue(Class<?> record, JavaType component) {
    this(record, component, null);
  }

  private BareValue(
      Class<?> record, JavaType component, @Nullable JsonDeserializer<Object> reading) {
    super(record);
    this.component = component;
    this.reading = reading;
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) throws JsonMappingException {
    return new BareValue(
        handledType(), component, context.findContextualValueDeserializer(component, property));
  }

  @Override
  public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (reading == null) {
      throw new IllegalStateException("Jackson makes a deserializer contextual before it reads.");
    }
    Object value = reading.deserialize(parser, context);
    try {
      Constructor<?> constructor = handledType().getDeclaredConstructor(component.getRawClass());
      constructor.setAccessible(true);
      return constructor.newInstance(value);
    } catch (InvocationTargetException refused) {
      throw context.instantiationException(handledType(), refused.getCause());
    } catch (ReflectiveOperationException cause) {
      throw new IllegalStateException(handledType() + " is no record of one value.", cause);
    }
  }
}
