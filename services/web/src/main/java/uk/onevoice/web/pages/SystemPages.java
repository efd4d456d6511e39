package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Reached;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.api.Systems.Client;
import uk.onevoice.web.api.Systems.ClientList;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;

/** Systems of ICBs and partners: who may read through the API, and for whom. */
@Path("/systems")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SystemPages {
  private static final Map<String, String> KINDS = kinds();

  private final Reader reader;
  private final Api api;
  private final Writing writing;

  SystemPages(Reader reader, Api api, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.writing = writing;
  }

  /** A system in the words of a page. */
  public record SystemRow(
      String href, String name, String organisation, String kind, String state, String colour) {
    static SystemRow of(Client client) {
      return new SystemRow(
          "/systems/" + Segment.of(client.clientId()),
          client.clientId(),
          client.organisationName() == null ? client.organisationId() : client.organisationName(),
          KINDS.getOrDefault(client.kind(), client.kind()),
          switch (client.state()) {
            case "APPROVED" -> "May read";
            case "SUSPENDED" -> "Stopped";
            case "ENDED" -> "Not used any more";
            default -> "Waits for approval";
          },
          switch (client.state()) {
            case "APPROVED" -> "green";
            case "SUSPENDED" -> "red";
            case "ENDED" -> "grey";
            default -> "yellow";
          });
    }
  }

  record AllSystems(
      Frame frame,
      boolean refused,
      Form form,
      List<Choice> kinds,
      List<SystemRow> systems,
      @Nullable String first,
      @Nullable String next)
      implements TemplateInstance {}

  record OneSystem(
      Frame frame,
      boolean refused,
      SystemRow system,
      boolean mayApprove,
      boolean mayStop,
      boolean stopped,
      Form form)
      implements TemplateInstance {}

  @GET
  public TemplateInstance systems(@QueryParam("after") @Nullable String after) {
    return page(Form.blank(), after);
  }

  @POST
  @Path("registered")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response register(MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Optional<String> name = form.required("name", "Enter the name under which it signs in");
    Optional<String> organisation =
        form.required("organisation", "Enter the code of its organisation");
    Optional<String> kind = form.required("kind", "Choose whose system it is");
    @Nullable Object body =
        name.isPresent() && organisation.isPresent() && kind.isPresent()
            ? Map.of(
                "clientId", name.get(), "organisationId", organisation.get(), "kind", kind.get())
            : null;
    Optional<Reached> registered =
        writing.send(
            "/v1/clients",
            body,
            form,
            Map.of("clientId", "name", "organisationId", "organisation", "kind", "kind"));
    return registered.isPresent()
        ? Html.goTo(Notice.SYSTEM.at("/systems/" + Segment.of(name.orElse(""))))
        : Html.page(form.status(), page(form, null));
  }

  @GET
  @Path("{id}")
  public TemplateInstance system(@PathParam("id") String id) {
    return page(id, Form.blank());
  }

  @POST
  @Path("{id}/approval")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response approve(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
    return act(id, "approval", Map.of(), Form.sent(fields), Notice.SYSTEM_APPROVED);
  }

  @POST
  @Path("{id}/suspension")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response suspend(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
    return act(id, "suspension", Map.of(), Form.sent(fields), Notice.SYSTEM_SUSPENDED);
  }

  @POST
  @Path("{id}/transfer")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response transfer(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    @Nullable Object body =
        form.required("organisation", "Enter the code of the organisation")
            .map(organisation -> Map.of("organisationId", organisation))
            .orElse(null);
    return act(id, "transfer", body, form, Notice.SYSTEM_MOVED);
  }

  private Response act(String id, String what, @Nullable Object body, Form form, Notice done) {
    reader.me();
    String system = Segment.of(id);
    Optional<Reached> reached =
        writing.send(
            "/v1/clients/" + system + "/" + what,
            body,
            form,
            Map.of("organisationId", "organisation"));
    return reached.isPresent()
        ? Html.goTo(done.at("/systems/" + system))
        : Html.page(form.status(), page(id, form));
  }

  private AllSystems page(Form form, @Nullable String after) {
    Frame frame = reader.frame("Systems", Menu.SYSTEMS);
    ClientList all =
        api.get(
            "/v1/clients?limit=50" + (after == null ? "" : "&after=" + Segment.of(after)),
            ClientList.class);
    return new AllSystems(
        frame,
        form.refused(),
        form,
        KINDS.entrySet().stream().map(kind -> new Choice(kind.getKey(), kind.getValue())).toList(),
        all.items().stream().map(SystemRow::of).toList(),
        after == null ? null : "/systems",
        all.next() == null ? null : "/systems?after=" + Segment.of(all.next()));
  }

  private OneSystem page(String id, Form form) {
    reader.me();
    Answered<Client> client = api.getVersioned("/v1/clients/" + Segment.of(id), Client.class);
    return new OneSystem(
        reader
            .frame(client.body().clientId(), Menu.SYSTEMS)
            .withBreadcrumbs(new Link("Systems", "/systems")),
        form.refused(),
        SystemRow.of(client.body()),
        Set.of("WAITING", "SUSPENDED").contains(client.body().state()),
        Set.of("WAITING", "APPROVED").contains(client.body().state()),
        client.body().state().equals("SUSPENDED"),
        form.withEtag(client.etag()));
  }

  private static Map<String, String> kinds() {
    var kinds = new LinkedHashMap<String, String>();
    kinds.put("ICB", "The ICB itself");
    kinds.put("PARTNER", "A partner, such as a trust");
    return kinds;
  }
}
