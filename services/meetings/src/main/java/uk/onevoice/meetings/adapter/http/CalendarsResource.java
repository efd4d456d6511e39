package uk.onevoice.meetings.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.adapter.store.Calendars;
import uk.onevoice.meetings.adapter.store.Calendars.Kept;
import uk.onevoice.meetings.adapter.store.Calendars.Kind;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.security.AccessRefused;
import uk.onevoice.security.AccessRefused.Reason;
import uk.onevoice.security.Actor;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.edge.CurrentRequest;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.problem.StandardProblems;
import uk.onevoice.service.wiring.Ids;

/** Addresses for calendar programs: made, listed and revoked by people, read by their programs. */
@Path("/v1/calendars")
@RunOnVirtualThread
class CalendarsResource {
  private static final int SECRET_BYTES = 32;

  private final Calendars calendars;
  private final CalendarFeeds feeds;
  private final CurrentRequest request;
  private final CurrentActor actor;
  private final Scope scope;
  private final Clock clock;
  private final Ids ids;
  private final SecureRandom random = new SecureRandom();

  CalendarsResource(
      Calendars calendars,
      CalendarFeeds feeds,
      CurrentRequest request,
      CurrentActor actor,
      Scope scope,
      Clock clock,
      Ids ids) {
    this.calendars = calendars;
    this.feeds = feeds;
    this.request = request;
    this.actor = actor;
    this.scope = scope;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * @param of whose meetings
   * @param id the place or forum; null for one's own
   * @param placeId for a forum, the place for which one reads it
   */
  record MakeCalendar(Kind of, @Nullable UUID id, @Nullable UUID placeId) {}

  record NewCalendar(UUID calendarId, Kind of, @Nullable UUID id, Instant madeAt, String path) {}

  record CalendarView(
      UUID calendarId,
      Kind of,
      @Nullable UUID id,
      Instant madeAt,
      @Nullable Instant revokedAt,
      @Nullable Instant readAt) {
    static CalendarView of(Kept kept) {
      @Nullable LocalDate read = kept.readOn();
      return new CalendarView(
          kept.id(),
          kept.kind(),
          kept.about(),
          kept.madeAt(),
          kept.revokedAt(),
          read == null ? null : read.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
  }

  @POST
  @Permission("makeCalendar")
  public Response make(MakeCalendar wish) {
    @Nullable UUID place =
        switch (wish.of()) {
          case MINE -> null;
          case PLACE -> covered(wish.id(), "/id");
          case FORUM -> covered(wish.placeId(), "/placeId");
        };
    if ((wish.of() == Kind.MINE) != (wish.id() == null)) {
      throw Problem.invalid("/id", "is said for a place or forum, and only then").exception();
    }
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Kept kept =
        calendars
            .add(
                new Kept(
                    ids.get(),
                    caller(),
                    wish.of(),
                    wish.id(),
                    place,
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    null,
                    null),
                secret,
                request.idempotencyKey().orElseThrow())
            .orElseThrow(() -> StandardProblems.keyReused().exception());
    String path = "/v1/calendars/" + secret + ".ics";
    return Response.created(URI.create(path))
        .entity(new NewCalendar(kept.id(), kept.kind(), kept.about(), kept.madeAt(), path))
        .build();
  }

  private UUID covered(@Nullable UUID place, String pointer) {
    if (place == null) {
      throw Problem.invalid(pointer, "is required").exception();
    }
    if (!scope.offers("listMeetings", new uk.onevoice.directory.PlaceId(place))) {
      throw Problem.unprocessable("place-not-yours", "This place is not yours to read.")
          .at(pointer, "must be a place of yours")
          .exception();
    }
    return place;
  }

  @GET
  @Permission("listCalendars")
  public Page<CalendarView> own(
      @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
    PageRequest page = PageRequest.of(after, limit);
    List<Kept> found =
        calendars.of(
            feeds.records(caller()),
            page.after() == null ? null : cursor(page.after()),
            page.limit() + 1);
    List<Kept> shown = found.subList(0, Math.min(found.size(), page.limit()));
    return new Page<>(
        shown.stream().map(CalendarView::of).toList(),
        found.size() > shown.size() ? shown.getLast().id().toString() : null);
  }

  private static UUID cursor(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException malformed) {
      throw Problem.invalid("query:after", "is not the next of an earlier page").exception();
    }
  }

  @POST
  @Path("/{id}/revocation")
  @Permission("revokeCalendar")
  public Response revoke(@PathParam("id") UUID id) {
    if (!calendars.revoke(id, feeds.records(caller()), clock.instant())) {
      throw Problem.notFound().exception();
    }
    return Response.noContent().build();
  }

  @GET
  @Path("/{token}.ics")
  @Produces("text/calendar;charset=utf-8")
  @Permission("readCalendarFeed")
  public Response read(
      @PathParam("token") String token,
      @HeaderParam("If-None-Match") @Nullable String seen,
      @Context HttpServerResponse answer) {
    String text = feeds.opened(token).orElseThrow(() -> Problem.notFound().exception());
    String tag = "\"" + digest(text) + "\"";
    // Programs keep a calendar and ask whether it has changed; every other answer is kept by
    // nobody.
    answer.headers().remove("Cache-Control");
    var kept = tag.equals(seen) ? Response.notModified() : Response.ok(text);
    return kept.header("ETag", tag).header("Cache-Control", "private, no-cache").build();
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException cause) {
      throw new IllegalStateException(cause);
    }
  }

  private PersonId caller() {
    return switch (actor.get()) {
      case Actor.PersonActor person -> new PersonId(person.person().value());
      case Actor.ClientActor _ -> throw new AccessRefused(Reason.NOT_ALLOWED);
    };
  }
}
