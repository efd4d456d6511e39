package uk.onevoice.organisations.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.affiliation.Affiliation;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.imported.ImportEvent.ImportAccepted;
import uk.onevoice.organisations.domain.imported.ImportEvent.ImportUndone;
import uk.onevoice.organisations.domain.imported.ImportId;
import uk.onevoice.organisations.domain.organisation.Organisation.Registered;

/**
 * A registry at which files are handed in, without a store: each accepted plan is applied to it.
 */
final class Desk {
  final Registry registry = new Registry();
  private final Path folder;
  private final Map<String, List<Logged>> log = new LinkedHashMap<>();
  private int imports;

  private record Logged(@Nullable ImportId cause, Object event) {}

  Desk(Path folder) {
    this.folder = folder;
  }

  /** Reads, compares and takes over. */
  Plan accept(InputStream upload, @Nullable LocalDate release) throws Exception {
    var contents = read(upload, release);
    var plan = Comparison.of(contents, registry);
    var id = new ImportId(new UUID(0, ++imports));
    plan.streams().forEach(stream -> append(stream, id));
    registry.apply(
        Streams.imported(id), 1, new ImportAccepted(id, contents.imported(), plan.counts()));
    return plan;
  }

  private void append(StreamPlan plan, @Nullable ImportId cause) {
    long version = plan.version();
    for (var event : plan.events()) {
      registry.apply(plan.stream(), ++version, event);
      log.computeIfAbsent(plan.stream(), _ -> new ArrayList<>()).add(new Logged(cause, event));
    }
  }

  /** Somebody says something by hand. */
  void say(String stream, List<?> events) {
    append(
        new StreamPlan(stream, log.getOrDefault(stream, List.of()).size(), List.copyOf(events)),
        null);
  }

  /** Takes the latest import back. */
  void undo(LocalDate release) {
    var undone = new ImportId(new UUID(0, imports));
    for (var stream : List.copyOf(log.keySet())) {
      var before = new ArrayList<Object>();
      var byImport = new ArrayList<Object>();
      for (var logged : log.getOrDefault(stream, List.of())) {
        (undone.equals(logged.cause()) ? byImport : before).add(logged.event());
      }
      if (!byImport.isEmpty()) {
        append(Compensation.of(stream, before, byImport, List.of(), release), null);
      }
    }
    registry.apply(Streams.imported(undone), 2, new ImportUndone(undone));
  }

  /** All that was ever said of an organisation. */
  List<Object> events(String code) {
    return log.getOrDefault(Streams.organisation(new OrganisationId(code)), List.of()).stream()
        .map(Logged::event)
        .toList();
  }

  Plan accept(String csv, @Nullable LocalDate release) throws Exception {
    return accept(bytes(csv), release);
  }

  Plan accept(String csv) throws Exception {
    return accept(csv, null);
  }

  Plan compare(InputStream upload, @Nullable LocalDate release) throws Exception {
    return Comparison.of(read(upload, release), registry);
  }

  FileContents read(String csv, @Nullable LocalDate release) throws Exception {
    return read(bytes(csv), release);
  }

  FileContents read(InputStream upload, @Nullable LocalDate release)
      throws UnreadableFile, IOException {
    var target = Files.createTempFile(folder, "content", ".bin");
    return OfficialFile.read(new Unpacking().unpack(upload, target), release);
  }

  Registered organisation(String code) {
    return registry.find(new OrganisationId(code)).orElseThrow();
  }

  List<Affiliation> affiliations(String member, AffiliationKind kind) {
    return registry.affiliationsOf(new OrganisationId(member)).of(kind);
  }

  /** The one parent on a day, "none" where there is none. */
  String parent(String member, AffiliationKind kind, LocalDate day) {
    var parents = new ArrayList<String>();
    for (var each : affiliations(member, kind)) {
      if (each.period().includes(day)) {
        parents.add(each.parentId());
      }
    }
    return parents.isEmpty() ? "none" : String.join("+", parents);
  }

  static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
