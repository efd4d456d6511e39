package uk.onevoice.meetings.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.meetings.adapter.calendar.RuleDays;
import uk.onevoice.meetings.adapter.http.MeetingBodies.MeetingRef;
import uk.onevoice.meetings.adapter.http.SeriesBodies.DayLeftOut;
import uk.onevoice.meetings.adapter.http.SeriesBodies.EndSeries;
import uk.onevoice.meetings.adapter.http.SeriesBodies.ExtraDay;
import uk.onevoice.meetings.adapter.http.SeriesBodies.RescheduleSeries;
import uk.onevoice.meetings.adapter.http.SeriesBodies.SeriesRef;
import uk.onevoice.meetings.adapter.http.SeriesBodies.SeriesTermsWish;
import uk.onevoice.meetings.adapter.http.SeriesBodies.StartSeries;
import uk.onevoice.meetings.adapter.http.SeriesViews.SeriesTerms;
import uk.onevoice.meetings.adapter.http.SeriesViews.SeriesView;
import uk.onevoice.meetings.adapter.store.Diary;
import uk.onevoice.meetings.adapter.store.SeatRecords;
import uk.onevoice.meetings.adapter.store.SeriesLog;
import uk.onevoice.meetings.adapter.store.SeriesMeetings;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.SeriesId;
import uk.onevoice.meetings.domain.series.Occurrence;
import uk.onevoice.meetings.domain.series.Rule;
import uk.onevoice.meetings.domain.series.Series;
import uk.onevoice.meetings.domain.series.Series.Started;
import uk.onevoice.meetings.domain.series.SeriesCommand;
import uk.onevoice.meetings.domain.series.SeriesCommand.AddDay;
import uk.onevoice.meetings.domain.series.SeriesCommand.End;
import uk.onevoice.meetings.domain.series.SeriesCommand.LeaveOut;
import uk.onevoice.meetings.domain.series.SeriesCommand.Reschedule;
import uk.onevoice.meetings.domain.series.SeriesCommand.ReviseTerms;
import uk.onevoice.meetings.domain.series.SeriesCommand.Start;
import uk.onevoice.meetings.domain.series.SeriesEvent;
import uk.onevoice.meetings.domain.series.SeriesEvent.SeriesStarted;
import uk.onevoice.meetings.domain.series.SeriesRejection;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.listing.FirstEvents;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;
import uk.onevoice.vault.TypedWords;

/** Series of a place: worked on by its leaders, read by its practices too. */
@Path("/v1/meeting-series")
@RunOnVirtualThread
class SeriesResource {
  private static final int LONGEST_LINK = 500;

  private final CommandHandler<SeriesCommand, Series, SeriesEvent, SeriesRejection> series;
  private final FirstEvents<SeriesStarted> ofPlaces;
  private final SeriesDesk desk;
  private final SeriesMeetings meetings;
  private final Diary diary;
  private final SeatRecords seats;
  private final ListedForums forums;
  private final TypedWords words;
  private final Commands commands;
  private final Scope scope;
  private final Today today;
  private final Ids ids;

  SeriesResource(
      CommandHandler<SeriesCommand, Series, SeriesEvent, SeriesRejection> series,
      FirstEvents<SeriesStarted> ofPlaces,
      SeriesDesk desk,
      SeriesMeetings meetings,
      Diary diary,
      SeatRecords seats,
      ListedForums forums,
      TypedWords words,
      Commands commands,
      Scope scope,
      Today today,
      Ids ids) {
    this.series = series;
    this.ofPlaces = ofPlaces;
    this.desk = desk;
    this.meetings = meetings;
    this.diary = diary;
    this.seats = seats;
    this.forums = forums;
    this.words = words;
    this.commands = commands;
    this.scope = scope;
    this.today = today;
    this.ids = ids;
  }

  @POST
  @Permission("startSeries")
  public Response start(StartSeries wish) {
    scope.in(SeriesDesk.inDirectory(wish.placeId()));
    var id = new SeriesId(ids.get());
    var forum = forums.listed(wish.placeId(), wish.forumId(), wish.first());
    LocalDate until = laterOf(SeriesMeetings.until(today.get()), wish.first());
    List<Occurrence> days = days(wish.rule(), wish.first(), until);
    return words.keeping(
        SeriesLog.stream(id),
        pen ->
            desk.handle(
                wish.placeId(),
                new Start(
                    id,
                    wish.placeId(),
                    wish.forumId(),
                    forum,
                    wish.retention(),
                    terms(pen, wish.terms(), wish.aboutIds()),
                    link(pen, wish.link()),
                    wish.first(),
                    wish.rule(),
                    wish.hours(),
                    until,
                    days,
                    today.get()),
                (_, _, _) ->
                    commands.created("/v1/meeting-series/" + id.value(), new SeriesRef(id))));
  }

  private static LocalDate laterOf(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? other : one;
  }

  private List<Occurrence> days(Rule rule, LocalDate first, LocalDate until) {
    try {
      return meetings.days(rule, first, until);
    } catch (IllegalArgumentException _) {
      throw Problem.invalid("/rule", "must be a recurrence rule of RFC 5545 by days").exception();
    }
  }

  private static @Nullable WordsRef terms(
      TypedWords.Pen pen, @Nullable String terms, @Nullable List<UUID> about) {
    return terms == null
        ? null
        : pen.body("terms-of-reference", "/terms", terms, TypedWords.LONG, about);
  }

  private static @Nullable WordsRef link(TypedWords.Pen pen, @Nullable String link) {
    if (link == null) {
      return null;
    }
    if (!isWebAddress(link)) {
      throw Problem.invalid("/link", "must be an https address").exception();
    }
    return pen.body("terms-link", "/link", link, LONGEST_LINK, null);
  }

  private static boolean isWebAddress(String link) {
    try {
      URI address = URI.create(link.strip());
      return "https".equals(address.getScheme()) && address.getHost() != null;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  @POST
  @Path("/{id}/terms")
  @Permission("reviseSeriesTerms")
  public Response revise(@PathParam("id") UUID id, SeriesTermsWish wish) {
    var of = new SeriesId(id);
    Started started = desk.there(of);
    return words.keeping(
        SeriesLog.stream(of),
        pen ->
            desk.handle(
                started.start().placeId(),
                new ReviseTerms(
                    of,
                    wish.retention(),
                    terms(pen, wish.terms(), wish.aboutIds()),
                    link(pen, wish.link()))));
  }

  @POST
  @Path("/{id}/schedule")
  @Permission("rescheduleSeries")
  public Response reschedule(@PathParam("id") UUID id, RescheduleSeries wish) {
    var of = new SeriesId(id);
    Started started = desk.there(of);
    LocalDate day = today.get();
    LocalDate from = wish.from() == null ? day : wish.from();
    @Nullable LocalDate planned = started.until();
    LocalDate until = laterOf(SeriesMeetings.until(day), planned == null ? day : planned);
    return desk.handle(
        started.start().placeId(),
        new Reschedule(
            of,
            from,
            wish.first(),
            wish.rule(),
            wish.hours(),
            until,
            days(wish.rule(), wish.first(), until),
            day));
  }

  @POST
  @Path("/{id}/days-left-out")
  @Permission("leaveOutDay")
  public Response leaveOut(@PathParam("id") UUID id, DayLeftOut wish) {
    var of = new SeriesId(id);
    var start = desk.there(of).start();
    // Nobody plans further ahead than this, and each day in between is counted.
    boolean inRule =
        !wish.on().isAfter(today.get().plusYears(5))
            && RuleDays.include(start.rule(), start.first(), wish.on());
    return desk.handle(start.placeId(), new LeaveOut(of, wish.on(), inRule, today.get()));
  }

  @POST
  @Path("/{id}/extra-days")
  @Permission("addDay")
  public Response add(@PathParam("id") UUID id, ExtraDay wish) {
    var of = new SeriesId(id);
    Started started = desk.there(of);
    var meeting = new MeetingId(ids.get());
    return desk.handle(
        started.start().placeId(),
        new AddDay(of, wish.on(), wish.hours(), meeting, today.get()),
        (_, _, _) -> commands.created("/v1/meetings/" + meeting.value(), new MeetingRef(meeting)));
  }

  @POST
  @Path("/{id}/ending")
  @Permission("endSeries")
  public Response end(@PathParam("id") UUID id, EndSeries wish) {
    var of = new SeriesId(id);
    Started started = desk.there(of);
    return desk.handle(started.start().placeId(), new End(of, wish.end(), today.get()));
  }

  @GET
  @Path("/{id}")
  @Permission("readSeries")
  public Response read(@PathParam("id") UUID id) {
    var of = new SeriesId(id);
    Started started = desk.there(of);
    var refs =
        Stream.of(started.start().termsRef(), started.start().linkRef())
            .flatMap(Stream::ofNullable)
            .toList();
    var view =
        SeriesView.of(
            started,
            forums,
            words.read(refs),
            diary.ofSeriesFrom(of, today.get()),
            seats.of(of, today.get()),
            desk::standing);
    return Response.ok(view)
        .header("ETag", Versions.etag(series.current(SeriesLog.stream(of)).version()))
        .build();
  }

  @GET
  @Permission("listSeries")
  public Page<SeriesTerms> ofPlace(
      @QueryParam("placeId") @Nullable String placeId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    UUID place = PageRequest.uuid("placeId", placeId);
    if (!scope.covers(new uk.onevoice.directory.PlaceId(place))) {
      throw scope.refusal();
    }
    Page<SeriesStarted> page = ofPlaces.page(place.toString(), request);
    return new Page<>(
        page.items().stream()
            .map(started -> series.current(SeriesLog.stream(started.seriesId())).state())
            .flatMap(state ->
                state instanceof Started started
                    ? Stream.of(SeriesTerms.of(started, forums))
                    : Stream.empty())
            .toList(),
        page.next());
  }
}
