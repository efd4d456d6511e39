package uk.onevoice.web.pages;

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
import uk.onevoice.web.api.Opportunities;
import uk.onevoice.web.ui.Form;

/** One tender or contract: what it is called, who bids, against whom, and who would host it. */
@Path("/opportunities/{id}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class OpportunityBidPages {
  private final OpportunityShown bid;

  OpportunityBidPages(OpportunityShown bid) {
    this.bid = bid;
  }

  @GET
  public Response opportunity(@PathParam("id") UUID id) {
    return bid.page(200, id, Form.blank(), List.of());
  }

  @POST
  @Path("title")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response retitle(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return bid.write(
        id,
        "title",
        new Opportunities.Title(form.text("title", "Write what it is called")),
        form,
        Map.of("title", "title"));
  }

  @POST
  @Path("partner")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response join(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return organisation(id, "partners", "partner", fields);
  }

  @POST
  @Path("partner-gone")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response leave(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return organisation(id, "partners/removals", "partner", fields);
  }

  @POST
  @Path("competitor")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response compete(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return organisation(id, "competitors", "competitor", fields);
  }

  @POST
  @Path("competitor-gone")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response drop(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return organisation(id, "competitors/removals", "competitor", fields);
  }

  private Response organisation(
      UUID id, String command, String field, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return bid.write(
        id,
        command,
        new Opportunities.Organisation(form.text(field, "Choose the organisation")),
        form,
        Map.of("organisationId", field));
  }

  @POST
  @Path("host")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response host(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return bid.write(
        id,
        "host",
        new Opportunities.Host(form.text("host", "Choose who hosts it"), form.optional("lead")),
        form,
        Map.of("hostId", "host", "leadId", "lead"));
  }
}
