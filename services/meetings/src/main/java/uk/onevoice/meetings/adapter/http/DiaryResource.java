package uk.onevoice.meetings.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.adapter.http.SeriesViews.EmptyBecause;
import uk.onevoice.meetings.adapter.http.SeriesViews.EmptyChair;
import uk.onevoice.meetings.adapter.store.BodyLoads;
import uk.onevoice.meetings.adapter.store.BodyLoads.BodyLoad;
import uk.onevoice.meetings.adapter.store.EmptyChairs;
import uk.onevoice.meetings.adapter.store.EmptyChairs.EmptySeat;
import uk.onevoice.meetings.adapter.store.MeetingLoad;
import uk.onevoice.meetings.adapter.store.MeetingLoad.PersonLoad;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.security.AccessRefused;
import uk.onevoice.security.AccessRefused.Reason;
import uk.onevoice.security.Actor;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/** What the diary says of seats and of people's weeks. */
@Path("/v1/diary")
@RunOnVirtualThread
class DiaryResource {
  private static final int WEEKS = 13;
  private static final int MOST_WEEKS = 53;

  private final EmptyChairs chairs;
  private final MeetingLoad load;
  private final BodyLoads bodies;
  private final AttendanceViews attendance;
  private final ListedForums forums;
  private final CurrentActor actor;
  private final Scope scope;
  private final Today today;

  DiaryResource(
      EmptyChairs chairs,
      MeetingLoad load,
      BodyLoads bodies,
      AttendanceViews attendance,
      ListedForums forums,
      CurrentActor actor,
      Scope scope,
      Today today) {
    this.chairs = chairs;
    this.load = load;
    this.bodies = bodies;
    this.attendance = attendance;
    this.forums = forums;
    this.actor = actor;
    this.scope = scope;
    this.today = today;
  }

  @GET
  @Path("/empty-chairs")
  @Permission("listEmptyChairs")
  public Page<EmptyChair> emptyChairs(
      @QueryParam("placeId") @Nullable String placeId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    PlaceId place = covered(placeId);
    List<EmptySeat> found = chairs.of(place, today.get(), cursor(request), request.limit() + 1);
    return page(found.stream().map(this::view).toList(), request, each -> each.seatId().toString());
  }

  private EmptyChair view(EmptySeat seat) {
    return new EmptyChair(
        seat.seriesId(),
        seat.seatId(),
        seat.forum(),
        forums.labelNow(seat.forumId()),
        seat.label(),
        seat.bodyId(),
        seat.nominated() ? EmptyBecause.NOBODY_CAME : EmptyBecause.NOBODY_NOMINATED,
        seat.lastPresent());
  }

  @GET
  @Path("/load")
  @Permission("readOwnLoad")
  public PersonLoad own(
      @QueryParam("from") @Nullable String from, @QueryParam("weeks") @Nullable String weeks) {
    if (actor.get() instanceof Actor.PersonActor person) {
      return load.of(new PersonId(person.person().value()), day(from), count(weeks));
    }
    throw new AccessRefused(Reason.NOT_ALLOWED);
  }

  @GET
  @Path("/load-of-place")
  @Permission("listLoadOfPlace")
  public Page<PersonLoad> ofPlace(
      @QueryParam("placeId") @Nullable String placeId,
      @QueryParam("from") @Nullable String from,
      @QueryParam("weeks") @Nullable String weeks,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    PlaceId place = covered(placeId);
    LocalDate first = day(from);
    int count = count(weeks);
    List<PersonLoad> found =
        load.sitting(place, first, count, cursor(request), request.limit() + 1).stream()
            .map(person -> load.of(person, first, count))
            .toList();
    return page(found, request, each -> each.personId().value().toString());
  }

  /**
   * @param name what the registry calls it, null where it does not know it
   */
  record LoadOfBody(
      OrganisationId bodyId,
      @Nullable String name,
      int people,
      int attendances,
      int withoutHours,
      double hours,
      double preparationHours) {}

  @GET
  @Path("/load-of-bodies")
  @Permission("listLoadOfBodies")
  public Page<LoadOfBody> ofBodies(
      @QueryParam("placeId") @Nullable String placeId,
      @QueryParam("from") @Nullable String from,
      @QueryParam("weeks") @Nullable String weeks,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    return Slices.of(
        bodies.ofPlace(covered(placeId), day(from), count(weeks)).stream().map(this::view).toList(),
        request,
        each -> each.bodyId().value());
  }

  private LoadOfBody view(BodyLoad of) {
    return new LoadOfBody(
        of.bodyId(),
        attendance.name(of.bodyId()),
        of.people(),
        of.attendances(),
        of.withoutHours(),
        of.hours(),
        of.preparationHours());
  }

  private PlaceId covered(@Nullable String placeId) {
    UUID place = PageRequest.uuid("placeId", placeId);
    if (!scope.covers(new uk.onevoice.directory.PlaceId(place))) {
      throw scope.refusal();
    }
    return new PlaceId(place);
  }

  private static <T> Page<T> page(List<T> found, PageRequest request, Function<T, String> id) {
    List<T> shown = found.subList(0, Math.min(found.size(), request.limit()));
    return new Page<>(shown, found.size() > shown.size() ? id.apply(shown.getLast()) : null);
  }

  private static @Nullable UUID cursor(PageRequest request) {
    try {
      return request.after() == null ? null : UUID.fromString(request.after());
    } catch (IllegalArgumentException malformed) {
      throw Problem.invalid("query:after", "is not the next of an earlier page").exception();
    }
  }

  private LocalDate day(@Nullable String text) {
    try {
      return text == null ? today.get() : LocalDate.parse(text);
    } catch (DateTimeParseException malformed) {
      throw Problem.invalid("query:from", "must be a day such as 2026-11-24").exception();
    }
  }

  private static int count(@Nullable String text) {
    if (text == null) {
      return WEEKS;
    }
    if (!text.matches("[0-9]{1,2}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > MOST_WEEKS) {
      throw Problem.invalid("query:weeks", "must be 1 to " + MOST_WEEKS).exception();
    }
    return Integer.parseInt(text);
  }
}
