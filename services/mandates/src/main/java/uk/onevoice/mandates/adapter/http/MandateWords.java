package uk.onevoice.mandates.adapter.http;

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
import uk.onevoice.vault.Vault;
import uk.onevoice.vault.VaultRef;

/** Keeps typed words in the vault before the event that names them, and no longer than needed. */
@ApplicationScoped
class MandateWords {
  static final int LONGEST = 2_000;

  private final Vault vault;
  private final CurrentActor actor;

  MandateWords(Vault vault, CurrentActor actor) {
    this.vault = vault;
    this.actor = actor;
  }

  /** Words of one command: they go again when it is refused, or was answered before. */
  final class Kept {
    private final String stream;
    private final List<VaultRef> refs = new ArrayList<>();

    private Kept(String stream) {
      this.stream = stream;
    }

    /**
     * @param pointer to where they are in the body
     * @return where they are kept; null where nothing was typed
     */
    @Nullable UUID keep(String kind, @Nullable String words, String pointer) {
      if (words == null || words.isBlank()) {
        return null;
      }
      if (words.strip().length() > LONGEST) {
        throw Problem.invalid(pointer, "must have 1 to " + LONGEST + " characters").exception();
      }
      var ref =
          vault.keep(new NewWords(kind, stream, Set.of(), words.strip(), actor.get().ref(), null));
      refs.add(ref);
      return ref.value();
    }

    private void forget() {
      refs.forEach(vault::delete);
    }
  }

  /** Runs a command that keeps words of this stream. */
  Response keeping(String stream, Function<Kept, Response> command) {
    var kept = new Kept(stream);
    try {
      var answer = command.apply(kept);
      // The first of two same requests has kept them.
      if (answer.getHeaderString("Idempotency-Replayed") != null) {
        kept.forget();
      }
      return answer;
    } catch (ProblemException refused) {
      kept.forget();
      throw refused;
    }
  }

  /** The words that can be shown, by their refs. */
  Map<UUID, String> read(Collection<UUID> refs) {
    return vault.read(refs.stream().map(VaultRef::new).toList()).entrySet().stream()
        .collect(Collectors.toMap(each -> each.getKey().value(), Map.Entry::getValue));
  }
}
