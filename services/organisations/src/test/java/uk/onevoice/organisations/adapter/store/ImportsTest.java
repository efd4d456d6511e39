package uk.onevoice.organisations.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.onevoice.eventstore.Append;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.eventstore.IdempotencyKey;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.eventstore.Outcome;
import uk.onevoice.eventstore.StoredEvent;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.organisations.adapter.http.AdministratorOfTests;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.imported.Import;
import uk.onevoice.organisations.domain.imported.ImportCommand;
import uk.onevoice.organisations.domain.imported.ImportEvent;
import uk.onevoice.organisations.domain.imported.ImportId;
import uk.onevoice.organisations.domain.imported.ImportRejection;
import uk.onevoice.organisations.imports.OfficialFile;
import uk.onevoice.organisations.imports.Streams;
import uk.onevoice.organisations.imports.SyntheticEngland;
import uk.onevoice.organisations.imports.Unpacking;
import uk.onevoice.organisations.imports.UnreadableFile;
import uk.onevoice.service.wiring.Ids;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** Imports of one replica that stops, and of the next one that starts. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "organisations"))
@WithTestResource(AdministratorOfTests.class)
class ImportsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final ActorRef ACCEPTS = ActorRef.person("accepts");
  private static final int TRUSTS = 1_500;
  private static final int STOPS_AFTER = 1_200;

  @Inject EventStore store;
  @Inject RegistryLog log;
  @Inject RegistryCopy registry;
  @Inject Uploads uploads;
  @Inject CommandHandler<ImportCommand, Import, ImportEvent, ImportRejection> imports;
  @Inject DataSource database;
  @Inject Ids ids;
  @Inject Clock clock;

  @TempDir Path folder;

  @Test
  void what_a_stop_of_the_service_interrupts_goes_on_at_the_next_start() throws Exception {
    var upload =
        uploaded(
            IntStream.range(0, TRUSTS)
                .mapToObj(i -> SyntheticEngland.trust("WS" + (10_000 + i), "A NHS TRUST", "WSQ"))
                .collect(Collectors.joining()));
    var stopping = new StoppingStore(store);
    var before = imports(stopping);
    stopping.whenItStops = before::stop;
    assertThat(begin(upload, ImportState.ACCEPTING, ImportState.PREVIEWED)).isTrue();
    before.accept(upload, asked(upload));
    await("it stopped in the middle").atMost(PATIENCE).until(() -> stopping.stopped);
    assertThat(registered()).isBetween(1L, (long) TRUSTS - 1);
    assertThat(uploads.find(upload.id()).orElseThrow().state()).isEqualTo(ImportState.ACCEPTING);

    imports(store).resume();
    var accepted =
        await("it went on")
            .atMost(PATIENCE)
            .until(
                () -> uploads.find(upload.id()).orElseThrow(),
                now -> now.state() != ImportState.ACCEPTING);
    assertThat(accepted.state()).isEqualTo(ImportState.ACCEPTED);
    assertThat(registered()).isEqualTo(TRUSTS);
    assertThat(accepted.counts())
        .as("of the whole, not of what was left")
        .containsEntry("OrganisationRegistered", TRUSTS + 1);
    assertThat(
            store.log(accepted.firstPosition() - 1, 100_000).stream()
                .filter(event -> event.metadata().correlationId().equals(upload.id().value()))
                .map(event -> event.metadata().actor()))
        .hasSizeGreaterThan(TRUSTS)
        .containsOnly(ACCEPTS);
  }

  @Test
  void an_undoing_that_is_refused_leaves_an_import_that_stopped_as_it_was() throws Exception {
    var upload = uploaded(SyntheticEngland.trust("WT1", "STUCK NHS TRUST", "WSQ"));
    begin(upload, ImportState.ACCEPTING, ImportState.PREVIEWED);
    uploads.failed(upload.id(), "It stopped.");
    begin(upload, ImportState.UNDOING, ImportState.FAILED);
    uploads.putBack(upload.id(), "Later ones stand on it.");
    assertThat(uploads.find(upload.id()).orElseThrow().state()).isEqualTo(ImportState.FAILED);
  }

  private Imports imports(EventStore through) {
    return new Imports(
        through, log, registry, uploads, imports, database, ids, clock, "organisations");
  }

  private Upload uploaded(String csv) throws IOException, UnreadableFile {
    var content = folder.resolve("content");
    var unpacked =
        new Unpacking()
            .unpack(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), content);
    var contents = OfficialFile.read(unpacked, LocalDate.of(2026, 1, 1));
    var preview = imports(store).preview(contents);
    var upload =
        new Upload(
            new ImportId(ids.get()),
            ImportState.PREVIEWED,
            contents.sha256(),
            contents.imported(),
            preview.counts(),
            ActorRef.person("uploads"),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            null,
            null,
            0,
            0,
            0,
            0,
            null,
            null);
    var key = new IdempotencyKey("a client", UUID.randomUUID().toString(), "a file");
    assertThat(uploads.add(upload, preview, content, key)).isTrue();
    return upload;
  }

  private boolean begin(Upload upload, ImportState to, ImportState from) {
    return uploads.begin(upload.id(), asked(upload), to, from);
  }

  private static Metadata asked(Upload upload) {
    return new Metadata(ACCEPTS, null, null, upload.id().value(), null, null);
  }

  private long registered() {
    return IntStream.range(0, TRUSTS)
        .mapToObj(i -> Streams.organisation(new OrganisationId("WS" + (10_000 + i))))
        .filter(stream -> store.stream(stream, 0).size() == 1)
        .count();
  }

  /** Appends so many times; then the service is told to stop, and nothing is appended any more. */
  private static final class StoppingStore implements EventStore {
    private final EventStore real;
    private final AtomicInteger appends = new AtomicInteger();
    private Runnable whenItStops = () -> {};
    private volatile boolean stopped;

    StoppingStore(EventStore real) {
      this.real = real;
    }

    @Override
    public CompletableFuture<Outcome> append(Append append) {
      if (appends.incrementAndGet() <= STOPS_AFTER) {
        return real.append(append);
      }
      whenItStops.run();
      stopped = true;
      return CompletableFuture.failedFuture(
          new EventStoreException("The service stops.", new IOException("no connection")));
    }

    @Override
    public List<StoredEvent> stream(String stream, long afterVersion) {
      return real.stream(stream, afterVersion);
    }

    @Override
    public List<StoredEvent> log(long afterPosition, int limit) {
      return real.log(afterPosition, limit);
    }

    @Override
    public long head() {
      return real.head();
    }

    @Override
    public Optional<Outcome> earlier(String client, String key, String fingerprint) {
      return real.earlier(client, key, fingerprint);
    }
  }
}
