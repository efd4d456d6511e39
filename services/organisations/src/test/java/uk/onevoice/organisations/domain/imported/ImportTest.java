package uk.onevoice.organisations.domain.imported;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.onevoice.organisations.domain.Source;
import uk.onevoice.organisations.domain.imported.ImportCommand.AcceptImport;
import uk.onevoice.organisations.domain.imported.ImportCommand.UndoImport;
import uk.onevoice.organisations.domain.imported.ImportEvent.ImportAccepted;
import uk.onevoice.organisations.domain.imported.ImportEvent.ImportUndone;
import uk.onevoice.organisations.domain.imported.ImportRejection.BuiltUpon;
import uk.onevoice.organisations.domain.imported.ImportRejection.NotAccepted;
import uk.onevoice.organisations.domain.imported.ImportRejection.UndoneAlready;
import uk.onevoice.testkit.DeciderRules;

class ImportTest {
  private static final ImportId ID = new ImportId(new UUID(0, 1));
  private static final List<ImportedSource> SOURCES =
      List.of(new ImportedSource(Source.ETR, "ab", LocalDate.of(2026, 7, 1), List.of("WQA")));
  private static final ImportAccepted ACCEPTED = new ImportAccepted(ID, SOURCES, Map.of("rows", 3));
  private static final ImportUndone UNDONE = new ImportUndone(ID);

  private final DeciderRules<ImportCommand, Import, ImportEvent, ImportRejection> imports =
      DeciderRules.of(Import.DECIDER);

  @Test
  void an_import_is_accepted_once() {
    var accept = new AcceptImport(ID, SOURCES, Map.of("rows", 3));
    imports.given().when(accept).then(ACCEPTED);
    imports.given(ACCEPTED).when(accept).then();
    imports.given(ACCEPTED, UNDONE).when(accept).thenRejected(new UndoneAlready());
  }

  @Test
  void an_import_is_undone_once_and_not_under_later_ones() {
    imports.given(ACCEPTED).when(new UndoImport(false)).then(UNDONE);
    imports.given(ACCEPTED).when(new UndoImport(true)).thenRejected(new BuiltUpon());
    imports.given(ACCEPTED, UNDONE).when(new UndoImport(false)).thenRejected(new UndoneAlready());
    imports.given().when(new UndoImport(false)).thenRejected(new NotAccepted());
  }

  @Test
  void what_has_happened_is_never_refused() {
    imports.evolvesEvery(ImportEvent.class, ACCEPTED, UNDONE);
  }
}
