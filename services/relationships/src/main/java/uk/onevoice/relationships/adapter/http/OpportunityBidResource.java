package uk.onevoice.relationships.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import uk.onevoice.relationships.adapter.http.OpportunityBodies.Host;
import uk.onevoice.relationships.adapter.http.OpportunityBodies.Joined;
import uk.onevoice.relationships.adapter.http.OpportunityBodies.Named;
import uk.onevoice.relationships.adapter.http.OpportunityBodies.Organisation;
import uk.onevoice.relationships.adapter.http.OpportunityBodies.Person;
import uk.onevoice.relationships.adapter.http.OpportunityBodies.PersonGone;
import uk.onevoice.relationships.adapter.http.OpportunityBodies.WarningOf;
import uk.onevoice.relationships.adapter.http.OpportunityWall.Inside;
import uk.onevoice.relationships.domain.opportunity.Bidder;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.DropCompetitor;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.Join;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.Leave;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.NamePerson;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.NoteCompetitor;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.RemovePerson;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.SetHost;
import uk.onevoice.relationships.domain.opportunity.Side;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;

/** Who bids, against whom, and which people are let in. For those named for general practice. */
@Path("/v1/opportunities/{id}")
@RunOnVirtualThread
class OpportunityBidResource {
  private final OpportunityDesk desk;
  private final OpportunityWall wall;
  private final OpportunityFacts facts;
  private final Commands commands;
  private final Today today;

  OpportunityBidResource(
      OpportunityDesk desk,
      OpportunityWall wall,
      OpportunityFacts facts,
      Commands commands,
      Today today) {
    this.desk = desk;
    this.wall = wall;
    this.facts = facts;
    this.commands = commands;
    this.today = today;
  }

  @POST
  @Path("/partners")
  @Permission("joinOpportunity")
  public Response join(@PathParam("id") UUID id, Organisation wish) {
    Inside inside = wall.forWriting(id);
    Bidder bidder = facts.bidder(wish.organisationId());
    return desk.handle(
        inside,
        new Join(inside.opened().opening().opportunityId(), bidder, today.get()),
        (_, _, _) -> commands.ok(new Joined(warnings(inside, bidder))));
  }

  private List<WarningOf> warnings(Inside inside, Bidder bidder) {
    return bidder.side() == Side.PARTNER
        ? facts.warnings(inside.opened().opening().placeId(), List.of(bidder.organisationId()))
        : List.of();
  }

  @POST
  @Path("/partners/removals")
  @Permission("leaveOpportunity")
  public Response leave(@PathParam("id") UUID id, Organisation wish) {
    Inside inside = wall.forWriting(id);
    return desk.handle(
        inside,
        opportunity ->
            new Leave(
                opportunity, wish.organisationId(), facts.acting(inside.opened()), today.get()));
  }

  @POST
  @Path("/people")
  @Permission("namePersonInOpportunity")
  public Response name(@PathParam("id") UUID id, Person wish) {
    Inside inside = wall.forWriting(id);
    var person = wall.asNamed(wish.personId(), inside.opened());
    return desk.handle(
        inside,
        new NamePerson(
            inside.opened().opening().opportunityId(),
            person,
            wish.organisationId(),
            facts.holdsRoleAt(person, wish.organisationId())),
        (_, _, _) ->
            commands.ok(new Named(facts.conflicts(person, inside.opened().competitors()))));
  }

  @POST
  @Path("/people/removals")
  @Permission("removePersonFromOpportunity")
  public Response remove(@PathParam("id") UUID id, PersonGone wish) {
    Inside inside = wall.forWriting(id);
    return desk.handle(
        inside,
        opportunity ->
            new RemovePerson(
                opportunity,
                wall.asNamed(wish.personId(), inside.opened()),
                facts.acting(inside.opened())));
  }

  @POST
  @Path("/competitors")
  @Permission("noteCompetitor")
  public Response note(@PathParam("id") UUID id, Organisation wish) {
    return desk.handle(
        wall.forWriting(id),
        opportunity -> new NoteCompetitor(opportunity, facts.bidder(wish.organisationId())));
  }

  @POST
  @Path("/competitors/removals")
  @Permission("dropCompetitor")
  public Response drop(@PathParam("id") UUID id, Organisation wish) {
    return desk.handle(
        wall.forWriting(id), opportunity -> new DropCompetitor(opportunity, wish.organisationId()));
  }

  @POST
  @Path("/host")
  @Permission("setHostOfOpportunity")
  public Response host(@PathParam("id") UUID id, Host wish) {
    return desk.handle(
        wall.forWriting(id),
        opportunity ->
            new SetHost(
                opportunity,
                facts.bidder(wish.hostId()),
                wish.leadId() == null ? null : facts.bidder(wish.leadId())));
  }
}
