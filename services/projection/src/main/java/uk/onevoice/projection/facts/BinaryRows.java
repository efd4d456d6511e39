package uk.onevoice.projection.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Rows as PostgreSQL keeps them, for {@code COPY … (FORMAT binary)}: nothing has to be read from
 * text. A row that does not fit the types of its columns makes PostgreSQL refuse all of them.
 */
final class BinaryRows {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };
  private static final int MANY = 1 << 16;
  private static final int NULL = -1;
  private static final int END = -1;
  private static final int TEXT = 25;
  private static final long FIRST_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
  private static final long FIRST_SECOND = FIRST_DAY * 86_400;
  private static final long MICROS = 1_000_000;

  private byte[] bytes = new byte[MANY];
  private int size;

  BinaryRows() {
    append(SIGNATURE);
    int32(0);
    int32(0);
  }

  void add(@Nullable Object[] cells) {
    int16(cells.length);
    for (Object cell : cells) {
      cell(cell);
    }
  }

  void writeTo(CopyIn copy) throws SQLException {
    int16(END);
    copy.writeToCopy(bytes, 0, size);
  }

  private void cell(@Nullable Object value) {
    switch (value) {
      case null -> int32(NULL);
      case String text -> sized(text.getBytes(UTF_8));
      case LocalDate day -> {
        int32(4);
        int32(days(day));
      }
      case Instant moment -> {
        int32(8);
        int64(micros(moment));
      }
      case Long number -> {
        int32(8);
        int64(number);
      }
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

  private static int days(LocalDate day) {
    if (day.equals(LocalDate.MAX)) {
      return Integer.MAX_VALUE;
    }
    return day.equals(LocalDate.MIN)
        ? Integer.MIN_VALUE
        : Math.toIntExact(day.toEpochDay() - FIRST_DAY);
  }

  private static long micros(Instant moment) {
    return moment.equals(Instant.MAX)
        ? Long.MAX_VALUE
        : Math.addExact(
            Math.multiplyExact(moment.getEpochSecond() - FIRST_SECOND, MICROS),
            moment.getNano() / 1_000);
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
