package uk.onevoice.organisations.adapter.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.adapter.store.ImportState;
import uk.onevoice.organisations.adapter.store.Upload;
import uk.onevoice.organisations.domain.Source;
import uk.onevoice.organisations.domain.imported.ImportId;

/**
 * An upload: what it would change, and how far that is.
 *
 * @param sources the tables in the file, with the release of each
 * @param counts rows, refused rows, and events by type
 * @param failure why it stopped or was not undone; null where it went well
 */
record ImportView(
    ImportId importId,
    ImportState state,
    List<Table> sources,
    Map<String, Integer> counts,
    Progress progress,
    String uploadedBy,
    Instant uploadedAt,
    @Nullable String failure) {
  /** Which file it is and of when; the areas of it are for the comparison only. */
  record Table(Source kind, String sha256, LocalDate release) {}

  /**
   * @param of organisations, members and list sizes to be written; 0 before it is accepted
   */
  record Progress(int done, int of) {}

  static ImportView of(Upload upload) {
    return new ImportView(
        upload.id(),
        upload.state(),
        upload.sources().stream()
            .map(of -> new Table(of.kind(), of.sha256(), of.release()))
            .toList(),
        upload.counts(),
        new Progress(upload.stepsDone(), upload.steps()),
        upload.uploadedBy().value(),
        upload.uploadedAt(),
        upload.failure());
  }
}
