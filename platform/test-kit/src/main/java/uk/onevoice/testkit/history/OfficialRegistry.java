package uk.onevoice.testkit.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.testkit.history.Registry.Body;
import uk.onevoice.testkit.history.Registry.Partner;
import uk.onevoice.testkit.history.Registry.Practice;

/**
 * England as the official files say: the map of practices, their list sizes, trusts and councils.
 * Only what a history needs; importing them properly is the organisations service's business.
 */
final class OfficialRegistry {
  private static final int SMALLEST_LIST = 500;

  private OfficialRegistry() {}

  static Registry of(Path folder) {
    try {
      return read(folder);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Registry read(Path folder) throws IOException {
    Map<String, Integer> sizes = new HashMap<>();
    for (List<String> row : rows(file(folder, "gp-reg-pat-prac-all"), true)) {
      if (row.get(7).equals("ALL")) {
        sizes.put(row.get(5), Integer.parseInt(row.get(9)));
      }
    }
    Map<String, Body> icbs = new LinkedHashMap<>();
    Map<String, Body> subIcbs = new LinkedHashMap<>();
    Map<String, Body> networks = new LinkedHashMap<>();
    List<Practice> practices = new ArrayList<>();
    for (List<String> row : rows(file(folder, "gp-reg-pat-prac-map"), true)) {
      String sub = row.get(8);
      String icb = row.get(11);
      @Nullable String network = row.get(5).equals("U") ? null : row.get(5);
      icbs.putIfAbsent(icb, new Body(icb, row.get(12), icb));
      subIcbs.putIfAbsent(sub, new Body(sub, row.get(9), icb));
      if (network != null) {
        networks.putIfAbsent(network, new Body(network, row.get(6), sub));
      }
      int patients = Math.max(SMALLEST_LIST, sizes.getOrDefault(row.get(2), SMALLEST_LIST));
      practices.add(new Practice(row.get(2), row.get(3), sub, network, patients));
    }
    practices.sort(
        Comparator.comparing((Practice practice) -> icbOf(subIcbs, practice))
            .thenComparing(Practice::subIcb)
            .thenComparing(practice -> String.valueOf(practice.network()))
            .thenComparing(Practice::code));
    return new Registry(
        icbs.values().stream().sorted(Comparator.comparing(Body::code)).toList(),
        List.copyOf(subIcbs.values()),
        List.copyOf(networks.values()),
        practices,
        partners(folder, icbs));
  }

  private static String icbOf(Map<String, Body> subIcbs, Practice practice) {
    Body sub = subIcbs.get(practice.subIcb());
    return sub == null ? "" : sub.above();
  }

  /** Trusts that are open, and councils; those of no ICB here are left out. */
  private static List<Partner> partners(Path folder, Map<String, Body> icbs) throws IOException {
    List<Partner> partners = new ArrayList<>();
    for (List<String> row : rows(file(folder, "etr"), false)) {
      if (row.get(11).isEmpty() && icbs.containsKey(row.get(3))) {
        partners.add(new Partner(row.get(0), row.get(1), "TRUST", sector(row.get(1)), row.get(3)));
      }
    }
    for (List<String> row : rows(file(folder, "councils"), true)) {
      if (icbs.containsKey(row.get(2))) {
        partners.add(new Partner(row.get(0), row.get(1), "COUNCIL", null, row.get(2)));
      }
    }
    return partners;
  }

  /** The files do not say it: by its name, and a hospital where that says nothing. */
  private static String sector(String name) {
    if (name.contains("AMBULANCE")) {
      return "AMBULANCE";
    }
    if (name.contains("MENTAL") || name.contains("PARTNERSHIP")) {
      return "MENTAL_HEALTH";
    }
    return name.contains("COMMUNITY") ? "COMMUNITY" : "ACUTE";
  }

  private static Path file(Path folder, String beginning) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(beginning))
          .max(Comparator.comparing(Path::toString))
          .orElseThrow(() -> new IOException("No file " + beginning + "… in " + folder));
    }
  }

  private static List<List<String>> rows(Path file, boolean header) throws IOException {
    try (var in = Files.newInputStream(file);
        var zip = file.toString().endsWith(".zip") ? new ZipInputStream(in) : null) {
      if (zip != null) {
        zip.getNextEntry();
      }
      var reader =
          new BufferedReader(new InputStreamReader(zip == null ? in : zip, StandardCharsets.UTF_8));
      return reader
          .lines()
          .skip(header ? 1 : 0)
          .filter(line -> !line.isBlank())
          .map(OfficialRegistry::cells)
          .toList();
    }
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char one = line.charAt(i);
      if (one == '"') {
        quoted = !quoted;
      } else if (one == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(one);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
