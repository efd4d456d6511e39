package uk.onevoice.organisations.imports;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.imports.UnreadableFile.Reason;

/**
 * Takes an upload out of its packing: plain, gzip, a zip with one known table in it, or a workbook.
 * Writes at most so many bytes to disk, whatever an archive claims.
 */
public final class Unpacking {
  /** What an upload may hold, unpacked. */
  public static final long MOST_BYTES = 200L * 1024 * 1024;

  /** What a workbook may hold, unpacked: its text is read into memory. */
  static final long MOST_WORKBOOK_BYTES = 16L * 1024 * 1024;

  private static final int MOST_ENTRIES = 1_000;
  private static final int BUFFER = 64 * 1024;

  private final long mostBytes;

  public Unpacking() {
    this(MOST_BYTES);
  }

  /** For tests: another limit. */
  Unpacking(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /**
   * @param upload read to its end or to the limit, and not closed
   * @param target a file to write the content to
   */
  public Unpacked unpack(InputStream upload, Path target) throws UnreadableFile, IOException {
    var packed = new BufferedInputStream(upload, BUFFER);
    packed.mark(4);
    byte[] magic = packed.readNBytes(4);
    packed.reset();
    if (magic.length == 0) {
      throw new UnreadableFile(Reason.EMPTY, "The file is empty.");
    }
    try {
      if (magic.length > 1 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b) {
        return write(new GZIPInputStream(packed, BUFFER), target, false);
      }
      if (magic.length == 4 && magic[0] == 'P' && magic[1] == 'K') {
        return unzip(packed, target);
      }
      return write(packed, target, false);
    } catch (EOFException | ZipException damaged) {
      throw new UnreadableFile(
          Reason.DAMAGED, "The archive is damaged or was cut off on its way.", damaged);
    }
  }

  private Unpacked unzip(InputStream packed, Path target) throws UnreadableFile, IOException {
    var whole = Files.createTempFile(target.getParent(), "upload", ".zip");
    try {
      var zip = write(packed, whole, true);
      var only = onlyTable(whole);
      if (only == null) {
        Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING);
        return new Unpacked(target, true, zip.sha256(), zip.bytes());
      }
      try (var archive = new ZipFile(whole.toFile());
          var table = archive.getInputStream(archive.getEntry(only))) {
        return write(table, target, false);
      }
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  /**
   * The archive's one known table, whatever it is called; null when the archive is a workbook.
   * Reads every entry to its end, so that a bomb or a missing end is found before anything is used.
   */
  private @Nullable String onlyTable(Path archive) throws UnreadableFile, IOException {
    String only = null;
    boolean workbook = false;
    long bytes = 0;
    byte[] buffer = new byte[BUFFER];
    try (var zip = new ZipFile(archive.toFile())) {
      if (zip.size() > MOST_ENTRIES) {
        throw new UnreadableFile(Reason.TOO_LARGE, "The archive holds too many files.");
      }
      for (var entries = zip.entries(); entries.hasMoreElements(); ) {
        var entry = entries.nextElement();
        byte[] head;
        try (var in = zip.getInputStream(entry)) {
          head = in.readNBytes(BUFFER);
          bytes += head.length;
          checkSize(bytes, mostBytes);
          for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            bytes += read;
            checkSize(bytes, mostBytes);
          }
        }
        workbook |= entry.getName().equals("xl/workbook.xml");
        if (!entry.isDirectory() && OfficialFile.beginsLikeATable(head)) {
          if (only != null) {
            throw new UnreadableFile(
                Reason.SEVERAL_FILES,
                "The archive holds several tables; unpack it and send them one by one.");
          }
          only = entry.getName();
        }
      }
    }
    if (workbook) {
      checkSize(bytes, MOST_WORKBOOK_BYTES);
      return null;
    }
    if (only == null) {
      throw new UnreadableFile(
          Reason.NOT_RECOGNISED, "The archive holds none of the known tables.");
    }
    return only;
  }

  private Unpacked write(InputStream content, Path target, boolean workbook)
      throws UnreadableFile, IOException {
    var digest = sha256();
    long bytes = 0;
    byte[] buffer = new byte[BUFFER];
    try (var out = Files.newOutputStream(target)) {
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        bytes += read;
        checkSize(bytes, mostBytes);
        digest.update(buffer, 0, read);
        out.write(buffer, 0, read);
      }
    }
    if (bytes == 0) {
      throw new UnreadableFile(Reason.EMPTY, "The file is empty.");
    }
    return new Unpacked(target, workbook, HexFormat.of().formatHex(digest.digest()), bytes);
  }

  private static void checkSize(long bytes, long most) throws UnreadableFile {
    if (bytes > most) {
      throw new UnreadableFile(
          Reason.TOO_LARGE,
          "The file holds more than " + most / (1024 * 1024) + " MB once it is unpacked.");
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
