package uk.onevoice.stack;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What the tests of all modules came to, from the reports that Surefire and Failsafe write. Maven
 * says it module by module, far above the end of its output, and the end is all that some show.
 */
final class TestReports {
  /** So that what failed first is still in sight when everything fails. */
  private static final int NAMED = 30;

  private static final int LINE = 300;
  private static final List<String> FOLDERS =
      List.of("target/surefire-reports", "target/failsafe-reports");

  private final List<String> failed = new ArrayList<>();
  private long tests;
  private long errors;
  private long skipped;
  private long failures;

  private TestReports() {}

  /** The reports written below this folder after this instant. */
  static TestReports read(Path root, Instant since) throws IOException {
    var read = new TestReports();
    for (var report : reports(root, since)) {
      read.add(report);
    }
    return read;
  }

  /** A line for each failed test, then one line in Surefire's words; nothing if no test ran. */
  void print(PrintStream out) {
    if (tests == 0) {
      return;
    }
    out.println();
    failed.stream().limit(NAMED).forEach(out::println);
    if (failed.size() > NAMED) {
      out.printf("FAILED and %d more%n", failed.size() - NAMED);
    }
    out.printf(
        "All modules: Tests run: %d, Failures: %d, Errors: %d, Skipped: %d%n",
        tests, failures, errors, skipped);
  }

  private void add(Path report) throws IOException {
    try (var in = Files.newInputStream(report)) {
      var reader = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
      var test = "";
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          switch (reader.getLocalName()) {
            case "testsuite" -> count(reader);
            case "testcase" -> test = test(reader);
            case "failure", "error" -> failed.add(line(test, reader));
            default -> {
              // Output, properties, reasons for what was skipped.
            }
          }
        }
      }
    } catch (XMLStreamException torn) {
      // The tests' process was killed while it wrote.
      failed.add("FAILED " + report.getFileName() + " cannot be read: " + oneLine(torn.toString()));
    }
  }

  private void count(XMLStreamReader suite) {
    tests += number(suite, "tests");
    errors += number(suite, "errors");
    skipped += number(suite, "skipped");
    failures += number(suite, "failures");
  }

  private static long number(XMLStreamReader suite, String attribute) {
    return Long.parseLong(suite.getAttributeValue(null, attribute));
  }

  /** What fails before its first test, such as a start, has a class and no name. */
  private static String test(XMLStreamReader reader) {
    var type = reader.getAttributeValue(null, "classname");
    var name = reader.getAttributeValue(null, "name");
    return name == null || name.isBlank() ? type : type + "." + name;
  }

  private static String line(String test, XMLStreamReader reader) {
    var message = reader.getAttributeValue(null, "message");
    var said = message == null ? reader.getAttributeValue(null, "type") : message;
    var line = "FAILED " + oneLine(test) + ": " + oneLine(String.valueOf(said));
    return line.length() > LINE ? line.substring(0, LINE - 1) + "…" : line;
  }

  /** AssertJ's first line is often only half: what was expected, and not what was there. */
  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static List<Path> reports(Path root, Instant since) throws IOException {
    var reports = new ArrayList<Path>();
    for (var group : List.of("platform", "services", ".")) {
      var folder = root.resolve(group);
      if (!Files.isDirectory(folder)) {
        continue;
      }
      try (var modules = Files.newDirectoryStream(folder, Files::isDirectory)) {
        for (var module : modules) {
          for (var kind : FOLDERS) {
            add(module.resolve(kind), since, reports);
          }
        }
      }
    }
    reports.sort(null);
    return reports;
  }

  private static void add(Path folder, Instant since, List<Path> reports) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.newDirectoryStream(folder, "TEST-*.xml")) {
      for (var file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isAfter(since)) {
          reports.add(file);
        }
      }
    }
  }
}
