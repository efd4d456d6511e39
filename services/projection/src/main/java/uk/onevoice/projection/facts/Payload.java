package uk.onevoice.projection.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.messaging.Unappliable;

/** Reads the fields that facts need, and says which one does not fit. */
final class Payload {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HeardEvent event;
  private final JsonNode fields;

  private Payload(HeardEvent event, JsonNode fields) {
    this.event = event;
    this.fields = fields;
  }

  Payload(HeardEvent event) {
    this.event = event;
    try {
      this.fields = JSON.readTree(event.payload());
    } catch (JsonProcessingException notJson) {
      throw new Unappliable(event, "payload is not JSON");
    }
    if (!fields.isObject()) {
      throw new Unappliable(event, "payload is not an object");
    }
  }

  HeardEvent event() {
    return event;
  }

  /** The day on which it happened, for events that carry no date of their own. */
  LocalDate day() {
    return event.occurredAt().atZone(LONDON).toLocalDate();
  }

  String text(String field) {
    return required(field, optionalText(field));
  }

  @Nullable String optionalText(String field) {
    JsonNode value = fields.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual() || value.textValue().indexOf('\0') >= 0) {
      throw new Unappliable(event, field + " is not text");
    }
    return value.textValue();
  }

  /** A part that has fields of its own; null where it is missing. */
  @Nullable Payload optionalPart(String field) {
    JsonNode part = fields.path(field);
    return part.isObject() ? new Payload(event, part) : null;
  }

  Payload part(String field) {
    return required(field, optionalPart(field));
  }

  /** A list of parts with fields of their own. */
  List<Payload> parts(String field) {
    List<Payload> parts = new ArrayList<>();
    for (JsonNode element : fields.path(field)) {
      if (!element.isObject()) {
        throw new Unappliable(event, field + " is not a list of objects");
      }
      parts.add(new Payload(event, element));
    }
    return List.copyOf(parts);
  }

  List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : fields.path(field)) {
      if (!element.isTextual()) {
        throw new Unappliable(event, field + " is not a list of texts");
      }
      texts.add(element.textValue());
    }
    return List.copyOf(texts);
  }

  /** The elements of a list of objects, each as the texts of these fields. */
  List<List<String>> rows(String field, String... columns) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode element : fields.path(field)) {
      List<String> row = new ArrayList<>();
      for (String column : columns) {
        if (!element.path(column).isTextual()) {
          throw new Unappliable(event, field + " has no " + column);
        }
        row.add(element.path(column).textValue());
      }
      rows.add(row);
    }
    return rows;
  }

  boolean flag(String field) {
    return fields.path(field).asBoolean(false);
  }

  @Nullable Long optionalNumber(String field) {
    return fields.path(field).isMissingNode() ? null : (Long) number(field);
  }

  long number(String field) {
    JsonNode value = fields.path(field);
    if (!value.canConvertToLong() || !value.isIntegralNumber()) {
      throw new Unappliable(event, field + " is not a whole number");
    }
    return value.longValue();
  }

  /** A number with or without decimals, as it is written. */
  String decimal(String field) {
    JsonNode value = fields.path(field);
    if (!value.isNumber()) {
      throw new Unappliable(event, field + " is not a number");
    }
    return value.decimalValue().toPlainString();
  }

  LocalDate date(String field) {
    return required(field, optionalDate(field));
  }

  @Nullable LocalDate optionalDate(String field) {
    String text = optionalText(field);
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException unreadable) {
      throw new Unappliable(event, field + " is not a date");
    }
  }

  LocalDate firstOfMonth(String field) {
    try {
      return LocalDate.parse(text(field) + "-01");
    } catch (DateTimeParseException unreadable) {
      throw new Unappliable(event, field + " is not a month");
    }
  }

  private <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw new Unappliable(event, field + " is missing");
    }
    return value;
  }
}
