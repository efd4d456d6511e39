package uk.onevoice.organisations.domain.imported;

import java.time.LocalDate;
import uk.onevoice.organisations.domain.Source;

/**
 * A table in an imported file.
 *
 * @param sha256 of the file's content, unpacked, in hexadecimal
 */
public record ImportedSource(Source kind, String sha256, LocalDate release) {}
