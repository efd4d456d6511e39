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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.adapter.http.PlaceBodies.Belonging;
import uk.onevoice.organisations.adapter.http.PlaceBodies.Correction;
import uk.onevoice.organisations.adapter.store.Histories;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.affiliation.Affiliation;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.affiliation.Affiliations;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.CorrectAffiliation;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.VoidAffiliation;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection;
import uk.onevoice.organisations.domain.organisation.Organisation;
import uk.onevoice.organisations.domain.organisation.Organisation.Registered;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection;
import uk.onevoice.organisations.domain.place.Place;
import uk.onevoice.organisations.domain.place.PlaceCommand;
import uk.onevoice.organisations.domain.place.PlaceEvent;
import uk.onevoice.organisations.domain.place.PlaceId;
import uk.onevoice.organisations.domain.place.PlaceRejection;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/** Who belongs to a body with which days, and what was said of an organisation by whom. */
@Path("/v1/organisations")
@RunOnVirtualThread
class MembersResource {
  private final CommandHandler<
          OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
      organisations;
  private final CommandHandler<
          AffiliationsCommand, Affiliations, AffiliationsEvent, AffiliationsRejection>
      affiliations;
  private final CommandHandler<PlaceCommand, Place, PlaceEvent, PlaceRejection> places;
  private final Commands commands;
  private final Membership membership;
  private final Belongings belongings;
  private final Histories histories;
  private final WhoActed who;
  private final RegistryNames names;

  MembersResource(
      CommandHandler<OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
          organisations,
      CommandHandler<AffiliationsCommand, Affiliations, AffiliationsEvent, AffiliationsRejection>
          affiliations,
      CommandHandler<PlaceCommand, Place, PlaceEvent, PlaceRejection> places,
      Commands commands,
      Membership membership,
      Belongings belongings,
      Histories histories,
      WhoActed who,
      RegistryNames names) {
    this.organisations = organisations;
    this.affiliations = affiliations;
    this.places = places;
    this.commands = commands;
    this.membership = membership;
    this.belongings = belongings;
    this.histories = histories;
    this.who = who;
    this.names = names;
  }

  @GET
  @Path("/{id}/members")
  @Permission("listMembers")
  public Page<Belonging> members(
      @PathParam("id") String text,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    var body = registered(PathIds.organisation(text));
    return belongings.of(body.id().value(), membersOf(body), PageRequest.of(after, limit));
  }

  /** How practices belong to it; a body to which none can has no members. */
  private static AffiliationKind membersOf(Registered body) {
    if (body.is(OrganisationKind.LMC)) {
      return AffiliationKind.LMC;
    }
    return body.is(OrganisationKind.PCN) ? AffiliationKind.PCN_CORE : AffiliationKind.FEDERATION;
  }

  private Registered registered(OrganisationId id) {
    if (organisations.current(RegistryLog.stream(id)).state() instanceof Registered known) {
      return known;
    }
    throw Problem.notFound().exception();
  }

  @GET
  @Path("/{id}/history")
  @Permission("readOrganisationHistory")
  public Page<Histories.Entry> history(
      @PathParam("id") String text,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    var id = registered(PathIds.organisation(text)).id();
    return histories.of(
        List.of(RegistryLog.stream(id), RegistryLog.affiliations(id), RegistryLog.purpose(id)),
        id.value(),
        PageRequest.of(after, limit),
        names::of,
        who::names);
  }

  @POST
  @Path("/{id}/affiliations/{affiliationId}/correction")
  @Permission("correctAffiliation")
  public Response correct(
      @PathParam("id") String text,
      @PathParam("affiliationId") UUID affiliationId,
      Correction wish) {
    var member = PathIds.organisation(text);
    var stream = RegistryLog.affiliations(member);
    var known = affiliations.current(stream).state().live().get(affiliationId);
    if (known == null) {
      throw Problem.notFound().exception();
    }
    return handle(
        stream,
        new CorrectAffiliation(
            affiliationId,
            wish.start(),
            wish.end(),
            membership.openPractice(member),
            parentOpen(known)));
  }

  private @Nullable Period parentOpen(Affiliation known) {
    return switch (known.kind()) {
      case PLACE, NEIGHBOURHOOD ->
          places.current(RegistryLog.stream(new PlaceId(UUID.fromString(known.parentId())))).state()
                  instanceof Place.Defined place
              ? place.open()
              : null;
      case PCN_CORE, FEDERATION, LMC, COMMISSIONED_BY, GEOGRAPHY ->
          organisations.current(RegistryLog.stream(new OrganisationId(known.parentId()))).state()
                  instanceof Registered body
              ? Membership.open(body)
              : null;
    };
  }

  @POST
  @Path("/{id}/affiliations/{affiliationId}/voiding")
  @Consumes(MediaType.WILDCARD)
  @Permission("voidAffiliation")
  public Response nullify(
      @PathParam("id") String text, @PathParam("affiliationId") UUID affiliationId) {
    return handle(
        RegistryLog.affiliations(PathIds.organisation(text)), new VoidAffiliation(affiliationId));
  }

  private Response handle(String stream, AffiliationsCommand command) {
    return commands.handle(
        affiliations, stream, command, (_, _, _) -> commands.noContent(), RegistryProblems::of);
  }
}
