package uk.onevoice.service.json;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import java.io.Serial;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** Finds the records that are read from their bare value. */
final class BareValueDeserializers extends SimpleDeserializers {
  @Serial private static final long serialVersionUID = 1L;

  @Override
  public @Nullable JsonDeserializer<?> findBeanDeserializer(
      JavaType type, DeserializationConfig config, BeanDescription bean)
      throws JsonMappingException {
    if (type.isRecordType()) {
      RecordComponent[] components = type.getRawClass().getRecordComponents();
      if (components.length == 1 && components[0].getName().equals("value")) {
        return new BareValue(
            type.getRawClass(),
            config.getTypeFactory().constructType(components[0].getGenericType()));
      }
    }
    return super.findBeanDeserializer(type, config, bean);
  }
}
