package uk.onevoice.projection.facts;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a record of {@link FactValue} lies in its table; by the type of each component. */
final class Columns<V extends FactValue> {
  private final List<RecordComponent> components;
  private final Constructor<V> constructor;

  Columns(Class<V> type) {
    components = List.of(type.getRecordComponents());
    try {
      constructor =
          type.getDeclaredConstructor(
              components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type + " is no record", e);
    }
    constructor.setAccessible(true);
    components.forEach(component -> component.getAccessor().setAccessible(true));
  }

  List<String> names() {
    return components.stream().map(component -> snake(component.getName())).toList();
  }

  /** Writes a record's components as the next columns of a row. */
  void write(V value, BinaryCopy row) {
    for (RecordComponent component : components) {
      row.value(invoke(component, value));
    }
  }

  /** The record of the current row, whose first value column has this index. */
  V read(ResultSet row, int first) throws SQLException {
    @Nullable Object[] values = new Object[components.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = read(row, first + i, components.get(i).getType());
    }
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A row does not fit " + constructor, e);
    }
  }

  static String text(LocalDate day) {
    return day.equals(LocalDate.MAX)
        ? "infinity"
        : day.equals(LocalDate.MIN) ? "-infinity" : day.toString();
  }

  private static @Nullable Object read(ResultSet row, int index, Class<?> type)
      throws SQLException {
    if (type == List.class) {
      return Arrays.stream((Object[]) row.getArray(index).getArray())
          .map(String.class::cast)
          .toList();
    }
    if (type == long.class) {
      return row.getLong(index);
    }
    if (type == int.class) {
      return row.getInt(index);
    }
    if (type == boolean.class) {
      return row.getBoolean(index);
    }
    return row.getObject(index, type);
  }

  private static String snake(String camel) {
    return camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static @Nullable Object invoke(RecordComponent component, Object value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + component, e);
    }
  }
}
