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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Groups;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** What can be done in a place towards a leadership group. */
@Path("/starters")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class StarterPages {
  private final Reader reader;
  private final Api api;
  private final Writing writing;

  StarterPages(Reader reader, Api api, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.writing = writing;
  }

  /**
   * A step of the list.
   *
   * @param state when it was done, or what is in its way
   */
  record StepRow(
      String text, String state, boolean done, String step, @Nullable String organisationId) {}

  record StarterPage(
      Frame frame,
      boolean refused,
      String placeId,
      String place,
      String sentence,
      List<StepRow> steps,
      List<Link> groups,
      boolean changes,
      Form form)
      implements TemplateInstance {}

  @GET
  @Path("{placeId}")
  public Response starter(@PathParam("placeId") UUID placeId) {
    return page(200, placeId, Form.blank());
  }

  @POST
  @Path("{placeId}/ticks")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response tick(@PathParam("placeId") UUID placeId, MultivaluedMap<String, String> fields) {
    return write(placeId, "/ticks", fields);
  }

  @POST
  @Path("{placeId}/unticks")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response untick(
      @PathParam("placeId") UUID placeId, MultivaluedMap<String, String> fields) {
    return write(placeId, "/unticks", fields);
  }

  private Response write(UUID placeId, String command, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    String with = form.value("organisation");
    Groups.Tick body = new Groups.Tick(form.value("step"), with.isEmpty() ? null : with);
    return writing
            .send("/v1/groups/starters/" + placeId + command, body, form, Map.of())
            .isPresent()
        ? Html.goTo(Notice.TICKED.at("/starters/" + placeId))
        : page(form.status(), placeId, form);
  }

  private Response page(int status, UUID placeId, Form form) {
    Frame frame = reader.frame("Towards a leadership group", Menu.REPRESENTATION);
    Groups.Starter starter = api.get("/v1/groups/starters/" + placeId, Groups.Starter.class);
    List<StepRow> steps = starter.steps().stream().map(StarterPages::row).toList();
    return Html.page(
        status,
        new StarterPage(
            frame.withBreadcrumbs(new Link(starter.name(), "/places/" + placeId)),
            form.refused(),
            placeId.toString(),
            starter.name(),
            sentence(starter),
            steps,
            starter.groups().stream()
                .map(group -> new Link("See the group", "/groups/" + group))
                .toList(),
            starter.changes(),
            form));
  }

  private static StepRow row(Groups.Step step) {
    return new StepRow(
        GroupWords.step(step.step(), step.organisationName()),
        step.doneOn() != null
            ? "Done on " + Words.day(step.doneOn())
            : Boolean.FALSE.equals(step.roleHeld())
                ? "To do. Nobody is recorded in this role yet"
                : "To do",
        step.doneOn() != null,
        step.step(),
        step.organisationId());
  }

  static String sentence(Groups.Starter starter) {
    long done = starter.steps().stream().filter(step -> step.doneOn() != null).count();
    String steps =
        Words.number(done) + " of " + Words.count(starter.steps().size(), "step", "steps");
    return starter.groups().isEmpty()
        ? "No leadership group speaks for general practice in "
            + starter.name()
            + ". "
            + steps
            + (done == 1 ? " is done." : " are done.")
        : "A leadership group speaks for general practice in " + starter.name() + " already.";
  }
}
