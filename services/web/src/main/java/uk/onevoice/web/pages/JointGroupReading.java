package uk.onevoice.web.pages;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.JointGroups;
import uk.onevoice.web.api.JointGroups.Group;
import uk.onevoice.web.api.JointGroups.Seat;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.PeopleNames;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Link;

/** What the pages of a joint group read, and how they begin. */
@RequestScoped
class JointGroupReading {
  static final String PARTNER = "PARTNER";

  private static final int LARGEST_PAGE = 200;

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PeopleNames people;
  private final PlaceViews places;

  JointGroupReading(Reader reader, Api api, Names names, PeopleNames people, PlaceViews places) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.people = people;
    this.places = places;
  }

  static String path(UUID id) {
    return JointGroups.PATH + "/" + id;
  }

  Answered<Group> group(UUID id) {
    return api.getVersioned(path(id), Group.class);
  }

  List<JointGroups.Issue> issues(UUID id) {
    return api.all(
        path(id) + "/issues?limit=" + LARGEST_PAGE,
        JointGroups.IssueListing.class,
        JointGroups.IssueListing::items,
        JointGroups.IssueListing::next);
  }

  List<JointGroups.Action> actions(UUID id) {
    return api.all(
        path(id) + "/actions?limit=" + LARGEST_PAGE,
        JointGroups.ActionListing.class,
        JointGroups.ActionListing::items,
        JointGroups.ActionListing::next);
  }

  JointGroupView.Naming naming(Group group) {
    return new JointGroupView.Naming(names::of, this::person, side -> seats(group, side));
  }

  /** As the registry shows them; else as who seated them says. */
  String person(Seat seat) {
    return people.of(seat.personId()).orElseGet(() -> said(seat));
  }

  private static String said(Seat seat) {
    if (seat.name() != null) {
      return seat.name();
    }
    return seat.nameGone() ? "Somebody who was erased" : "Name not shown";
  }

  /** Who sits or sat there. */
  String person(Group group, String seatId) {
    return seat(group, seatId).map(this::person).orElse("Name not shown");
  }

  static Optional<Seat> seat(Group group, String seatId) {
    List<Seat> seats = group.seats() == null ? List.of() : group.seats();
    return seats.stream().filter(seat -> seat.seatId().equals(seatId)).findFirst();
  }

  /**
   * Whether the reader may say who sits for the side: leaders for both, the partner for its own.
   */
  boolean seats(Group group, String side) {
    return group.dissolvedOn() == null
        && (leads(group)
            || (side.equals(PARTNER) && group.own() != null && group.own().side().equals(PARTNER)));
  }

  /** A leader of the place is told who sits there without sitting there. */
  boolean leads(Group group) {
    return reader.has(Roles.LEADERS)
        && (group.own() == null || group.own().side().equals("GP"))
        && group.seats() != null;
  }

  String place(Group group) {
    return places.place(UUID.fromString(group.placeId())).name();
  }

  /** Where the page stands: below the group for its parts. */
  Frame frame(Group group, String title, boolean part) {
    Frame frame = reader.frame(title, Menu.REPRESENTATION);
    Link place = new Link(place(group), "/places/" + group.placeId());
    return part
        ? frame.withBreadcrumbs(place, new Link(group.name(), "/joint-groups/" + group.groupId()))
        : frame.withBreadcrumbs(place);
  }

  /** Who sits for one side, to choose from. */
  List<Choice> seated(Group group, String side) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "Choose"));
    @Nullable List<Seat> seats = group.seats();
    if (seats != null) {
      seats.stream()
          .filter(seat -> seat.until() == null && seat.side().equals(side))
          .map(seat ->
              new Choice(seat.seatId(), person(seat) + ", " + names.of(seat.organisationId())))
          .forEach(choices::add);
    }
    return choices;
  }

  /** The partner and the organisations for which somebody sits, as owners of actions. */
  List<Choice> owners(Group group) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "Choose"));
    choices.add(new Choice(group.organisationId(), names.of(group.organisationId())));
    @Nullable List<Seat> seats = group.seats();
    if (seats != null) {
      seats.stream()
          .map(Seat::organisationId)
          .filter(id -> !id.equals(group.organisationId()))
          .distinct()
          .map(id -> new Choice(id, names.of(id)))
          .forEach(choices::add);
    }
    return choices;
  }

  List<Choice> works(Group group) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "None of them"));
    group.workstreams().stream()
        .map(
            work -> new Choice(work.workstreamId(), JointGroupWords.work(work.kind(), work.name())))
        .forEach(choices::add);
    return choices;
  }
}
