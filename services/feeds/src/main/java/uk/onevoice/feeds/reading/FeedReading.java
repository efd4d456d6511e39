package uk.onevoice.feeds.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.onevoice.feeds.FeedSettings;
import uk.onevoice.feeds.log.Arrivals;
import uk.onevoice.feeds.log.FeedEvent;
import uk.onevoice.feeds.log.FeedLog;
import uk.onevoice.feeds.log.Filter;
import uk.onevoice.feeds.readers.Reader;
import uk.onevoice.feeds.readers.Readers;
import uk.onevoice.security.Standing;
import uk.onevoice.service.problem.Problem;

/** Reads the next batch for a reader, and waits for it where there is nothing yet. */
@ApplicationScoped
class FeedReading {
  /** Callers are remembered for half a second: so long after a change the old may be believed. */
  private static final Duration UNSETTLED = Duration.ofMillis(700);

  private static final Duration BETWEEN_CHECKS = Duration.ofMillis(250);

  private final FeedLog log;
  private final Arrivals arrivals;
  private final Readers readers;
  private final Standing standing;
  private final Behind behind;
  private final Sandbox sandbox;
  private final Cursors cursors;
  private final Batch batch;
  private final Turns turns;

  FeedReading(
      FeedLog log,
      Arrivals arrivals,
      Readers readers,
      Standing standing,
      Behind behind,
      Sandbox sandbox,
      FeedSettings settings,
      @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
    this.log = log;
    this.arrivals = arrivals;
    this.readers = readers;
    this.standing = standing;
    this.behind = behind;
    this.sandbox = sandbox;
    var secrets = new Secrets(settings.secret());
    this.cursors = new Cursors(secrets);
    this.batch = new Batch(secrets);
    this.turns = new Turns(Math.max(1, connections / 2));
  }

  /**
   * A batch as it is told.
   *
   * @param full whether it has as many events as were asked for: it stays as it is then
   * @param next the cursor of what comes behind it
   */
  record Told(String body, boolean full, String next) {}

  /**
   * The next batch; empty when nothing has come when the wait is over. Who may hear what is looked
   * at each time the log is.
   */
  Told next(AskedFeed asked) throws SQLException {
    return asked.isSandbox() ? nextOfSandbox(asked) : nextOfFeed(asked);
  }

  /** Told at once; ids and cursors are others than those of the feed. */
  private Told nextOfSandbox(AskedFeed asked) throws SQLException {
    Filter filter = asked.filter();
    Reader reader = readers.caller();
    var trying = new Reader(reader.client() + "\nsandbox", reader.organisation());
    String cursor = asked.after();
    Instant from = asked.from();
    long after = 0;
    if (cursor != null) {
      after = cursors.position(trying, filter, cursor).orElseThrow(() -> foreign().exception());
    } else if (from != null) {
      after = sandbox.before(reader.client(), from);
    }
    List<FeedEvent> events = sandbox.events(reader.client(), filter, after, asked.limit());
    boolean full = events.size() == asked.limit();
    long last = events.isEmpty() ? after : events.getLast().position();
    return new Told(batch.of(trying, events), full, cursors.of(trying, filter, last));
  }

  private Told nextOfFeed(AskedFeed asked) throws SQLException {
    long end = System.nanoTime() + asked.patience().toNanos();
    int limit = asked.limit();
    Filter filter = asked.filter();
    Begun begun = turns.take(() -> begun(asked, filter));
    Reader reader = begun.reader();
    long after = begun.after();
    behind.reads(reader, after);
    while (true) {
      long behind = after;
      Found found = turns.take(() -> found(reader, filter, behind, limit));
      List<FeedEvent> events = found.events();
      boolean full = events.size() == limit;
      if (!events.isEmpty() || System.nanoTime() - end >= 0) {
        long last = full ? events.getLast().position() : Math.max(after, found.reached());
        return new Told(batch.of(reader, events), full, cursors.of(reader, filter, last));
      }
      after = awaited(reader, filter, Math.max(after, found.reached()), begun.changes(), end);
    }
  }

  /**
   * Who reads, and from where.
   *
   * @param changes counts what has changed about who may read
   */
  private record Begun(Reader reader, long after, long changes) {}

  private Begun begun(AskedFeed asked, Filter filter) throws SQLException {
    // Before it is known who may read: what changes since then is noticed.
    long changes = log.reach().changes();
    Reader reader = readers.approved();
    return new Begun(reader, start(reader, filter, asked), changes);
  }

  /**
   * What there is for a reader.
   *
   * @param reached up to where was looked
   */
  private record Found(List<FeedEvent> events, long reached) {}

  private Found found(Reader reader, Filter filter, long after, int limit) throws SQLException {
    long reached = log.reach().position();
    return new Found(log.events(reader.organisation(), filter, after, reached, limit), reached);
  }

  /**
   * Waits until something may be there for the reader or the time is up, and looks who asks when
   * that may have changed.
   *
   * @return up to where there is nothing for the reader
   */
  private long awaited(Reader reader, Filter filter, long behind, long known, long end)
      throws SQLException {
    var woken = new Arrivals.Woken(behind, false, known);
    long settled = System.nanoTime();
    while (!woken.found()
        && System.nanoTime() - end < 0
        && !Thread.currentThread().isInterrupted()) {
      long rest = end - System.nanoTime();
      if (System.nanoTime() - settled < 0) {
        rest = Math.min(rest, BETWEEN_CHECKS.toNanos());
      }
      long before = woken.changes();
      woken =
          arrivals.await(
              reader.organisation(), filter, woken.position(), before, Duration.ofNanos(rest));
      if (woken.changes() > before) {
        settled = System.nanoTime() + UNSETTLED.toNanos();
      }
      if (woken.changes() > before || System.nanoTime() - settled < 0) {
        check(reader);
      }
    }
    check(reader);
    return woken.position();
  }

  private void check(Reader before) throws SQLException {
    Reader now =
        turns.take(() -> {
          standing.renew();
          return readers.approved();
        });
    if (!now.equals(before)) {
      // It asks for another organisation now: what it began with is not its cursor any more.
      throw foreign().exception();
    }
  }

  private long start(Reader reader, Filter filter, AskedFeed asked) throws SQLException {
    String after = asked.after();
    long dropped = log.reach().dropped();
    if (after == null) {
      Instant from = asked.from();
      return from == null ? dropped : Math.max(dropped, log.before(from));
    }
    OptionalLong position = cursors.position(reader, filter, after);
    if (position.isEmpty()) {
      throw foreign().exception();
    }
    if (position.getAsLong() < dropped) {
      String oldest = cursors.of(reader, filter, dropped);
      throw Problem.of(410, "cursor-too-old", "Events behind this cursor are kept no more.")
          .detail("The oldest cursor is " + oldest)
          .header("Link", link(asked.next(oldest)))
          .exception();
    }
    return position.getAsLong();
  }

  static String link(String address) {
    return "<" + address + ">; rel=\"next\"";
  }

  private static Problem foreign() {
    return Problem.invalid("query:after", "must be a cursor of this reader and of this filter");
  }
}
