package uk.onevoice.organisations.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.organisations.adapter.http.Bodies.Ending;
import uk.onevoice.organisations.adapter.http.Bodies.NewMembers;
import uk.onevoice.organisations.adapter.http.Bodies.NewName;
import uk.onevoice.organisations.adapter.http.Bodies.NewOrganisation;
import uk.onevoice.organisations.adapter.http.Bodies.OrganisationRef;
import uk.onevoice.organisations.adapter.http.Bodies.Reopening;
import uk.onevoice.organisations.adapter.http.Bodies.SectorOf;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.affiliation.Affiliations;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.EndAffiliation;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.TakeBack;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection;
import uk.onevoice.organisations.domain.organisation.Organisation;
import uk.onevoice.organisations.domain.organisation.Organisation.Registered;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.Close;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.RegisterLocal;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.Rename;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.Reopen;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.SetSector;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection;
import uk.onevoice.organisations.domain.place.Place;
import uk.onevoice.organisations.domain.place.PlaceCommand;
import uk.onevoice.organisations.domain.place.PlaceEvent;
import uk.onevoice.organisations.domain.place.PlaceId;
import uk.onevoice.organisations.domain.place.PlaceRejection;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;

/** Organisations: read by everybody; bodies of our own kinds are entered by the keeper. */
@Path("/v1/organisations")
@RunOnVirtualThread
class OrganisationsResource {
  private final CommandHandler<
          OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
      organisations;
  private final CommandHandler<
          AffiliationsCommand, Affiliations, AffiliationsEvent, AffiliationsRejection>
      affiliations;
  private final CommandHandler<PlaceCommand, Place, PlaceEvent, PlaceRejection> places;
  private final EventStore store;
  private final RegistryLog log;
  private final Commands commands;
  private final Membership membership;
  private final Today today;
  private final Ids ids;

  OrganisationsResource(
      CommandHandler<OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
          organisations,
      CommandHandler<AffiliationsCommand, Affiliations, AffiliationsEvent, AffiliationsRejection>
          affiliations,
      CommandHandler<PlaceCommand, Place, PlaceEvent, PlaceRejection> places,
      EventStore store,
      RegistryLog log,
      Commands commands,
      Membership membership,
      Today today,
      Ids ids) {
    this.organisations = organisations;
    this.affiliations = affiliations;
    this.places = places;
    this.store = store;
    this.log = log;
    this.commands = commands;
    this.membership = membership;
    this.today = today;
    this.ids = ids;
  }

  @POST
  @Permission("registerOrganisation")
  public Response register(NewOrganisation wish) {
    var id = new OrganisationId(ids.get().toString());
    return commands.handle(
        organisations,
        RegistryLog.stream(id),
        new RegisterLocal(id, wish.kind(), wish.name(), wish.start()),
        (_, _, _) -> commands.created("/v1/organisations/" + id, new OrganisationRef(id)),
        RegistryProblems::of);
  }

  @GET
  @Path("/{id}")
  @Permission("readOrganisation")
  public Response read(@PathParam("id") String text) {
    var id = PathIds.organisation(text);
    var stream = RegistryLog.stream(id);
    var current = organisations.current(stream);
    if (!(current.state() instanceof Registered known)) {
      throw Problem.notFound().exception();
    }
    var belongs =
        affiliations.current(RegistryLog.affiliations(id)).state().all().stream().toList();
    var names = new HashMap<String, String>();
    belongs.forEach(each -> putName(each.kind(), each.parentId(), names));
    known.successors().values().stream()
        .flatMap(List::stream)
        .forEach(successor -> putName(successor.value(), names));
    var history =
        store.stream(stream, 0).stream()
            .map(stored ->
                OrganisationView.entry(
                    (OrganisationEvent) log.read(stored), stored.recordedAt(), names))
            .toList();
    return Response.ok(OrganisationView.of(known, today.get(), belongs, names, history))
        .header("ETag", Versions.etag(current.version()))
        .build();
  }

  private void putName(AffiliationKind kind, String parent, Map<String, String> names) {
    if (names.containsKey(parent)) {
      return;
    }
    if (kind == AffiliationKind.PLACE || kind == AffiliationKind.NEIGHBOURHOOD) {
      var place = places.current(RegistryLog.stream(new PlaceId(UUID.fromString(parent))));
      if (place.state() instanceof Place.Defined defined) {
        names.put(parent, defined.name(today.get()));
      }
    } else {
      putName(parent, names);
    }
  }

  private void putName(String organisation, Map<String, String> names) {
    if (!names.containsKey(organisation)
        && organisations.current(RegistryLog.stream(new OrganisationId(organisation))).state()
            instanceof Registered known) {
      names.put(organisation, known.record().name());
    }
  }

  @POST
  @Path("/{id}/names")
  @Permission("renameOrganisation")
  public Response rename(@PathParam("id") String id, NewName wish) {
    return change(id, new Rename(wish.name(), wish.from()));
  }

  @POST
  @Path("/{id}/closing")
  @Permission("closeOrganisation")
  public Response close(@PathParam("id") String id, Ending wish) {
    return change(id, new Close(wish.end()));
  }

  @POST
  @Path("/{id}/reopening")
  @Permission("reopenOrganisation")
  public Response reopen(@PathParam("id") String id, Reopening wish) {
    return change(id, new Reopen(wish.from()));
  }

  @POST
  @Path("/{id}/sector")
  @Permission("setSector")
  public Response sector(@PathParam("id") String id, SectorOf wish) {
    return change(id, new SetSector(wish.sector()));
  }

  private Response change(String id, OrganisationCommand command) {
    return commands.handle(
        organisations,
        RegistryLog.stream(PathIds.organisation(id)),
        command,
        (_, _, _) -> commands.noContent(),
        RegistryProblems::of);
  }

  @POST
  @Path("/{id}/members")
  @Permission("addMembers")
  public Response members(@PathParam("id") String text, NewMembers wish) {
    var id = PathIds.organisation(text);
    var stream = RegistryLog.stream(id);
    if (!(organisations.current(stream).state() instanceof Registered body)) {
      throw Problem.notFound().exception();
    }
    var kind =
        switch (wish.kind()) {
          case FEDERATION -> OrganisationKind.FEDERATION;
          case LMC -> OrganisationKind.LMC;
          case PCN_CORE, PLACE, NEIGHBOURHOOD, COMMISSIONED_BY, GEOGRAPHY ->
              throw RegistryProblems.saidByFiles()
                  .at("/kind", "must be FEDERATION or LMC")
                  .exception();
        };
    if (!body.is(kind)) {
      throw Problem.unprocessable("kind-does-not-fit", "The body is of another kind.")
          .at("/kind", "must be the kind of the body")
          .exception();
    }
    return membership.handle(
        wish.memberIds(),
        "memberIds",
        stream,
        Membership.start(id.value(), Membership.open(body), wish.kind(), wish.start()));
  }

  @POST
  @Path("/{id}/affiliations/{affiliationId}/ending")
  @Permission("endAffiliation")
  public Response endAffiliation(
      @PathParam("id") String id, @PathParam("affiliationId") UUID affiliation, Ending wish) {
    return commands.handle(
        affiliations,
        RegistryLog.affiliations(PathIds.organisation(id)),
        new EndAffiliation(affiliation, wish.end()),
        (_, _, _) -> commands.noContent(),
        RegistryProblems::of);
  }

  @POST
  @Path("/{id}/affiliations/{affiliationId}/taking-back")
  @Permission("takeAssignmentBack")
  @Consumes(MediaType.WILDCARD)
  public Response takeBack(
      @PathParam("id") String id, @PathParam("affiliationId") UUID affiliation) {
    return commands.handle(
        affiliations,
        RegistryLog.affiliations(PathIds.organisation(id)),
        new TakeBack(affiliation),
        (_, _, _) -> commands.noContent(),
        RegistryProblems::of);
  }
}
