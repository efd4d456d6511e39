package uk.onevoice.mandates.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.Role;
import uk.onevoice.kernel.Decision;
import uk.onevoice.mandates.adapter.registry.Registry;
import uk.onevoice.mandates.adapter.store.MandateLog;
import uk.onevoice.mandates.domain.Holder;
import uk.onevoice.mandates.domain.InvocationId;
import uk.onevoice.mandates.domain.ListedTopic;
import uk.onevoice.mandates.domain.Mandate;
import uk.onevoice.mandates.domain.Mandate.Opened;
import uk.onevoice.mandates.domain.MandateEvent;
import uk.onevoice.mandates.domain.MandateRejection;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.mandates.domain.Table;
import uk.onevoice.mandates.domain.Terms;
import uk.onevoice.mandates.domain.UseCommand.Invoke;
import uk.onevoice.mandates.domain.UseCommand.Ratify;
import uk.onevoice.mandates.domain.UseCommand.RatifyForLmc;
import uk.onevoice.mandates.domain.UseCommand.TakeBack;
import uk.onevoice.mandates.domain.UseEvent;
import uk.onevoice.mandates.domain.UseEvent.MandateInvoked;
import uk.onevoice.mandates.domain.UseEvent.Outside;
import uk.onevoice.mandates.domain.UseEvent.Verdict;
import uk.onevoice.security.Actor;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;
import uk.onevoice.vault.TypedWords;

/** What is said and agreed under a mandate; there is no other way to agree for practices. */
@Path("/v1/mandates/{id}")
@RunOnVirtualThread
class InvocationsResource {
  private static final String AGREED = "agreed-words";

  private final MandateDesk desk;
  private final TypedWords words;
  private final MandateLog log;
  private final MandateLists lists;
  private final Registry registry;
  private final Directory directory;
  private final Commands commands;
  private final CurrentActor actor;
  private final Scope scope;
  private final Today today;
  private final Ids ids;

  InvocationsResource(
      MandateDesk desk,
      TypedWords words,
      MandateLog log,
      MandateLists lists,
      Registry registry,
      Directory directory,
      Commands commands,
      CurrentActor actor,
      Scope scope,
      Today today,
      Ids ids) {
    this.desk = desk;
    this.words = words;
    this.log = log;
    this.lists = lists;
    this.registry = registry;
    this.directory = directory;
    this.commands = commands;
    this.actor = actor;
    this.scope = scope;
    this.today = today;
    this.ids = ids;
  }

  record Invocation(
      UseEvent.Act act,
      UUID topicId,
      @Nullable UUID forumId,
      List<UUID> limitIds,
      @Nullable UUID meetingId,
      @Nullable UUID itemId,
      @Nullable LocalDate on,
      @Nullable String words) {}

  record VerdictView(
      Verdict verdict,
      List<Outside> outside,
      boolean asHolder,
      int needs,
      List<OrganisationId> needsLmcIds) {}

  record InvocationVerdict(
      InvocationId invocationId,
      Verdict verdict,
      List<Outside> outside,
      int needs,
      List<OrganisationId> needsLmcIds) {}

  record Ratification(PracticeId practiceId, boolean agrees) {}

  record LmcRatification(OrganisationId lmcId, boolean agrees) {}

  @GET
  @Path("/invocation-check")
  @Permission("checkInvocation")
  public VerdictView check(
      @PathParam("id") UUID id,
      @QueryParam("act") @Nullable String act,
      @QueryParam("topicId") @Nullable String topicId,
      @QueryParam("forumId") @Nullable String forumId,
      @QueryParam("limitId") List<String> limitIds,
      @QueryParam("on") @Nullable String on) {
    Opened mandate = desk.spokenUnder(id).mandate();
    var wish =
        new Invocation(
            act(act),
            PageRequest.uuid("topicId", topicId),
            forumId == null ? null : PageRequest.uuid("forumId", forumId),
            limitIds.stream().map(limit -> PageRequest.uuid("limitId", limit)).toList(),
            null,
            null,
            on == null ? null : day(on),
            null);
    var decision = Mandate.decide(command(mandate, new InvocationId(id), wish, null), mandate);
    return switch (decision) {
      case Decision.Rejected<MandateEvent, MandateRejection>(var why) ->
          throw MandateProblems.of(why).exception();
      case Decision.Accepted<MandateEvent, MandateRejection>(var events) -> {
        var would = (MandateInvoked) events.getFirst();
        yield new VerdictView(
            would.verdict(),
            would.outside(),
            !would.outside().contains(Outside.HOLDER),
            would.needs(),
            would.lmcs());
      }
    };
  }

  @POST
  @Path("/invocations")
  @Permission("invokeMandate")
  public Response invoke(@PathParam("id") UUID id, Invocation wish) {
    var asked = desk.spokenUnder(id);
    var invocation = new InvocationId(ids.get());
    return words.keeping(
        MandateLog.stream(asked.mandate().id()),
        pen ->
            desk.handle(
                command(
                    asked.mandate(), invocation, wish, pen.ifAny(AGREED, "/words", wish.words())),
                (_, _, events) -> {
                  var said = (MandateInvoked) events.getFirst();
                  return commands.created(
                      "/v1/mandates/" + id + "/invocations",
                      new InvocationVerdict(
                          invocation, said.verdict(), said.outside(), said.needs(), said.lmcs()));
                },
                asked.circumstances()));
  }

  private Invoke command(
      Opened mandate, InvocationId invocation, Invocation wish, @Nullable UUID wordsRef) {
    LocalDate on = wish.on() == null ? today.get() : wish.on();
    return new Invoke(
        mandate.id(),
        invocation,
        wish.act(),
        lists.amongTopics(topicsOf(mandate), wish.topicId()),
        wish.forumId() == null ? null : lists.amongForums(tablesOf(mandate), wish.forumId()),
        wish.limitIds(),
        wish.meetingId(),
        wish.itemId(),
        wordsRef,
        heldOn(on, mandate),
        on,
        today.get(),
        registry.electorate(mandate, on));
  }

  private static List<UUID> topicsOf(Opened mandate) {
    @Nullable Terms terms = mandate.version().terms();
    if (terms != null) {
      return terms.topics().stream().map(ListedTopic::topicId).toList();
    }
    @Nullable UUID only = mandate.opening().topicId();
    return only == null ? List.of() : List.of(only);
  }

  private static List<UUID> tablesOf(Opened mandate) {
    @Nullable Terms terms = mandate.version().terms();
    return terms == null ? List.of() : terms.tables().stream().map(Table::forumId).toList();
  }

  /** What the caller held on that day, in the capacity they act in. */
  private Set<Holder.Held> heldOn(LocalDate on, Opened mandate) {
    Actor caller = actor.get();
    @Nullable Terms known = mandate.version().terms();
    List<Terms> terms = known == null ? List.of() : List.of(known);
    if (on.isBefore(today.get())
        && caller instanceof Actor.PersonActor(var person, _, var actingAs)) {
      return registry.held(
          directory.holdings(person, on).stream()
              .filter(holding -> actingAs == null || holding.id().equals(actingAs.id()))
              .toList(),
          terms,
          on);
    }
    return registry.held(caller.holdings(Role.values()), terms, on);
  }

  @GET
  @Path("/invocations")
  @Permission("listInvocations")
  public Page<InvocationView> list(
      @PathParam("id") UUID id,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    Opened mandate = desk.inPlace(id).mandate();
    var request = PageRequest.of(after, limit);
    List<InvocationView.Told> all = InvocationView.newestFirst(log.history(mandate.id()));
    int from = after == null ? 0 : InvocationView.after(all, after);
    List<InvocationView.Told> part =
        all.subList(from, Math.min(all.size(), from + request.limit()));
    Map<UUID, String> said =
        words.texts(
            part.stream().map(each -> each.said().wordsRef()).flatMap(Stream::ofNullable).toList());
    return new Page<>(
        part.stream().map(each -> each.view(said)).toList(),
        from + part.size() < all.size()
            ? part.getLast().said().invocationId().value().toString()
            : null);
  }

  @POST
  @Path("/invocations/{invocationId}/ratifications")
  @Permission("ratifyInvocation")
  public Response ratify(
      @PathParam("id") UUID id, @PathParam("invocationId") UUID invocationId, Ratification wish) {
    scope.at(new uk.onevoice.directory.OrganisationId(wish.practiceId().value()));
    Opened mandate = desk.opened(id);
    return desk.done(
        new Ratify(
            mandate.id(),
            new InvocationId(invocationId),
            wish.practiceId(),
            desk.inPlace(wish.practiceId(), mandate, today.get()),
            true,
            wish.agrees(),
            today.get(),
            desk.electorate(mandate)),
        desk.actingFor(new OrganisationId(wish.practiceId().value()), mandate.opening().placeId()));
  }

  @POST
  @Path("/invocations/{invocationId}/lmc-ratifications")
  @Permission("ratifyInvocationForLmc")
  public Response ratifyForLmc(
      @PathParam("id") UUID id,
      @PathParam("invocationId") UUID invocationId,
      LmcRatification wish) {
    scope.at(Registry.inDirectory(wish.lmcId()));
    Opened mandate = desk.opened(id);
    var invocation = new InvocationId(invocationId);
    // For an LMC elsewhere there is nothing here, and no version to find by guessing.
    if (!mandate.lmcsOf(invocation).contains(wish.lmcId())) {
      throw MandateProblems.of(new MandateRejection.LmcNotNeeded(wish.lmcId())).exception();
    }
    return desk.done(
        new RatifyForLmc(
            mandate.id(),
            invocation,
            wish.lmcId(),
            wish.agrees(),
            today.get(),
            desk.electorate(mandate)),
        desk.actingFor(wish.lmcId(), mandate.opening().placeId()));
  }

  @POST
  @Path("/invocations/{invocationId}/taking-back")
  @Permission("takeInvocationBack")
  public Response takeBack(@PathParam("id") UUID id, @PathParam("invocationId") UUID invocationId) {
    var asked = desk.inPlace(id);
    return desk.done(
        new TakeBack(asked.mandate().id(), new InvocationId(invocationId), today.get()),
        asked.circumstances());
  }

  private static UseEvent.Act act(@Nullable String text) {
    for (UseEvent.Act act : UseEvent.Act.values()) {
      if (act.name().equals(text)) {
        return act;
      }
    }
    throw Problem.invalid("query:act", "must be SPOKE or AGREED").exception();
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException noDay) {
      throw Problem.invalid("query:on", "must be a date as 2026-11-30").exception();
    }
  }
}
