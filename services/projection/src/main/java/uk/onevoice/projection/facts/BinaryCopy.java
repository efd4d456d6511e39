package uk.onevoice.projection.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows for a table by {@code COPY … (FORMAT binary)}: PostgreSQL takes them as they are, without
 * planning a statement or reading text. A row has to fill the columns in their order and by their
 * types; where it does not, PostgreSQL refuses all of them.
 */
final class BinaryCopy {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };
  private static final int MANY = 1 << 16;
  private static final int TEXT = 25;
  private static final long FIRST_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
  private static final long FIRST_SECOND = FIRST_DAY * 86_400;
  private static final long MICROS = 1_000_000;

  private final String table;
  private final List<String> columns;
  private byte[] bytes = new byte[MANY];
  private int size;
  private long rows;

  BinaryCopy(String table, List<String> columns) {
    this.table = table;
    this.columns = columns;
    append(SIGNATURE);
    int32(0);
    int32(0);
  }

  /** Begins the next row. */
  void row() {
    rows++;
    int16(columns.size());
  }

  void text(@Nullable String value) {
    if (value == null) {
      int32(-1);
    } else {
      sized(value.getBytes(UTF_8));
    }
  }

  void day(@Nullable LocalDate value) {
    if (value == null) {
      int32(-1);
      return;
    }
    int32(4);
    if (value.equals(LocalDate.MAX)) {
      int32(Integer.MAX_VALUE);
    } else if (value.equals(LocalDate.MIN)) {
      int32(Integer.MIN_VALUE);
    } else {
      int32(Math.toIntExact(value.toEpochDay() - FIRST_DAY));
    }
  }

  /**
   * @param value in whole microseconds; null for one that never comes
   */
  void moment(@Nullable Instant value) {
    int32(8);
    int64(
        value == null
            ? Long.MAX_VALUE
            : Math.addExact(
                Math.multiplyExact(value.getEpochSecond() - FIRST_SECOND, MICROS),
                value.getNano() / 1_000));
  }

  /** A value of a fact, by its own type. */
  void value(@Nullable Object value) {
    switch (value) {
      case null -> int32(-1);
      case String text -> text(text);
      case LocalDate day -> day(day);
      case Long number -> number(number);
      case Integer number -> {
        int32(4);
        int32(number);
      }
      case Boolean flag -> {
        int32(1);
        room(1);
        bytes[size++] = (byte) (flag ? 1 : 0);
      }
      case List<?> texts -> texts(texts);
      default -> throw new IllegalArgumentException("No column type for " + value.getClass());
    }
  }

  void number(long value) {
    int32(8);
    int64(value);
  }

  private void texts(List<?> texts) {
    int length = size;
    int32(0);
    int32(texts.isEmpty() ? 0 : 1);
    int32(0);
    int32(TEXT);
    if (!texts.isEmpty()) {
      int32(texts.size());
      int32(1);
      texts.forEach(text -> sized(text.toString().getBytes(UTF_8)));
    }
    int end = size;
    size = length;
    int32(end - length - 4);
    size = end;
  }

  /** Hands over all rows, if there are any. */
  void write(Connection transaction) throws SQLException {
    if (rows == 0) {
      return;
    }
    int16(-1);
    CopyIn copy =
        transaction
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                "copy "
                    + table
                    + " ("
                    + String.join(", ", columns)
                    + ") from stdin (format binary)");
    try {
      copy.writeToCopy(bytes, 0, size);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private void sized(byte[] value) {
    int32(value.length);
    append(value);
  }

  private void append(byte[] value) {
    room(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
  }

  private void int16(int value) {
    room(2);
    bytes[size++] = (byte) (value >> 8);
    bytes[size++] = (byte) value;
  }

  private void int32(int value) {
    room(4);
    bytes[size++] = (byte) (value >> 24);
    bytes[size++] = (byte) (value >> 16);
    bytes[size++] = (byte) (value >> 8);
    bytes[size++] = (byte) value;
  }

  private void int64(long value) {
    int32((int) (value >> 32));
    int32((int) value);
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
