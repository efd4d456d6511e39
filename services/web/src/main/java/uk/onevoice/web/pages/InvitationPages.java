package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import uk.onevoice.web.api.Reached;
import uk.onevoice.web.ui.Form;

/**
 * Where somebody who was invited enters their code. It is typed or pasted into a field: in an
 * address it would stay in histories and logs.
 */
@Path("/invitation")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class InvitationPages {
  private final Reader reader;
  private final Writing writing;

  InvitationPages(Reader reader, Writing writing) {
    this.reader = reader;
    this.writing = writing;
  }

  record Invited(Frame frame, boolean refused, String name, Form form)
      implements TemplateInstance {}

  @GET
  public TemplateInstance enter() {
    return page(Form.blank());
  }

  @POST
  @Path("code")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response redeem(MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    Optional<Reached> reached =
        form.required("code", "Enter the code that you were given")
            .flatMap(code ->
                writing.send(
                    "/v1/people/me/identity", Map.of("code", code), form, Map.of("code", "code")));
    return reached.isPresent()
        ? Html.goTo(Notice.LINKED.at("/places"))
        : Html.page(form.status(), page(form));
  }

  private Invited page(Form form) {
    return new Invited(
        reader.plainFrame("Enter your invitation"), form.refused(), reader.name(), form);
  }
}
