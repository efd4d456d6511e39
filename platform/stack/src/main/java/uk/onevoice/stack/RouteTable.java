package uk.onevoice.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code deploy/routes.yaml}: whose a path is. A prefix is one part's only, or the table is
 * refused.
 */
public final class RouteTable {
  private static final String NOBODY = "";

  /** Shape of the file. */
  private record Document(Map<String, List<String>> routes, List<String> nobody) {}

  private final Map<String, String> ownerByPrefix;

  private RouteTable(Map<String, String> ownerByPrefix) {
    this.ownerByPrefix = ownerByPrefix;
  }

  public static RouteTable of(Path root) throws IOException {
    return parse(Files.readString(root.resolve("deploy/routes.yaml")));
  }

  static RouteTable parse(String yaml) throws IOException {
    var document = new ObjectMapper(new YAMLFactory()).readValue(yaml, Document.class);
    // Longest first, so that the first match is the right one.
    var owners =
        new TreeMap<String, String>(
            Comparator.comparingInt(String::length).reversed().thenComparing(prefix -> prefix));
    document.routes().forEach((owner, prefixes) -> prefixes.forEach(p -> add(owners, p, owner)));
    document.nobody().forEach(prefix -> add(owners, prefix, NOBODY));
    return new RouteTable(owners);
  }

  private static void add(Map<String, String> owners, String prefix, String owner) {
    var other = owners.putIfAbsent(prefix, owner);
    if (other != null) {
      throw new IllegalArgumentException(
          "%s belongs to both %s and %s".formatted(prefix, other, owner));
    }
  }

  /** The part that answers a path; empty when nobody does. */
  public Optional<String> owner(String path) {
    return ownerByPrefix.entrySet().stream()
        .filter(route -> covers(route.getKey(), path))
        .findFirst()
        .map(Map.Entry::getValue)
        .filter(owner -> !owner.equals(NOBODY));
  }

  private static boolean covers(String prefix, String path) {
    return prefix.equals("/")
        || path.equals(prefix)
        || (path.startsWith(prefix) && path.charAt(prefix.length()) == '/');
  }
}
