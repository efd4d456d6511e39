package uk.onevoice.organisations.adapter.store;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.Envelope;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.Handled;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.eventstore.StoredEvent;
import uk.onevoice.organisations.domain.imported.Import;
import uk.onevoice.organisations.domain.imported.ImportCommand;
import uk.onevoice.organisations.domain.imported.ImportCommand.AcceptImport;
import uk.onevoice.organisations.domain.imported.ImportCommand.UndoImport;
import uk.onevoice.organisations.domain.imported.ImportEvent;
import uk.onevoice.organisations.domain.imported.ImportRejection;
import uk.onevoice.organisations.domain.imported.ImportedSource;
import uk.onevoice.organisations.imports.Comparison;
import uk.onevoice.organisations.imports.Compensation;
import uk.onevoice.organisations.imports.FileContents;
import uk.onevoice.organisations.imports.OfficialFile;
import uk.onevoice.organisations.imports.Plan;
import uk.onevoice.organisations.imports.StreamPlan;
import uk.onevoice.organisations.imports.Streams;
import uk.onevoice.organisations.imports.Unpacked;
import uk.onevoice.organisations.imports.UnreadableFile;
import uk.onevoice.service.edge.Backdating;
import uk.onevoice.service.edge.Position;
import uk.onevoice.service.wiring.Ids;

/**
 * Takes accepted files over and takes them back, one at a time in all replicas, in the background.
 * What stopped half way goes on when it is asked for again or when the service starts: the file is
 * compared anew, and only what is still different is written.
 */
@ApplicationScoped
public class Imports {
  private static final Logger LOG = Logger.getLogger(Imports.class);

  /** Of all imports into one database, whoever runs them. */
  private static final long ONE_AT_A_TIME = 4_711_002_026L;

  private static final int MOST_ROUNDS = 20;
  private static final int LOG_BATCH = 2_000;

  private final EventStore store;
  private final RegistryLog log;
  private final RegistryCopy registry;
  private final Uploads uploads;
  private final CommandHandler<ImportCommand, Import, ImportEvent, ImportRejection> imports;
  private final DataSource database;
  private final Ids ids;
  private final Clock clock;
  private final String logName;

  /** One thread, so that those who wait hold no connection. */
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("imports").factory());

  private volatile boolean stopping;

  Imports(
      EventStore store,
      RegistryLog log,
      RegistryCopy registry,
      Uploads uploads,
      CommandHandler<ImportCommand, Import, ImportEvent, ImportRejection> imports,
      DataSource database,
      Ids ids,
      Clock clock,
      @ConfigProperty(name = "onevoice.log.name") String logName) {
    this.store = store;
    this.log = log;
    this.registry = registry;
    this.uploads = uploads;
    this.imports = imports;
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.logName = logName;
  }

  void started(@Observes StartupEvent start) {
    resume();
  }

  void resume() {
    for (var upload : uploads.underWay()) {
      var actor = upload.askedBy() == null ? upload.uploadedBy() : upload.askedBy();
      var asked = new Metadata(actor, upload.actingFor(), null, upload.id().value(), null, null);
      LOG.infof("import goes on importId=%s state=%s", upload.id(), upload.state());
      if (upload.state() == ImportState.ACCEPTING) {
        accept(upload, asked);
      } else {
        undo(upload, asked);
      }
    }
  }

  void stopping(@Observes ShutdownEvent stop) {
    stop();
  }

  void stop() {
    stopping = true;
    background.shutdownNow();
  }

  /** What taking this file over would come to now. */
  public Plan preview(FileContents contents) {
    return registry.ask(now -> Comparison.of(contents, now));
  }

  /** Begins to take it over; {@link Uploads} says how far that is. */
  public void accept(Upload upload, Metadata request) {
    inTurn(upload, ImportState.ACCEPTING, "acceptance", () -> takeOver(upload, request));
  }

  /** Begins to take it back. */
  public void undo(Upload upload, Metadata request) {
    inTurn(upload, ImportState.UNDOING, "undoing", () -> takeBack(upload, request));
  }

  private interface Work {
    void run() throws IOException, UnreadableFile;
  }

  private void inTurn(Upload upload, ImportState wanted, String what, Work work) {
    Runnable taken =
        () -> {
          try (Connection turn = database.getConnection()) {
            lock(turn);
            try {
              if (uploads.find(upload.id()).filter(now -> now.state() == wanted).isPresent()) {
                work.run();
              }
            } finally {
              unlock(turn);
            }
          } catch (SQLException | IOException | UnreadableFile | RuntimeException failed) {
            stopped(upload, what, failed);
          }
        };
    background.execute(Backdating.carried(clock, taken));
  }

  /** When the service stops, what is under way goes on at the next start. */
  private void stopped(Upload upload, String what, Exception failed) {
    if (stopping) {
      LOG.infof("import waits for the next start importId=%s part=%s", upload.id(), what);
      return;
    }
    LOG.errorf(failed, "import stopped importId=%s part=%s", upload.id(), what);
    uploads.failed(upload.id(), "The " + what + " stopped; ask for it again to go on.");
  }

  private static void lock(Connection turn) throws SQLException {
    try (var statement = turn.prepareStatement("select pg_advisory_lock(?)")) {
      statement.setLong(1, ONE_AT_A_TIME);
      statement.execute();
    }
  }

  private static void unlock(Connection turn) throws SQLException {
    try (var statement = turn.prepareStatement("select pg_advisory_unlock(?)")) {
      statement.setLong(1, ONE_AT_A_TIME);
      statement.execute();
    }
  }

  private void takeOver(Upload upload, Metadata request) throws IOException, UnreadableFile {
    var started = clock.instant();
    var contents = contents(upload);
    var writing = new Writing(store, log, ids, logName, metadata(upload, request));
    for (int round = 0; round < MOST_ROUNDS; round++) {
      long head = store.head();
      var plan = preview(contents);
      uploads.begun(upload.id(), head, plan.counts());
      int steps = plan.streams().size();
      int conflicts =
          writing.append(
              plan.streams(), started, done -> uploads.progress(upload.id(), done, steps));
      if (conflicts == 0) {
        finish(upload, request, writing);
        LOG.infof(
            "import accepted importId=%s streams=%d events=%d millis=%d",
            upload.id(),
            steps,
            plan.events(),
            clock.instant().toEpochMilli() - started.toEpochMilli());
        return;
      }
    }
    throw new IllegalStateException("Others were always faster.");
  }

  private void finish(Upload upload, Metadata request, Writing writing) {
    var counts = uploads.find(upload.id()).orElseThrow().counts();
    var stream = Streams.imported(upload.id());
    var handled =
        imports.handle(
            Envelope.of(
                stream,
                new AcceptImport(upload.id(), upload.sources(), counts),
                metadata(upload, request),
                clock.instant()));
    if (!(handled instanceof Handled.Done<Import, ImportEvent, ImportRejection> done)) {
      throw new IllegalStateException("The import could not be recorded: " + handled);
    }
    writing.reached(stream, done.lastPosition());
    uploads.accepted(upload.id(), done.lastPosition(), header(writing.positions()));
  }

  private FileContents contents(Upload upload) throws IOException, UnreadableFile {
    var file = Files.createTempFile("import", ".bin");
    try {
      uploads.content(upload.id(), file);
      boolean workbook = startsLikeAZip(file);
      var release = upload.sources().stream().map(ImportedSource::release).findFirst().orElse(null);
      return OfficialFile.read(
          new Unpacked(file, workbook, upload.sha256(), Files.size(file)), release);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static boolean startsLikeAZip(Path file) {
    try (var in = Files.newInputStream(file)) {
      byte[] magic = in.readNBytes(2);
      return magic.length == 2 && magic[0] == 'P' && magic[1] == 'K';
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private void takeBack(Upload upload, Metadata request) {
    var touched = streamsOf(upload);
    boolean builtUpon = builtUpon(upload, touched);
    var metadata = new Metadata(request.actor(), null, null, ids.get(), upload.id().value(), null);
    if (builtUpon) {
      uploads.putBack(upload.id(), "Later imports stand on this one; undo them first.");
      return;
    }
    var writing = new Writing(store, log, ids, logName, metadata);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      var plans = new ArrayList<StreamPlan>();
      touched.forEach((stream, _) -> plans.add(compensation(upload, stream)));
      plans.removeIf(plan -> plan.events().isEmpty());
      int conflicts =
          writing.append(
              plans, clock.instant(), done -> uploads.progress(upload.id(), done, plans.size()));
      if (conflicts == 0) {
        var stream = Streams.imported(upload.id());
        var handled =
            imports.handle(Envelope.of(stream, new UndoImport(false), metadata, clock.instant()));
        if (handled instanceof Handled.Done<Import, ImportEvent, ImportRejection> done) {
          writing.reached(stream, done.lastPosition());
        }
        uploads.undone(upload.id(), header(writing.positions()));
        LOG.infof("import undone importId=%s streams=%d", upload.id(), plans.size());
        return;
      }
    }
    throw new IllegalStateException("Others were always faster.");
  }

  /** The streams that the import wrote, each with the version it left. */
  private Map<String, Long> streamsOf(Upload upload) {
    var streams = new LinkedHashMap<String, Long>();
    long position = upload.firstPosition() - 1;
    // One that stopped half way has no last position.
    long last = upload.lastPosition() == 0 ? store.head() : upload.lastPosition();
    var events = store.log(position, LOG_BATCH);
    while (!events.isEmpty() && position < last) {
      for (var event : events) {
        position = event.position();
        if (isOf(upload, event) && !event.stream().equals(Streams.imported(upload.id()))) {
          streams.put(event.stream(), event.version());
        }
      }
      events = store.log(position, LOG_BATCH);
    }
    return streams;
  }

  /** Whether a later import, which still stands, has written one of the streams. */
  private boolean builtUpon(Upload upload, Map<String, Long> touched) {
    return touched.entrySet().stream()
        .anyMatch(entry ->
            store.stream(entry.getKey(), entry.getValue()).stream()
                .map(event -> event.metadata().causationId())
                .anyMatch(cause -> cause != null && stands(upload, cause)));
  }

  private boolean stands(Upload upload, java.util.UUID cause) {
    if (cause.equals(upload.id().value())) {
      return false;
    }
    return uploads
        .find(new uk.onevoice.organisations.domain.imported.ImportId(cause))
        .filter(other -> other.state() != ImportState.UNDONE)
        .isPresent();
  }

  private StreamPlan compensation(Upload upload, String stream) {
    var before = new ArrayList<Object>();
    var byImport = new ArrayList<Object>();
    var after = new ArrayList<Object>();
    for (var stored : store.stream(stream, 0)) {
      var event = log.read(stored);
      if (isOf(upload, stored)) {
        byImport.add(event);
      } else {
        (byImport.isEmpty() ? before : after).add(event);
      }
    }
    return Compensation.of(stream, before, byImport, after, release(upload));
  }

  private static LocalDate release(Upload upload) {
    return upload.sources().getFirst().release();
  }

  private static boolean isOf(Upload upload, StoredEvent event) {
    return event.metadata().correlationId().equals(upload.id().value());
  }

  /** Everything an import writes is found by its id. */
  private static Metadata metadata(Upload upload, Metadata request) {
    var id = upload.id().value();
    return new Metadata(request.actor(), request.actingFor(), null, id, id, null);
  }

  private static @Nullable String header(Collection<Position> positions) {
    return positions.isEmpty() ? null : Position.header(List.copyOf(positions));
  }
}
