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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.api.Subscriptions.FeedApproval;
import uk.onevoice.web.api.Subscriptions.Hearing;
import uk.onevoice.web.api.Subscriptions.HearingList;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** For who speaks for a body of general practice: which partners' systems it lets hear. */
@Path("/hearing")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class HearingPages {
  private static final int ONE_PAGE = 50;

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final Writing writing;

  HearingPages(Reader reader, Api api, Names names, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.writing = writing;
  }

  /**
   * A system in the words of the page.
   *
   * @param byUs whether this body lets it hear
   */
  public record Row(
      String id, String organisation, String state, String colour, String detail, boolean byUs) {}

  record HearingPage(
      Frame frame,
      boolean refused,
      String body,
      String here,
      String sentence,
      List<Row> rows,
      List<String> heard,
      Form form,
      @Nullable String first,
      @Nullable String next)
      implements TemplateInstance {}

  @GET
  @Path("{bodyId}")
  public Response systems(
      @PathParam("bodyId") String body, @QueryParam("after") @Nullable String after) {
    return page(200, body, after, Form.blank());
  }

  @POST
  @Path("{bodyId}/{system}/let")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response let(
      @PathParam("bodyId") String body,
      @PathParam("system") String system,
      MultivaluedMap<String, String> fields) {
    return send(body, system, "", Form.sent(fields), Notice.HEARS);
  }

  @POST
  @Path("{bodyId}/{system}/withdrawn")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response withdraw(
      @PathParam("bodyId") String body,
      @PathParam("system") String system,
      MultivaluedMap<String, String> fields) {
    return send(body, system, "/withdrawal", Form.sent(fields), Notice.HEARS_NO_MORE);
  }

  private Response send(String body, String system, String command, Form form, Notice done) {
    reader.me();
    return writing.sendOrShow(
        "/v1/clients/" + Segment.of(system) + "/feed-approvals" + command,
        form,
        _ -> new FeedApproval(body),
        Map.of(),
        done.at("/hearing/" + Segment.of(body)),
        () -> page(form.status(), body, null, form));
  }

  private Response page(int status, String body, @Nullable String after, Form form) {
    Frame frame = reader.frame("Systems that hear", Menu.STRUCTURE);
    HearingList list =
        api.get(
            "/v1/feed/systems?limit="
                + ONE_PAGE
                + "&bodyId="
                + Segment.of(body)
                + (after == null ? "" : "&after=" + Segment.of(after)),
            HearingList.class);
    String here = "/hearing/" + Segment.of(body);
    String name = names.of(body);
    return Html.page(
        status,
        new HearingPage(
            frame.withBreadcrumbs(new Link(name, "/organisations/" + Segment.of(body))),
            form.refused(),
            name,
            here,
            sentence(list, after != null),
            list.items().stream().map(this::row).toList(),
            FeedWords.types().stream().map(FeedWords::heard).toList(),
            form,
            after == null ? null : here,
            list.next() == null ? null : here + "?after=" + Segment.of(list.next())));
  }

  private static String sentence(HearingList list, boolean later) {
    if (later) {
      return "More systems of partners and ICBs.";
    }
    if (list.items().isEmpty()) {
      return "No system of a partner or an ICB is approved yet.";
    }
    long byUs = list.items().stream().filter(each -> each.approvedSince() != null).count();
    return "You let "
        + (byUs == 0 ? "none" : Words.number(byUs))
        + " of "
        + Words.count(list.items().size(), "system", "systems")
        + " hear"
        + (list.next() == null ? "." : " on this page.");
  }

  private Row row(Hearing each) {
    return new Row(
        each.clientId(),
        names.of(each.organisationId()),
        each.hears() ? "Hears" : "Hears nothing",
        each.hears() ? "green" : "grey",
        each.approvedSince() != null
            ? "You let it since " + Words.time(each.approvedSince()) + "."
            : each.hears() ? "Another body of general practice lets it." : "Nobody lets it.",
        each.approvedSince() != null);
  }
}
