package uk.onevoice.organisations.domain.imported;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.Source;

/**
 * A table in an imported file.
 *
 * @param sha256 of the file's content, unpacked, in hexadecimal
 * @param areas codes of the regions, ICBs and sub-ICB locations that the file names: it says
 *     nothing of members elsewhere; null where that was not noted, and it may speak of all
 */
public record ImportedSource(
    Source kind, String sha256, LocalDate release, @Nullable List<String> areas) {
  public ImportedSource {
    areas = areas == null ? null : List.copyOf(areas);
  }
}
