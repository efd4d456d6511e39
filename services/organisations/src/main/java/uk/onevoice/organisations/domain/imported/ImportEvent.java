package uk.onevoice.organisations.domain.imported;

import java.util.List;
import java.util.Map;

/** Facts about one import. */
public sealed interface ImportEvent {
  record ImportAccepted(
      ImportId importId, List<ImportedSource> sources, Map<String, Integer> counts)
      implements ImportEvent {}

  record ImportUndone(ImportId importId) implements ImportEvent {}
}
