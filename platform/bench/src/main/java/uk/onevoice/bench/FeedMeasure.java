package uk.onevoice.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * F1 and F2: how fast events get out of the feed, to one reader who reads all of the log, and to
 * 1,000 who wait while it grows, each event being for ten of them; against the same rows read from
 * the database with nothing around it, in the same portions and by the same filter.
 */
final class FeedMeasure implements Measure {
  private static final int LOG = 50_000;
  private static final int BATCH = 1_000;
  private static final int READERS = 1_000;
  private static final int PLACES = 100;
  private static final int OF_EACH = 20;
  private static final int CONNECTIONS = 4;
  private static final String PLACE = "benched-";

  /** Of the fields that a reader is told: what an event costs at the least. */
  private static final String SELECT =
      """
      select position, id, recorded_at, type, subject, "time", dataref, place, topic, ics
      from feed_event where position > ? and (? or place = ?) order by position limit 1000\
      """;

  @Override
  public Set<String> numbers() {
    return Set.of("F1", "F2");
  }

  @Override
  public List<Verdict> measure(Ground ground) throws Exception {
    try (var stack = new OwnStack();
        var feed = new BenchedFeed(stack)) {
      feed.add(LOG, PLACES, PLACE);
      return List.of(one(feed), many(feed));
    }
  }

  private static Verdict one(BenchedFeed feed) throws Exception {
    Pairs.Compared compared = Pairs.compare(() -> overHttp(feed), () -> rows(feed));
    return new Verdict(
        "F1",
        "events out to one reader: " + compared.subject(),
        "rows read: %s; ratio %.2f, goal 0.2".formatted(compared.reference(), compared.ratio()),
        compared.ratio() >= 0.2);
  }

  private static Rate overHttp(BenchedFeed feed) throws IOException, InterruptedException {
    Duration cpu = Cpu.used();
    long began = System.nanoTime();
    long events = 0;
    String address = "/v1/feed/events?limit=" + BATCH;
    while (true) {
      HttpResponse<String> batch = feed.get(address);
      int told = BenchedFeed.events(batch);
      events += told;
      if (told < BATCH) {
        return rate(events, began, cpu);
      }
      address = BenchedFeed.next(batch);
    }
  }

  private static Rate rows(BenchedFeed feed) throws SQLException {
    try (Connection connection = feed.connect()) {
      Duration cpu = Cpu.used();
      long began = System.nanoTime();
      return rate(read(connection, 0, null), began, cpu);
    }
  }

  /**
   * Reads row by row, in portions.
   *
   * @param place null for all
   */
  private static long read(Connection connection, long after, @Nullable String place)
      throws SQLException {
    long rows = 0;
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      long position = after;
      select.setBoolean(2, place == null);
      select.setString(3, place);
      while (true) {
        int portion = 0;
        select.setLong(1, position);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            position = row.getLong(1);
            for (int column = 2; column <= 10; column++) {
              row.getObject(column);
            }
            portion++;
          }
        }
        rows += portion;
        if (portion < BATCH) {
          return rows;
        }
      }
    }
  }

  private static Verdict many(BenchedFeed feed) throws Exception {
    String[] next = new String[READERS];
    for (int reader = 0; reader < READERS; reader++) {
      String start = "/v1/feed/events?limit=%d&wait=20&place=%s".formatted(BATCH, place(reader));
      next[reader] = atTheEnd(feed, start);
    }
    long[] before = {feed.head()};
    Pairs.Compared compared =
        Pairs.compare(
            () -> {
              before[0] = feed.head();
              return waiting(feed, next);
            },
            () -> filtered(feed, before[0]));
    return new Verdict(
        "F2",
        "events out to 1,000 readers who wait, each to ten: " + compared.subject(),
        "rows read by the same filters: %s; ratio %.2f, goal 0.1"
            .formatted(compared.reference(), compared.ratio()),
        compared.ratio() >= 0.1);
  }

  private static String place(int reader) {
    return PLACE + reader % PLACES;
  }

  private static String atTheEnd(BenchedFeed feed, String start)
      throws IOException, InterruptedException {
    String address = start.replace("wait=20", "wait=0");
    while (true) {
      HttpResponse<String> batch = feed.get(address);
      address = BenchedFeed.next(batch);
      if (BenchedFeed.events(batch) == 0) {
        return address;
      }
    }
  }

  private static Rate waiting(BenchedFeed feed, String[] next) throws Exception {
    Duration cpu = Cpu.used();
    long began = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> readers = new ArrayList<>();
      for (int reader = 0; reader < READERS; reader++) {
        int number = reader;
        readers.add(threads.submit((Callable<Void>) () -> hear(feed, next, number)));
      }
      for (int part = 0; part < OF_EACH; part++) {
        feed.add(PLACES, PLACES, PLACE);
      }
      for (Future<?> reader : readers) {
        reader.get();
      }
    }
    return rate((long) READERS * OF_EACH, began, cpu);
  }

  private static Void hear(BenchedFeed feed, String[] next, int reader)
      throws IOException, InterruptedException {
    int heard = 0;
    while (heard < OF_EACH) {
      HttpResponse<String> batch = feed.get(waitingFor(next[reader]));
      heard += BenchedFeed.events(batch);
      next[reader] = BenchedFeed.next(batch);
    }
    return null;
  }

  private static String waitingFor(String address) {
    return address.contains("wait=") ? address.replace("wait=0", "wait=20") : address + "&wait=20";
  }

  private static Rate filtered(BenchedFeed feed, long after) throws Exception {
    Duration cpu = Cpu.used();
    long began = System.nanoTime();
    long rows = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      List<Future<Long>> parts = new ArrayList<>();
      for (int part = 0; part < CONNECTIONS; part++) {
        int first = part;
        parts.add(
            threads.submit(() -> {
              long read = 0;
              try (Connection connection = feed.connect()) {
                for (int reader = first; reader < READERS; reader += CONNECTIONS) {
                  read += read(connection, after, place(reader));
                }
              }
              return read;
            }));
      }
      for (Future<Long> part : parts) {
        rows += part.get();
      }
    }
    return rate(rows, began, cpu);
  }

  private static Rate rate(long things, long began, Duration cpu) {
    return new Rate(things * 1e9 / (System.nanoTime() - began), Cpu.microsSince(cpu, things));
  }
}
