package uk.onevoice.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The references of a YAML document: to a place in itself, to a file, to a place in a file. */
final class References {
  private References() {}

  /** Those that lead nowhere. */
  static List<String> broken(Path document) {
    return Contracts.yaml(document).findValuesAsText("$ref").stream()
        .filter(reference -> !leadsSomewhere(document, reference))
        .distinct()
        .toList();
  }

  private static boolean leadsSomewhere(Path document, String reference) {
    int hash = reference.indexOf('#');
    String file = hash < 0 ? reference : reference.substring(0, hash);
    Path target = file.isEmpty() ? document : document.resolveSibling(file).normalize();
    if (!Files.isRegularFile(target)) {
      return false;
    }
    // JSON is YAML, so one reader does for both.
    JsonNode tree = Contracts.yaml(target);
    return hash < 0 || !tree.at(reference.substring(hash + 1)).isMissingNode();
  }
}
