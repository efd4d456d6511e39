package uk.onevoice.vault.rights;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.PersonId;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.kernel.ActorRef;
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
 * keeps about that person, under each record that was merged with the one asked for. For everybody
 * else there is nothing here.
 *
 * <p>Each service has a resource of its own that gives it an address and nothing else: path and
 * operation are annotations, fixed when the service is built, and differ between services (the
 * first segment of a path belongs to one service, the operation is a row of the matrix). One class
 * for all would answer at the addresses of the others.
 */
@ApplicationScoped
public class SubjectDesk {
  private static final int LONGEST = 4_000;

  private final String service;
  private final Directory directory;
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
      Directory directory,
      Vault vault,
      Disclosure disclosure,
      Mentions mentions,
      CommandHandler<SubjectCommand, SubjectRights, SubjectEvent, SubjectRejection> subjects,
      Commands commands,
      CurrentActor actor,
      Scope scope) {
    this.service = service;
    this.directory = directory;
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
   * @param only ABOUT for the events that name the person, ENTERED for what they entered about
   *     something else, null for both
   */
  public PersonRecord record(
      UUID person,
      @Nullable String why,
      @Nullable String only,
      @Nullable String after,
      @Nullable String limit) {
    boolean self = maySee(person);
    var page = PageRequest.of(after, limit);
    var which = Mentions.Only.of(only);
    var records = records(person);
    List<Words> words =
        page.after() != null || which == Mentions.Only.ENTERED
            ? List.of()
            : self
                ? disclosure.toThemself(records)
                : disclosure.to(actor.get().ref(), purpose(why), records);
    return new PersonRecord(
        person,
        service,
        words.stream().map(each -> WordsView.of(each, records)).toList(),
        mentions.of(
            records.stream().map(Subject::value).collect(Collectors.toUnmodifiableSet()),
            which,
            page));
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
            records(person),
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
    var records = records(person);
    var words = words(records, ref);
    if (self && !wroteThemself(words, records)) {
      throw new AccessRefused(AccessRefused.Reason.NOT_ALLOWED);
    }
    vault.rectify(words, checked(typed), by);
    var record = recordOf(words, person);
    return commands.handle(
        subjects,
        SubjectRights.stream(record),
        new SubjectCommand.RectifyWords(record, ref),
        (_, _, _) -> commands.noContent(),
        SubjectDesk::problem);
  }

  /** Sets the person's own view beside words about them. */
  public Response answer(UUID person, UUID ref, Typed typed) {
    maySee(person);
    var words = words(records(person), ref);
    var record = recordOf(words, person);
    var stream = SubjectRights.stream(record);
    var statement =
        vault.keepBeside(
            words.ref(),
            new NewWords(
                "counter-statement",
                stream,
                Set.of(new Subject(record)),
                checked(typed),
                actor.get().ref(),
                words.expires()));
    return keptUnlessRepeated(
        statement,
        () ->
            commands.handle(
                subjects,
                stream,
                new SubjectCommand.AddCounterStatement(record, ref, statement.value()),
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

  private Words words(Set<Subject> records, UUID ref) {
    return vault
        .find(new VaultRef(ref))
        .filter(found -> found.about().stream().anyMatch(records::contains))
        .orElseThrow(() ->
            Problem.of(410, "words-gone", "No such words are kept about this person.").exception());
  }

  private static boolean wroteThemself(Words words, Set<Subject> records) {
    return records.stream()
        .map(record -> ActorRef.person(record.value().toString()).value())
        .anyMatch(words.writtenBy()::equals);
  }

  /**
   * The record that the words are about: what is done to them goes with it when records are parted.
   */
  private UUID recordOf(Words words, UUID person) {
    var asked = new Subject(person);
    if (words.about().contains(asked)) {
      return person;
    }
    var records = records(person);
    return words.about().stream()
        .filter(records::contains)
        .map(Subject::value)
        .findFirst()
        .orElse(person);
  }

  /** All records of the human being, so that a question about one of them is about them all. */
  private Set<Subject> records(UUID person) {
    return directory.records(new PersonId(person)).stream()
        .map(record -> new Subject(record.value()))
        .collect(Collectors.toUnmodifiableSet());
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
    return scope.isThemself(directory.standing(new PersonId(person)));
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
