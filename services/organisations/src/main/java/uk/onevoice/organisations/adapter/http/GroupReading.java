package uk.onevoice.organisations.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.LeadershipGroup;
import uk.onevoice.directory.LeadershipGroups;
import uk.onevoice.directory.Organisation;
import uk.onevoice.directory.OrganisationId;
import uk.onevoice.directory.Place;
import uk.onevoice.directory.PlaceId;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.directory.Seat;
import uk.onevoice.organisations.adapter.http.GroupView.Holder;
import uk.onevoice.organisations.adapter.http.GroupView.MilestoneView;
import uk.onevoice.organisations.adapter.http.GroupView.Named;
import uk.onevoice.organisations.adapter.http.GroupView.PlaceName;
import uk.onevoice.organisations.adapter.http.GroupView.SeatView;
import uk.onevoice.organisations.adapter.http.GroupView.TermsView;
import uk.onevoice.organisations.domain.group.LeadershipGroup.Formed;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Parts;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.vault.Vault;
import uk.onevoice.vault.VaultRef;

/** What is shown of a group: its own stream, and around it the directory of the day. */
@ApplicationScoped
class GroupReading {
  private final Directory directory;
  private final LeadershipGroups groups;
  private final PeopleReading people;
  private final Vault vault;
  private final CurrentActor actor;
  private final Parts parts;
  private final Today today;

  GroupReading(
      Directory directory,
      LeadershipGroups groups,
      PeopleReading people,
      Vault vault,
      CurrentActor actor,
      Parts parts,
      Today today) {
    this.directory = directory;
    this.groups = groups;
    this.people = people;
    this.vault = vault;
    this.actor = actor;
    this.parts = parts;
    this.today = today;
  }

  GroupView view(
      LeadershipGroup group, Formed formed, GroupStanding.Standing standing, LocalDate on) {
    var scope = formed.scopeOn(on);
    var seats = groups.seats(group.id(), on);
    var pulse = formed.openPulse();
    return new GroupView(
        group.id().value(),
        group.name(),
        group.ics().value(),
        places(group),
        scope.footing(),
        named(scope.federationId()),
        named(scope.legalEntityId()),
        formed.start(),
        formed.end(),
        on,
        groups.chair(group.id(), on).map(this::holder).orElse(null),
        terms(formed, on),
        seats.size(),
        vacant(seats),
        milestones(formed),
        pulse == null || !standing.inside() ? null : pulse.value(),
        standing.runs(),
        standing.inside());
  }

  GroupView.Summary summary(LeadershipGroup group, LocalDate on) {
    var seats = groups.seats(group.id(), on);
    return new GroupView.Summary(
        group.id().value(),
        group.name(),
        group.ics().value(),
        places(group),
        group.start(),
        seats.size(),
        vacant(seats));
  }

  private static int vacant(List<Seat> seats) {
    return (int) seats.stream().filter(seat -> seat.holder() == null).count();
  }

  private List<PlaceName> places(LeadershipGroup group) {
    return group.places().stream()
        .map(place -> new PlaceName(place.value(), placeName(place)))
        .toList();
  }

  private @Nullable String placeName(PlaceId place) {
    return directory.place(place, today.get()).map(Place::name).orElse(null);
  }

  private @Nullable Named named(
      uk.onevoice.organisations.domain.@Nullable OrganisationId organisation) {
    return organisation == null
        ? null
        : new Named(organisation.value(), name(new OrganisationId(organisation.value())));
  }

  private @Nullable String name(OrganisationId organisation) {
    return directory.organisation(organisation).map(Organisation::name).orElse(null);
  }

  private @Nullable TermsView terms(Formed formed, LocalDate on) {
    return formed
        .termsOn(on)
        .map(each -> {
          var terms = each.getValue();
          return new TermsView(
              each.getKey(),
              terms.from(),
              terms.seatRules(),
              terms.quorum(),
              terms.decisionRule(),
              terms.chairRule(),
              terms.reviewOn(),
              words(terms.wordsRef()).orElse(null));
        })
        .orElse(null);
  }

  private static List<MilestoneView> milestones(Formed formed) {
    return formed.milestones().entrySet().stream()
        .map(each ->
            new MilestoneView(each.getKey(), each.getValue().on(), each.getValue().evidence()))
        .sorted(Comparator.comparing(MilestoneView::on).thenComparing(MilestoneView::milestone))
        .toList();
  }

  /** What the vault can show. */
  Optional<String> words(@Nullable UUID ref) {
    if (ref == null) {
      return Optional.empty();
    }
    var kept = new VaultRef(ref);
    return Optional.ofNullable(vault.read(List.of(kept)).get(kept));
  }

  /** Seats with who sits on them, by name where the caller may read it. */
  List<SeatView> seats(List<Seat> seats) {
    var names = names(seats.stream().map(Seat::holder).filter(Objects::nonNull));
    return seats.stream().map(seat -> seat(seat, names)).toList();
  }

  private SeatView seat(Seat seat, Map<PersonId, String> names) {
    var taken = seat.taken();
    return new SeatView(
        seat.id(),
        seat.per(),
        seat.role(),
        seat.filledBy(),
        seat.body().value(),
        bodyName(seat),
        seat.number(),
        seat.holder() == null ? null : holder(seat.holder(), names),
        taken == null ? null : taken.start(),
        taken == null ? null : taken.end());
  }

  private @Nullable String bodyName(Seat seat) {
    return seat.per() == Seat.Per.EVERY_PLACE
        ? placeName(new PlaceId(UUID.fromString(seat.body().value())))
        : name(seat.body());
  }

  List<Holder> holders(List<RoleHolding> held) {
    var names = names(held.stream());
    return held.stream().map(each -> holder(each, names)).toList();
  }

  private Holder holder(RoleHolding held) {
    return holder(held, names(Stream.of(held)));
  }

  private Map<PersonId, String> names(Stream<RoleHolding> held) {
    return people.names(
        held.map(each -> new PersonId(each.person().value())).collect(Collectors.toSet()),
        Viewer.of(actor.get(), parts));
  }

  private Holder holder(RoleHolding held, Map<PersonId, String> names) {
    var at = held.organisation();
    return new Holder(
        held.id().value(),
        // Who stands, as the reader is known too, whichever record the role stands under.
        directory.standing(held.person()).value(),
        names.get(new PersonId(held.person().value())),
        held.role(),
        at == null ? null : at.value(),
        at == null ? null : name(at),
        held.period().start());
  }

  GroupView.InterestView interest(
      UUID id, uk.onevoice.organisations.domain.group.LeadershipGroup.Interest interest) {
    return new GroupView.InterestView(
        id,
        interest.seat().value(),
        interest.holding().value(),
        groups
            .holding(new uk.onevoice.directory.RoleHoldingId(interest.holding().value()))
            .map(this::holder)
            .orElse(null),
        interest.kind(),
        named(interest.organisation()),
        interest.period().start(),
        interest.period().end(),
        words(interest.wordsRef()).orElse(null));
  }

  /** The seats whose holder has something to do with the organisation. */
  List<GroupView.Conflict> conflicts(Formed formed, OrganisationId organisation, LocalDate on) {
    var conflicts = new ArrayList<GroupView.Conflict>();
    for (Seat seat : groups.seats(new OrganisationId(formed.id().toString()), on)) {
      var holder = seat.holder();
      if (holder != null) {
        var reasons = reasons(formed, holder, organisation, on);
        if (!reasons.isEmpty()) {
          conflicts.add(new GroupView.Conflict(seat.id(), holder(holder), reasons));
        }
      }
    }
    return conflicts;
  }

  private List<GroupView.Reason> reasons(
      Formed formed, RoleHolding holder, OrganisationId organisation, LocalDate on) {
    var reasons = new ArrayList<GroupView.Reason>();
    if (formed.interests().values().stream()
        .anyMatch(interest ->
            interest.holding().value().equals(holder.id().value())
                && interest.period().includes(on)
                && interest.organisation() != null
                && interest.organisation().value().equals(organisation.value()))) {
      reasons.add(GroupView.Reason.DECLARED);
    }
    var bodies =
        directory.holdings(holder.person(), on).stream()
            .map(RoleHolding::organisation)
            .filter(Objects::nonNull)
            .toList();
    if (bodies.contains(organisation)) {
      reasons.add(GroupView.Reason.HOLDS_A_ROLE_THERE);
    } else if (bodies.stream().anyMatch(body -> groups.bodiesOf(body, on).contains(organisation))) {
      reasons.add(GroupView.Reason.BELONGS_TO_IT);
    }
    return reasons;
  }

  /** The part of a short list that is asked for; a cursor is the id of the last item. */
  static <T> Page<T> page(List<T> items, PageRequest request, Function<T, String> id) {
    int from = 0;
    if (request.after() != null) {
      var before = items.stream().map(id).toList().indexOf(request.after());
      if (before < 0) {
        throw Problem.invalid("query:after", "is not the next of an earlier page").exception();
      }
      from = before + 1;
    }
    var rest = items.subList(from, items.size());
    if (rest.size() <= request.limit()) {
      return new Page<>(rest, null);
    }
    var page = rest.subList(0, request.limit());
    return new Page<>(page, id.apply(page.getLast()));
  }

  /** The day that is asked for, today where none is. */
  static LocalDate asOf(@Nullable String text, LocalDate today) {
    if (text == null) {
      return today;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException malformed) {
      throw Problem.invalid("query:asOf", "must be a day such as 2026-04-01").exception();
    }
  }
}
