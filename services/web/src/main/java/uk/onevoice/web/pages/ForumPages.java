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
import java.util.UUID;
import uk.onevoice.web.ui.Form;

/** The forums of an ICS: the list, one of them, and what can be done with it. */
@Path("/forums")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ForumPages {
  private final ListPages pages;

  ForumPages(ListPages pages) {
    this.pages = pages;
  }

  @GET
  @Path("of/{icsId}")
  public TemplateInstance list(@PathParam("icsId") String icsId) {
    return pages.list(ListKind.FORUMS, icsId);
  }

  @GET
  @Path("new/{icsId}")
  public TemplateInstance addPage(@PathParam("icsId") String icsId) {
    return pages.addPage(ListKind.FORUMS, icsId, Form.blank());
  }

  @POST
  @Path("new/{icsId}/added")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response add(@PathParam("icsId") String icsId, MultivaluedMap<String, String> fields) {
    return pages.add(ListKind.FORUMS, icsId, fields);
  }

  @GET
  @Path("{id}")
  public Response page(@PathParam("id") UUID id) {
    return pages.page(ListKind.FORUMS, 200, id, Form.blank());
  }

  @POST
  @Path("{id}/names")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response rename(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return pages.rename(ListKind.FORUMS, id, fields);
  }

  @POST
  @Path("{id}/merging")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response merge(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return pages.merge(ListKind.FORUMS, id, fields);
  }

  @POST
  @Path("{id}/splitting")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response split(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return pages.split(ListKind.FORUMS, id, fields);
  }

  @POST
  @Path("{id}/closing")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response end(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return pages.end(ListKind.FORUMS, id, fields);
  }

  @POST
  @Path("{id}/reopening")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response undo(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return pages.undo(ListKind.FORUMS, id, fields);
  }

  @POST
  @Path("{id}/revision")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response revise(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return pages.revise(id, fields);
  }
}
