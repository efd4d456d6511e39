package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Places.Correction;
import uk.onevoice.web.api.Places.Ending;
import uk.onevoice.web.api.Places.Nothing;
import uk.onevoice.web.api.Registry.Membership;
import uk.onevoice.web.api.Registry.Organisation;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** One practice's belonging to a federation, an LMC, a place or a neighbourhood: its days. */
@Path("/organisations")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class BelongingPages {
  private static final List<String> BY_HAND =
      List.of("FEDERATION", "LMC", "PLACE", "NEIGHBOURHOOD");

  private final Reader reader;
  private final Api api;
  private final Writing writing;

  BelongingPages(Reader reader, Api api, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.writing = writing;
  }

  record BelongingPage(
      Frame frame,
      boolean refused,
      String memberId,
      String id,
      String member,
      String parent,
      String sentence,
      boolean ended,
      boolean mayKeep,
      Form form)
      implements TemplateInstance {}

  @GET
  @Path("{memberId}/belonging/{id}")
  public Response belonging(@PathParam("memberId") String memberId, @PathParam("id") String id) {
    return page(200, memberId, id, Form.blank());
  }

  @POST
  @Path("{memberId}/belonging/{id}/{what}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response keep(
      @PathParam("memberId") String memberId,
      @PathParam("id") String id,
      @PathParam("what") String what,
      MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    // Read before it is voided: afterwards it is not there.
    String list = list(membership(member(memberId), id));
    String path =
        "/v1/organisations/" + Segment.of(memberId) + "/affiliations/" + Segment.of(id) + "/";
    boolean sent =
        switch (what) {
          case "ending" ->
              send(
                  path + "ending",
                  form.requiredDay("last", "Write the last day")
                      .map(last -> new Ending(last.plusDays(1)))
                      .orElse(null),
                  form,
                  Map.of("end", "last"));
          case "correction" ->
              send(
                  path + "correction",
                  correction(form),
                  form,
                  Map.of("start", "rightStart", "end", "rightEnd"));
          case "voiding" -> send(path + "voiding", new Nothing(), form, Map.of());
          default -> throw new NotFoundException();
        };
    Notice done = what.equals("voiding") ? Notice.NEVER : Notice.BELONGING;
    return sent ? Html.goTo(done.at(list)) : page(form.status(), memberId, id, form);
  }

  private boolean send(String path, @Nullable Object body, Form form, Map<String, String> fields) {
    return writing.send(path, body, form, fields).isPresent();
  }

  /** An end that is left empty goes on. */
  private static @Nullable Correction correction(Form form) {
    Optional<LocalDate> start = form.requiredDay("rightStart", "Write the first day");
    boolean goesOn = form.date("rightEnd").values().stream().allMatch(String::isEmpty);
    Optional<LocalDate> last =
        goesOn ? Optional.empty() : form.requiredDay("rightEnd", "Write the last day");
    return start.isEmpty() || form.refused()
        ? null
        : new Correction(start.get(), last.map(day -> day.plusDays(1)).orElse(null));
  }

  private Organisation member(String memberId) {
    return api.get("/v1/organisations/" + Segment.of(memberId), Organisation.class);
  }

  private static Membership membership(Organisation member, String id) {
    return member.affiliations().stream()
        .filter(each -> each.affiliationId().equals(id))
        .filter(each -> BY_HAND.contains(each.kind()))
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }

  private static boolean isPlace(Membership membership) {
    return membership.kind().equals("PLACE") || membership.kind().equals("NEIGHBOURHOOD");
  }

  /** The page that lists all who belong. */
  private static String list(Membership membership) {
    String id = Segment.of(membership.parentId());
    return isPlace(membership) ? "/places/" + id + "/keeping" : "/organisations/" + id + "/members";
  }

  private Response page(int status, String memberId, String id, Form form) {
    reader.me();
    Organisation member = member(memberId);
    Membership known = membership(member, id);
    String parent = known.parentName() == null ? known.parentId() : known.parentName();
    if (status == 200) {
      form.withDay("rightStart", known.start());
      if (known.end() != null) {
        form.withDay("rightEnd", known.end().minusDays(1));
      }
    }
    return Html.page(
        status,
        new BelongingPage(
            reader
                .frame(
                    member.name() + " in " + parent,
                    isPlace(known) ? Menu.REPRESENTATION : Menu.STRUCTURE)
                .withBreadcrumbs(new Link(parent, list(known))),
            form.refused(),
            memberId,
            id,
            member.name(),
            parent,
            sentence(member.name(), known),
            known.end() != null,
            reader.has(Roles.KEEPERS),
            form));
  }

  static String sentence(String member, Membership known) {
    boolean lies = isPlace(known);
    String start = " from " + Words.day(known.start());
    return known.end() == null
        ? member + (lies ? " lies here" : " belongs to it") + start + " on."
        : member
            + (lies ? " lies here" : " belongs to it")
            + start
            + " to "
            + Words.day(known.end().minusDays(1))
            + ".";
  }
}
