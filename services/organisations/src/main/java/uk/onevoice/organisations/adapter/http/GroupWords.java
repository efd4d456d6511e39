package uk.onevoice.organisations.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.service.problem.ProblemException;
import uk.onevoice.vault.NewWords;
import uk.onevoice.vault.Subject;
import uk.onevoice.vault.Vault;

/** Keeps typed words in the vault before the event that names them, and no longer than needed. */
@ApplicationScoped
class GroupWords {
  private final Vault vault;
  private final CurrentActor actor;

  GroupWords(Vault vault, CurrentActor actor) {
    this.vault = vault;
    this.actor = actor;
  }

  /**
   * Runs a command with where its words are kept; without words, with null.
   *
   * @param about whom they are about
   */
  Response keeping(
      @Nullable String words,
      String kind,
      String stream,
      Set<Subject> about,
      Function<@Nullable UUID, Response> command) {
    if (words == null || words.isBlank()) {
      return command.apply(null);
    }
    var ref = vault.keep(new NewWords(kind, stream, about, words, actor.get().ref(), null));
    try {
      var answer = command.apply(ref.value());
      // The first of two same requests has kept them.
      if (answer.getHeaderString("Idempotency-Replayed") != null) {
        vault.delete(ref);
      }
      return answer;
    } catch (ProblemException refused) {
      vault.delete(ref);
      throw refused;
    }
  }
}
