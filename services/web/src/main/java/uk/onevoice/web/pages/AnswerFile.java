package uk.onevoice.web.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** A list of answers as a spreadsheet saves it. */
final class AnswerFile {
  private static final int MOST_BYTES = 500_000;

  private AnswerFile() {}

  /**
   * The text of a file: of UTF-8 with or without its mark, else as Windows writes it. Of a file
   * that is much too long only the beginning, which is still too long to be taken.
   */
  static String read(java.nio.file.Path file) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
    } catch (CharacterCodingException windows) {
      text = new String(bytes, Charset.forName("windows-1252"));
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /**
   * A row of the list by its number, the heading being 1; nothing where a row goes over several
   * lines, since then nobody can say which one it is without reading the list as a table.
   */
  static String row(String csv, int number) {
    List<String> rows = csv.lines().filter(line -> !line.isBlank()).toList();
    boolean plain =
        rows.stream()
            .allMatch(line -> line.chars().filter(letter -> letter == '"').count() % 2 == 0);
    return plain && number >= 1 && number <= rows.size() ? rows.get(number - 1) : "";
  }
}
