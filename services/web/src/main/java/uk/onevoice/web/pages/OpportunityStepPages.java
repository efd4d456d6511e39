package uk.onevoice.web.pages;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import uk.onevoice.web.api.Opportunities;
import uk.onevoice.web.api.Opportunities.Credit;
import uk.onevoice.web.ui.Form;

/** Under which mandate a tender or contract goes out, its steps, and what came of it. */
@Path("/opportunities/{id}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class OpportunityStepPages {
  private final OpportunityShown bid;

  OpportunityStepPages(OpportunityShown bid) {
    this.bid = bid;
  }

  @POST
  @Path("mandate")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response cite(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return bid.write(
        id,
        "mandate",
        new Opportunities.Mandate(form.text("mandate", "Choose the mandate")),
        form,
        Map.of("mandateId", "mandate"));
  }

  @POST
  @Path("step")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response step(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return dated(id, "steps", "step", "Choose what was done", Opportunities.Step::new, fields);
  }

  @POST
  @Path("result")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response result(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return dated(id, "result", "result", "Choose how it ended", Opportunities.Result::new, fields);
  }

  private Response dated(
      UUID id,
      String command,
      String choice,
      String whatToDo,
      BiFunction<String, LocalDate, Object> body,
      MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    String day = choice + "On";
    return bid.write(
        id,
        command,
        body.apply(form.text(choice, whatToDo), form.aDay(day, "Write the day")),
        form,
        Map.of(choice, choice, "on", day));
  }

  @POST
  @Path("correction")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response correct(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return bid.write(
        id, "corrections", new Opportunities.Correction(form.value("last")), form, Map.of());
  }

  @POST
  @Path("credit")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response credit(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    String[] chosen = form.text("credit", "Choose the relationship").split("/");
    return bid.write(
        id,
        "credits",
        new Credit(chosen[0], chosen.length > 1 ? chosen[1] : ""),
        form,
        Map.of("relationshipId", "credit", "slotId", "credit"));
  }

  @POST
  @Path("credit-gone")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response takeCreditBack(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return bid.write(
        id,
        "credits/removals",
        new Credit(form.value("slot"), form.value("relationship")),
        form,
        Map.of());
  }
}
