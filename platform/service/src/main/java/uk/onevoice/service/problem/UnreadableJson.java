package uk.onevoice.service.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Says which field cannot be read and what is wanted there, without class names or values. */
public final class UnreadableJson {
  private UnreadableJson() {}

  public static Problem problem(JsonProcessingException unreadable) {
    if (unreadable.getCause() instanceof InputCoercionException
        && unreadable instanceof JsonMappingException mapping) {
      return StandardProblems.ofStatus(400).at(pointer(mapping), "is too large a number");
    }
    if (unreadable.getCause() instanceof JsonProcessingException inner) {
      return problem(inner);
    }
    if (unreadable instanceof JsonMappingException mapping) {
      return StandardProblems.ofStatus(400).at(pointer(mapping), message(mapping));
    }
    return StandardProblems.malformedJson().detail(detail(unreadable));
  }

  private static String detail(JsonProcessingException unreadable) {
    if (unreadable instanceof StreamConstraintsException) {
      return "It is nested too deeply, or one of its parts is too long.";
    }
    String what =
        unreadable.getOriginalMessage().startsWith("Duplicate field")
            ? "A field is given twice"
            : "It breaks off or is not JSON";
    var location = unreadable.getLocation();
    return location == null
        ? what + "."
        : what + ", line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
  }

  private static String message(JsonMappingException unreadable) {
    return switch (unreadable) {
      case UnrecognizedPropertyException _ -> "is not known here";
      case InvalidNullException _ -> "is required";
      case InvalidFormatException format -> "must be " + wanted(format.getTargetType());
      case ValueInstantiationException value
          when value.getCause() instanceof IllegalArgumentException rule
              && rule.getMessage() != null ->
          rule.getMessage();
      case RefusedText text -> text.getOriginalMessage();
      case MismatchedInputException mismatch
          when mismatch.getOriginalMessage().startsWith("Missing required creator property") ->
          "is required";
      case MismatchedInputException mismatch -> "must be " + wanted(mismatch.getTargetType());
      default -> "cannot be read";
    };
  }

  private static String wanted(Class<?> type) {
    if (type == null) {
      return "of another form";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> ((Enum<?>) constant).name())
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    return switch (type.getSimpleName()) {
      case "LocalDate" -> "a date as 2026-11-30";
      case "Instant" -> "an instant as 2026-11-30T09:00:00Z";
      case "YearMonth" -> "a month as 2026-11";
      case "UUID" -> "a UUID";
      case "String" -> "text";
      case "boolean", "Boolean" -> "true or false";
      case "int", "Integer", "long", "Long" -> "a whole number";
      case "double", "Double", "BigDecimal" -> "a number";
      case "List", "Set", "Collection", "ArrayList" -> "a list";
      default -> "of another form";
    };
  }

  private static String pointer(JsonMappingException unreadable) {
    String path =
        unreadable.getPath().stream()
            .map(step ->
                step.getFieldName() == null
                    ? Integer.toString(step.getIndex())
                    : step.getFieldName().replace("~", "~0").replace("/", "~1"))
            .map(step -> "/" + step)
            .collect(Collectors.joining());
    return path.length() > 200 ? path.substring(0, 200) : path;
  }
}
