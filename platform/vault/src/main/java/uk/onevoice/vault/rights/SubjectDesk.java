package uk.onevoice.vault.rights;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.PersonId;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.security.AccessRefused;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.problem.ProblemException;
import uk.onevoice.vault.Disclosure;
import uk.onevoice.vault.Disclosure.Purpose;
import uk.onevoice.vault.NewWords;
import uk.onevoice.vault.Subject;
import uk.onevoice.vault.Vault;
import uk.onevoice.vault.VaultRef;
import uk.onevoice.vault.Words;
import uk.onevoice.vault.rights.PersonRecord.ReadingView;
import uk.onevoice.vault.rights.PersonRecord.WordsView;

/**
 * Answers a person, and the administrator who acts for the controller, about what this service
 * keeps about that person. For everybody else there is nothing here. A service's resource gives it
 * an address.
 */
@ApplicationScoped
public class SubjectDesk {
  private static final int LONGEST = 4_000;

  private final String service;
  private final Vault vault;
  private final Disclosure disclosure;
  private final Mentions mentions;
  private final CommandHandler<SubjectCommand, SubjectRights, SubjectEvent, SubjectRejection>
      subjects;
  private final Commands commands;
  private final CurrentActor actor;
  private final Scope scope;

  SubjectDesk(
      @ConfigProperty(name = "onevoice.log.name") String service,
      Vault vault,
      Disclosure disclosure,
      Mentions mentions,
      CommandHandler<SubjectCommand, SubjectRights, SubjectEvent, SubjectRejection> subjects,
      Commands commands,
      CurrentActor actor,
      Scope scope) {
    this.service = service;
    this.vault = vault;
    this.disclosure = disclosure;
    this.mentions = mentions;
    this.subjects = subjects;
    this.commands = commands;
    this.actor = actor;
    this.scope = scope;
  }

  /** Words that somebody has typed. */
  public record Typed(String words) {}

  record StatementRef(UUID statementRef) {}

  /**
   * All that is kept; what an administrator reads is written down.
   *
   * @param why one of {@link Purpose}, null for subject access
   */
  public PersonRecord record(
      UUID person, @Nullable String why, @Nullable String after, @Nullable String limit) {
    boolean self = maySee(person);
    var page = PageRequest.of(after, limit);
    var subject = new Subject(person);
    List<Words> words =
        page.after() != null
            ? List.of()
            : self
                ? disclosure.toThemself(subject)
                : disclosure.to(actor.get().ref(), purpose(why), subject);
    return new PersonRecord(
        person, service, words.stream().map(WordsView::of).toList(), mentions.of(person, page));
  }

  private static Purpose purpose(@Nullable String why) {
    try {
      return why == null ? Purpose.SUBJECT_ACCESS : Purpose.valueOf(why);
    } catch (IllegalArgumentException unknown) {
      throw Problem.invalid("query:why", "is not one of the purposes").exception();
    }
  }

  /** Who else has read words about the person, newest first. */
  public Page<ReadingView> readings(UUID person, @Nullable String after, @Nullable String limit) {
    maySee(person);
    var page = PageRequest.of(after, limit);
    var found =
        disclosure.readings(
            new Subject(person),
            page.after() == null ? null : Mentions.position(page.after()),
            page.limit() + 1);
    var shown = found.subList(0, Math.min(page.limit(), found.size()));
    return new Page<>(
        shown.stream()
            .map(read ->
                new ReadingView(read.ref().value(), read.reader(), read.why().name(), read.at()))
            .toList(),
        found.size() > page.limit() ? Long.toString(shown.getLast().id()) : null);
  }

  /**
   * Corrects words about the person: an administrator any, the person those they wrote themselves,
   * also where they are an administrator. To what others wrote their answer is a view of their own.
   */
  public Response rectify(UUID person, UUID ref, Typed typed) {
    boolean self = maySee(person);
    var by = actor.get().ref();
    var words = words(person, ref);
    if (self && !words.writtenBy().equals(by.value())) {
      throw new AccessRefused(AccessRefused.Reason.NOT_ALLOWED);
    }
    vault.rectify(words, checked(typed), by);
    return commands.handle(
        subjects,
        SubjectRights.stream(person),
        new SubjectCommand.RectifyWords(person, ref),
        (_, _, _) -> commands.noContent(),
        SubjectDesk::problem);
  }

  /** Sets the person's own view beside words about them. */
  public Response answer(UUID person, UUID ref, Typed typed) {
    maySee(person);
    var words = words(person, ref);
    var stream = SubjectRights.stream(person);
    var statement =
        vault.keepBeside(
            words.ref(),
            new NewWords(
                "counter-statement",
                stream,
                Set.of(new Subject(person)),
                checked(typed),
                actor.get().ref(),
                words.expires()));
    return keptUnlessRepeated(
        statement,
        () ->
            commands.handle(
                subjects,
                stream,
                new SubjectCommand.AddCounterStatement(person, ref, statement.value()),
                (_, _, _) -> commands.ok(new StatementRef(statement.value())),
                SubjectDesk::problem));
  }

  /** Words of a command that had no effect, or had it before, are not left lying about. */
  public Response keptUnlessRepeated(VaultRef words, Supplier<Response> command) {
    Response response;
    try {
      response = command.get();
    } catch (ProblemException refused) {
      vault.delete(words);
      throw refused;
    }
    if (response.getHeaderString("Idempotency-Replayed") != null) {
      vault.delete(words);
    }
    return response;
  }

  private Words words(UUID person, UUID ref) {
    return vault
        .find(new VaultRef(ref))
        .filter(found -> found.about().contains(new Subject(person)))
        .orElseThrow(() ->
            Problem.of(410, "words-gone", "No such words are kept about this person.").exception());
  }

  /** Words of people, of bounded length. */
  public static String checked(Typed typed) {
    String words = typed.words().strip();
    if (words.isEmpty() || words.length() > LONGEST) {
      throw Problem.invalid("/words", "must be 1 to " + LONGEST + " characters").exception();
    }
    return words;
  }

  /**
   * Lets the person themself and an administrator pass; for others the person is not there.
   *
   * @return whether it is the person themself
   */
  public boolean maySee(UUID person) {
    return scope.isThemself(new PersonId(person));
  }

  private static Problem problem(SubjectRejection rejection) {
    return switch (rejection) {
      case SubjectRejection.PersonIsErased _ -> erased();
    };
  }

  /** What who asks about somebody erased is told, where they may know. */
  public static Problem erased() {
    return Problem.conflict("person-erased", "This person was erased; nothing is kept of them.");
  }
}
