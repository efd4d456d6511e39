package uk.onevoice.vault.rights;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.vault.rights.SubjectCommand.AddCounterStatement;
import uk.onevoice.vault.rights.SubjectCommand.ConfirmErasure;
import uk.onevoice.vault.rights.SubjectCommand.MakeExportReady;
import uk.onevoice.vault.rights.SubjectCommand.RectifyWords;
import uk.onevoice.vault.rights.SubjectEvent.CounterStatementAdded;
import uk.onevoice.vault.rights.SubjectEvent.ExportReady;
import uk.onevoice.vault.rights.SubjectEvent.SubjectErased;
import uk.onevoice.vault.rights.SubjectEvent.WordsRectified;
import uk.onevoice.vault.rights.SubjectRejection.PersonIsErased;

/** What a service has answered about one person: each question once, however often it is heard. */
public sealed interface SubjectRights {
  Decider<SubjectCommand, SubjectRights, SubjectEvent, SubjectRejection> DECIDER =
      new Decider<>(new Kept(Set.of()), SubjectRights::decide, SubjectRights::evolve);

  /** The exports that were made ready. */
  Set<UUID> exports();

  record Kept(Set<UUID> exports) implements SubjectRights {
    public Kept {
      exports = Set.copyOf(exports);
    }
  }

  record Gone(Set<UUID> exports) implements SubjectRights {
    public Gone {
      exports = Set.copyOf(exports);
    }
  }

  static String stream(UUID person) {
    return "subject-" + person;
  }

  static Decision<SubjectEvent, SubjectRejection> decide(
      SubjectCommand command, SubjectRights rights) {
    return switch (command) {
      case ConfirmErasure(var person, var service) ->
          switch (rights) {
            case Kept _ -> accept(new SubjectErased(person, service));
            case Gone _ -> accept();
          };
      // Also of who was erased: what is left is what the log says by reference.
      case MakeExportReady(var person, var export, var service) ->
          rights.exports().contains(export)
              ? accept()
              : accept(new ExportReady(person, export, service));
      case RectifyWords(var person, var words) ->
          switch (rights) {
            case Kept _ -> accept(new WordsRectified(person, words));
            case Gone _ -> reject(new PersonIsErased());
          };
      case AddCounterStatement(var person, var words, var statement) ->
          switch (rights) {
            case Kept _ -> accept(new CounterStatementAdded(person, words, statement));
            case Gone _ -> reject(new PersonIsErased());
          };
    };
  }

  static SubjectRights evolve(SubjectRights rights, SubjectEvent event) {
    return switch (event) {
      case SubjectErased _ -> new Gone(rights.exports());
      case ExportReady(_, var export, _) -> {
        var exports = new LinkedHashSet<>(rights.exports());
        exports.add(export);
        yield switch (rights) {
          case Kept _ -> new Kept(exports);
          case Gone _ -> new Gone(exports);
        };
      }
      case WordsRectified _, CounterStatementAdded _ -> rights;
    };
  }
}
