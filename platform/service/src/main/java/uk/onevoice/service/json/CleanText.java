package uk.onevoice.service.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.io.Serial;
import java.text.Normalizer;
import uk.onevoice.service.problem.RefusedText;

/**
 * Text as it may be stored: NFC, whole characters, none that is invisible and changes how others
 * are read.
 */
final class CleanText extends StdScalarDeserializer<String> {
  @Serial private static final long serialVersionUID = 1L;

  CleanText() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (String) context.handleUnexpectedToken(String.class, parser);
    }
    String text = parser.getText();
    if (!Text.isClean(text)) {
      throw new RefusedText(parser, "must not hold control characters");
    }
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
