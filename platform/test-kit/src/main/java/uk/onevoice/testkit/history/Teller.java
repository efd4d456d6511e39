package uk.onevoice.testkit.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;

/** Says events one after another: the clock, ids, versions and positions of a history. */
final class Teller {
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  /** Between two events: so small that the fullest day of England ends before the next begins. */
  private static final Duration PACE = Duration.ofMillis(100);

  private static final List<String> LOGS =
      List.of("organisations", "mandates", "meetings", "relationships");

  /** A stream as far as it was told. */
  static final class Thread {
    private final int log;
    private final String name;
    private final String actor;
    private long version;

    private Thread(int log, String name, String actor) {
      this.log = log;
      this.name = name;
      this.actor = actor;
    }
  }

  final SplittableRandom random;
  private final Consumer<Told> listener;
  private final Map<String, Thread> lasting = new HashMap<>();
  private final long[] positions = new long[LOGS.size()];
  private Instant now;
  private LocalDate today;
  private long told;

  Teller(long seed, LocalDate start, Consumer<Told> listener) {
    this.random = new SplittableRandom(seed);
    this.listener = listener;
    this.today = start;
    this.now = start.atTime(MORNING).toInstant(ZoneOffset.UTC);
  }

  LocalDate today() {
    return today;
  }

  Instant now() {
    return now;
  }

  long told() {
    return told;
  }

  void begin(LocalDate day) {
    today = day;
    Instant morning = day.atTime(MORNING).toInstant(ZoneOffset.UTC);
    now = morning.isAfter(now) ? morning : now;
  }

  Thread organisations(String stream) {
    return new Thread(0, stream, "service:organisations");
  }

  /** One of the registry's that several go on with. */
  Thread lasting(String stream) {
    return lasting.computeIfAbsent(stream, this::organisations);
  }

  Thread mandates(String stream) {
    return new Thread(1, stream, "service:mandates");
  }

  Thread meetings(String stream) {
    return new Thread(2, stream, "service:meetings");
  }

  Thread relationships(String stream) {
    return new Thread(3, stream, "service:relationships");
  }

  void say(Thread stream, String type, Fields payload) {
    say(stream, type, 1, payload);
  }

  void say(Thread stream, String type, int schemaVersion, Fields payload) {
    now = now.plus(PACE);
    told++;
    listener.accept(
        new Told(
            LOGS.get(stream.log),
            stream.name,
            ++stream.version,
            ++positions[stream.log],
            id(),
            type,
            schemaVersion,
            payload.text(),
            now,
            stream.actor));
  }

  /** An id as the services give them: by time, then at random. */
  UUID id() {
    long high = (now.toEpochMilli() << 16) | 0x7000L | (random.nextLong() & 0xFFFL);
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /** Whether it happens this time. */
  boolean happens(double chance) {
    return random.nextDouble() < chance;
  }

  <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
