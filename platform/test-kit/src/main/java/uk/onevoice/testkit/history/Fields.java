package uk.onevoice.testkit.history;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** A JSON object as it is written, field by field; tens of millions of them in a long history. */
final class Fields {
  private final StringBuilder json = new StringBuilder(160).append('{');

  static Fields of(String name, UUID value) {
    return new Fields().put(name, value);
  }

  static Fields of(String name, String value) {
    return new Fields().put(name, value);
  }

  Fields put(String name, UUID value) {
    return put(name, value.toString());
  }

  Fields put(String name, LocalDate value) {
    return put(name, value.toString());
  }

  Fields put(String name, String value) {
    quote(name(name), value);
    return this;
  }

  Fields put(String name, long value) {
    name(name).append(value);
    return this;
  }

  Fields put(String name, boolean value) {
    name(name).append(value);
    return this;
  }

  Fields put(String name, Fields value) {
    name(name).append(value.text());
    return this;
  }

  Fields texts(String name, List<String> values) {
    return list(name, values, value -> quote(new StringBuilder(), value));
  }

  Fields objects(String name, List<Fields> values) {
    return list(name, values, Fields::text);
  }

  String text() {
    return json + "}";
  }

  private <T> Fields list(String name, List<T> values, Function<T, CharSequence> written) {
    name(name).append('[');
    for (int i = 0; i < values.size(); i++) {
      json.append(i == 0 ? "" : ",").append(written.apply(values.get(i)));
    }
    json.append(']');
    return this;
  }

  private StringBuilder name(String name) {
    return json.append(json.length() == 1 ? "\"" : ",\"").append(name).append("\":");
  }

  private static StringBuilder quote(StringBuilder to, String value) {
    to.append('"');
    for (int i = 0; i < value.length(); i++) {
      char one = value.charAt(i);
      if (one == '"' || one == '\\') {
        to.append('\\');
      }
      to.append(one < ' ' ? ' ' : one);
    }
    return to.append('"');
  }
}
