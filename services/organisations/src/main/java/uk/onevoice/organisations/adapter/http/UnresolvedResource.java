package uk.onevoice.organisations.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Role;
import uk.onevoice.organisations.adapter.http.SuccessionBodies.AllWaiting;
import uk.onevoice.organisations.adapter.http.SuccessionBodies.Candidate;
import uk.onevoice.organisations.adapter.http.SuccessionBodies.NewAssignments;
import uk.onevoice.organisations.adapter.http.SuccessionBodies.Waiting;
import uk.onevoice.organisations.adapter.store.RegistryCopy;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.forum.ForumId;
import uk.onevoice.organisations.domain.succession.Child;
import uk.onevoice.organisations.domain.succession.Successions;
import uk.onevoice.organisations.domain.succession.Unresolved;
import uk.onevoice.organisations.domain.topic.TopicId;
import uk.onevoice.organisations.imports.Registry;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Permission;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/** What hangs on bodies that closed or were followed, until somebody says where it goes. */
@Path("/v1/organisations/unresolved")
@RunOnVirtualThread
class UnresolvedResource {
  private static final Comparator<Unresolved> ORDER =
      Comparator.comparing(UnresolvedResource::cursor);

  private final RegistryCopy registry;
  private final Assignments assignments;
  private final AskedDay days;
  private final CurrentActor actor;

  UnresolvedResource(
      RegistryCopy registry, Assignments assignments, AskedDay days, CurrentActor actor) {
    this.registry = registry;
    this.assignments = assignments;
    this.days = days;
    this.actor = actor;
  }

  @GET
  @Permission("listUnresolved")
  public Response list(
      @QueryParam("predecessor") @Nullable String predecessor,
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    var wanted = kind == null ? null : kind(kind);
    var day = days.of(asOf);
    var part = PageRequest.of(after, limit);
    return Response.ok(
            registry.ask(now -> {
              var successions = new Successions(now::body, day);
              var all =
                  now.children()
                      .filter(
                          child -> predecessor == null || child.body().value().equals(predecessor))
                      .filter(child -> wanted == null || child.kind() == wanted)
                      .flatMap(child -> successions.unresolved(child).stream())
                      .sorted(ORDER)
                      .toList();
              return page(now, day, all, part);
            }))
        .build();
  }

  private static Child.Kind kind(String text) {
    try {
      return Child.Kind.valueOf(text);
    } catch (IllegalArgumentException unknown) {
      throw Problem.invalid(
              "query:kind",
              "must be MEMBER, OWN_MEMBERSHIP, PLACE, TOPIC, FORUM, CLIENT or ROLE_HOLDING")
          .exception();
    }
  }

  private AllWaiting page(Registry now, LocalDate day, List<Unresolved> all, PageRequest part) {
    Map<Child.Kind, Integer> byKind = new EnumMap<>(Child.Kind.class);
    all.forEach(each -> byKind.merge(each.child().kind(), 1, Integer::sum));
    var after = part.after();
    var rest =
        all.stream().filter(each -> after == null || cursor(each).compareTo(after) > 0).toList();
    var items = rest.subList(0, Math.min(part.limit(), rest.size()));
    return new AllWaiting(
        day,
        all.size(),
        byKind,
        items.stream().map(each -> waiting(now, day, each)).toList(),
        items.size() < rest.size() ? cursor(items.getLast()) : null);
  }

  /** Says itself where a page ended, so that what was assigned in between is no matter. */
  private static String cursor(Unresolved each) {
    var child = each.child();
    return String.join("~", child.body().value(), child.kind().name(), child.subject(), child.id());
  }

  private Waiting waiting(Registry now, LocalDate day, Unresolved each) {
    var child = each.child();
    return new Waiting(
        child.id(),
        child.kind(),
        child.subject(),
        subjectName(now, day, child),
        child.belonging(),
        child.role(),
        child.body(),
        name(now, day, child.body().value()),
        each.since(),
        each.candidates().stream()
            .map(id -> new Candidate(id, name(now, day, id.value())))
            .toList(),
        each.suggestion(),
        mayTouch(child),
        mayTouch(child) && isEndable(child));
  }

  private boolean mayTouch(Child child) {
    return child.kind() != Child.Kind.CLIENT || actor.get().holdsOneOf(Role.PLATFORM_ADMINISTRATOR);
  }

  /**
   * What official files say ends with the next one; a place and what is listed have their pages.
   */
  private static boolean isEndable(Child child) {
    var belonging = child.belonging();
    return switch (child.kind()) {
      case PLACE, TOPIC, FORUM -> false;
      case MEMBER, OWN_MEMBERSHIP, CLIENT, ROLE_HOLDING ->
          belonging == null || !belonging.official();
    };
  }

  /** The names of systems and people are not the registry's. */
  private static @Nullable String subjectName(Registry now, LocalDate day, Child child) {
    return switch (child.kind()) {
      case TOPIC ->
          now.topics(child.body())
              .entries()
              .find(new TopicId(UUID.fromString(child.id())))
              .map(topic -> topic.label().value())
              .orElse(null);
      case FORUM ->
          now.forums(child.body())
              .entries()
              .find(new ForumId(UUID.fromString(child.id())))
              .map(forum -> forum.label().value())
              .orElse(null);
      case MEMBER, OWN_MEMBERSHIP, PLACE -> name(now, day, child.subject());
      case CLIENT, ROLE_HOLDING -> null;
    };
  }

  private static @Nullable String name(Registry now, LocalDate day, String id) {
    var place = now.place(id).map(known -> known.name(day));
    return place
        .or(() -> now.find(new OrganisationId(id)).map(known -> known.record().name()))
        .orElse(null);
  }

  @POST
  @Path("/assignments")
  @Permission("assignUnresolved")
  public Response assign(NewAssignments wish) {
    return assignments.assign(wish);
  }
}
