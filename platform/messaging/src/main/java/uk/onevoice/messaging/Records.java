package uk.onevoice.messaging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads Kafka records as events: CloudEvents 1.0 in binary mode, the stream as key. */
public final class Records {
  /** Longer than any stream's name, and short enough for the indexes over parked streams. */
  private static final int LONGEST_KEY = 255;

  private static final char REPLACEMENT = '\uFFFD';

  private Records() {}

  /**
   * The event in a record.
   *
   * @param log the log that the record's topic belongs to
   * @throws Unreadable when it has no key or one that no stream has, when a header that is needed
   *     is missing or malformed, or when its value is not text
   */
  public static HeardEvent read(String log, ConsumerRecord<byte[], byte[]> record)
      throws Unreadable {
    return read(log, record, true);
  }

  /**
   * The same of a topic that holds a selection: its version is 0, and nobody is said to have acted.
   */
  static HeardEvent selected(String log, ConsumerRecord<byte[], byte[]> record) throws Unreadable {
    return read(log, record, false);
  }

  private static HeardEvent read(String log, ConsumerRecord<byte[], byte[]> record, boolean whole)
      throws Unreadable {
    if (record.key() == null || record.key().length == 0) {
      throw new Unreadable("it has no key");
    }
    if (record.key().length > LONGEST_KEY) {
      throw new Unreadable("its key is longer than a stream's name can be");
    }
    if (record.value() == null) {
      throw new Unreadable("it has no value");
    }
    return new HeardEvent(
        log,
        record.partition(),
        record.offset(),
        text("key", record.key()),
        whole ? number(record, "ce_streamversion") : 0,
        number(record, "ce_logposition"),
        id("ce_id", required(record, "ce_id")),
        required(record, "ce_type"),
        schemaVersion(required(record, "ce_dataschema")),
        text("value", record.value()),
        instant(record, "ce_time"),
        instant(record, "ce_recordedtime"),
        whole ? required(record, "ce_actor") : "",
        header(record, "ce_actingfor").orElse(null),
        correlation(record));
  }

  static int epoch(ConsumerRecord<byte[], byte[]> record) throws Unreadable {
    long epoch = number(record, "ce_logepoch");
    if (epoch > Integer.MAX_VALUE) {
      throw new Unreadable("ce_logepoch is too large");
    }
    return (int) epoch;
  }

  /** The topic that was meant, where the publisher says so. */
  static Optional<String> topicId(ConsumerRecord<byte[], byte[]> record) throws Unreadable {
    return header(record, "ce_logtopic");
  }

  private static @Nullable UUID correlation(ConsumerRecord<byte[], byte[]> record)
      throws Unreadable {
    Optional<String> header = header(record, "ce_correlationid");
    return header.isEmpty() ? null : id("ce_correlationid", header.get());
  }

  /** From /contracts/events/mandates/ConsentGranted-v1.json. */
  private static int schemaVersion(String schema) throws Unreadable {
    int from = schema.lastIndexOf("-v");
    int to = schema.lastIndexOf(".json");
    try {
      if (from >= 0 && to > from) {
        int version = Integer.parseInt(schema.substring(from + 2, to));
        if (version > 0) {
          return version;
        }
      }
    } catch (NumberFormatException malformed) {
      throw new Unreadable("ce_dataschema does not end in a version");
    }
    throw new Unreadable("ce_dataschema does not end in a version");
  }

  private static long number(ConsumerRecord<byte[], byte[]> record, String name) throws Unreadable {
    try {
      long number = Long.parseLong(required(record, name));
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException malformed) {
      throw new Unreadable(name + " is not a number");
    }
    throw new Unreadable(name + " is not above 0");
  }

  private static Instant instant(ConsumerRecord<byte[], byte[]> record, String name)
      throws Unreadable {
    String text = required(record, name);
    try {
      Instant usual = Instants.usual(text);
      return usual == null ? Instant.parse(text) : usual;
    } catch (DateTimeParseException malformed) {
      throw new Unreadable(name + " is not an instant");
    }
  }

  private static UUID id(String name, String text) throws Unreadable {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException malformed) {
      throw new Unreadable(name + " is not a UUID");
    }
  }

  private static String required(ConsumerRecord<byte[], byte[]> record, String name)
      throws Unreadable {
    Optional<String> header = header(record, name);
    if (header.isEmpty()) {
      throw new Unreadable(name + " is missing");
    }
    return header.get();
  }

  private static Optional<String> header(ConsumerRecord<byte[], byte[]> record, String name)
      throws Unreadable {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? Optional.empty()
        : Optional.of(text(name, header.value()));
  }

  private static String text(String name, byte[] bytes) throws Unreadable {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0) {
      mustBeText(name, bytes);
    }
    if (text.indexOf('\0') >= 0) {
      throw new Unreadable(name + " holds a NUL character");
    }
    return text;
  }

  /** What cannot be decoded is replaced; but somebody may have written that character too. */
  private static void mustBeText(String name, byte[] bytes) throws Unreadable {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException malformed) {
      throw new Unreadable(name + " is not UTF-8");
    }
  }
}
