package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Groups;
import uk.onevoice.web.api.JointGroups;
import uk.onevoice.web.api.JointGroups.Group;
import uk.onevoice.web.api.JointGroups.OwnSide;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Words;

/** What general practice keeps for itself about a joint group. */
@Path("/joint-groups/{id}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class JointGroupSidePages {
  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PlaceViews places;
  private final JointGroupReading reading;
  private final Writing writing;

  JointGroupSidePages(
      Reader reader,
      Api api,
      Names names,
      PlaceViews places,
      JointGroupReading reading,
      Writing writing) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.places = places;
    this.reading = reading;
    this.writing = writing;
  }

  public record NoteShown(String noteId, String words, String on) {}

  record JointGroupOwnSidePage(
      Frame frame,
      boolean refused,
      String groupId,
      String group,
      String exposure,
      boolean exposed,
      @Nullable String mandateId,
      @Nullable String cited,
      @Nullable String leadershipGroup,
      boolean keeps,
      boolean member,
      List<NoteShown> notes,
      List<Choice> mandates,
      List<Choice> leadershipGroups,
      Form form)
      implements TemplateInstance {}

  @GET
  @Path("general-practice")
  public Response ownSide(@PathParam("id") UUID id) {
    return ownPage(200, id, Form.blank());
  }

  @POST
  @Path("general-practice/mandate")
  public Response cite(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "/mandate",
        fields,
        form ->
            new JointGroups.Citing(
                form.text("mandate", "Choose the mandate"), form.optional("leadershipGroup")),
        Notice.JOINT_SAVED);
  }

  @POST
  @Path("general-practice/mandate/withdrawn")
  public Response uncite(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(id, "/mandate/withdrawal", fields, JointGroupPages::nothing, Notice.JOINT_SAVED);
  }

  @POST
  @Path("general-practice/note")
  public Response note(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "/notes",
        fields,
        form -> new JointGroups.NewNote(form.text("note", "Write the note")),
        Notice.JOINT_NOTE);
  }

  @POST
  @Path("general-practice/notes/{noteId}/withdrawn")
  public Response withdrawNote(
      @PathParam("id") UUID id,
      @PathParam("noteId") UUID note,
      MultivaluedMap<String, String> fields) {
    return write(
        id, "/notes/" + note + "/withdrawal", fields, JointGroupPages::nothing, Notice.JOINT_SAVED);
  }

  private Response write(
      UUID id,
      String command,
      MultivaluedMap<String, String> fields,
      Function<Form, @Nullable Object> body,
      Notice done) {
    reader.me();
    Form form = Form.sent(fields);
    return writing.sendOrShow(
        JointGroupReading.path(id) + "/general-practice" + command,
        form,
        body,
        Map.of("mandateId", "mandate", "leadershipGroupId", "leadershipGroup", "words", "note"),
        done.at("/joint-groups/" + id + "/general-practice"),
        () -> ownPage(form.status(), id, form));
  }

  private Response ownPage(int status, UUID id, Form form) {
    reader.me();
    Answered<OwnSide> own =
        api.getVersioned(JointGroupReading.path(id) + "/general-practice", OwnSide.class);
    Group group = reading.group(id).body();
    OwnSide side = own.body();
    List<JointGroups.Note> notes = side.notes() == null ? List.of() : side.notes();
    UUID place = UUID.fromString(group.placeId());
    boolean keeps = reader.has(Roles.LEADERS);
    return Html.page(
        status,
        new JointGroupOwnSidePage(
            reading.frame(group, "What general practice keeps for itself", true),
            form.refused(),
            id.toString(),
            group.name(),
            JointGroupView.exposure(side),
            side.exposed(),
            side.mandateId(),
            side.citedOn() == null ? null : "Cited on " + Words.day(side.citedOn()) + ".",
            side.leadershipGroupId() == null ? null : names.of(side.leadershipGroupId()),
            keeps,
            side.notes() != null,
            notes.stream()
                .map(note ->
                    new NoteShown(
                        note.noteId(), JointGroupView.kept(note.words()), Words.day(note.on())))
                .toList(),
            keeps ? mandates(place) : List.of(),
            keeps ? leadershipGroups(place) : List.of(),
            form.withEtag(own.etag())));
  }

  private List<Choice> mandates(UUID place) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "Choose"));
    places.mandates(place).stream()
        .filter(mandate -> mandate.speaksOn(AsOf.today()))
        .map(mandate ->
            new Choice(
                mandate.mandateId(),
                (mandate.topicNow() == null ? mandate.topic() : mandate.topicNow())
                    + ", until "
                    + Words.day(mandate.end().minusDays(1))))
        .forEach(choices::add);
    return choices;
  }

  private List<Choice> leadershipGroups(UUID place) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "None"));
    api.get("/v1/groups?placeId=" + place, Groups.Listing.class).items().stream()
        .map(group -> new Choice(group.groupId(), group.name()))
        .forEach(choices::add);
    return choices;
  }
}
