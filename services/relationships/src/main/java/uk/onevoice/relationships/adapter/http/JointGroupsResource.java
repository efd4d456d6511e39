package uk.onevoice.relationships.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.Organisation;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.relationships.adapter.http.JointGroupAnswers.JointGroupRow;
import uk.onevoice.relationships.adapter.http.JointGroupAnswers.OwnJointGroup;
import uk.onevoice.relationships.adapter.http.JointGroupBodies.DissolveJointGroup;
import uk.onevoice.relationships.adapter.http.JointGroupBodies.FormJointGroup;
import uk.onevoice.relationships.adapter.http.JointGroupBodies.GroupRef;
import uk.onevoice.relationships.adapter.http.JointGroupBodies.RenameJointGroup;
import uk.onevoice.relationships.adapter.store.JointGroupLog;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.jointgroup.GroupId;
import uk.onevoice.relationships.domain.jointgroup.JointGroup;
import uk.onevoice.relationships.domain.jointgroup.JointGroup.Formed;
import uk.onevoice.relationships.domain.jointgroup.JointGroupCommand;
import uk.onevoice.relationships.domain.jointgroup.JointGroupCommand.Dissolve;
import uk.onevoice.relationships.domain.jointgroup.JointGroupCommand.Form;
import uk.onevoice.relationships.domain.jointgroup.JointGroupCommand.Rename;
import uk.onevoice.relationships.domain.jointgroup.JointGroupCommand.Restore;
import uk.onevoice.relationships.domain.jointgroup.JointGroupEvent;
import uk.onevoice.relationships.domain.jointgroup.JointGroupEvent.JointGroupFormed;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection;
import uk.onevoice.security.Parts;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.listing.FirstEvents;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;

/** Joint groups: formed and kept by leaders of general practice, read by who sits in them. */
@Path("/v1/relationships/joint-groups")
@RunOnVirtualThread
class JointGroupsResource {
  private final CommandHandler<JointGroupCommand, JointGroup, JointGroupEvent, JointGroupRejection>
      groups;
  private final FirstEvents<JointGroupFormed> ofPlaces;
  private final JointGroupLog.OfPerson ofPersons;
  private final JointGroupDesk desk;
  private final JointGroupViews views;
  private final Commands commands;
  private final Directory directory;
  private final Scope scope;
  private final Parts parts;
  private final Ids ids;

  JointGroupsResource(
      CommandHandler<JointGroupCommand, JointGroup, JointGroupEvent, JointGroupRejection> groups,
      FirstEvents<JointGroupFormed> ofPlaces,
      JointGroupLog.OfPerson ofPersons,
      JointGroupDesk desk,
      JointGroupViews views,
      Commands commands,
      Directory directory,
      Scope scope,
      Parts parts,
      Ids ids) {
    this.groups = groups;
    this.ofPlaces = ofPlaces;
    this.ofPersons = ofPersons;
    this.desk = desk;
    this.views = views;
    this.commands = commands;
    this.directory = directory;
    this.scope = scope;
    this.parts = parts;
    this.ids = ids;
  }

  @POST
  @Permission("formJointGroup")
  public Response form(FormJointGroup wish) {
    var place = new uk.onevoice.directory.PlaceId(wish.placeId().value());
    var role = scope.in(place).organisation();
    GroupId id = new GroupId(ids.get());
    return commands.handle(
        groups,
        JointGroupLog.stream(id),
        new Form(
            id,
            wish.placeId(),
            wish.organisationId(),
            isPartner(wish.organisationId()),
            wish.name(),
            desk.day(wish.on()),
            desk.today()),
        desk.created(id, new GroupRef(id)),
        JointGroupProblems::of,
        desk.circumstances(place, role == null ? null : new OrganisationId(role.value())));
  }

  private boolean isPartner(OrganisationId organisation) {
    return directory
        .organisation(JointGroupDesk.inDirectory(organisation))
        .filter(it -> it.openOn(desk.today()))
        .filter(it -> !it.isGeneralPractice())
        .map(Organisation::id)
        .isPresent();
  }

  @GET
  @Permission("listJointGroups")
  public Page<JointGroupRow> ofPlace(
      @QueryParam("placeId") @Nullable String placeId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    UUID place = PageRequest.uuid("placeId", placeId);
    if (!scope.covers(new uk.onevoice.directory.PlaceId(place))) {
      throw scope.refusal();
    }
    Page<JointGroupFormed> page = ofPlaces.page(place.toString(), request);
    return new Page<>(
        page.items().stream()
            .map(formed -> desk.there(formed.groupId().value()))
            .map(views::row)
            .toList(),
        page.next());
  }

  /** Those in which the caller sits, in the capacity of this request. */
  @GET
  @Path("/own")
  @Permission("listOwnJointGroups")
  public Page<OwnJointGroup> own(
      @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    UUID from = request.after() == null ? null : PageRequest.uuid("after", request.after());
    List<GroupId> found = ofPersons.page(desk.ownRecords(), from, request.limit());
    List<GroupId> page = found.subList(0, Math.min(found.size(), request.limit()));
    return new Page<>(
        page.stream()
            .map(id -> desk.there(id.value()))
            .map(group -> desk.seat(group).map(seat -> views.own(group, seat)).orElse(null))
            .filter(Objects::nonNull)
            .toList(),
        found.size() > request.limit() ? page.getLast().value().toString() : null);
  }

  @GET
  @Path("/{id}")
  @Permission("readJointGroup")
  public Response read(@PathParam("id") UUID id) {
    Formed group = desk.there(id);
    var place = JointGroupDesk.place(group);
    var seat = desk.seat(group);
    if (seat.isEmpty() && !scope.covers(place)) {
      throw Problem.notFound().exception();
    }
    return Response.ok(
            seat.map(own -> views.forMember(group, own))
                .orElseGet(() -> views.summary(group, parts.shows("jointGroup.seats", place))))
        .header("ETag", Versions.etag(desk.version(group.terms().groupId())))
        .build();
  }

  @POST
  @Path("/{id}/name")
  @Permission("renameJointGroup")
  public Response rename(@PathParam("id") UUID id, RenameJointGroup wish) {
    return desk.handleKept(desk.kept(id), new Rename(new GroupId(id), wish.name()));
  }

  @POST
  @Path("/{id}/dissolution")
  @Permission("dissolveJointGroup")
  public Response dissolve(@PathParam("id") UUID id, DissolveJointGroup wish) {
    return desk.handleKept(
        desk.kept(id), new Dissolve(new GroupId(id), desk.day(wish.on()), desk.today()));
  }

  @POST
  @Path("/{id}/restoration")
  @Permission("restoreJointGroup")
  public Response restore(@PathParam("id") UUID id) {
    return desk.handleKept(desk.kept(id), new Restore(new GroupId(id)));
  }
}
