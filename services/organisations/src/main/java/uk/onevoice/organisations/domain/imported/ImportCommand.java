package uk.onevoice.organisations.domain.imported;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Wishes about one import. */
public sealed interface ImportCommand {
  /** Everything that the file says has been taken over. */
  record AcceptImport(ImportId id, List<ImportedSource> sources, Map<String, Integer> counts)
      implements ImportCommand {
    public AcceptImport {
      sources = List.copyOf(sources);
      counts = new TreeMap<>(counts);
    }
  }

  /**
   * Everything that it changed has been put back.
   *
   * @param builtUpon whether later events stand on what it changed
   */
  record UndoImport(boolean builtUpon) implements ImportCommand {}
}
