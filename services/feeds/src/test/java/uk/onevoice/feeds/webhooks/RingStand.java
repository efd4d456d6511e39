package uk.onevoice.feeds.webhooks;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSourceListener;
import io.agroal.api.configuration.supplier.AgroalPropertiesReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.InetAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import uk.onevoice.feeds.log.FeedEvent;
import uk.onevoice.feeds.log.FeedLog;
import uk.onevoice.feeds.log.Filter;
import uk.onevoice.feeds.log.TestLog;
import uk.onevoice.feeds.readers.Reader;
import uk.onevoice.feeds.reading.Batch;
import uk.onevoice.feeds.reading.Secrets;
import uk.onevoice.feeds.subscriptions.Webhook;
import uk.onevoice.feeds.subscriptions.Webhooks;
import uk.onevoice.feeds.webhooks.Deliveries.Delivery;
import uk.onevoice.feeds.webhooks.Deliveries.State;
import uk.onevoice.feeds.webhooks.Deliveries.Tested;
import uk.onevoice.testkit.stack.Database;
import uk.onevoice.testkit.stack.RunningStack;

/** All that rings, with a database of its own, partners' listeners, and who is to be rung. */
final class RingStand implements Webhooks, AutoCloseable {
  static final byte[] KEY = "a key of thirty-two bytes for it".getBytes();
  private static final String HOST = "bell.nhs.uk";

  /** Longer than a machine that is busy with other tests takes for a ring. */
  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(30);

  private static final int BACKLOG = 2_000;

  final Subscriber subscriber;
  final DeliveryLog deliveries;
  final SetClock clock = new SetClock();
  final Set<UUID> gone = ConcurrentHashMap.newKeySet();

  /** How many connections the thread that asks has taken: others may be at work. */
  final ThreadLocal<Integer> connections = ThreadLocal.withInitial(() -> 0);

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final Database database = RunningStack.get().createDatabase("webhooks");
  private final AgroalDataSource pool;
  private final Ledger ledger;
  private final FeedLog log;
  private final Batch batch = new Batch(new Secrets("a secret of these tests, long enough"));
  private final Function<Duration, Bell> bells;
  private final Map<UUID, Webhook> known = new ConcurrentHashMap<>();
  private final Set<UUID> rung = ConcurrentHashMap.newKeySet();
  private final Map<String, Long> positions = new ConcurrentHashMap<>();

  RingStand(Path folder) throws SQLException {
    Flyway.configure()
        .dataSource(database.url(), database.username(), database.password())
        .locations("db/feeds")
        .load()
        .migrate();
    pool =
        AgroalDataSource.from(
            new AgroalPropertiesReader()
                .readProperties(
                    Map.of(
                        AgroalPropertiesReader.MAX_SIZE, "20",
                        AgroalPropertiesReader.JDBC_URL, database.url(),
                        AgroalPropertiesReader.PRINCIPAL, database.username(),
                        AgroalPropertiesReader.CREDENTIAL, database.password())),
            new AgroalDataSourceListener() {
              @Override
              public void onConnectionAcquire(Connection connection) {
                connections.set(connections.get() + 1);
              }
            });
    // Nothing here has to outlive a crash.
    run("alter database " + database.name() + " set synchronous_commit = off");
    ledger = new Ledger(pool);
    log = TestLog.of(pool);
    deliveries = new DeliveryLog(ledger);
    Certificates certificates = Certificates.of(folder, HOST);
    subscriber = new Subscriber(certificates);
    var destinations =
        new Destinations(Set.of(".nhs.uk"), true, _ -> List.of(InetAddress.getLoopbackAddress()));
    bells =
        patience ->
            new Bell(
                new Caller(
                    vertx,
                    destinations,
                    new Caller.Bounds(patience, 16_384, 64),
                    certificates.authority()),
                "feeds.example");
  }

  /** A replica. */
  Ringer ringer() {
    return ringer(USUAL_PATIENCE);
  }

  /** A replica that waits so long for answers; what it leaves when killed is soon taken up. */
  Ringer ringer(Duration patience) {
    var pace =
        new Pace(
            Duration.ofMillis(20), Duration.ofMillis(200), patience.plusSeconds(2), 4, 64, BACKLOG);
    var ringer =
        new Ringer(
            ledger,
            log,
            this,
            batch,
            bells.apply(patience),
            pace,
            clock,
            new RingNumbers(new SimpleMeterRegistry()));
    ringer.start();
    return ringer;
  }

  HandingOut handingOut(int backlog) {
    return new HandingOut(ledger, log, batch, backlog);
  }

  Tested tried(UUID subscription) throws SQLException {
    var numbers = new RingNumbers(new SimpleMeterRegistry());
    return new Trial(
            bells.apply(USUAL_PATIENCE), batch, deliveries, clock, numbers, new RingRates(ledger))
        .ring(find(subscription).orElseThrow());
  }

  /** What operators see of one subscription. */
  double shown(String name, UUID subscription) throws SQLException {
    var registry = new SimpleMeterRegistry();
    new RingNumbers(registry).look(ledger);
    return registry.get(name).tag("subscription", subscription.toString()).gauge().value();
  }

  /** As if it were so much later. */
  void sweep(Duration later) throws SQLException {
    ledger.commit(transaction -> {
      DeliveryLog.sweep(transaction, Instant.now().plus(later));
      return later;
    });
  }

  /** All that are rung keep up. */
  void followAll(HandingOut handingOut) throws SQLException {
    handingOut.begin(liveById());
    run("update webhook_head set position = (select position from feed_head)");
    run("update webhook_progress set following = true");
  }

  UUID subscribe(String path, String organisation, String... types) {
    UUID id = add(path, organisation, reach(), types);
    changed();
    return id;
  }

  /** Ten for each organisation. */
  void subscribeMany(String path, int organisations) {
    for (int i = 0; i < organisations * 10; i++) {
      add(path, "M" + i / 10, 0);
    }
  }

  private UUID add(String path, String organisation, long startAfter, String... types) {
    UUID id = UUID.randomUUID();
    known.put(
        id,
        new Webhook(
            id,
            new Reader("client-" + path, organisation),
            subscriber.url(HOST, path),
            filter(types),
            List.of(KEY),
            startAfter,
            null));
    rung.add(id);
    return id;
  }

  void narrow(UUID id, String... types) {
    known.computeIfPresent(
        id,
        (_, was) ->
            new Webhook(
                id,
                was.reader(),
                was.url(),
                filter(types),
                was.signingKeys(),
                was.startAfter(),
                was.perMinute()));
    changed();
  }

  void allow(UUID id, int perMinute) {
    known.computeIfPresent(
        id,
        (_, was) ->
            new Webhook(
                id,
                was.reader(),
                was.url(),
                was.filter(),
                was.signingKeys(),
                was.startAfter(),
                perMinute));
    changed();
  }

  RingRates rates() {
    return new RingRates(ledger);
  }

  void approve(UUID id) {
    rung.add(id);
    changed();
  }

  void revoke(UUID id) {
    rung.remove(id);
    changed();
  }

  private void changed() {
    run("update feed_reader_changes set count = count + 1");
  }

  /** Writes an event into the log as it comes from the topic; the organisation's, or everyone's. */
  String publish(String name, String subject, String organisation) {
    boolean everyone = organisation.isEmpty();
    run(
        """
        with head as (update feed_head set position = position + 1, heard_at = clock_timestamp()
          returning position)
        insert into feed_event (position, id, recorded_at, type, subject, "time", dataref,
          everyone, organisations, heard_at)
        select position, '%s', '2026-11-26T09:00:00Z', '%s', '%s', '2026-11-26T09:00:00Z',
          '/v1/places/x', %s, '{%s}', clock_timestamp() from head\
        """
            .formatted(
                UUID.nameUUIDFromBytes(name.getBytes()),
                type(name, everyone),
                subject,
                everyone,
                organisation));
    positions.put(name, reach());
    return name;
  }

  private static String type(String name, boolean everyone) {
    if (name.startsWith("beat")) {
      return "heartbeat-1";
    }
    return everyone ? "place-changed-1" : "joint-group-action-changed-1";
  }

  /** The position before this event. */
  long start(String name) {
    return positions.getOrDefault(name, 0L) - 1;
  }

  /** The id of an event as this subscriber knows it. */
  String id(UUID subscription, String name) throws SQLException {
    Reader reader = known.get(subscription).reader();
    FeedEvent event =
        log.event(
                reader.organisation(),
                known.get(subscription).filter(),
                positions.getOrDefault(name, 0L))
            .orElseThrow();
    return batch.id(reader, event);
  }

  List<Subscriber.Heard> heard(String path) {
    return subscriber.heard(path);
  }

  List<Delivery> log(UUID subscription, @Nullable State state) throws SQLException {
    return deliveries.log(subscription, state, null, 1_000).items();
  }

  /** What is to be tried again later is to be tried now. */
  void hasten() {
    run(
        """
        update webhook_queue set due_at = clock_timestamp() where claim is null and not held\
        """);
    run("update webhook_progress set rests_until = '-infinity'");
  }

  Map<UUID, Webhook> liveById() {
    return live().stream().collect(Collectors.toMap(Webhook::id, Function.identity()));
  }

  long reach() {
    return number("select position from feed_head");
  }

  long number(String sql) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  void run(String sql) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static Filter filter(String... types) {
    return new Filter(new TreeSet<>(Set.of(types)), null, null, null);
  }

  @Override
  public List<Webhook> live() {
    return known.values().stream().filter(one -> rung.contains(one.id())).toList();
  }

  @Override
  public Optional<Webhook> live(UUID id) {
    return find(id).filter(_ -> rung.contains(id));
  }

  @Override
  public Optional<Webhook> find(UUID id) {
    return Optional.ofNullable(known.get(id));
  }

  @Override
  public void gone(UUID id) {
    revoke(id);
    gone.add(id);
  }

  /** For the next test. */
  void clear() {
    known.clear();
    rung.clear();
    changed();
    run("truncate webhook_queue, webhook_delivery, webhook_progress, webhook_rate");
  }

  @Override
  public void close() {
    subscriber.close();
    vertx.close();
    pool.close();
    RunningStack.get().dropDatabase(database);
  }
}
