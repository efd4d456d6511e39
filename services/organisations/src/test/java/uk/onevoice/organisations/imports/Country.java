package uk.onevoice.organisations.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files of one country and what must come of them.
 *
 * @param folder null when the files are not on this machine
 * @param names with the release after an @ where the content does not say it
 */
public record Country(String name, @Nullable Path folder, List<String> names, Counts expected) {
  public record Counts(
      int icbs, int subIcbs, int pcns, int practices, int withoutPcn, int trustsWithIcb) {}

  public record File(Path path, @Nullable LocalDate release) {
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }

    public String name() {
      return path.getFileName().toString();
    }
  }

  public boolean isHere() {
    return folder != null;
  }

  public String whyNot() {
    return "The files of "
        + name
        + " are not beside this repository; the synthetic country stands in";
  }

  public List<File> files() {
    return names.stream()
        .map(name -> {
          var parts = name.split("@", -1);
          return new File(
              java.util.Objects.requireNonNull(folder).resolve(parts[0]),
              parts.length > 1 ? LocalDate.parse(parts[1]) : null);
        })
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
