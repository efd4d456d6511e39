package uk.onevoice.organisations.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.kernel.Label;
import uk.onevoice.organisations.adapter.http.ListBodies.NewLabel;
import uk.onevoice.organisations.adapter.http.ListBodies.NewTopic;
import uk.onevoice.organisations.adapter.http.ListBodies.Retirement;
import uk.onevoice.organisations.adapter.http.ListBodies.Splitting;
import uk.onevoice.organisations.adapter.http.ListBodies.TopicMerger;
import uk.onevoice.organisations.adapter.http.ListBodies.TopicRef;
import uk.onevoice.organisations.adapter.http.ListHistory.Step;
import uk.onevoice.organisations.adapter.store.ListOwners;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.controlled.ListRejection;
import uk.onevoice.organisations.domain.topic.TopicCommand;
import uk.onevoice.organisations.domain.topic.TopicCommand.DefineTopic;
import uk.onevoice.organisations.domain.topic.TopicCommand.MergeTopic;
import uk.onevoice.organisations.domain.topic.TopicCommand.ReinstateTopic;
import uk.onevoice.organisations.domain.topic.TopicCommand.RenameTopic;
import uk.onevoice.organisations.domain.topic.TopicCommand.RetireTopic;
import uk.onevoice.organisations.domain.topic.TopicCommand.SplitTopic;
import uk.onevoice.organisations.domain.topic.TopicEvent;
import uk.onevoice.organisations.domain.topic.TopicId;
import uk.onevoice.organisations.domain.topic.Topics;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;

/** The topics of an ICS: read by everybody, kept by leaders of general practice there. */
@Path("/v1/topics")
@RunOnVirtualThread
class TopicsResource {
  private final CommandHandler<TopicCommand, Topics, TopicEvent, ListRejection> topics;
  private final ListOwners owners;
  private final ListKeepers keepers;
  private final EventStore store;
  private final RegistryLog log;
  private final WhoActed who;
  private final Commands commands;
  private final Today today;
  private final Ids ids;

  TopicsResource(
      CommandHandler<TopicCommand, Topics, TopicEvent, ListRejection> topics,
      ListOwners owners,
      ListKeepers keepers,
      EventStore store,
      RegistryLog log,
      WhoActed who,
      Commands commands,
      Today today,
      Ids ids) {
    this.topics = topics;
    this.owners = owners;
    this.keepers = keepers;
    this.store = store;
    this.log = log;
    this.who = who;
    this.commands = commands;
    this.today = today;
    this.ids = ids;
  }

  @GET
  @Permission("listTopics")
  public Page<TopicView> list(
      @QueryParam("icsId") @Nullable String icsId,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("includeRetired") @Nullable String includeRetired,
      @QueryParam("sort") @Nullable String sort,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    var wish =
        ListRequest.of(
            icsId, asOf, includeRetired, sort, PageRequest.of(after, limit), today.get());
    var list = topics.current(RegistryLog.topics(wish.icsId())).state().entries();
    var page = wish.page(list, _ -> true);
    return new Page<>(
        page.items().stream()
            .map(topic -> TopicView.of(topic, wish.icsId(), list, wish.asOf()))
            .toList(),
        page.next());
  }

  @GET
  @Path("/{id}")
  @Permission("readTopic")
  public Response read(@PathParam("id") UUID uuid, @QueryParam("asOf") @Nullable String asOf) {
    var id = new TopicId(uuid);
    OrganisationId ics = icsOf(id);
    LocalDate on = ListRequest.day(asOf, today.get());
    var current = topics.current(RegistryLog.topics(ics));
    var list = current.state().entries();
    var topic = list.find(id).orElseThrow(() -> Problem.notFound().exception());
    var all = store.stream(RegistryLog.topics(ics), 0);
    var names = who.ofEvents(all);
    var history =
        all.stream()
            .<Step>mapMulti((stored, steps) -> {
              var event = (TopicEvent) log.read(stored);
              if (event.topicId().equals(id)) {
                steps.accept(ListHistory.of(event, stored, names));
              }
            })
            .toList();
    return Response.ok(
            new TopicView.Whole(
                TopicView.of(topic, ics, list, on), ListHistory.names(topic.names()), history))
        .header("ETag", Versions.etag(current.version()))
        .build();
  }

  @POST
  @Permission("defineTopic")
  public Response define(NewTopic wish) {
    var id = new TopicId(ids.get());
    return commands.handle(
        topics,
        RegistryLog.topics(wish.icsId()),
        new DefineTopic(
            id,
            wish.icsId(),
            keepers.icbOpen(wish.icsId()),
            wish.label(),
            wish.start(),
            today.get()),
        (_, _, _) -> commands.created("/v1/topics/" + id, new TopicRef(id)),
        rejection -> ListProblems.of(rejection, "/start", "/label"),
        keepers.changing(wish.icsId()));
  }

  @POST
  @Path("/{id}/names")
  @Permission("renameTopic")
  public Response rename(@PathParam("id") UUID uuid, NewLabel wish) {
    var id = new TopicId(uuid);
    return change(
        id,
        "/from",
        "/label",
        ics -> new RenameTopic(id, ics, wish.label(), wish.from(), today.get()));
  }

  @POST
  @Path("/{id}/merging")
  @Permission("mergeTopic")
  public Response merge(@PathParam("id") UUID uuid, TopicMerger wish) {
    var id = new TopicId(uuid);
    return change(
        id, "/on", "", ics -> new MergeTopic(id, ics, wish.into(), wish.on(), today.get()));
  }

  @POST
  @Path("/{id}/splitting")
  @Permission("splitTopic")
  public Response split(@PathParam("id") UUID uuid, Splitting wish) {
    var id = new TopicId(uuid);
    var parts = new LinkedHashMap<TopicId, Label>();
    wish.into().forEach(label -> parts.put(new TopicId(ids.get()), label));
    return change(
        id, "/on", "/into", ics -> new SplitTopic(id, ics, parts, wish.on(), today.get()));
  }

  @POST
  @Path("/{id}/retirement")
  @Permission("retireTopic")
  public Response retire(@PathParam("id") UUID uuid, Retirement wish) {
    var id = new TopicId(uuid);
    return change(id, "/on", "", ics -> new RetireTopic(id, ics, wish.on(), today.get()));
  }

  @POST
  @Path("/{id}/reinstatement")
  @Consumes(MediaType.WILDCARD)
  @Permission("reinstateTopic")
  public Response reinstate(@PathParam("id") UUID uuid) {
    var id = new TopicId(uuid);
    return change(id, "/on", "", ics -> new ReinstateTopic(id, ics));
  }

  private Response change(
      TopicId id, String day, String label, Function<OrganisationId, TopicCommand> command) {
    OrganisationId ics = icsOf(id);
    return commands.handle(
        topics,
        RegistryLog.topics(ics),
        command.apply(ics),
        (_, _, _) -> commands.noContent(),
        rejection -> ListProblems.of(rejection, day, label),
        keepers.changing(ics));
  }

  private OrganisationId icsOf(TopicId id) {
    return owners.of(id).orElseThrow(() -> Problem.notFound().exception());
  }
}
