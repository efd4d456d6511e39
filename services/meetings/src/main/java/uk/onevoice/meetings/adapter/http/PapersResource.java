package uk.onevoice.meetings.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.meetings.adapter.files.FileType;
import uk.onevoice.meetings.adapter.store.PaperContents;
import uk.onevoice.meetings.adapter.store.PapersLog;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.papers.PaperId;
import uk.onevoice.meetings.domain.papers.Papers;
import uk.onevoice.meetings.domain.papers.Papers.Filed;
import uk.onevoice.meetings.domain.papers.PapersCommand;
import uk.onevoice.meetings.domain.papers.PapersCommand.File;
import uk.onevoice.meetings.domain.papers.PapersCommand.Withdraw;
import uk.onevoice.meetings.domain.papers.PapersEvent;
import uk.onevoice.meetings.domain.papers.PapersEvent.PaperFiled;
import uk.onevoice.meetings.domain.papers.PapersRejection;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.problem.ProblemException;
import uk.onevoice.service.problem.StandardProblems;
import uk.onevoice.service.wiring.Ids;
import uk.onevoice.vault.TypedWords;

/** Papers of meetings: filed by leaders, read by general practice of the place and by guests. */
@Path("/v1/meetings/{id}/papers")
@RunOnVirtualThread
class PapersResource {
  private static final int MOST_BYTES = 20_000_000;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_REASON = 1000;

  private final CommandHandler<PapersCommand, Papers, PapersEvent, PapersRejection> papers;
  private final PaperContents contents;
  private final MeetingDesk desk;
  private final Invited invited;
  private final TypedWords words;
  private final Commands commands;
  private final Scope scope;
  private final Ids ids;

  PapersResource(
      CommandHandler<PapersCommand, Papers, PapersEvent, PapersRejection> papers,
      PaperContents contents,
      MeetingDesk desk,
      Invited invited,
      TypedWords words,
      Commands commands,
      Scope scope,
      Ids ids) {
    this.papers = papers;
    this.contents = contents;
    this.desk = desk;
    this.invited = invited;
    this.words = words;
    this.commands = commands;
    this.scope = scope;
    this.ids = ids;
  }

  record PaperRef(MeetingId meetingId, PaperId paperId) {}

  record Why(@Nullable String reason, @Nullable List<UUID> aboutIds) {}

  /**
   * @param fileName null when it is no longer kept
   * @param there whether its content is kept
   */
  record PaperView(
      PaperId paperId,
      @Nullable ItemId itemId,
      @Nullable String fileName,
      String mediaType,
      int bytes,
      String sha256,
      boolean forGuests,
      boolean withdrawn,
      boolean there) {}

  @POST
  @Consumes(MediaType.WILDCARD)
  @Permission("filePaper")
  public Response file(
      @PathParam("id") UUID id,
      @QueryParam("itemId") @Nullable String itemId,
      @QueryParam("fileName") @Nullable String fileName,
      @QueryParam("forGuests") @Nullable String forGuests,
      InputStream body) {
    var meeting = new MeetingId(id);
    Scheduled scheduled = desk.there(meeting);
    if (fileName == null) {
      throw Problem.invalid("query:fileName", "is required").exception();
    }
    @Nullable ItemId item = itemId == null ? null : new ItemId(PageRequest.uuid("itemId", itemId));
    byte[] content = read(body);
    String type = FileType.of(content).orElseThrow(() -> PaperProblems.notTaken().exception());
    String digest = digest(content);
    var paper = new PaperId(ids.get());
    contents.keep(paper, content);
    try {
      Response answer =
          words.keeping(
              PapersLog.papers(meeting),
              pen ->
                  commands.handle(
                      papers,
                      PapersLog.papers(meeting),
                      new File(
                          meeting,
                          paper,
                          item,
                          item != null && scheduled.items().containsKey(item),
                          pen.body("paper-name", "query:fileName", fileName, LONGEST_NAME, null),
                          type,
                          content.length,
                          digest,
                          "true".equals(forGuests)),
                      (_, _, _) ->
                          commands.created(
                              "/v1/meetings/" + id + "/papers/" + paper.value(),
                              new PaperRef(meeting, paper)),
                      PaperProblems::of,
                      desk.around(scheduled)));
      if (answer.getHeaderString("Idempotency-Replayed") != null) {
        contents.erase(paper);
        mustBeTheSame(answer, meeting, digest);
      }
      return answer;
    } catch (ProblemException refused) {
      contents.erase(paper);
      throw refused;
    }
  }

  private static byte[] read(InputStream body) {
    try {
      byte[] content = body.readNBytes(MOST_BYTES + 1);
      if (content.length > MOST_BYTES) {
        throw PaperProblems.tooLarge(MOST_BYTES).header("Connection", "close").exception();
      }
      if (content.length == 0) {
        throw Problem.invalid("", "must be a file").exception();
      }
      return content;
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** The key is recognised by the address alone; another file with it is another request. */
  private void mustBeTheSame(Response answer, MeetingId meeting, String digest) {
    String location = answer.getLocation().getPath();
    var first = new PaperId(UUID.fromString(location.substring(location.lastIndexOf('/') + 1)));
    @Nullable Filed filed = papers.current(PapersLog.papers(meeting)).state().filed().get(first);
    if (filed == null || !filed.paper().sha256().equals(digest)) {
      throw StandardProblems.keyReused().exception();
    }
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException cause) {
      throw new IllegalStateException(cause);
    }
  }

  @POST
  @Path("/{paperId}/withdrawal")
  @Permission("withdrawPaper")
  public Response withdraw(@PathParam("id") UUID id, @PathParam("paperId") UUID paperId, Why wish) {
    var meeting = new MeetingId(id);
    Scheduled scheduled = desk.there(meeting);
    var paper = new PaperId(paperId);
    Response answer =
        words.keeping(
            PapersLog.papers(meeting),
            pen ->
                commands.handle(
                    papers,
                    PapersLog.papers(meeting),
                    new Withdraw(
                        meeting,
                        paper,
                        wish.reason() == null
                            ? null
                            : pen.body(
                                "paper-reason",
                                "/reason",
                                wish.reason(),
                                LONGEST_REASON,
                                wish.aboutIds())),
                    (_, _, _) -> commands.noContent(),
                    PaperProblems::of,
                    desk.around(scheduled)));
    contents.erase(paper);
    return answer;
  }

  @GET
  @Permission("listPapers")
  public Page<PaperView> list(
      @PathParam("id") UUID id,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    List<Filed> shown = shown(new MeetingId(id));
    Page<Filed> page = Slices.of(shown, request, each -> each.paper().paperId().value().toString());
    var names = words.read(page.items().stream().map(each -> each.paper().nameRef()).toList());
    var kept = contents.kept(page.items().stream().map(each -> each.paper().paperId()).toList());
    return new Page<>(
        page.items().stream()
            .map(each -> {
              PaperFiled paper = each.paper();
              return new PaperView(
                  paper.paperId(),
                  paper.itemId(),
                  names.get(paper.nameRef()),
                  paper.mediaType(),
                  paper.bytes(),
                  paper.sha256(),
                  paper.forGuests(),
                  each.withdrawn(),
                  kept.contains(paper.paperId()));
            })
            .toList(),
        page.next());
  }

  /** All papers for general practice of the place; for a guest those for its items. */
  private List<Filed> shown(MeetingId meeting) {
    Scheduled scheduled = desk.any(meeting);
    List<Filed> all =
        List.copyOf(papers.current(PapersLog.papers(meeting)).state().filed().values());
    if (scope.offers("listInvitations", MeetingDesk.placeOf(scheduled))) {
      return all;
    }
    Set<ItemId> items = invited.items(meeting);
    if (items.isEmpty()) {
      throw Problem.notFound().exception();
    }
    return all.stream()
        .filter(each -> !each.withdrawn() && each.paper().forGuests())
        .filter(each -> items.contains(Objects.requireNonNull(each.paper().itemId())))
        .toList();
  }

  @GET
  @Path("/{paperId}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Permission("readPaper")
  public Response read(@PathParam("id") UUID id, @PathParam("paperId") UUID paperId) {
    var paper = new PaperId(paperId);
    Filed filed =
        shown(new MeetingId(id)).stream()
            .filter(each -> each.paper().paperId().equals(paper))
            .findFirst()
            .orElseThrow(() -> Problem.notFound().exception());
    byte[] content = contents.of(paper).orElseThrow(() -> Problem.notFound().exception());
    String name =
        words.read(List.of(filed.paper().nameRef())).getOrDefault(filed.paper().nameRef(), "paper");
    return Response.ok(content)
        .header("Content-Disposition", attachment(name))
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .build();
  }

  /** As RFC 6266 has it: never shown in the page, and with nothing that ends the header. */
  private static String attachment(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
    String whole = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + whole;
  }
}
