package uk.onevoice.service.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.io.Serial;
import uk.onevoice.service.problem.RefusedText;

/** A number that a double can hold: 1e400 would become infinity. */
final class FiniteNumber extends StdScalarDeserializer<Double> {
  @Serial private static final long serialVersionUID = 1L;

  static final FiniteNumber BOXED = new FiniteNumber(Double.class);
  static final FiniteNumber PRIMITIVE = new FiniteNumber(double.class);

  private FiniteNumber(Class<Double> type) {
    super(type);
  }

  @Override
  public Double deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)
        && !parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
      return (Double) context.handleUnexpectedToken(handledType(), parser);
    }
    double number = parser.getDoubleValue();
    if (!Double.isFinite(number)) {
      throw new RefusedText(parser, "is too large");
    }
    return number;
  }
}
