package uk.onevoice.organisations.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the real files are, when they are there. */
public final class RealEngland {
  private RealEngland() {}

  public static Country country() {
    return new Country(
        "real England",
        folder(),
        List.of(
            "councils_2026.csv@2026-01-01",
            "eccg_2025-12.csv@2025-12-01",
            "epraccur_2026-02_newformat.csv.gz@2026-02-01",
            "etr_2026-07.csv@2026-07-01",
            "gp-reg-pat-prac-all_2025h2.csv",
            "gp-reg-pat-prac-map_2026-08-01.zip",
            "icb_succession_2026-04-01.csv"),
        new Country.Counts(36, 106, 1_298, 6_129, 52, 199));
  }

  /** The folder beside the repository, if it is there. */
  public static @Nullable Path folder() {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("mvnw"))) {
        var folder = at.resolveSibling("shared").resolve("ods");
        return Files.isDirectory(folder) ? folder : null;
      }
    }
    return null;
  }
}
