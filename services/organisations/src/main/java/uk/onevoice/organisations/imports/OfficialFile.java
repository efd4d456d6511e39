package uk.onevoice.organisations.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.imports.UnreadableFile.Reason;

/** Reads an unpacked file: which tables are in it, and what they say. */
public final class OfficialFile {
  private static final int SAMPLE = 200;
  private static final int LONGEST_LINE = 64 * 1024;
  private static final int MOST_FIELDS = 256;

  /** A date in a workbook is a number; only its format tells. */
  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Unpacked unpacked;
  private final @Nullable LocalDate release;

  private OfficialFile(Unpacked unpacked, @Nullable LocalDate release) {
    this.unpacked = unpacked;
    this.release = release;
  }

  /**
   * @param release as the person who sends it says it; used where the content does not say it
   * @throws UnreadableFile when nothing of it can be used
   */
  public static FileContents read(Unpacked unpacked, @Nullable LocalDate release)
      throws UnreadableFile, IOException {
    return new OfficialFile(unpacked, release).read();
  }

  /** A release as a person types it: 2026-08-01, 2026-08, or as official files write days. */
  public static Optional<LocalDate> release(String text) {
    return OfficialDate.parseRelease(text);
  }

  private FileContents read() throws UnreadableFile, IOException {
    var contents = new FileContents(unpacked.sha256());
    boolean found = unpacked.workbook() ? readWorkbook(contents) : readText(contents);
    if (!found) {
      throw notRecognised(null);
    }
    if (contents.refused() == contents.rows()) {
      var first = contents.refusals().isEmpty() ? null : contents.refusals().getFirst();
      throw new UnreadableFile(
          Reason.NO_USABLE_ROW,
          first == null
              ? "The table has no row."
              : "No row can be used. Line " + first.line() + " " + first.reason() + ".");
    }
    return contents;
  }

  private static UnreadableFile notRecognised(@Nullable Throwable cause) {
    return new UnreadableFile(
        Reason.NOT_RECOGNISED,
        "This is none of the known tables: epraccur, eccg, etr, epcn, epcncorepartnerdetails,"
            + " Patients Registered at a GP Practice (mapping or list sizes), ICB successions,"
            + " councils.",
        cause);
  }

  /** Whether content that begins like this is one of the known tables, whatever its name. */
  static boolean beginsLikeATable(byte[] head) {
    var text = new String(head, StandardCharsets.UTF_8);
    var sample = new ArrayList<Row>(SAMPLE);
    int start = text.indexOf(BYTE_ORDER_MARK) == 0 ? 1 : 0;
    try (var csv = csv(new StringReader(text.substring(start)))) {
      var records = csv.iterator();
      while (sample.size() < SAMPLE && records.hasNext()) {
        sample.add(row(records.next()));
      }
    } catch (CsvParseException cutOff) {
      // Recognised by the rows before.
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Layouts.recognise(sample).isPresent();
  }

  private static Row row(CsvRecord record) {
    return new Row(record.getStartingLineNumber(), record.getFields());
  }

  private boolean readText(FileContents contents) throws UnreadableFile, IOException {
    checkEncoding(unpacked.content());
    try (var csv = csv(reader(unpacked.content()))) {
      var records = csv.iterator();
      return readTable(
          new Iterator<>() {
            @Override
            public boolean hasNext() {
              return records.hasNext();
            }

            @Override
            public Row next() {
              return row(records.next());
            }
          },
          contents,
          "");
    } catch (CsvParseException malformed) {
      throw new UnreadableFile(
          Reason.DAMAGED,
          "The table is malformed: a quoted field has no end, or a line is too long.",
          malformed);
    } catch (UncheckedIOException wrapped) {
      throw wrapped.getCause();
    }
  }

  private static CsvReader<CsvRecord> csv(Reader text) {
    return CsvReader.builder()
        .skipEmptyLines(true)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .maxBufferSize(LONGEST_LINE)
        .build(
            CsvRecordHandler.of(limits ->
                limits
                    .maxFields(MOST_FIELDS)
                    .maxFieldSize(LONGEST_LINE)
                    .maxRecordSize(LONGEST_LINE)),
            text);
  }

  private static Reader reader(Path file) throws IOException {
    var reader =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  /** Before anything is used: otherwise half a file would have been read when it is found. */
  private static void checkEncoding(Path file) throws UnreadableFile, IOException {
    long line = 1;
    char[] buffer = new char[8 * 1024];
    try (var reader = reader(file)) {
      for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
        for (int i = 0; i < read; i++) {
          if (buffer[i] == '\n') {
            line++;
          }
        }
      }
    } catch (CharacterCodingException malformed) {
      throw new UnreadableFile(
          Reason.NOT_UTF_8, "The file is not UTF-8 text: look after line " + line + ".", malformed);
    }
  }

  private boolean readWorkbook(FileContents contents) throws UnreadableFile, IOException {
    boolean found = false;
    try (var workbook = new ReadableWorkbook(unpacked.content().toFile(), WITH_FORMATS)) {
      for (Sheet sheet : workbook.getSheets().toList()) {
        try (var rows = sheet.openStream()) {
          found |=
              readTable(
                  rows.map(OfficialFile::row).iterator(),
                  contents,
                  "on sheet " + sheet.getName() + ": ");
        }
      }
    } catch (UnreadableFile | IOException known) {
      throw known;
    } catch (RuntimeException malformed) {
      throw new UnreadableFile(Reason.DAMAGED, "The workbook cannot be read.", malformed);
    }
    return found;
  }

  private static Row row(org.dhatim.fastexcel.reader.Row row) {
    var cells = new ArrayList<String>(row.getCellCount());
    for (int column = 0; column < row.getCellCount(); column++) {
      cells.add(row.getOptionalCell(column).map(OfficialFile::text).orElse(""));
    }
    return new Row(row.getRowNum(), cells);
  }

  private static String text(Cell cell) {
    boolean isDate =
        cell.getType() == CellType.NUMBER
            && cell.getDataFormatString() != null
            && cell.getDataFormatString().toLowerCase(java.util.Locale.ROOT).contains("yy");
    return isDate ? cell.asDate().toLocalDate().toString() : cell.getText();
  }

  /**
   * @param where the table is in the file, before the reason of a refusal
   * @return whether this is one of the known tables
   */
  private boolean readTable(Iterator<Row> rows, FileContents contents, String where)
      throws UnreadableFile {
    var sample = new ArrayList<Row>(SAMPLE);
    try {
      while (sample.size() < SAMPLE && rows.hasNext()) {
        sample.add(rows.next());
      }
    } catch (CsvParseException malformed) {
      if (Layouts.recognise(sample).isEmpty()) {
        throw notRecognised(malformed);
      }
      throw malformed;
    }
    var table = sample.subList(firstOfTable(sample), sample.size());
    int width = table.isEmpty() ? 0 : table.getFirst().width();
    table.replaceAll(row -> padded(row, width));
    var layout = Layouts.recognise(table).orElse(null);
    if (layout == null) {
      return false;
    }
    LocalDate of = null;
    var waiting = table.subList(layout.hasHeader() ? 1 : 0, table.size()).iterator();
    while (waiting.hasNext() || rows.hasNext()) {
      var row = waiting.hasNext() ? waiting.next() : padded(rows.next(), width);
      if (row.cells().stream().allMatch(String::isBlank)) {
        continue;
      }
      contents.countRow();
      try {
        if (of == null) {
          of = releaseOf(layout, row);
        }
        layout.read(row, of, contents);
      } catch (RowRefused refused) {
        contents.refuse(row.line(), where + refused.getMessage());
      }
    }
    if (of != null) {
      contents.released(layout.source(), of);
    }
    return true;
  }

  /** Workbooks put a title above the table and leave out empty cells at the end of a row. */
  private int firstOfTable(List<Row> sample) {
    if (unpacked.workbook()) {
      for (int i = 0; i < sample.size(); i++) {
        if (sample.get(i).cells().stream().filter(cell -> !cell.isBlank()).count() > 5) {
          return i;
        }
      }
    }
    return 0;
  }

  private Row padded(Row row, int width) {
    if (!unpacked.workbook() || row.width() >= width) {
      return row;
    }
    var cells = new ArrayList<>(row.cells());
    while (cells.size() < width) {
      cells.add("");
    }
    return new Row(row.line(), cells);
  }

  private LocalDate releaseOf(Layout layout, Row row) throws UnreadableFile {
    var said = layout.release(row);
    if (said != null) {
      return said;
    }
    if (release == null) {
      throw new UnreadableFile(
          Reason.RELEASE_NEEDED,
          "The table (" + layout.source() + ") does not say its release; give release=2026-02-01.");
    }
    return release;
  }
}
