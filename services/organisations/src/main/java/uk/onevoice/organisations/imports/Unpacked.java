package uk.onevoice.organisations.imports;

import java.nio.file.Path;

/**
 * An uploaded file without its packing.
 *
 * @param content a file on disk that the caller removes
 * @param workbook whether it is a workbook; otherwise it is text
 * @param sha256 of the content, in hexadecimal, the same however it was packed
 */
public record Unpacked(Path content, boolean workbook, String sha256, long bytes) {}
