package uk.onevoice.mandates.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.mandates.adapter.http.IssueBodies.AddOption;
import uk.onevoice.mandates.adapter.http.IssueBodies.IssueRef;
import uk.onevoice.mandates.adapter.http.IssueBodies.IssueView;
import uk.onevoice.mandates.adapter.http.IssueBodies.OptionRef;
import uk.onevoice.mandates.adapter.http.IssueBodies.RaiseIssue;
import uk.onevoice.mandates.adapter.registry.Registry;
import uk.onevoice.mandates.adapter.store.IssueLog;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.issue.Issue;
import uk.onevoice.mandates.domain.issue.IssueCommand;
import uk.onevoice.mandates.domain.issue.IssueCommand.Raise;
import uk.onevoice.mandates.domain.issue.IssueEvent;
import uk.onevoice.mandates.domain.issue.IssueEvent.IssueRaised;
import uk.onevoice.mandates.domain.issue.IssueId;
import uk.onevoice.mandates.domain.issue.IssueOption;
import uk.onevoice.mandates.domain.issue.IssueRejection;
import uk.onevoice.mandates.domain.issue.OptionId;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Circumstances;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.listing.FirstEvents;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;
import uk.onevoice.vault.TypedWords;

/** Issues of an ICS: put and read by leaders of general practice there. */
@Path("/v1/issues")
@RunOnVirtualThread
class IssuesResource {
  private final CommandHandler<IssueCommand, Issue, IssueEvent, IssueRejection> issues;
  private final FirstEvents<IssueRaised> ofIcs;
  private final Issues reading;
  private final TypedWords words;
  private final Places places;
  private final Commands commands;
  private final Scope scope;
  private final Today today;
  private final Ids ids;

  IssuesResource(
      CommandHandler<IssueCommand, Issue, IssueEvent, IssueRejection> issues,
      FirstEvents<IssueRaised> ofIcs,
      Issues reading,
      TypedWords words,
      Places places,
      Commands commands,
      Scope scope,
      Today today,
      Ids ids) {
    this.issues = issues;
    this.ofIcs = ofIcs;
    this.reading = reading;
    this.words = words;
    this.places = places;
    this.commands = commands;
    this.scope = scope;
    this.today = today;
    this.ids = ids;
  }

  @POST
  @Permission("raiseIssue")
  public Response raise(RaiseIssue wish) {
    var circumstances = in(wish.icsId());
    IssueId id = new IssueId(ids.get());
    String stream = IssueLog.stream(id);
    return words.keeping(
        stream,
        pen ->
            commands.handle(
                issues,
                stream,
                new Raise(
                    id,
                    wish.icsId(),
                    wish.topicId(),
                    places.isTopicInUse(wish.icsId(), wish.topicId()),
                    pen.body(
                        "issue-question",
                        "/question",
                        wish.question(),
                        TypedWords.SHORT,
                        wish.aboutIds()),
                    options(wish, pen),
                    today.get()),
                (_, _, _) -> commands.created("/v1/issues/" + id.value(), new IssueRef(id)),
                IssueProblems::of,
                circumstances));
  }

  private List<IssueOption> options(RaiseIssue wish, TypedWords.Pen pen) {
    // More than a rule allows are refused by it, and not all written first.
    int written = Math.min(wish.options().size(), Issue.MOST_OPTIONS + 1);
    List<IssueOption> options = new ArrayList<>();
    for (int i = 0; i < written; i++) {
      options.add(
          new IssueOption(
              new OptionId(ids.get()),
              pen.body(
                  "issue-option",
                  "/options/" + i,
                  wish.options().get(i),
                  TypedWords.SHORT,
                  wish.aboutIds())));
    }
    return options;
  }

  @POST
  @Path("/{id}/options")
  @Permission("addOption")
  public Response add(@PathParam("id") UUID id, AddOption wish) {
    IssueId issue = new IssueId(id);
    var circumstances = in(there(issue).terms().icsId());
    String stream = IssueLog.stream(issue);
    OptionId option = new OptionId(ids.get());
    return words.keeping(
        stream,
        pen ->
            commands.handle(
                issues,
                stream,
                new IssueCommand.AddOption(
                    issue,
                    option,
                    pen.body(
                        "issue-option",
                        "/option",
                        wish.option(),
                        TypedWords.SHORT,
                        wish.aboutIds())),
                (_, _, _) -> commands.created("/v1/issues/" + id, new OptionRef(issue, option)),
                IssueProblems::of,
                circumstances));
  }

  @GET
  @Path("/{id}")
  @Permission("readIssue")
  public Response read(@PathParam("id") UUID id) {
    IssueId issue = new IssueId(id);
    in(there(issue).terms().icsId());
    return Response.ok(reading.of(List.of(issue)).get(issue))
        .header("ETag", Versions.etag(issues.current(IssueLog.stream(issue)).version()))
        .build();
  }

  @GET
  @Permission("listIssues")
  public Page<IssueView> ofIcs(
      @QueryParam("icsId") @Nullable String icsId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    OrganisationId ics = PathBodies.of("query:icsId", icsId);
    PageRequest request = PageRequest.of(after, limit);
    in(ics);
    Page<IssueRaised> page = ofIcs.page(ics.value(), request);
    var views = reading.of(page.items().stream().map(IssueRaised::issueId).toList());
    return new Page<>(
        page.items().stream()
            .map(raised -> Objects.requireNonNull(views.get(raised.issueId())))
            .toList(),
        page.next());
  }

  private Issue.Raised there(IssueId issue) {
    return reading.find(issue).orElseThrow(() -> Problem.notFound().exception());
  }

  /** Lets leaders of the ICS pass. */
  private Circumstances in(OrganisationId ics) {
    var icb = Registry.inDirectory(ics);
    return new Circumstances(null, scope.inIcs(icb).organisation(), icb);
  }
}
