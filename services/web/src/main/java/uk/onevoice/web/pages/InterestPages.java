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
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Groups;
import uk.onevoice.web.api.Groups.Group;
import uk.onevoice.web.api.Groups.Holder;
import uk.onevoice.web.api.Groups.Interest;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** One declared interest: end it, say that it goes on, put it right. */
@Path("/groups/{id:[0-9a-f-]{36}}/interests/{interest:[0-9a-f-]{36}}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class InterestPages {
  private static final int LARGEST_PAGE = 200;
  private static final Map<String, String> FIELDS = Map.of("organisationId", "organisation");

  private final Reader reader;
  private final Api api;
  private final Writing writing;

  InterestPages(Reader reader, Api api, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.writing = writing;
  }

  /**
   * @param until its last day, null while it goes on
   */
  record InterestPage(
      Frame frame,
      boolean refused,
      String address,
      String words,
      String who,
      String kind,
      String organisation,
      String since,
      @Nullable String until,
      boolean mayChange,
      List<Choice> kinds,
      Form form)
      implements TemplateInstance {}

  /** Whose interests are theirs to change; who supports the group writes for them. */
  static boolean isTheirs(Reader reader, @Nullable Holder holder) {
    return holder != null && holder.personId().equals(reader.me().personId())
        || reader.has("LEADERSHIP_GROUP_SUPPORT");
  }

  @GET
  public Response interest(@PathParam("id") UUID id, @PathParam("interest") UUID interest) {
    reader.me();
    return page(200, id, interest, Form.blank());
  }

  @POST
  @Path("ended")
  public Response end(
      @PathParam("id") UUID id,
      @PathParam("interest") UUID interest,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        interest,
        "ending",
        fields,
        form -> new Groups.Ending(form.aDay("last", "Write the last day").plusDays(1)),
        Notice.INTEREST_ENDED);
  }

  @POST
  @Path("goes-on")
  public Response goOn(
      @PathParam("id") UUID id,
      @PathParam("interest") UUID interest,
      MultivaluedMap<String, String> fields) {
    reader.me();
    Interest known = read(id, interest);
    return write(
        id,
        interest,
        "correction",
        fields,
        _ ->
            new Groups.InterestCorrection(
                known.kind(), organisation(known), known.start(), null, null),
        Notice.INTEREST_CORRECTED);
  }

  @POST
  @Path("corrected")
  public Response correct(
      @PathParam("id") UUID id,
      @PathParam("interest") UUID interest,
      MultivaluedMap<String, String> fields) {
    reader.me();
    Interest known = read(id, interest);
    return write(
        id,
        interest,
        "correction",
        fields,
        form -> {
          String words = form.text("words", "Write what the interest is");
          String code = form.value("organisation");
          return new Groups.InterestCorrection(
              form.text("kind", "Choose its kind"),
              code.isEmpty() ? null : code,
              form.aDay("start", "Write since when"),
              known.end(),
              words.equals(known.words()) ? null : words);
        },
        Notice.INTEREST_CORRECTED);
  }

  @POST
  @Path("never-was")
  public Response neverWas(
      @PathParam("id") UUID id,
      @PathParam("interest") UUID interest,
      MultivaluedMap<String, String> fields) {
    return write(id, interest, "withdrawal", fields, _ -> Map.of(), Notice.INTEREST_NEVER_WAS);
  }

  private Response write(
      UUID id,
      UUID interest,
      String command,
      MultivaluedMap<String, String> fields,
      Function<Form, @Nullable Object> body,
      Notice done) {
    reader.me();
    Form form = Form.sent(fields);
    return writing.sendOrShow(
        "/v1/groups/" + id + "/interests/" + interest + "/" + command,
        form,
        body,
        FIELDS,
        done.at("/groups/" + id),
        () -> page(form.status(), id, interest, form));
  }

  private Interest read(UUID id, UUID interest) {
    return api
        .get("/v1/groups/" + id + "/interests?limit=" + LARGEST_PAGE, Groups.InterestList.class)
        .items()
        .stream()
        .filter(each -> each.interestId().equals(interest.toString()))
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }

  private static @Nullable String organisation(Interest interest) {
    return interest.organisation() == null ? null : interest.organisation().organisationId();
  }

  private Response page(int status, UUID id, UUID interestId, Form form) {
    Answered<Group> group = api.getVersioned("/v1/groups/" + id, Group.class);
    Interest interest = read(id, interestId);
    LocalDate end = interest.end();
    if (!form.refused()) {
      form.withDay("start", interest.start())
          .withDay("last", AsOf.today())
          .with("words", interest.words())
          .with("kind", interest.kind())
          .with("organisation", organisation(interest));
    }
    return Html.page(
        status,
        new InterestPage(
            reader
                .frame("A declared interest", Menu.REPRESENTATION)
                .withBreadcrumbs(new Link(group.body().name(), "/groups/" + id)),
            form.refused(),
            "/groups/" + id + "/interests/" + interestId,
            GroupView.words(interest),
            GroupView.who(interest),
            Vocabulary.words(GroupWords.INTERESTS, interest.kind()),
            GroupView.organisation(interest),
            Words.day(interest.start()),
            end == null ? null : Words.day(end.minusDays(1)),
            isTheirs(reader, interest.holder()),
            GroupWords.INTERESTS,
            form.withEtag(group.etag())));
  }
}
