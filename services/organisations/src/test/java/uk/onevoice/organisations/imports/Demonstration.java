package uk.onevoice.organisations.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The fictional ICS that an installation may hold beside the real ones; its map is the newest. */
final class Demonstration {
  private Demonstration() {}

  static Country country() {
    return new Country(
        "the demonstration",
        folder(),
        List.of(
            "councils.csv@2024-05-01",
            "etr.csv@2024-05-01",
            "eccg.csv@2024-05-01",
            "epraccur.csv@2024-05-01",
            "epcn.csv@2024-05-01",
            "epcncorepartnerdetails.csv@2024-05-01",
            "gp-reg-pat-prac-map.csv",
            "gp-reg-pat-prac-all.csv",
            "icb-succession.csv"),
        new Country.Counts(1, 1, 39, 204, 0, 3));
  }

  private static Path folder() {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("mvnw"))) {
        return at.resolve("seeds").resolve("demonstration");
      }
    }
    throw new IllegalStateException("There is no repository around this folder.");
  }
}
