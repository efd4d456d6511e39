package uk.onevoice.service.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.io.Serial;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import uk.onevoice.service.problem.RefusedText;

/** A day as 2026-11-30, and in no other of the forms that Jackson takes. */
final class IsoDate extends StdScalarDeserializer<LocalDate> {
  @Serial private static final long serialVersionUID = 1L;
  private static final int LENGTH = "2026-11-30".length();
  // No day we are told of lies beyond, and every place where days are kept can keep these.
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2200, 12, 31);

  IsoDate() {
    super(LocalDate.class);
  }

  @Override
  public LocalDate deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
    }
    String text = parser.getText();
    if (text.length() == LENGTH) {
      try {
        LocalDate day = LocalDate.parse(text);
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
          throw new RefusedText(parser, "must be a day from " + EARLIEST + " to " + LATEST);
        }
        return day;
      } catch (DateTimeParseException noDate) {
        // Said below, as for any other text.
      }
    }
    return (LocalDate)
        context.handleWeirdStringValue(LocalDate.class, text, "not a day of the calendar");
  }
}
