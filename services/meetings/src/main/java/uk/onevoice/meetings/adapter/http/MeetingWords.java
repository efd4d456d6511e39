package uk.onevoice.meetings.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.problem.ProblemException;
import uk.onevoice.vault.NewWords;
import uk.onevoice.vault.Subject;
import uk.onevoice.vault.Vault;
import uk.onevoice.vault.VaultRef;

/** Keeps typed words in the vault before the event that names them, and no longer than needed. */
@ApplicationScoped
class MeetingWords {
  static final String EVIDENCE = "influence-evidence";
  static final String DISPUTE = "influence-dispute";
  static final String AMENDMENT = "amendment-reason";
  static final String ACTION = "action-words";
  static final String MINUTES = "minutes-text";
  static final int LONG = 4_000;
  static final int WHOLE_TEXT = 40_000;
  private static final int MOST_NAMED = 20;

  private final Vault vault;
  private final CurrentActor actor;

  MeetingWords(Vault vault, CurrentActor actor) {
    this.vault = vault;
    this.actor = actor;
  }

  /** Writes the words of one command: they go again when it is refused, or was answered before. */
  final class Pen {
    private final Set<Subject> about;
    private final List<VaultRef> kept = new ArrayList<>();

    private Pen(Set<Subject> about) {
      this.about = about;
    }

    /**
     * @param stream whose event will name them
     * @param pointer to where they are in the body
     */
    UUID write(String kind, String stream, String typed, String pointer, int longest) {
      String words = typed.strip();
      if (words.isEmpty() || words.length() > longest) {
        throw Problem.invalid(pointer, "must be 1 to " + longest + " characters").exception();
      }
      VaultRef ref = vault.keep(new NewWords(kind, stream, about, words, actor.get().ref(), null));
      kept.add(ref);
      return ref.value();
    }

    /** The same of words that need not be there; null where nothing was typed. */
    @Nullable UUID optional(String kind, String stream, @Nullable String typed, String pointer) {
      return typed == null ? null : write(kind, stream, typed, pointer, LONG);
    }

    private void takeBack() {
      kept.forEach(vault::delete);
    }
  }

  /**
   * Runs a command that writes words.
   *
   * @param aboutIds the people whom the words name
   */
  Response keeping(@Nullable List<UUID> aboutIds, Function<Pen, Response> command) {
    var pen = new Pen(named(aboutIds));
    try {
      var answer = command.apply(pen);
      if (answer.getHeaderString("Idempotency-Replayed") != null) {
        pen.takeBack();
      }
      return answer;
    } catch (ProblemException refused) {
      pen.takeBack();
      throw refused;
    }
  }

  private static Set<Subject> named(@Nullable List<UUID> people) {
    if (people == null) {
      return Set.of();
    }
    if (people.size() > MOST_NAMED) {
      throw Problem.invalid("/aboutIds", "must name at most " + MOST_NAMED).exception();
    }
    return people.stream().map(Subject::new).collect(Collectors.toSet());
  }

  /** The words that can be shown, by their refs. */
  Map<UUID, String> read(Collection<UUID> refs) {
    return vault.read(refs.stream().map(VaultRef::new).toList()).entrySet().stream()
        .collect(Collectors.toMap(each -> each.getKey().value(), Map.Entry::getValue));
  }
}
