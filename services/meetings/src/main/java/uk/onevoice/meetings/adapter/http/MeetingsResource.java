package uk.onevoice.meetings.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.OrganisationId;
import uk.onevoice.directory.Place;
import uk.onevoice.eventstore.Answering;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.meetings.adapter.http.MeetingBodies.AddItem;
import uk.onevoice.meetings.adapter.http.MeetingBodies.Attendance;
import uk.onevoice.meetings.adapter.http.MeetingBodies.Confirmation;
import uk.onevoice.meetings.adapter.http.MeetingBodies.InfluenceOnItem;
import uk.onevoice.meetings.adapter.http.MeetingBodies.ItemRef;
import uk.onevoice.meetings.adapter.http.MeetingBodies.MeetingRef;
import uk.onevoice.meetings.adapter.http.MeetingBodies.OutcomeOfItem;
import uk.onevoice.meetings.adapter.http.MeetingBodies.Position;
import uk.onevoice.meetings.adapter.http.MeetingBodies.ScheduleMeeting;
import uk.onevoice.meetings.adapter.store.MeetingLog;
import uk.onevoice.meetings.adapter.store.Titles;
import uk.onevoice.meetings.domain.Item;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.Meeting;
import uk.onevoice.meetings.domain.MeetingCommand;
import uk.onevoice.meetings.domain.MeetingCommand.AssessInfluence;
import uk.onevoice.meetings.domain.MeetingCommand.ConfirmInfluence;
import uk.onevoice.meetings.domain.MeetingCommand.PutPosition;
import uk.onevoice.meetings.domain.MeetingCommand.RecordAttendance;
import uk.onevoice.meetings.domain.MeetingCommand.RecordOutcome;
import uk.onevoice.meetings.domain.MeetingCommand.Schedule;
import uk.onevoice.meetings.domain.MeetingEvent;
import uk.onevoice.meetings.domain.MeetingEvent.MeetingScheduled;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.MeetingRejection;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.Topic;
import uk.onevoice.security.AccessRefused;
import uk.onevoice.security.AccessRefused.Reason;
import uk.onevoice.security.Actor;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Circumstances;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.ListedTopics;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;

/** Meetings: worked on by leaders of general practice in the place, read by its practices too. */
@Path("/v1/meetings")
@RunOnVirtualThread
class MeetingsResource {
  private static final int MOST_NAMED = 20;

  private final CommandHandler<MeetingCommand, Meeting, MeetingEvent, MeetingRejection> meetings;
  private final MeetingPages timetable;
  private final Commands commands;
  private final Directory directory;
  private final CurrentActor actor;
  private final Scope scope;
  private final Titles titles;
  private final ListedForums forums;
  private final ListedTopics topics;
  private final Today today;
  private final Ids ids;

  MeetingsResource(
      CommandHandler<MeetingCommand, Meeting, MeetingEvent, MeetingRejection> meetings,
      MeetingPages timetable,
      Commands commands,
      Directory directory,
      CurrentActor actor,
      Scope scope,
      Titles titles,
      ListedForums forums,
      ListedTopics topics,
      Today today,
      Ids ids) {
    this.meetings = meetings;
    this.timetable = timetable;
    this.commands = commands;
    this.directory = directory;
    this.actor = actor;
    this.scope = scope;
    this.titles = titles;
    this.forums = forums;
    this.topics = topics;
    this.today = today;
    this.ids = ids;
  }

  @POST
  @Permission("scheduleMeeting")
  public Response schedule(ScheduleMeeting wish) {
    var place = inDirectory(wish.placeId());
    var role = scope.in(place);
    MeetingId id = new MeetingId(ids.get());
    return commands.handle(
        meetings,
        MeetingLog.stream(id),
        new Schedule(id, wish.placeId(), forums.of(wish), wish.on(), wish.forumId(), wish.hours()),
        (_, _, _) -> commands.created("/v1/meetings/" + id.value(), new MeetingRef(id)),
        MeetingProblems::of,
        new Circumstances(null, role.organisation(), icsOf(place)));
  }

  @POST
  @Path("/{id}/items")
  @Permission("addItem")
  public Response add(@PathParam("id") UUID id, AddItem wish) {
    MeetingId meeting = new MeetingId(id);
    ItemId item = new ItemId(ids.get());
    List<UUID> about = wish.aboutIds() == null ? List.of() : wish.aboutIds();
    if (about.size() > MOST_NAMED) {
      throw Problem.invalid("/aboutIds", "must name at most " + MOST_NAMED).exception();
    }
    return handle(
        meeting,
        terms -> {
          // Before the title is kept: what is refused leaves no words behind.
          Topic topic =
              topics.of(wish.topicId(), wish.topic(), inDirectory(terms.placeId()), Topic::called);
          return new MeetingCommand.AddItem(
              meeting,
              item,
              titles.write(meeting, wish.title(), about, actor.get().ref()),
              topic,
              wish.topicId());
        },
        (_, _, _) -> commands.created("/v1/meetings/" + id, new ItemRef(meeting, item)));
  }

  @POST
  @Path("/{id}/positions")
  @Permission("putPosition")
  public Response put(@PathParam("id") UUID id, Position wish) {
    MeetingId meeting = new MeetingId(id);
    return handle(meeting, new PutPosition(meeting, wish.itemId(), wish.stance()));
  }

  @POST
  @Path("/{id}/attendances")
  @Permission("recordAttendance")
  public Response attend(@PathParam("id") UUID id, Attendance wish) {
    MeetingId meeting = new MeetingId(id);
    return handle(
        meeting,
        terms ->
            new RecordAttendance(
                meeting,
                asAttendee(meeting, wish.personId()),
                heldARole(wish.personId(), terms.on()),
                wish.capacity(),
                today.get()),
        (_, _, _) -> commands.noContent());
  }

  @POST
  @Path("/{id}/outcomes")
  @Permission("recordOutcome")
  public Response record(@PathParam("id") UUID id, OutcomeOfItem wish) {
    MeetingId meeting = new MeetingId(id);
    return handle(
        meeting,
        new RecordOutcome(
            meeting,
            wish.itemId(),
            wish.outcome(),
            wish.influence(),
            asAttendee(meeting, caller()),
            today.get()));
  }

  @POST
  @Path("/{id}/assessments")
  @Permission("assessInfluence")
  public Response assess(@PathParam("id") UUID id, InfluenceOnItem wish) {
    MeetingId meeting = new MeetingId(id);
    return handle(
        meeting,
        new AssessInfluence(
            meeting, wish.itemId(), wish.influence(), asAttendee(meeting, caller())));
  }

  @POST
  @Path("/{id}/confirmations")
  @Permission("confirmInfluence")
  public Response confirm(@PathParam("id") UUID id, Confirmation wish) {
    MeetingId meeting = new MeetingId(id);
    return handle(
        meeting, new ConfirmInfluence(meeting, wish.itemId(), asAssessor(meeting, wish.itemId())));
  }

  /**
   * The person, under the record that is written down as present where that is theirs too: who has
   * two records is there once, and may assess under both.
   */
  private PersonId asAttendee(MeetingId meeting, PersonId person) {
    return scheduled(meeting)
        .map(known -> among(known.attendance().keySet(), person))
        .orElse(person);
  }

  /**
   * The caller, under the record that assessed the item where that is theirs too: nobody confirms
   * what they have claimed, though two records of them were made one since.
   */
  private PersonId asAssessor(MeetingId meeting, ItemId item) {
    PersonId caller = caller();
    return scheduled(meeting)
        .map(known -> known.items().get(item))
        .map(known ->
            switch (known.result()) {
              case Item.Decided(_, Item.Assessed(_, var by)) -> among(Set.of(by), caller);
              case Item.Decided(_, Item.Confirmed(_, var by, _)) -> among(Set.of(by), caller);
              case Item.Undecided _, Item.Decided _ -> caller;
            })
        .orElse(caller);
  }

  private Optional<Meeting.Scheduled> scheduled(MeetingId meeting) {
    return meetings.current(MeetingLog.stream(meeting)).state() instanceof Meeting.Scheduled known
        ? Optional.of(known)
        : Optional.empty();
  }

  /** Which of these the person is, under whichever record; the person as named where none is. */
  private PersonId among(Set<PersonId> known, PersonId person) {
    if (known.contains(person)) {
      return person;
    }
    var records = directory.records(new uk.onevoice.directory.PersonId(person.value()));
    return known.stream()
        .filter(each -> records.contains(new uk.onevoice.directory.PersonId(each.value())))
        .findFirst()
        .orElse(person);
  }

  private PersonId standing(PersonId person) {
    return new PersonId(
        directory.standing(new uk.onevoice.directory.PersonId(person.value())).value());
  }

  @GET
  @Path("/{id}")
  @Permission("readMeeting")
  public Response read(@PathParam("id") UUID id) {
    var current = meetings.current(MeetingLog.stream(new MeetingId(id)));
    return switch (current.state()) {
      case Meeting.Scheduled meeting when scope.covers(placeOf(meeting)) ->
          Response.ok(
                  MeetingView.of(
                      meeting,
                      titles.of(meeting.terms().meetingId()),
                      forums,
                      topics,
                      this::standing))
              .header("ETag", Versions.etag(current.version()))
              .build();
      case Meeting.Absent _, Meeting.Scheduled _ -> throw Problem.notFound().exception();
    };
  }

  @GET
  @Permission("listMeetings")
  public Page<MeetingTerms> ofPlace(
      @QueryParam("placeId") @Nullable String placeId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    UUID place = PageRequest.uuid("placeId", placeId);
    if (!scope.covers(new uk.onevoice.directory.PlaceId(place))) {
      throw scope.refusal();
    }
    return timetable.page(new PlaceId(place), request);
  }

  private Response handle(MeetingId id, MeetingCommand command) {
    return handle(id, _ -> command, (_, _, _) -> commands.noContent());
  }

  /**
   * @param command made only when the caller may work on the meeting
   */
  private Response handle(
      MeetingId id,
      Function<MeetingScheduled, MeetingCommand> command,
      Answering<Meeting, MeetingEvent> answering) {
    String stream = MeetingLog.stream(id);
    MeetingScheduled terms =
        switch (meetings.current(stream).state()) {
          case Meeting.Absent _ -> throw Problem.notFound().exception();
          case Meeting.Scheduled meeting -> meeting.terms();
        };
    var place = inDirectory(terms.placeId());
    var role = scope.in(place);
    return commands.handle(
        meetings,
        stream,
        command.apply(terms),
        answering,
        MeetingProblems::of,
        new Circumstances(null, role.organisation(), icsOf(place)));
  }

  private PersonId caller() {
    return switch (actor.get()) {
      case Actor.PersonActor person -> new PersonId(person.person().value());
      case Actor.ClientActor _ -> throw new AccessRefused(Reason.NOT_ALLOWED);
    };
  }

  private boolean heldARole(PersonId person, LocalDate on) {
    return !directory.holdings(new uk.onevoice.directory.PersonId(person.value()), on).isEmpty();
  }

  private @Nullable OrganisationId icsOf(uk.onevoice.directory.PlaceId place) {
    return directory.place(place, today.get()).map(Place::ics).orElse(null);
  }

  private static uk.onevoice.directory.PlaceId placeOf(Meeting.Scheduled meeting) {
    return inDirectory(meeting.terms().placeId());
  }

  private static uk.onevoice.directory.PlaceId inDirectory(PlaceId place) {
    return new uk.onevoice.directory.PlaceId(place.value());
  }
}
