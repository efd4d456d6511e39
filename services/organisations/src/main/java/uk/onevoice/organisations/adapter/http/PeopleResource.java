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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Role;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.organisations.adapter.http.Bodies.Identity;
import uk.onevoice.organisations.adapter.http.Bodies.PersonRef;
import uk.onevoice.organisations.adapter.http.PersonBodies.Merge;
import uk.onevoice.organisations.adapter.http.PersonBodies.Name;
import uk.onevoice.organisations.adapter.http.PersonBodies.NameSearch;
import uk.onevoice.organisations.adapter.http.PersonBodies.WorkContact;
import uk.onevoice.organisations.adapter.http.PersonView.PersonList;
import uk.onevoice.organisations.adapter.store.Identities;
import uk.onevoice.organisations.adapter.store.OneMergeAtATime;
import uk.onevoice.organisations.adapter.store.PeopleCopy;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.person.IdentityHash;
import uk.onevoice.organisations.domain.person.Person;
import uk.onevoice.organisations.domain.person.PersonCommand;
import uk.onevoice.organisations.domain.person.PersonCommand.LinkIdentity;
import uk.onevoice.organisations.domain.person.PersonCommand.MergeInto;
import uk.onevoice.organisations.domain.person.PersonCommand.RectifyName;
import uk.onevoice.organisations.domain.person.PersonCommand.RegisterPerson;
import uk.onevoice.organisations.domain.person.PersonCommand.SetWorkContact;
import uk.onevoice.organisations.domain.person.PersonCommand.UndoMerge;
import uk.onevoice.organisations.domain.person.PersonEvent;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.organisations.domain.person.PersonRejection;
import uk.onevoice.organisations.domain.person.RoleHoldingId;
import uk.onevoice.security.AccessRefused;
import uk.onevoice.security.Actor;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Parts;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;

/** People: who they are, how they sign in, and which of them are one. */
@Path("/v1/people")
@RunOnVirtualThread
class PeopleResource {
  private static final int LONGEST_ISSUER = 500;

  private final CommandHandler<PersonCommand, Person, PersonEvent, PersonRejection> people;
  private final PeopleCopy copy;
  private final Identities identities;
  private final PeopleReading reading;
  private final PeopleSearch search;
  private final PersonHistory history;
  private final PersonWords words;
  private final OneMergeAtATime merges;
  private final Commands commands;
  private final CurrentActor actor;
  private final Parts parts;
  private final Scope scope;
  private final Today today;
  private final Ids ids;

  PeopleResource(
      CommandHandler<PersonCommand, Person, PersonEvent, PersonRejection> people,
      PeopleCopy copy,
      Identities identities,
      PeopleReading reading,
      PeopleSearch search,
      PersonHistory history,
      PersonWords words,
      OneMergeAtATime merges,
      Commands commands,
      CurrentActor actor,
      Parts parts,
      Scope scope,
      Today today,
      Ids ids) {
    this.people = people;
    this.copy = copy;
    this.identities = identities;
    this.reading = reading;
    this.search = search;
    this.history = history;
    this.words = words;
    this.merges = merges;
    this.commands = commands;
    this.actor = actor;
    this.parts = parts;
    this.scope = scope;
    this.today = today;
    this.ids = ids;
  }

  /** Who is asking, as the registry knows them. */
  record Me(PersonId personId, List<Holding> roleHoldings) {}

  /**
   * @param end the first day after the last
   */
  record Holding(
      RoleHoldingId roleHoldingId,
      Role role,
      @Nullable String organisationId,
      @Nullable String organisationName,
      LocalDate start,
      @Nullable LocalDate end) {}

  @GET
  @Path("/me")
  @Permission("readMe")
  public Me me() {
    return switch (actor.get()) {
      case Actor.PersonActor person ->
          new Me(
              new PersonId(person.person().value()),
              person.holdings().stream().map(this::holding).toList());
      case Actor.ClientActor _ -> throw new AccessRefused(AccessRefused.Reason.NOT_ALLOWED);
    };
  }

  private Holding holding(RoleHolding held) {
    var organisation = held.organisation();
    return new Holding(
        new RoleHoldingId(held.id().value()),
        held.role(),
        organisation == null ? null : organisation.value(),
        organisation == null ? null : reading.name(new OrganisationId(organisation.value())),
        held.period().start(),
        held.period().end());
  }

  @GET
  @Permission("listPeople")
  public PersonList list(
      @QueryParam("organisationId") @Nullable String organisation,
      @QueryParam("role") @Nullable String role,
      @QueryParam("due") @Nullable String due,
      @QueryParam("sort") @Nullable String sort,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    return search.page(
        PeopleSearch.Question.ofList(organisation, role, due, sort),
        Viewer.of(actor.get(), parts),
        PageRequest.of(after, limit));
  }

  /**
   * A read, though it is posted: a name stands in no address, which logs and histories keep.
   * Nothing is remembered of it, under no key either.
   */
  @POST
  @Path("/searches")
  @Permission("searchPeople")
  public PersonList search(
      NameSearch wish,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    return search.page(
        PeopleSearch.Question.ofName(wish),
        Viewer.of(actor.get(), parts),
        PageRequest.of(after, limit));
  }

  @POST
  @Permission("registerPerson")
  public Response register(Name wish) {
    var id = new PersonId(ids.get());
    var nameRef = words.keepName(id, PersonWords.name(wish.name()));
    return words.with(
        List.of(nameRef),
        () ->
            commands.handle(
                people,
                RegistryLog.stream(id),
                new RegisterPerson(id, nameRef),
                (_, _, _) -> commands.created("/v1/people/" + id, new PersonRef(id)),
                PersonProblems::of));
  }

  /** A reference to a record that was merged away leads to who stands for it. */
  @GET
  @Path("/{id}")
  @Permission("readPerson")
  public Response read(@PathParam("id") UUID id) {
    var viewer = Viewer.of(actor.get(), parts);
    var person =
        reading.visible(new PersonId(id), viewer).orElseThrow(() -> Problem.notFound().exception());
    return Response.ok(reading.one(person, viewer, today.get()))
        .header("ETag", Versions.etag(people.current(RegistryLog.stream(person.id())).version()))
        .build();
  }

  @GET
  @Path("/{id}/history")
  @Permission("readPersonHistory")
  public PersonView.History history(@PathParam("id") UUID id) {
    var viewer = Viewer.of(actor.get(), parts);
    var person =
        reading.visible(new PersonId(id), viewer).orElseThrow(() -> Problem.notFound().exception());
    scope.isThemself(new uk.onevoice.directory.PersonId(person.id().value()));
    return history.of(person, viewer);
  }

  @GET
  @Path("/{id}/duplicates")
  @Permission("listDuplicates")
  public PersonView.DuplicateList duplicates(@PathParam("id") UUID id) {
    var viewer = Viewer.of(actor.get(), parts);
    return reading
        .visible(new PersonId(id), viewer)
        .map(person -> new PersonView.DuplicateList(search.duplicates(person, viewer)))
        .orElseThrow(() -> Problem.notFound().exception());
  }

  @POST
  @Path("/{id}/names")
  @Permission("renamePerson")
  public Response rename(@PathParam("id") UUID id, Name wish) {
    var person = registered(id);
    var nameRef = words.keepName(person, PersonWords.name(wish.name()));
    return words.with(List.of(nameRef), () -> change(person, new RectifyName(nameRef)));
  }

  /** For the person, who alone knows whether they want to be shown, and for an administrator. */
  @POST
  @Path("/{id}/contact")
  @Permission("setWorkContact")
  public Response contact(@PathParam("id") UUID id, WorkContact wish) {
    scope.isThemself(new uk.onevoice.directory.PersonId(id));
    var person = registered(id);
    var email = PersonWords.email(wish.email());
    var telephone = PersonWords.telephone(wish.telephone());
    var refs = new ArrayList<UUID>();
    var emailRef = email == null ? null : words.keep(person, "person-email", email);
    if (emailRef != null) {
      refs.add(emailRef);
    }
    var telephoneRef = telephone == null ? null : words.keep(person, "person-telephone", telephone);
    if (telephoneRef != null) {
      refs.add(telephoneRef);
    }
    return words.with(
        refs, () -> change(person, new SetWorkContact(emailRef, telephoneRef, wish.shown())));
  }

  /** This record is the same human being as another, which stands from now on. */
  @POST
  @Path("/{id}/merge")
  @Permission("mergePerson")
  public Response merge(@PathParam("id") UUID id, Merge wish) {
    return merges.take(() -> {
      boolean stands =
          people.current(RegistryLog.stream(wish.into())).state() instanceof Person.Registered other
              && other.mergedInto() == null;
      var person = new PersonId(id);
      var heldTwice = copy.ask(everybody -> everybody.heldTwice(person, wish.into()));
      return change(
          person,
          new MergeInto(wish.into(), stands, heldTwice.isEmpty() ? null : heldTwice.getFirst()));
    });
  }

  @POST
  @Path("/{id}/merge/undoing")
  @Consumes(MediaType.WILDCARD)
  @Permission("undoMerge")
  public Response undoMerge(@PathParam("id") UUID id) {
    return merges.take(() -> change(new PersonId(id), new UndoMerge()));
  }

  /** Before anything is kept about somebody: are they there? */
  private PersonId registered(UUID id) {
    var person = new PersonId(id);
    if (!(people.current(RegistryLog.stream(person)).state() instanceof Person.Registered)) {
      throw Problem.notFound().exception();
    }
    return person;
  }

  private Response change(PersonId person, PersonCommand command) {
    return commands.handle(
        people,
        RegistryLog.stream(person),
        command,
        (_, _, _) -> commands.noContent(),
        PersonProblems::of);
  }

  @POST
  @Path("/{id}/identities")
  @Permission("linkIdentity")
  public Response link(@PathParam("id") UUID id, Identity identity) {
    var person = registered(id);
    if (identity.issuer().length() > LONGEST_ISSUER
        || identity.subject().length() > LONGEST_ISSUER) {
      throw Problem.invalid("/issuer", "is too long").exception();
    }
    var hash =
        new IdentityHash(
            uk.onevoice.directory.IdentityHash.of(identity.issuer(), identity.subject()).value());
    if (!identities.take(hash, person).equals(person)) {
      throw PersonProblems.identityTaken().exception();
    }
    return change(person, new LinkIdentity(hash));
  }
}
