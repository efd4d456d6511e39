package uk.onevoice.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportsTest {
  private static final Instant BEGAN = Instant.parse("2026-11-26T10:00:00Z");

  @TempDir Path root;

  @Test
  void each_failed_test_is_named_with_what_it_said_above_the_counts_of_all_modules()
      throws IOException {
    report(
        "services/mandates/target/surefire-reports/TEST-uk.MandateTest.xml",
        3,
        """
        <testcase name="a mandate holds" classname="uk.MandateTest" time="0.1"/>
        <testcase name="a_mandate_ends" classname="uk.MandateTest" time="0.1">
          <failure message="&#10;expected: 3&#10; but was: 4" type="org.opentest4j.AssertionFailedError">
          <![CDATA[uk.MandateTest: a long trace]]></failure>
          <system-out><![CDATA[<failure message="not one"/>]]></system-out>
        </testcase>
        <testcase name="later" classname="uk.MandateTest"><skipped message="not now"/></testcase>
        """);
    report(
        "contracts/target/failsafe-reports/TEST-uk.StartTest.xml",
        1,
        """
        <testcase name="" classname="uk.StartTest" time="0.0">
          <error type="java.lang.IllegalStateException"/>
        </testcase>
        """);
    assertThat(printed())
        .containsExactly(
            "",
            "FAILED uk.StartTest: java.lang.IllegalStateException",
            "FAILED uk.MandateTest.a_mandate_ends: expected: 3 but was: 4",
            "All modules: Tests run: 4, Failures: 1, Errors: 1, Skipped: 1");
  }

  @Test
  void what_an_earlier_run_wrote_does_not_count() throws IOException {
    var old =
        report(
            "platform/kernel/target/surefire-reports/TEST-uk.OldTest.xml",
            1,
            "<testcase name=\"was\" classname=\"uk.OldTest\"><failure message=\"red\"/></testcase>");
    Files.setLastModifiedTime(old, FileTime.from(BEGAN));
    assertThat(printed()).isEmpty();
  }

  @Test
  void of_very_many_failures_the_first_thirty_are_named_and_long_ones_cut() throws IOException {
    report(
        "platform/kernel/target/surefire-reports/TEST-uk.ManyTest.xml",
        32,
        IntStream.range(0, 32)
            .mapToObj(number ->
                "<testcase name=\"case%02d\" classname=\"uk.ManyTest\"><failure message=\"%s\"/></testcase>"
                    .formatted(number, "wrong ".repeat(100)))
            .reduce("", String::concat));
    var printed = printed();
    assertThat(printed).hasSize(33);
    assertThat(printed.get(30)).startsWith("FAILED uk.ManyTest.case29: wrong").hasSize(300);
    assertThat(printed.get(31)).isEqualTo("FAILED and 2 more");
    assertThat(printed.get(32)).startsWith("All modules: Tests run: 32, Failures: 32,");
  }

  @Test
  void a_report_that_breaks_off_is_named_too() throws IOException {
    report("services/web/target/surefire-reports/TEST-uk.GoodTest.xml", 1, "");
    Files.writeString(
        root.resolve("services/web/target/surefire-reports/TEST-uk.TornTest.xml"),
        "<testsuite tests=\"1\" errors=\"0\" skipped=\"0\" failures=\"0\"><testcase na");
    assertThat(printed().get(1)).startsWith("FAILED TEST-uk.TornTest.xml cannot be read: ");
  }

  private List<String> printed() throws IOException {
    var out = new ByteArrayOutputStream();
    TestReports.read(root, BEGAN).print(new PrintStream(out, true, UTF_8));
    return out.toString(UTF_8).lines().toList();
  }

  private Path report(String path, int tests, String cases) throws IOException {
    var file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite name="any" time="0.3" tests="%d" errors="%d" skipped="%d" failures="%d">
        <properties><property name="a" value="b"/></properties>
        %s</testsuite>
        """
            .formatted(
                tests, times("<error", cases), times("<skipped", cases), failed(cases), cases));
    Files.setLastModifiedTime(file, FileTime.from(BEGAN.plus(Duration.ofMinutes(1))));
    return file;
  }

  private static int failed(String cases) {
    return times("<failure", cases) - times("[<failure", cases);
  }

  private static int times(String part, String text) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }
}
