package uk.onevoice.organisations.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.Envelope;
import uk.onevoice.organisations.adapter.http.RightsBodies.Erasure;
import uk.onevoice.organisations.adapter.http.RightsBodies.ExportRef;
import uk.onevoice.organisations.adapter.http.RightsBodies.ExportView;
import uk.onevoice.organisations.adapter.http.RightsBodies.NewRequest;
import uk.onevoice.organisations.adapter.http.RightsBodies.Outcome;
import uk.onevoice.organisations.adapter.http.RightsBodies.RequestRef;
import uk.onevoice.organisations.adapter.store.OpenRequests;
import uk.onevoice.organisations.adapter.store.OpenRequests.OpenRequest;
import uk.onevoice.organisations.adapter.store.PeopleCopy;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.person.Person;
import uk.onevoice.organisations.domain.person.PersonCommand;
import uk.onevoice.organisations.domain.person.PersonCommand.ErasePerson;
import uk.onevoice.organisations.domain.person.PersonEvent;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.organisations.domain.person.PersonRejection;
import uk.onevoice.organisations.domain.rights.ExportId;
import uk.onevoice.organisations.domain.rights.RequestId;
import uk.onevoice.organisations.domain.rights.Rights;
import uk.onevoice.organisations.domain.rights.RightsCommand;
import uk.onevoice.organisations.domain.rights.RightsCommand.AskFor;
import uk.onevoice.organisations.domain.rights.RightsCommand.LiftRestriction;
import uk.onevoice.organisations.domain.rights.RightsCommand.RequestExport;
import uk.onevoice.organisations.domain.rights.RightsCommand.RestrictProcessing;
import uk.onevoice.organisations.domain.rights.RightsCommand.Settle;
import uk.onevoice.organisations.domain.rights.RightsEvent;
import uk.onevoice.organisations.domain.rights.RightsRejection;
import uk.onevoice.organisations.domain.rights.WordsRef;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Circumstances;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;
import uk.onevoice.vault.NewWords;
import uk.onevoice.vault.Subject;
import uk.onevoice.vault.Vault;
import uk.onevoice.vault.rights.SubjectDesk;
import uk.onevoice.vault.rights.SubjectDesk.Typed;

/**
 * People's rights over what is kept about them. The person asks; an administrator, who acts for the
 * controller, decides and does. What one service has not answered yet is told with every answer.
 */
@Path("/v1/people")
@RunOnVirtualThread
class RightsResource {
  private final CommandHandler<RightsCommand, Rights, RightsEvent, RightsRejection> rights;
  private final CommandHandler<PersonCommand, Person, PersonEvent, PersonRejection> people;
  private final PeopleCopy copy;
  private final RightsHistory history;
  private final OpenRequests open;
  private final SubjectDesk desk;
  private final Vault vault;
  private final Commands commands;
  private final CurrentActor actor;
  private final Today today;
  private final Ids ids;
  private final Clock clock;

  RightsResource(
      CommandHandler<RightsCommand, Rights, RightsEvent, RightsRejection> rights,
      CommandHandler<PersonCommand, Person, PersonEvent, PersonRejection> people,
      PeopleCopy copy,
      RightsHistory history,
      OpenRequests open,
      SubjectDesk desk,
      Vault vault,
      Commands commands,
      CurrentActor actor,
      Today today,
      Ids ids,
      Clock clock) {
    this.rights = rights;
    this.people = people;
    this.copy = copy;
    this.history = history;
    this.open = open;
    this.desk = desk;
    this.vault = vault;
    this.commands = commands;
    this.actor = actor;
    this.today = today;
    this.ids = ids;
    this.clock = clock;
  }

  @GET
  @Path("/requests")
  @Permission("listRightsRequests")
  public Page<OpenRequest> requests(
      @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
    var page = PageRequest.of(after, limit);
    var found =
        open.after(
            page.after() == null ? null : PageRequest.uuid("after", page.after()),
            page.limit() + 1);
    var shown = found.subList(0, Math.min(page.limit(), found.size()));
    return new Page<>(
        shown, found.size() > page.limit() ? shown.getLast().requestId().value().toString() : null);
  }

  @GET
  @Path("/{id}/rights")
  @Permission("readRights")
  public Response read(@PathParam("id") UUID id) {
    desk.maySee(id);
    var person = new PersonId(id);
    if (person(person) instanceof Person.Absent) {
      throw Problem.notFound().exception();
    }
    return Response.ok(history.of(person))
        .header("ETag", Versions.etag(rights.current(RegistryLog.rights(person)).version()))
        .build();
  }

  @POST
  @Path("/{id}/requests")
  @Permission("askForRight")
  public Response ask(@PathParam("id") UUID id, NewRequest wish) {
    desk.maySee(id);
    var person = registered(id);
    var request = new RequestId(ids.get());
    if (wish.words() == null || wish.words().isBlank()) {
      return ask(person, request, wish, null);
    }
    var words =
        vault.keep(
            new NewWords(
                "rights-request",
                RegistryLog.rights(person),
                Set.of(new Subject(id)),
                SubjectDesk.checked(new Typed(wish.words())),
                actor.get().ref(),
                null));
    return desk.keptUnlessRepeated(
        words, () -> ask(person, request, wish, new WordsRef(words.value())));
  }

  private Response ask(
      PersonId person, RequestId request, NewRequest wish, @Nullable WordsRef words) {
    return handle(
        person,
        new AskFor(person, request, wish.right(), words, today.get()),
        () -> commands.created("/v1/people/" + person + "/rights", new RequestRef(request)));
  }

  @POST
  @Path("/{id}/requests/{requestId}/settlement")
  @Permission("settleRightsRequest")
  public Response settle(
      @PathParam("id") UUID id, @PathParam("requestId") UUID request, Outcome outcome) {
    return handle(
        recordAsked(new PersonId(id), new RequestId(request)),
        new Settle(new RequestId(request), outcome.outcome()),
        commands::noContent);
  }

  /** Under which of the human being's records it was asked. */
  private PersonId recordAsked(PersonId person, RequestId request) {
    return copy.ask(everybody -> everybody.records(person)).stream()
        .filter(record ->
            rights.current(RegistryLog.rights(record)).state().requests().containsKey(request))
        .findFirst()
        .orElse(person);
  }

  /** It stays with this record; while others are merged with it, it covers them as well. */
  @POST
  @Path("/{id}/restriction")
  @Permission("restrictProcessing")
  @Consumes(MediaType.WILDCARD)
  public Response restrict(@PathParam("id") UUID id) {
    var person = registered(id);
    return handle(person, new RestrictProcessing(person), commands::noContent);
  }

  /** Under whichever record it was restricted. */
  @POST
  @Path("/{id}/restriction/lifting")
  @Permission("liftRestriction")
  @Consumes(MediaType.WILDCARD)
  public Response lift(@PathParam("id") UUID id) {
    var person = registered(id);
    for (PersonId other : copy.ask(everybody -> everybody.otherRecords(person))) {
      rights.handle(
          Envelope.of(
              RegistryLog.rights(other),
              new LiftRestriction(other),
              commands.metadata(Circumstances.NONE),
              clock.instant()));
    }
    return handle(person, new LiftRestriction(person), commands::noContent);
  }

  @POST
  @Path("/{id}/exports")
  @Permission("requestExport")
  @Consumes(MediaType.WILDCARD)
  public Response export(@PathParam("id") UUID id) {
    desk.maySee(id);
    var person = registered(id);
    var export = new ExportId(ids.get());
    return handle(
        person,
        new RequestExport(person, export, today.get()),
        () ->
            commands.created(
                "/v1/people/" + id + "/exports/" + export.value(), new ExportRef(export)));
  }

  @GET
  @Path("/{id}/exports/{exportId}")
  @Permission("readExport")
  public ExportView export(@PathParam("id") UUID id, @PathParam("exportId") UUID export) {
    desk.maySee(id);
    return history.of(new PersonId(id)).exports().stream()
        .filter(one -> one.exportId().value().equals(export))
        .findFirst()
        .orElseThrow(() -> Problem.notFound().exception());
  }

  @POST
  @Path("/{id}/erasure")
  @Permission("erasePerson")
  @Consumes(MediaType.WILDCARD)
  public Response erase(@PathParam("id") UUID id) {
    var person = new PersonId(id);
    eraseOtherRecords(person);
    return commands.handle(
        people,
        RegistryLog.stream(person),
        new ErasePerson(today.get()),
        (_, _, _) -> commands.noContent(),
        PersonProblems::of);
  }

  /** Somebody of whom two records were made one is erased in both; again changes nothing. */
  private void eraseOtherRecords(PersonId person) {
    var metadata = commands.metadata(Circumstances.NONE);
    for (PersonId other : copy.ask(everybody -> everybody.otherRecords(person))) {
      people.handle(
          Envelope.of(
              RegistryLog.stream(other), new ErasePerson(today.get()), metadata, clock.instant()));
    }
  }

  @GET
  @Path("/{id}/erasure")
  @Permission("readErasure")
  public Erasure erasure(@PathParam("id") UUID id) {
    return history.erasure(new PersonId(id)).orElseThrow(() -> Problem.notFound().exception());
  }

  private Response handle(
      PersonId person, RightsCommand command, Supplier<uk.onevoice.eventstore.Answer> answer) {
    return commands.handle(
        rights,
        RegistryLog.rights(person),
        command,
        (_, _, _) -> answer.get(),
        RightsResource::problem);
  }

  private static Problem problem(RightsRejection rejection) {
    return switch (rejection) {
      case RightsRejection.UnknownRequest _ -> Problem.notFound();
      case RightsRejection.SettledAlready _ ->
          Problem.conflict("request-settled", "This request was settled in the other way.");
    };
  }

  private Person person(PersonId id) {
    return people.current(RegistryLog.stream(id)).state();
  }

  /** Nothing can be asked about who was erased. */
  private PersonId registered(UUID id) {
    var person = new PersonId(id);
    return switch (person(person)) {
      case Person.Registered _ -> person;
      case Person.Absent _ -> throw Problem.notFound().exception();
      case Person.Erased _ -> throw SubjectDesk.erased().exception();
    };
  }
}
