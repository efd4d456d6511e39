package uk.onevoice.organisations.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Role;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.organisations.adapter.http.Bodies.Ending;
import uk.onevoice.organisations.adapter.http.Bodies.Identity;
import uk.onevoice.organisations.adapter.http.Bodies.NewRole;
import uk.onevoice.organisations.adapter.http.Bodies.PersonRef;
import uk.onevoice.organisations.adapter.http.Bodies.RoleRef;
import uk.onevoice.organisations.adapter.store.Identities;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.organisation.Organisation;
import uk.onevoice.organisations.domain.organisation.Organisation.Registered;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection;
import uk.onevoice.organisations.domain.person.IdentityHash;
import uk.onevoice.organisations.domain.person.Person;
import uk.onevoice.organisations.domain.person.PersonCommand;
import uk.onevoice.organisations.domain.person.PersonCommand.AppointToRole;
import uk.onevoice.organisations.domain.person.PersonCommand.EndRole;
import uk.onevoice.organisations.domain.person.PersonCommand.LinkIdentity;
import uk.onevoice.organisations.domain.person.PersonCommand.RegisterPerson;
import uk.onevoice.organisations.domain.person.PersonEvent;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.organisations.domain.person.PersonRejection;
import uk.onevoice.organisations.domain.person.RoleHoldingId;
import uk.onevoice.security.AccessRefused;
import uk.onevoice.security.Actor;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;

/** People by reference: their sign-ins and what they hold. */
@Path("/v1/people")
@RunOnVirtualThread
class PeopleResource {
  private static final int LONGEST_ISSUER = 500;

  private final CommandHandler<PersonCommand, Person, PersonEvent, PersonRejection> people;
  private final CommandHandler<
          OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
      organisations;
  private final Identities identities;
  private final Commands commands;
  private final CurrentActor actor;
  private final Ids ids;

  PeopleResource(
      CommandHandler<PersonCommand, Person, PersonEvent, PersonRejection> people,
      CommandHandler<OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
          organisations,
      Identities identities,
      Commands commands,
      CurrentActor actor,
      Ids ids) {
    this.people = people;
    this.organisations = organisations;
    this.identities = identities;
    this.commands = commands;
    this.actor = actor;
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
        organisation == null ? null : name(new OrganisationId(organisation.value())),
        held.period().start(),
        held.period().end());
  }

  private @Nullable String name(OrganisationId id) {
    return organisations.current(RegistryLog.stream(id)).state() instanceof Registered known
        ? known.record().name()
        : null;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Permission("registerPerson")
  public Response register() {
    var id = new PersonId(ids.get());
    return commands.handle(
        people,
        RegistryLog.stream(id),
        new RegisterPerson(id),
        (_, _, _) -> commands.created("/v1/people/" + id, new PersonRef(id)),
        RegistryProblems::of);
  }

  @POST
  @Path("/{id}/identities")
  @Permission("linkIdentity")
  public Response link(@PathParam("id") UUID id, Identity identity) {
    var person = new PersonId(id);
    if (!(people.current(RegistryLog.stream(person)).state() instanceof Person.Registered)) {
      throw Problem.notFound().exception();
    }
    if (identity.issuer().length() > LONGEST_ISSUER
        || identity.subject().length() > LONGEST_ISSUER) {
      throw Problem.invalid("/issuer", "is too long").exception();
    }
    var hash =
        new IdentityHash(
            uk.onevoice.directory.IdentityHash.of(identity.issuer(), identity.subject()).value());
    if (!identities.take(hash, person).equals(person)) {
      throw RegistryProblems.identityTaken().exception();
    }
    return commands.handle(
        people,
        RegistryLog.stream(person),
        new LinkIdentity(hash),
        (_, _, _) -> commands.noContent(),
        RegistryProblems::of);
  }

  @POST
  @Path("/{id}/roles")
  @Permission("appointToRole")
  public Response appoint(@PathParam("id") UUID id, NewRole wish) {
    var person = new PersonId(id);
    var holding = new RoleHoldingId(ids.get());
    return commands.handle(
        people,
        RegistryLog.stream(person),
        new AppointToRole(
            holding,
            wish.role(),
            wish.organisationId(),
            kinds(wish.organisationId()),
            wish.start(),
            wish.end()),
        (_, _, _) ->
            commands.created(
                "/v1/people/" + id + "/roles/" + holding.value(), new RoleRef(holding)),
        RegistryProblems::of);
  }

  private Set<OrganisationKind> kinds(@Nullable OrganisationId id) {
    if (id != null
        && organisations.current(RegistryLog.stream(id)).state() instanceof Registered known) {
      return EnumSet.copyOf(known.record().kinds());
    }
    return Set.of();
  }

  @POST
  @Path("/{id}/roles/{roleHoldingId}/ending")
  @Permission("endRole")
  public Response end(
      @PathParam("id") UUID id, @PathParam("roleHoldingId") UUID holding, Ending wish) {
    return commands.handle(
        people,
        RegistryLog.stream(new PersonId(id)),
        new EndRole(new RoleHoldingId(holding), wish.end()),
        (_, _, _) -> commands.noContent(),
        RegistryProblems::of);
  }
}
