package uk.onevoice.relationships.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.PlaceId;
import uk.onevoice.eventstore.Answering;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.adapter.http.JointGroupBodies.NoteRef;
import uk.onevoice.relationships.adapter.http.JointGroupDesk.Seated;
import uk.onevoice.relationships.adapter.store.JointGroupLog;
import uk.onevoice.relationships.adapter.store.KnownMandates;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.jointgroup.GroupId;
import uk.onevoice.relationships.domain.jointgroup.JointGroup.Formed;
import uk.onevoice.relationships.domain.jointgroup.NoteId;
import uk.onevoice.relationships.domain.jointgroup.OwnSide;
import uk.onevoice.relationships.domain.jointgroup.OwnSide.Citation;
import uk.onevoice.relationships.domain.jointgroup.OwnSideCommand;
import uk.onevoice.relationships.domain.jointgroup.OwnSideCommand.CiteMandate;
import uk.onevoice.relationships.domain.jointgroup.OwnSideCommand.KeepNote;
import uk.onevoice.relationships.domain.jointgroup.OwnSideCommand.UnciteMandate;
import uk.onevoice.relationships.domain.jointgroup.OwnSideCommand.WithdrawNote;
import uk.onevoice.relationships.domain.jointgroup.OwnSideEvent;
import uk.onevoice.relationships.domain.jointgroup.OwnSideRejection;
import uk.onevoice.relationships.domain.jointgroup.Seat;
import uk.onevoice.relationships.domain.jointgroup.Side;
import uk.onevoice.relationships.domain.mandate.KnownMandate;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;
import uk.onevoice.vault.TypedWords;
import uk.onevoice.vault.Vault;
import uk.onevoice.vault.VaultRef;

/**
 * What general practice keeps for itself about a joint group: under which mandate its half sits,
 * and notes. For the partner's members none of it is there, and nothing that they read is made from
 * it.
 */
@Path("/v1/relationships/joint-groups/{id}/general-practice")
@RunOnVirtualThread
class JointGroupOwnSideResource {
  private final CommandHandler<OwnSideCommand, OwnSide, OwnSideEvent, OwnSideRejection> ownSides;
  private final JointGroupDesk desk;
  private final KnownMandates mandates;
  private final TypedWords words;
  private final Vault vault;
  private final Commands commands;
  private final Scope scope;
  private final Ids ids;

  JointGroupOwnSideResource(
      CommandHandler<OwnSideCommand, OwnSide, OwnSideEvent, OwnSideRejection> ownSides,
      JointGroupDesk desk,
      KnownMandates mandates,
      TypedWords words,
      Vault vault,
      Commands commands,
      Scope scope,
      Ids ids) {
    this.ownSides = ownSides;
    this.desk = desk;
    this.mandates = mandates;
    this.words = words;
    this.vault = vault;
    this.commands = commands;
    this.scope = scope;
    this.ids = ids;
  }

  /**
   * @param exposed whether the half of general practice lacks something to speak for more than
   *     itself
   * @param lacks what that is
   * @param endedOn the first day on which the cited mandate was not in force any more; null while
   *     it is, and where none is cited
   * @param notes null for who does not sit there
   */
  record OwnSideView(
      boolean exposed,
      Set<OwnSide.Lack> lacks,
      @Nullable UUID mandateId,
      @Nullable LocalDate citedOn,
      @Nullable LocalDate endedOn,
      @Nullable OrganisationId leadershipGroupId,
      @Nullable List<NoteView> notes) {}

  /**
   * @param words null where they are not kept any more
   */
  record NoteView(NoteId noteId, @Nullable String words, LocalDate on) {}

  @GET
  @Permission("readJointGroupOwnSide")
  public Response read(@PathParam("id") UUID id) {
    Formed group = desk.there(id);
    Optional<Seat> seat = desk.seat(group).filter(own -> own.side() == Side.GP);
    if (seat.isEmpty() && !scope.covers(JointGroupDesk.place(group))) {
      throw Problem.notFound().exception();
    }
    var current = ownSides.current(JointGroupLog.ownStream(new GroupId(id)));
    return Response.ok(view(current.state(), JointGroupDesk.place(group), seat.isPresent()))
        .header("ETag", Versions.etag(current.version()))
        .build();
  }

  private OwnSideView view(OwnSide own, PlaceId place, boolean member) {
    @Nullable Citation cited = own.cited();
    Optional<KnownMandate> mandate =
        Optional.ofNullable(cited).flatMap(it -> mandates.mandate(it.mandateId()));
    boolean live = mandate.flatMap(it -> it.on(desk.today())).isPresent();
    @Nullable OrganisationId leadershipGroup = cited == null ? null : cited.leadershipGroupId();
    Set<OwnSide.Lack> lacks =
        own.lacks(live, leadershipGroup != null && desk.isLeadershipGroup(place, leadershipGroup));
    return new OwnSideView(
        !lacks.isEmpty(),
        lacks,
        cited == null ? null : cited.mandateId(),
        cited == null ? null : cited.on(),
        live
            ? null
            : mandate
                .flatMap(KnownMandate::until)
                .filter(until -> !until.isAfter(desk.today()))
                .orElse(null),
        leadershipGroup,
        member ? notes(own) : null);
  }

  private List<NoteView> notes(OwnSide own) {
    Map<WordsRef, String> read =
        words.read(own.notes().values().stream().map(OwnSide.Note::noteRef).toList());
    return own.notes().values().stream()
        .map(note -> new NoteView(note.noteId(), read.get(note.noteRef()), note.on()))
        .toList()
        .reversed();
  }

  @POST
  @Path("/mandate")
  @Permission("citeJointGroupMandate")
  public Response cite(@PathParam("id") UUID id, JointGroupBodies.CiteMandate wish) {
    Formed group = desk.kept(id);
    @Nullable OrganisationId leadershipGroup = wish.leadershipGroupId();
    return handle(
        group,
        new CiteMandate(
            new GroupId(id),
            wish.mandateId(),
            mandates
                .mandate(wish.mandateId())
                .filter(mandate -> mandate.placeId().equals(group.terms().placeId()))
                .flatMap(mandate -> mandate.on(desk.today()))
                .isPresent(),
            leadershipGroup,
            leadershipGroup == null
                || desk.isLeadershipGroup(JointGroupDesk.place(group), leadershipGroup),
            desk.today()),
        null,
        (_, _, _) -> commands.noContent());
  }

  @POST
  @Path("/mandate/withdrawal")
  @Permission("unciteJointGroupMandate")
  public Response uncite(@PathParam("id") UUID id) {
    return handle(
        desk.kept(id), new UnciteMandate(new GroupId(id)), null, (_, _, _) -> commands.noContent());
  }

  @POST
  @Path("/notes")
  @Permission("keepJointGroupNote")
  public Response keep(@PathParam("id") UUID id, JointGroupBodies.KeepNote wish) {
    Seated seated = seatedForPractices(id);
    NoteId note = new NoteId(ids.get());
    return words.keeping(
        JointGroupLog.ownStream(seated.id()),
        pen ->
            handle(
                seated.group(),
                new KeepNote(
                    seated.id(),
                    note,
                    pen.body("joint-group-note", "/words", wish.words(), TypedWords.MIDDLE, null),
                    desk.today()),
                seated.seat().organisationId(),
                (_, _, _) ->
                    commands.created(
                        JointGroupDesk.path(seated.id()) + "/general-practice",
                        new NoteRef(seated.id(), note))));
  }

  /** The words go as well: nobody is shown them any more. */
  @POST
  @Path("/notes/{noteId}/withdrawal")
  @Permission("withdrawJointGroupNote")
  public Response withdraw(@PathParam("id") UUID id, @PathParam("noteId") UUID noteId) {
    Seated seated = seatedForPractices(id);
    OwnSide.@Nullable Note note =
        ownSides
            .current(JointGroupLog.ownStream(seated.id()))
            .state()
            .notes()
            .get(new NoteId(noteId));
    Response answer =
        handle(
            seated.group(),
            new WithdrawNote(seated.id(), new NoteId(noteId)),
            seated.seat().organisationId(),
            (_, _, _) -> commands.noContent());
    if (note != null) {
      vault.delete(new VaultRef(note.noteRef().value()));
    }
    return answer;
  }

  private Seated seatedForPractices(UUID id) {
    Seated seated = desk.seated(id);
    if (seated.side() != Side.GP) {
      throw Problem.notFound().exception();
    }
    return seated;
  }

  /**
   * @param actingFor null for the body in whose name the caller leads
   */
  private Response handle(
      Formed group,
      OwnSideCommand command,
      @Nullable OrganisationId actingFor,
      Answering<OwnSide, OwnSideEvent> answering) {
    return commands.handle(
        ownSides,
        JointGroupLog.ownStream(group.terms().groupId()),
        command,
        answering,
        JointGroupProblems::of,
        desk.circumstances(JointGroupDesk.place(group), actingFor));
  }
}
