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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.ApiProblem;
import uk.onevoice.web.api.MeetingRecords.Paper;
import uk.onevoice.web.api.Meetings;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;

/** Papers of a meeting: filed, read and taken back. */
@Path("/meetings/{id}/papers")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class MeetingPaperPages {
  private final Reader reader;
  private final Api api;
  private final Writing writing;
  private final MeetingBeforePages before;

  MeetingPaperPages(Reader reader, Api api, Writing writing, MeetingBeforePages before) {
    this.reader = reader;
    this.api = api;
    this.writing = writing;
    this.before = before;
  }

  /** Those that can be read, with what they are. */
  static List<Link> links(UUID meeting, List<Paper> papers) {
    return papers.stream()
        .filter(Paper::there)
        .map(paper ->
            new Link(
                (paper.fileName() == null ? "A paper without a name" : paper.fileName())
                    + " ("
                    + MeetingWords.size(paper.bytes())
                    + ")",
                "/meetings/" + meeting + "/papers/" + paper.paperId()))
        .toList();
  }

  /** The file as it is, to be kept and not shown. */
  @GET
  @Path("{paper}")
  @Produces(MediaType.WILDCARD)
  public Response read(@PathParam("id") UUID id, @PathParam("paper") UUID paper) {
    reader.me();
    Api.Fetched file = api.fetch("/v1/meetings/" + id + "/papers/" + paper);
    return Response.ok(file.content())
        .type(file.type())
        .header("Content-Disposition", file.disposition())
        .build();
  }

  @POST
  @Path("filed")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response file(
      @PathParam("id") UUID id,
      @RestForm("paper") @Nullable FileUpload paper,
      @RestForm("paperItem") @Nullable String item) {
    reader.me();
    Form form = Form.blank().with("paperItem", item);
    if (paper == null || paper.size() == 0) {
      form.refuse("paper", "Choose a file");
      return before.page(400, id, form);
    }
    String query =
        "?fileName="
            + Segment.of(paper.fileName())
            + (form.value("paperItem").isEmpty()
                ? ""
                : "&itemId=" + Segment.of(form.value("paperItem")));
    try {
      api.upload("/v1/meetings/" + id + "/papers" + query, paper.uploadedFile());
      return Html.goTo(Notice.PAPER.at("/meetings/" + id + "/before"));
    } catch (ApiProblem refused) {
      switch (refused.problem().status()) {
        case 400, 409, 413, 415, 422 -> form.refuse(refused.problem(), Map.of());
        default -> throw refused;
      }
      return before.page(400, id, form);
    }
  }

  @POST
  @Path("{paper}/withdrawn")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response withdraw(
      @PathParam("id") UUID id,
      @PathParam("paper") UUID paper,
      MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields).withEtag("");
    return writing.sendOrShow(
        "/v1/meetings/" + id + "/papers/" + paper + "/withdrawal",
        form,
        _ -> new Meetings.Nothing(),
        Map.of(),
        Notice.PAPER_WITHDRAWN.at("/meetings/" + id + "/before"),
        () -> before.page(form.status(), id, form));
  }
}
