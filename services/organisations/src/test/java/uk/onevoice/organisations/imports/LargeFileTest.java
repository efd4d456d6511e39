package uk.onevoice.organisations.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Large files, read in a process with less memory than a service has. */
class LargeFileTest {
  private static final String HEAP = "-Xmx96m";
  private static final long NEARLY_ALL = Unpacking.MOST_BYTES - 1024;

  /** More than is taken of what has to be kept in memory. */
  private static final long TOO_MUCH = 20L * 1024 * 1024;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "list sizes by age, read",
    "partners, TOO_LARGE",
    "partners of one practice, TOO_LARGE",
    "successions, TOO_LARGE",
    "one line, NOT_RECOGNISED"
  })
  void a_large_file_is_read_or_refused_within_the_memory_of_a_service(String what, String outcome)
      throws Exception {
    var says = folder.resolve("says");
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                LargeFileTest.class.getName(),
                what,
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(says.toFile())
            .start();
    try {
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(Files.readString(says)).contains("outcome " + outcome);
  }

  /** What the process of its own does. */
  public static void main(String[] arguments) throws IOException {
    try {
      var target = Path.of(arguments[1], "content");
      var contents =
          OfficialFile.read(
              new Unpacking().unpack(upload(arguments[0]), target), LocalDate.of(2026, 8, 1));
      System.out.println("outcome read " + contents.rows());
    } catch (UnreadableFile unreadable) {
      System.out.println("outcome " + unreadable.reason());
    }
  }

  private static InputStream upload(String what) {
    return switch (what) {
      case "list sizes by age" ->
          new Lines(
              NEARLY_ALL,
              "PUBLICATION,EXTRACT_DATE,TYPE,CCG_CODE,ONS_CCG_CODE,CODE,POSTCODE,SEX,AGE,"
                  + "NUMBER_OF_PATIENTS\n",
              n ->
                  n == 0
                      ? "GP_PRAC_PAT_LIST,01JAN2022,GP,W1A,E1,W81001,ZZ1 1ZZ,ALL,ALL,4000\n"
                      : "GP_PRAC_PAT_LIST,01JAN2022,GP,W1A,E1,W81001,ZZ1 1ZZ,MALE,7,2000\n");
      case "partners" ->
          new Lines(TOO_MUCH, "", n -> partner("W" + n, "W00001", LocalDate.of(2019, 7, 1)));
      case "partners of one practice" ->
          new Lines(
              TOO_MUCH, "", n -> partner("W81001", "W00001", LocalDate.of(1900, 1, 1).plusDays(n)));
      case "successions" ->
          new Lines(
              TOO_MUCH,
              "predecessor_ods,predecessor_name,successor_ods,successor_name,succession_date,type\n",
              n -> "WQA,North,WQ%d,South,2026-04-01,merger\n".formatted(n));
      default -> new Lines(TOO_MUCH, "", _ -> "a,b,c,".repeat(1_000));
    };
  }

  private static String partner(String practice, String pcn, LocalDate from) {
    return practice + ",HILL SURGERY,W1A,NORTH," + pcn + ",FIRST PCN,W1A,NORTH," + from + ",,1\n";
  }

  /** Lines until so many bytes are read. */
  private static final class Lines extends InputStream {
    private final LongFunction<String> line;
    private byte[] now;
    private int at;
    private long count;
    private long left;

    Lines(long bytes, String header, LongFunction<String> line) {
      this.left = bytes;
      this.line = line;
      this.now = header.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (at == now.length) {
        now = line.apply(count++).getBytes(StandardCharsets.UTF_8);
        at = 0;
        if (now.length > left) {
          left = 0;
        }
      }
      if (left == 0) {
        return -1;
      }
      int read = Math.min(length, now.length - at);
      System.arraycopy(now, at, target, offset, read);
      at += read;
      left -= read;
      return read;
    }
  }
}
