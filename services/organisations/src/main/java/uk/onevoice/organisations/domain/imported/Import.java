package uk.onevoice.organisations.domain.imported;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.util.List;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.organisations.domain.imported.ImportCommand.AcceptImport;
import uk.onevoice.organisations.domain.imported.ImportCommand.UndoImport;
import uk.onevoice.organisations.domain.imported.ImportEvent.ImportAccepted;
import uk.onevoice.organisations.domain.imported.ImportEvent.ImportUndone;
import uk.onevoice.organisations.domain.imported.ImportRejection.BuiltUpon;
import uk.onevoice.organisations.domain.imported.ImportRejection.NotAccepted;
import uk.onevoice.organisations.domain.imported.ImportRejection.UndoneAlready;

/**
 * An import. Only what was accepted is in the log; an upload that nobody accepted leaves no event.
 * Undoing is compensation, never deletion.
 */
public sealed interface Import {
  Decider<ImportCommand, Import, ImportEvent, ImportRejection> DECIDER =
      new Decider<>(new Unaccepted(), Import::decide, Import::evolve);

  record Unaccepted() implements Import {}

  record Accepted(ImportId id, List<ImportedSource> sources) implements Import {}

  record Undone(ImportId id) implements Import {}

  static Decision<ImportEvent, ImportRejection> decide(ImportCommand command, Import now) {
    return switch (command) {
      case AcceptImport(var id, var sources, var counts) ->
          switch (now) {
            case Unaccepted _ -> accept(new ImportAccepted(id, sources, counts));
            case Accepted _ -> accept();
            case Undone _ -> reject(new UndoneAlready());
          };
      case UndoImport(var builtUpon) ->
          switch (now) {
            case Unaccepted _ -> reject(new NotAccepted());
            case Accepted(var id, _) ->
                builtUpon ? reject(new BuiltUpon()) : accept(new ImportUndone(id));
            case Undone _ -> reject(new UndoneAlready());
          };
    };
  }

  static Import evolve(Import now, ImportEvent event) {
    return switch (event) {
      case ImportAccepted(var id, var sources, _) -> new Accepted(id, sources);
      case ImportUndone(var id) -> new Undone(id);
    };
  }
}
