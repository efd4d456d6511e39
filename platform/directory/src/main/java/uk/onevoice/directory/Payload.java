package uk.onevoice.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.messaging.Unappliable;

/** Reads the fields the directory needs, and says which one does not fit. */
final class Payload {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HeardEvent event;
  private final JsonNode fields;

  Payload(HeardEvent event) {
    this.event = event;
    try {
      this.fields = JSON.readTree(event.payload());
    } catch (JsonProcessingException cause) {
      throw new Unappliable(event, "payload is not JSON");
    }
    if (!fields.isObject()) {
      throw new Unappliable(event, "payload is not an object");
    }
  }

  String text(String field) {
    return required(field, optionalText(field));
  }

  @Nullable String optionalText(String field) {
    JsonNode value = fields.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw new Unappliable(event, field + " is not text");
    }
    return value.textValue();
  }

  boolean flag(String field) {
    return fields.path(field).asBoolean(false);
  }

  UUID uuid(String field) {
    return required(field, parsed(field, UUID::fromString));
  }

  @Nullable UUID optionalUuid(String field) {
    return parsed(field, UUID::fromString);
  }

  String identityHash(String field) {
    return required(field, parsed(field, IdentityHash::new)).value();
  }

  LocalDate date(String field) {
    return required(field, optionalDate(field));
  }

  @Nullable LocalDate optionalDate(String field) {
    return parsed(field, LocalDate::parse);
  }

  /** The name of one of the constants, so that an unknown one is found before it is stored. */
  <T extends Enum<T>> String name(String field, Class<T> constants) {
    return required(field, parsed(field, text -> Enum.valueOf(constants, text))).name();
  }

  /** Names of constants, separated by commas. */
  <T extends Enum<T>> String names(String field, Class<T> constants) {
    var names = new StringBuilder();
    for (JsonNode element : fields.path(field)) {
      try {
        names.append(names.isEmpty() ? "" : ",");
        names.append(Enum.valueOf(constants, element.asText()).name());
      } catch (IllegalArgumentException unknown) {
        throw new Unappliable(event, field + " holds an unknown value");
      }
    }
    return names.toString();
  }

  int number(String field) {
    JsonNode value = fields.path(field);
    if (!value.isInt()) {
      throw new Unappliable(event, field + " is not a number");
    }
    return value.intValue();
  }

  /** Codes or ids, separated by commas. */
  String texts(String field) {
    var texts = new StringJoiner(",");
    for (JsonNode element : fields.path(field)) {
      if (!element.isTextual() || element.textValue().indexOf(',') >= 0) {
        throw new Unappliable(event, field + " is not a list of codes");
      }
      texts.add(element.textValue());
    }
    return texts.toString();
  }

  /** Ids, separated by commas. */
  String uuids(String field) {
    var ids = new StringJoiner(",");
    for (JsonNode element : fields.path(field)) {
      try {
        ids.add(UUID.fromString(element.asText()).toString());
      } catch (IllegalArgumentException unreadable) {
        throw new Unappliable(event, field + " cannot be read");
      }
    }
    return ids.toString();
  }

  /** Rules for seats, separated by commas. */
  String seatRules(String field) {
    var rules = new StringJoiner(",");
    for (JsonNode element : fields.path(field)) {
      var role = element.path("role");
      try {
        rules.add(
            new SeatRule(
                    Seat.Per.valueOf(element.path("per").asText()),
                    role.isMissingNode() ? null : Role.valueOf(role.asText()),
                    Seat.FilledBy.valueOf(element.path("filledBy").asText()),
                    element.path("seats").asInt())
                .toString());
      } catch (IllegalArgumentException unknown) {
        throw new Unappliable(event, field + " holds an unknown value");
      }
    }
    return rules.toString();
  }

  private <T> @Nullable T parsed(String field, Function<String, T> parsing) {
    String text = optionalText(field);
    if (text == null) {
      return null;
    }
    try {
      return parsing.apply(text);
    } catch (IllegalArgumentException | DateTimeParseException unreadable) {
      throw new Unappliable(event, field + " cannot be read");
    }
  }

  private <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw new Unappliable(event, field + " is missing");
    }
    return value;
  }
}
