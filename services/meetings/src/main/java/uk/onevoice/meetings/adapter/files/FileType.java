package uk.onevoice.meetings.adapter.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * What a file is, told by its content; its name says what somebody calls it. Taken are formats that
 * people read and that hold no programs.
 */
public final class FileType {
  private static final Set<String> TAKEN =
      Set.of("application/pdf", "text/plain", "image/png", "image/jpeg");

  /** By the part that each document of its kind has. */
  private static final Map<String, String> OFFICE =
      Map.of(
          "word/document.xml",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "xl/workbook.xml",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "ppt/presentation.xml",
          "application/vnd.openxmlformats-officedocument.presentationml.presentation");

  private static final Set<String> OPEN_DOCUMENT =
      Set.of(
          "application/vnd.oasis.opendocument.text",
          "application/vnd.oasis.opendocument.spreadsheet",
          "application/vnd.oasis.opendocument.presentation");

  private static final int MOST_ENTRIES = 5_000;
  private static final long MOST_UNPACKED = 400L * 1024 * 1024;
  private static final Detector DETECTOR = new DefaultDetector();

  private FileType() {}

  /** Its media type; empty where it is none that is taken. */
  public static Optional<String> of(byte[] content) {
    try {
      String found;
      try (var stream = TikaInputStream.get(content)) {
        found = DETECTOR.detect(stream, new Metadata()).getBaseType().toString();
      }
      if (TAKEN.contains(found)) {
        return Optional.of(found);
      }
      // Detected by its first bytes only, whatever is in it.
      return startsAsZip(content) ? ofZip(content) : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static boolean startsAsZip(byte[] content) {
    return content.length > 4 && content[0] == 'P' && content[1] == 'K' && content[2] == 3;
  }

  private static Optional<String> ofZip(byte[] content) throws IOException {
    @Nullable String type = null;
    boolean contentTypes = false;
    int entries = 0;
    long unpacked = 0;
    try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        entries++;
        unpacked += sizeOf(name.equals("mimetype") ? InputStream.nullInputStream() : zip);
        if (entries > MOST_ENTRIES || unpacked > MOST_UNPACKED || holdsPrograms(name)) {
          return Optional.empty();
        }
        contentTypes |= name.equals("[Content_Types].xml");
        if (entries == 1 && name.equals("mimetype")) {
          String said = new String(zip.readNBytes(100), StandardCharsets.US_ASCII);
          type = OPEN_DOCUMENT.contains(said) ? said : null;
        }
        if (contentTypes && OFFICE.containsKey(name)) {
          type = OFFICE.get(name);
        }
      }
    }
    return Optional.ofNullable(type);
  }

  /** Reads to the end of an entry, and not much further than may be. */
  private static long sizeOf(InputStream entry) throws IOException {
    long size = 0;
    byte[] part = new byte[8192];
    for (int read = entry.read(part); read >= 0 && size <= MOST_UNPACKED; read = entry.read(part)) {
      size += read;
    }
    return size;
  }

  private static boolean holdsPrograms(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith("vbaproject.bin")
        || lower.startsWith("basic/")
        || lower.startsWith("scripts/")
        || lower.endsWith(".exe")
        || lower.contains("activex/");
  }
}
