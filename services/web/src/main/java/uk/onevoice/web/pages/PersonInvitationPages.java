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
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Reached;
import uk.onevoice.web.api.Systems.Invitation;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** Where an administrator gives a person the code with which they sign in. */
@Path("/people/{id}/invitation")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PersonInvitationPages {
  private final Reader reader;
  private final Api api;
  private final Writing writing;

  PersonInvitationPages(Reader reader, Api api, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.writing = writing;
  }

  /**
   * @param code only on the page that follows upon making it
   */
  record PersonInvitation(
      Frame frame,
      boolean refused,
      UUID personId,
      String sentence,
      boolean open,
      @Nullable String code,
      Form form)
      implements TemplateInstance {}

  @GET
  public TemplateInstance invitation(@PathParam("id") UUID id) {
    return page(id, Form.blank(), null);
  }

  /** The code is in this answer and nowhere else: no page can be asked for that has it. */
  @POST
  @Path("code")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response make(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Optional<Reached> made =
        writing.send("/v1/people/" + id + "/invitations", Map.of(), form, Map.of());
    if (made.isEmpty()) {
      return Html.page(form.status(), page(id, form, null));
    }
    @Nullable String code = made.get().id("code").filter(it -> !it.equals("null")).orElse(null);
    return Html.page(200, page(id, Form.blank(), code));
  }

  @POST
  @Path("revocation")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response revoke(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Optional<Reached> revoked =
        writing.send("/v1/people/" + id + "/invitations/revocation", Map.of(), form, Map.of());
    return revoked.isPresent()
        ? Html.goTo(Notice.CODE_TAKEN_BACK.at("/people/" + id + "/invitation"))
        : Html.page(form.status(), page(id, form, null));
  }

  private PersonInvitation page(UUID id, Form form, @Nullable String code) {
    Frame frame =
        reader
            .frame("Invitation", Menu.PEOPLE)
            .withBreadcrumbs(
                new Link("People", "/people"), new Link("The person", "/people/" + id));
    Answered<Invitation> answered =
        api.getVersioned("/v1/people/" + id + "/invitations", Invitation.class);
    Invitation invitation = answered.body();
    return new PersonInvitation(
        frame,
        form.refused(),
        id,
        sentence(invitation),
        invitation.state().equals("OPEN"),
        code,
        form.withEtag(answered.etag()));
  }

  static String sentence(Invitation invitation) {
    Instant expires = invitation.expires();
    return switch (invitation.state()) {
      case "OPEN" ->
          "This person has a code that works"
              + (expires == null ? "." : " until " + Words.time(expires) + ".");
      case "EXPIRED" -> "The code that this person had is too old. Make a new one.";
      case "REDEEMED" ->
          "This person has used a code and signs in. A new one links a further account to them.";
      default -> "This person has no code, and signs in only if that was set up otherwise.";
    };
  }
}
