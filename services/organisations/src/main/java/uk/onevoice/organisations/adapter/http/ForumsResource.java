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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.kernel.Label;
import uk.onevoice.organisations.adapter.http.ListBodies.ForumMerger;
import uk.onevoice.organisations.adapter.http.ListBodies.ForumRef;
import uk.onevoice.organisations.adapter.http.ListBodies.ForumRevision;
import uk.onevoice.organisations.adapter.http.ListBodies.NewForum;
import uk.onevoice.organisations.adapter.http.ListBodies.NewLabel;
import uk.onevoice.organisations.adapter.http.ListBodies.Retirement;
import uk.onevoice.organisations.adapter.http.ListBodies.Splitting;
import uk.onevoice.organisations.adapter.http.ListHistory.Step;
import uk.onevoice.organisations.adapter.store.ListOwners;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.controlled.Entry;
import uk.onevoice.organisations.domain.controlled.ListRejection;
import uk.onevoice.organisations.domain.forum.ForumCommand;
import uk.onevoice.organisations.domain.forum.ForumCommand.CloseForum;
import uk.onevoice.organisations.domain.forum.ForumCommand.Known;
import uk.onevoice.organisations.domain.forum.ForumCommand.MergeForum;
import uk.onevoice.organisations.domain.forum.ForumCommand.RegisterForum;
import uk.onevoice.organisations.domain.forum.ForumCommand.RenameForum;
import uk.onevoice.organisations.domain.forum.ForumCommand.ReopenForum;
import uk.onevoice.organisations.domain.forum.ForumCommand.ReviseForum;
import uk.onevoice.organisations.domain.forum.ForumCommand.SplitForum;
import uk.onevoice.organisations.domain.forum.ForumEvent;
import uk.onevoice.organisations.domain.forum.ForumId;
import uk.onevoice.organisations.domain.forum.ForumRejection;
import uk.onevoice.organisations.domain.forum.ForumTerms;
import uk.onevoice.organisations.domain.forum.Forums;
import uk.onevoice.organisations.domain.place.Place;
import uk.onevoice.organisations.domain.place.PlaceCommand;
import uk.onevoice.organisations.domain.place.PlaceEvent;
import uk.onevoice.organisations.domain.place.PlaceId;
import uk.onevoice.organisations.domain.place.PlaceRejection;
import uk.onevoice.organisations.domain.topic.TopicCommand;
import uk.onevoice.organisations.domain.topic.TopicEvent;
import uk.onevoice.organisations.domain.topic.Topics;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;
import uk.onevoice.vault.NewWords;
import uk.onevoice.vault.Vault;
import uk.onevoice.vault.VaultRef;

/** The forums of an ICS: read by everybody, kept by leaders of general practice there. */
@Path("/v1/forums")
@RunOnVirtualThread
class ForumsResource {
  private static final int LONGEST_REMIT = 2_000;

  private final CommandHandler<ForumCommand, Forums, ForumEvent, ForumRejection> forums;
  private final CommandHandler<TopicCommand, Topics, TopicEvent, ListRejection> topics;
  private final CommandHandler<PlaceCommand, Place, PlaceEvent, PlaceRejection> places;
  private final ListOwners owners;
  private final ListKeepers keepers;
  private final Vault vault;
  private final CurrentActor actor;
  private final EventStore store;
  private final RegistryLog log;
  private final WhoActed who;
  private final Commands commands;
  private final Today today;
  private final Ids ids;

  ForumsResource(
      CommandHandler<ForumCommand, Forums, ForumEvent, ForumRejection> forums,
      CommandHandler<TopicCommand, Topics, TopicEvent, ListRejection> topics,
      CommandHandler<PlaceCommand, Place, PlaceEvent, PlaceRejection> places,
      ListOwners owners,
      ListKeepers keepers,
      Vault vault,
      CurrentActor actor,
      EventStore store,
      RegistryLog log,
      WhoActed who,
      Commands commands,
      Today today,
      Ids ids) {
    this.forums = forums;
    this.topics = topics;
    this.places = places;
    this.owners = owners;
    this.keepers = keepers;
    this.vault = vault;
    this.actor = actor;
    this.store = store;
    this.log = log;
    this.who = who;
    this.commands = commands;
    this.today = today;
    this.ids = ids;
  }

  @GET
  @Permission("listForums")
  public Page<ForumView> list(
      @QueryParam("icsId") @Nullable String icsId,
      @QueryParam("placeId") @Nullable String placeId,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("includeRetired") @Nullable String includeRetired,
      @QueryParam("sort") @Nullable String sort,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    var wish =
        ListRequest.of(
            icsId, asOf, includeRetired, sort, PageRequest.of(after, limit), today.get());
    var list = forums.current(RegistryLog.forums(wish.icsId())).state();
    var page = wish.page(list.entries(), of(placeId, list));
    var remits = remits(page.items(), list);
    return new Page<>(
        page.items().stream()
            .map(forum -> ForumView.of(forum, wish.icsId(), list, remits, wish.asOf()))
            .toList(),
        page.next());
  }

  /** Those of a place, and those of the whole ICS with them. */
  private static Predicate<Entry<ForumId>> of(@Nullable String placeId, Forums list) {
    if (placeId == null) {
      return _ -> true;
    }
    var place = new PlaceId(PageRequest.uuid("placeId", placeId));
    return forum -> {
      @Nullable ForumTerms terms = list.terms().get(forum.id());
      return terms != null && (terms.placeIds().isEmpty() || terms.placeIds().contains(place));
    };
  }

  private Map<VaultRef, String> remits(List<Entry<ForumId>> wanted, Forums list) {
    return vault.read(
        wanted.stream()
            .<VaultRef>mapMulti((forum, refs) -> {
              @Nullable ForumTerms terms = list.terms().get(forum.id());
              if (terms != null && terms.remitRef() != null) {
                refs.accept(new VaultRef(terms.remitRef()));
              }
            })
            .toList());
  }

  @GET
  @Path("/{id}")
  @Permission("readForum")
  public Response read(@PathParam("id") UUID uuid, @QueryParam("asOf") @Nullable String asOf) {
    var id = new ForumId(uuid);
    OrganisationId ics = icsOf(id);
    LocalDate on = ListRequest.day(asOf, today.get());
    var current = forums.current(RegistryLog.forums(ics));
    var list = current.state();
    var forum = list.entries().find(id).orElseThrow(() -> Problem.notFound().exception());
    var all = store.stream(RegistryLog.forums(ics), 0);
    var names = who.ofEvents(all);
    var history =
        all.stream()
            .<Step>mapMulti((stored, steps) -> {
              var event = (ForumEvent) log.read(stored);
              if (event.forumId().equals(id)) {
                steps.accept(ListHistory.of(event, stored, names));
              }
            })
            .toList();
    return Response.ok(
            new ForumView.Whole(
                ForumView.of(forum, ics, list, remits(List.of(forum), list), on),
                ListHistory.names(forum.names()),
                history))
        .header("ETag", Versions.etag(current.version()))
        .build();
  }

  @POST
  @Permission("registerForum")
  public Response register(NewForum wish) {
    var id = new ForumId(ids.get());
    var circumstances = keepers.changing(wish.icsId());
    var stated =
        new ForumRevision(
            wish.level(), wish.ownerId(), wish.placeIds(), wish.topicIds(), wish.remit());
    return commands.handle(
        forums,
        RegistryLog.forums(wish.icsId()),
        new RegisterForum(
            id,
            wish.icsId(),
            keepers.icbOpen(wish.icsId()),
            wish.label(),
            wish.start(),
            terms(stated, wish.icsId(), null),
            known(stated, wish.icsId()),
            today.get()),
        (_, _, _) -> commands.created("/v1/forums/" + id, new ForumRef(id)),
        rejection -> ListProblems.of(rejection, "/start", "/label"),
        circumstances);
  }

  @POST
  @Path("/{id}/revision")
  @Permission("reviseForum")
  public Response revise(@PathParam("id") UUID uuid, ForumRevision wish) {
    var id = new ForumId(uuid);
    return change(
        id,
        "/on",
        "",
        ics ->
            new ReviseForum(
                id,
                ics,
                terms(wish, ics, forums.current(RegistryLog.forums(ics)).state().terms().get(id)),
                known(wish, ics)));
  }

  /**
   * @param before the terms so far: words that have not changed are not kept again
   */
  private ForumTerms terms(ForumRevision wish, OrganisationId ics, @Nullable ForumTerms before) {
    return new ForumTerms(
        wish.level(),
        wish.ownerId(),
        given(wish.placeIds()),
        given(wish.topicIds()),
        remit(wish.remit(), ics, before == null ? null : before.remitRef()));
  }

  private @Nullable UUID remit(@Nullable String words, OrganisationId ics, @Nullable UUID before) {
    if (words == null || words.isBlank()) {
      return null;
    }
    if (words.length() > LONGEST_REMIT) {
      throw Problem.invalid("/remit", "must be at most " + LONGEST_REMIT + " characters")
          .exception();
    }
    if (before != null
        && words.equals(vault.read(List.of(new VaultRef(before))).get(new VaultRef(before)))) {
      return before;
    }
    return vault
        .keep(
            new NewWords(
                "forum-remit", RegistryLog.forums(ics), Set.of(), words, actor.get().ref(), null))
        .value();
  }

  private Known known(ForumRevision wish, OrganisationId ics) {
    return new Known(
        wish.ownerId() == null || keepers.known(wish.ownerId()),
        given(wish.placeIds()).stream()
            .filter(place ->
                places.current(RegistryLog.stream(place)).state() instanceof Place.Defined defined
                    && defined.ics(today.get()).equals(ics))
            .collect(Collectors.toUnmodifiableSet()),
        topics.current(RegistryLog.topics(ics)).state().entries().all().keySet());
  }

  private static <T> List<T> given(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  @POST
  @Path("/{id}/names")
  @Permission("renameForum")
  public Response rename(@PathParam("id") UUID uuid, NewLabel wish) {
    var id = new ForumId(uuid);
    return change(
        id,
        "/from",
        "/label",
        ics -> new RenameForum(id, ics, wish.label(), wish.from(), today.get()));
  }

  @POST
  @Path("/{id}/merging")
  @Permission("mergeForum")
  public Response merge(@PathParam("id") UUID uuid, ForumMerger wish) {
    var id = new ForumId(uuid);
    return change(
        id, "/on", "", ics -> new MergeForum(id, ics, wish.into(), wish.on(), today.get()));
  }

  @POST
  @Path("/{id}/splitting")
  @Permission("splitForum")
  public Response split(@PathParam("id") UUID uuid, Splitting wish) {
    var id = new ForumId(uuid);
    var parts = new LinkedHashMap<ForumId, Label>();
    wish.into().forEach(label -> parts.put(new ForumId(ids.get()), label));
    return change(
        id, "/on", "/into", ics -> new SplitForum(id, ics, parts, wish.on(), today.get()));
  }

  @POST
  @Path("/{id}/closing")
  @Permission("closeForum")
  public Response close(@PathParam("id") UUID uuid, Retirement wish) {
    var id = new ForumId(uuid);
    return change(id, "/on", "", ics -> new CloseForum(id, ics, wish.on(), today.get()));
  }

  @POST
  @Path("/{id}/reopening")
  @Consumes(MediaType.WILDCARD)
  @Permission("reopenForum")
  public Response reopen(@PathParam("id") UUID uuid) {
    var id = new ForumId(uuid);
    return change(id, "/on", "", ics -> new ReopenForum(id, ics));
  }

  private Response change(
      ForumId id, String day, String label, Function<OrganisationId, ForumCommand> command) {
    OrganisationId ics = icsOf(id);
    var circumstances = keepers.changing(ics);
    return commands.handle(
        forums,
        RegistryLog.forums(ics),
        command.apply(ics),
        (_, _, _) -> commands.noContent(),
        rejection -> ListProblems.of(rejection, day, label),
        circumstances);
  }

  private OrganisationId icsOf(ForumId id) {
    return owners.of(id).orElseThrow(() -> Problem.notFound().exception());
  }
}
