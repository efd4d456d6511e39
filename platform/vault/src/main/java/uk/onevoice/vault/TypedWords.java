package uk.onevoice.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.security.Actor;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.problem.ProblemException;

/** Keeps typed words in the vault before the event that names them, and no longer than needed. */
@ApplicationScoped
public class TypedWords {
  /** Longest words of each size, in characters. */
  public static final int SHORT = 300;

  public static final int MIDDLE = 2000;
  public static final int LONG = 4000;
  private static final int MOST_NAMED = 20;

  private final Vault vault;
  private final CurrentActor actor;

  TypedWords(Vault vault, CurrentActor actor) {
    this.vault = vault;
    this.actor = actor;
  }

  /**
   * Runs a command that writes words. When it is refused, or was answered before, they go again.
   *
   * @param stream whose event will name them
   */
  public Response keeping(String stream, Function<Pen, Response> command) {
    var pen = new Pen(stream);
    try {
      Response answer = command.apply(pen);
      if (answer.getHeaderString("Idempotency-Replayed") != null) {
        pen.takeBack();
      }
      return answer;
    } catch (ProblemException refused) {
      pen.takeBack();
      throw refused;
    }
  }

  /**
   * Runs a command that takes back what some words belonged to. They go with it, unless it is
   * refused or was answered before.
   *
   * @param words null where there are none
   */
  public Response takingBack(@Nullable WordsRef words, Supplier<Response> command) {
    return takingBack(words == null ? List.of() : List.of(words), command);
  }

  /** As {@link #takingBack(WordsRef, Supplier)}, of words that were typed at several times. */
  public Response takingBack(Collection<WordsRef> words, Supplier<Response> command) {
    Response answer = command.get();
    if (answer.getHeaderString("Idempotency-Replayed") == null) {
      words.forEach(each -> vault.delete(new VaultRef(each.value())));
    }
    return answer;
  }

  /** Words that can be shown; what was erased or is restricted is missing. */
  public Map<WordsRef, String> read(Collection<WordsRef> refs) {
    Map<WordsRef, String> read = new HashMap<>();
    vault
        .read(refs.stream().map(ref -> new VaultRef(ref.value())).toList())
        .forEach((ref, text) -> read.put(new WordsRef(ref.value()), text));
    return read;
  }

  /** As {@link #read}, of what is named by id alone. */
  public Map<UUID, String> texts(Collection<UUID> refs) {
    return read(refs.stream().map(WordsRef::new).toList()).entrySet().stream()
        .collect(Collectors.toMap(each -> each.getKey().value(), Map.Entry::getValue));
  }

  /** Writes the words of one command. */
  public final class Pen {
    private final String stream;
    private final List<VaultRef> kept = new ArrayList<>();

    private Pen(String stream) {
      this.stream = stream;
    }

    /** Words of a body, which are nobody's own; they stay when their writer goes. */
    public WordsRef body(
        String kind, String pointer, String words, int longest, @Nullable List<UUID> of) {
      return keep(kind, checked(pointer, words, longest), named(of), null);
    }

    /**
     * Words about these people, who may ask to read them.
     *
     * @param expires when they are shown no longer and go; null for never
     */
    public WordsRef about(
        Set<UUID> people,
        String kind,
        String pointer,
        String words,
        int longest,
        @Nullable Instant expires) {
      return keep(
          kind,
          checked(pointer, words, longest),
          people.stream().map(Subject::new).collect(Collectors.toSet()),
          expires);
    }

    /** What a person thinks: theirs, and gone when they are erased. */
    public WordsRef own(String kind, String pointer, String words, @Nullable List<UUID> of) {
      Set<Subject> about = new HashSet<>(named(of));
      if (actor.get() instanceof Actor.PersonActor person) {
        about.add(new Subject(person.person().value()));
      }
      return keep(kind, checked(pointer, words, LONG), about, null);
    }

    /**
     * Words of a body that need not be said.
     *
     * @return where they are kept; null where nothing was typed
     */
    public @Nullable UUID ifAny(String kind, String pointer, @Nullable String words) {
      return words == null || words.isBlank()
          ? null
          : body(kind, pointer, words, MIDDLE, null).value();
    }

    private WordsRef keep(
        String kind, String words, Set<Subject> about, @Nullable Instant expires) {
      VaultRef ref =
          vault.keep(new NewWords(kind, stream, about, words, actor.get().ref(), expires));
      kept.add(ref);
      return new WordsRef(ref.value());
    }

    private void takeBack() {
      kept.forEach(vault::delete);
    }
  }

  private static String checked(String pointer, String typed, int longest) {
    String words = typed.strip();
    if (words.isEmpty() || words.length() > longest) {
      throw Problem.invalid(pointer, "must be 1 to " + longest + " characters").exception();
    }
    return words;
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
}
