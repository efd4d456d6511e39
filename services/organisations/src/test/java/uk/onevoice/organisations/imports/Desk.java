package uk.onevoice.organisations.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.affiliation.Affiliation;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.imported.ImportEvent.ImportAccepted;
import uk.onevoice.organisations.domain.imported.ImportId;
import uk.onevoice.organisations.domain.organisation.Organisation.Registered;

/**
 * A registry at which files are handed in, without a store: each accepted plan is applied to it.
 */
final class Desk {
  final Registry registry = new Registry();
  private final Path folder;
  private int imports;

  Desk(Path folder) {
    this.folder = folder;
  }

  /** Reads, compares and takes over. */
  Plan accept(InputStream upload, @Nullable LocalDate release) throws Exception {
    var contents = read(upload, release);
    var plan = Comparison.of(contents, registry);
    for (var stream : plan.streams()) {
      long version = stream.version();
      for (var event : stream.events()) {
        registry.apply(stream.stream(), ++version, event);
      }
    }
    var id = new ImportId(new UUID(0, ++imports));
    registry.apply(
        Streams.imported(id), 1, new ImportAccepted(id, contents.imported(), plan.counts()));
    return plan;
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
