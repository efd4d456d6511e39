package uk.onevoice.meetings.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypeTest {
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  @ParameterizedTest
  @CsvSource({
    "word/document.xml, " + WORD,
    "xl/workbook.xml, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt/presentation.xml, application/vnd.openxmlformats-officedocument.presentationml.presentation"
  })
  void office_files_are_known_by_their_parts(String part, String type) throws IOException {
    assertThat(FileType.of(zip(Map.of("[Content_Types].xml", "<Types/>", part, "<x/>"))))
        .contains(type);
  }

  @Test
  void a_file_that_holds_macros_is_not_taken() throws IOException {
    assertThat(
            FileType.of(
                zip(
                    Map.of(
                        "[Content_Types].xml",
                        "<Types/>",
                        "word/document.xml",
                        "<x/>",
                        "word/vbaProject.bin",
                        "macros"))))
        .isEmpty();
  }

  @Test
  void open_documents_say_what_they_are() throws IOException {
    String type = "application/vnd.oasis.opendocument.text";
    assertThat(FileType.of(zip(Map.of("mimetype", type)))).contains(type);
    assertThat(FileType.of(zip(Map.of("mimetype", type, "scripts/run.js", "run()")))).isEmpty();
    assertThat(FileType.of(zip(Map.of("mimetype", "application/x-program")))).isEmpty();
  }

  @Test
  void other_archives_are_not_taken() throws IOException {
    assertThat(FileType.of(zip(Map.of("readme.txt", "read me")))).isEmpty();
  }

  @Test
  void pdf_pictures_and_plain_text_are_known_by_their_first_bytes() {
    assertThat(FileType.of(bytes("%PDF-1.7\n1 0 obj\n"))).contains("application/pdf");
    assertThat(FileType.of(bytes("Agenda of the board\n1. Welcome\n"))).contains("text/plain");
    assertThat(FileType.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}))
        .contains("image/png");
    assertThat(FileType.of(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16}))
        .contains("image/jpeg");
  }

  @Test
  void pages_programs_and_old_office_files_are_not_taken_whatever_they_are_called() {
    assertThat(FileType.of(bytes("<!DOCTYPE html><html><script>x</script></html>"))).isEmpty();
    assertThat(FileType.of(bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>"))).isEmpty();
    assertThat(FileType.of(bytes("#!/bin/sh\nrm -r .\n"))).isEmpty();
    assertThat(FileType.of(new byte[] {'M', 'Z', 0, 1, 2, 3, 0, 0, 0, 0})).isEmpty();
    assertThat(
            FileType.of(
                new byte[] {
                  (byte) 0xd0,
                  (byte) 0xcf,
                  0x11,
                  (byte) 0xe0,
                  (byte) 0xa1,
                  (byte) 0xb1,
                  0x1a,
                  (byte) 0xe1,
                  0,
                  0
                }))
        .isEmpty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Entries in the order of their names, in which what says the type comes first. */
  private static byte[] zip(Map<String, String> entries) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(bytes(entry.getValue()));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
