package uk.onevoice.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Seat.FilledBy;
import uk.onevoice.directory.Seat.Per;
import uk.onevoice.kernel.Period;

/**
 * Asks this service's copy of the registry for leadership groups: which there are, and who sits in
 * them on a day. A seat is there because its rule and its body are, so a new network has one,
 * vacant, and a network that leaves takes its own along. As {@link Directory}, as new as the events
 * heard.
 */
public final class LeadershipGroups {
  private static final String HOLDING =
      "r.role_holding_id, r.person_id, r.role, r.organisation_id, r.\"start\", r.\"end\"";

  private final DataSource database;
  private final Directory directory;

  public LeadershipGroups(DataSource database) {
    this.database = database;
    this.directory = new Directory(database);
  }

  /** A group, whether it is still there or not. */
  public Optional<LeadershipGroup> group(OrganisationId id, LocalDate on) {
    return groups("g.group_id::text = ?", on, id.value()).stream().findFirst();
  }

  /**
   * Those of an ICS that are there on this day, those that speak for one of its places included.
   */
  public List<LeadershipGroup> ofIcs(OrganisationId ics, LocalDate on) {
    return groups("scope.ics = ? and " + THERE, on, ics.value(), on, on);
  }

  /** Those that speak for a place, and so for its neighbourhoods, on this day. */
  public List<LeadershipGroup> ofPlace(PlaceId id, LocalDate on) {
    return directory
        .place(id, on)
        .map(place -> {
          var whole = place.partOf() == null ? id : place.partOf();
          return groups(
              "(? = any (scope.places) or scope.places = '{}' and scope.ics = ?) and " + THERE,
              on,
              whole.toString(),
              place.ics().value(),
              on,
              on);
        })
        .orElse(List.of());
  }

  private static final String THERE = "g.\"start\" <= ? and (g.\"end\" is null or g.\"end\" > ?)";

  private List<LeadershipGroup> groups(
      String condition, LocalDate on, @Nullable Object... parameters) {
    return Rows.all(
        database,
        """
        select g.group_id::text, coalesce(body.name, ''), scope.ics, scope.places, g."start", g."end"
        from directory_group g
        cross join lateral (
          select ics, places from directory_group_scope
          where group_id = g.group_id
          order by "from" <= ? desc, case when "from" <= ? then "from" end desc, "from"
          limit 1) scope
        left join directory_organisation body on body.id = g.group_id::text
        where %s
        order by body.name, g.group_id\
        """
            .formatted(condition),
        LeadershipGroups::group,
        Stream.concat(Stream.of(on, on), Stream.of(parameters)).toArray());
  }

  private static LeadershipGroup group(ResultSet row) throws SQLException {
    return new LeadershipGroup(
        new OrganisationId(row.getString(1)),
        row.getString(2),
        new OrganisationId(row.getString(3)),
        Stream.of((String[]) row.getArray(4).getArray())
            .map(place -> new PlaceId(UUID.fromString(place)))
            .toList(),
        row.getObject(5, LocalDate.class),
        row.getObject(6, LocalDate.class));
  }

  /** The seats of a group on this day, in the order of its rules; none outside its own time. */
  public List<Seat> seats(OrganisationId id, LocalDate on) {
    return group(id, on)
        .filter(there ->
            !on.isBefore(there.start()) && (there.end() == null || on.isBefore(there.end())))
        .map(there -> seats(there, on))
        .orElse(List.of());
  }

  private List<Seat> seats(LeadershipGroup group, LocalDate on) {
    var area = area(group, on);
    var takings = takings(group.id(), on);
    var seats = new ArrayList<Seat>();
    for (SeatRule rule : rules(group.id(), on)) {
      var bodies = bodies(rule.per(), group, area, on);
      var holders = officeHolders(rule, bodies, on);
      for (OrganisationId body : bodies) {
        for (int number = 1; number <= rule.seats(); number++) {
          var seat = Seat.id(group.id(), rule, body, number);
          var taking = rule.filledBy() == FilledBy.NOMINATION ? takings.get(seat) : null;
          var inOffice = holders.getOrDefault(body, List.of());
          var holder =
              taking != null
                  ? taking.holder()
                  : number <= inOffice.size() ? inOffice.get(number - 1) : null;
          seats.add(
              new Seat(
                  seat,
                  rule.per(),
                  rule.role(),
                  rule.filledBy(),
                  body,
                  number,
                  holder,
                  taking == null ? null : taking.period()));
        }
      }
    }
    return seats;
  }

  /** The places a group speaks for. */
  private List<String> area(LeadershipGroup group, LocalDate on) {
    var places =
        group.places().isEmpty()
            ? directory.placesOf(group.ics(), on).stream().map(Place::id).toList()
            : group.places();
    return places.stream().map(PlaceId::toString).toList();
  }

  private List<SeatRule> rules(OrganisationId group, LocalDate on) {
    return Rows.all(
            database,
            """
            select seat_rules from directory_group_terms
            where group_id::text = ? and "from" <= ? order by version desc limit 1\
            """,
            row -> Stream.of((String[]) row.getArray(1).getArray()).map(SeatRule::parse).toList(),
            group.value(),
            on)
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private Collection<OrganisationId> bodies(
      Per per, LeadershipGroup group, List<String> area, LocalDate on) {
    return switch (per) {
      case EVERY_PCN -> withMembersIn(area, AffiliationKind.PCN_CORE, on);
      case EVERY_FEDERATION -> withMembersIn(area, AffiliationKind.FEDERATION, on);
      case EVERY_LMC -> withMembersIn(area, AffiliationKind.LMC, on);
      case EVERY_PLACE -> area.stream().map(OrganisationId::new).toList();
      case EVERY_ICB -> List.of(group.ics());
      case GROUP -> List.of(group.id());
    };
  }

  /** Open bodies that have a practice of one of these places among their members. */
  private Set<OrganisationId> withMembersIn(
      Collection<String> places, AffiliationKind kind, LocalDate on) {
    return new LinkedHashSet<>(
        Rows.all(
            database,
            """
            select distinct body.parent, parent.name
            from directory_affiliation located
            join directory_affiliation body on body.member = located.member
            left join directory_organisation parent on parent.id = body.parent
            where located.parent = any (?) and located.kind = 'PLACE' and not located.void
              and located."start" <= ? and (located."end" is null or located."end" > ?)
              and body.kind = ? and not body.void
              and body."start" <= ? and (body."end" is null or body."end" > ?)
              and (parent."end" is null or parent."end" > ?)
            order by parent.name, body.parent\
            """,
            row -> new OrganisationId(row.getString(1)),
            places,
            on,
            on,
            kind.name(),
            on,
            on,
            on));
  }

  /** Who holds the role at each body, the longest in office first. */
  private Map<OrganisationId, List<RoleHolding>> officeHolders(
      SeatRule rule, Collection<OrganisationId> bodies, LocalDate on) {
    if (rule.filledBy() == FilledBy.NOMINATION || rule.role() == null) {
      return Map.of();
    }
    var holders = new HashMap<OrganisationId, List<RoleHolding>>();
    for (RoleHolding holding :
        holdings("r.role = ? and r.organisation_id = any (?)", on, rule.role().name(), bodies)) {
      if (holding.organisation() != null) {
        holders.computeIfAbsent(holding.organisation(), _ -> new ArrayList<>()).add(holding);
      }
    }
    return holders;
  }

  private List<RoleHolding> holdings(
      String condition, LocalDate on, @Nullable Object... parameters) {
    return Rows.all(
        database,
        """
        select %s from directory_role r
        where r."start" <= ? and (r."end" is null or r."end" > ?) and %s
        order by r."start", r.role_holding_id\
        """
            .formatted(HOLDING, condition),
        Directory::roleHolding,
        Stream.concat(Stream.of(on, on), Stream.of(parameters)).toArray());
  }

  private record Taking(UUID seat, RoleHolding holder, Period period) {}

  /** Seats taken by nomination; who has lost the role no longer sits. */
  private Map<UUID, Taking> takings(OrganisationId group, LocalDate on) {
    var takings = new HashMap<UUID, Taking>();
    Rows.all(
            database,
            """
            select %s, s.seat_id, s."start", s."end"
            from directory_seat s
            join directory_role r on r.role_holding_id = s.role_holding_id
            where s.group_id::text = ?
              and s."start" <= ? and (s."end" is null or s."end" > ?)
              and r."start" <= ? and (r."end" is null or r."end" > ?)\
            """
                .formatted(HOLDING),
            row ->
                new Taking(
                    row.getObject(7, UUID.class),
                    Directory.roleHolding(row),
                    new Period(
                        row.getObject(8, LocalDate.class), row.getObject(9, LocalDate.class))),
            group.value(),
            on,
            on,
            on,
            on)
        .forEach(taking -> takings.put(taking.seat(), taking));
    return takings;
  }

  /** Who may be put forward for a seat on this day, the longest in office first. */
  public List<RoleHolding> candidates(OrganisationId group, Seat seat, LocalDate on) {
    var there = group(group, on);
    if (there.isEmpty() || seat.filledBy() == FilledBy.OFFICE) {
      return List.of();
    }
    var bodies =
        switch (seat.per()) {
          case EVERY_PCN, EVERY_FEDERATION, EVERY_LMC, EVERY_ICB -> List.of(seat.body());
          case EVERY_PLACE -> generalPracticeIn(List.of(seat.body().value()), on);
          case GROUP -> {
            var all = new ArrayList<>(generalPracticeIn(area(there.get(), on), on));
            all.add(there.get().ics());
            all.add(group);
            yield all;
          }
        };
    return seat.role() == null
        ? holdings("r.organisation_id = any (?)", on, bodies)
        : holdings("r.role = ? and r.organisation_id = any (?)", on, seat.role().name(), bodies);
  }

  /** The practices of the places, and the bodies they are members of. */
  private List<OrganisationId> generalPracticeIn(Collection<String> places, LocalDate on) {
    var bodies =
        new ArrayList<>(
            Rows.all(
                database,
                """
                select distinct member from directory_affiliation
                where parent = any (?) and kind = 'PLACE' and not void
                  and "start" <= ? and ("end" is null or "end" > ?)\
                """,
                row -> new OrganisationId(row.getString(1)),
                places,
                on,
                on));
    bodies.addAll(withMembersIn(places, AffiliationKind.PCN_CORE, on));
    bodies.addAll(withMembersIn(places, AffiliationKind.FEDERATION, on));
    bodies.addAll(withMembersIn(places, AffiliationKind.LMC, on));
    return bodies;
  }

  /** Who chairs on this day, in which capacity; who has lost the role no longer does. */
  public Optional<RoleHolding> chair(OrganisationId group, LocalDate on) {
    return holdings(
            """
            exists (select from directory_group_chair c
              where c.group_id::text = ? and c.role_holding_id = r.role_holding_id
                and c."start" <= ? and (c."end" is null or c."end" > ?))\
            """,
            on,
            group.value(),
            on,
            on)
        .stream()
        .findFirst();
  }

  /** The holding, whether it is still open or not. */
  public Optional<RoleHolding> holding(RoleHoldingId id) {
    return Rows.all(
            database,
            "select " + HOLDING + " from directory_role r where r.role_holding_id = ?",
            Directory::roleHolding,
            id.value())
        .stream()
        .findFirst();
  }

  /** The holding, if it is open on this day. */
  public Optional<RoleHolding> holding(RoleHoldingId id, LocalDate on) {
    return holdings("r.role_holding_id = ?", on, id.value()).stream().findFirst();
  }

  /** Whether somebody holds one of these roles at the body on this day. */
  public boolean isHeldAt(OrganisationId body, LocalDate on, Role... roles) {
    return !holdings("r.organisation_id = ? and r.role = any (?)", on, body.value(), List.of(roles))
        .isEmpty();
  }

  /** The PCN, federations and LMCs that a practice belongs to on this day. */
  public Set<OrganisationId> bodiesOf(OrganisationId practice, LocalDate on) {
    return new LinkedHashSet<>(
        Rows.all(
            database,
            """
            select distinct parent from directory_affiliation
            where member = ? and kind in ('PCN_CORE', 'FEDERATION', 'LMC') and not void
              and "start" <= ? and ("end" is null or "end" > ?)\
            """,
            row -> new OrganisationId(row.getString(1)),
            practice.value(),
            on,
            on));
  }

  /** Whether one of these holdings sits today in a group that speaks for the place. */
  public boolean sitsForPlace(PlaceId place, Collection<RoleHolding> held, LocalDate on) {
    return !held.isEmpty()
        && ofPlace(place, on).stream().anyMatch(group -> sits(group.id(), held, on));
  }

  /** Whether one of these holdings sits in the group on this day, or chairs it. */
  public boolean sits(OrganisationId group, Collection<RoleHolding> held, LocalDate on) {
    var ids = held.stream().map(RoleHolding::id).toList();
    return Stream.concat(seats(group, on).stream().map(Seat::holder), chair(group, on).stream())
        .anyMatch(holder -> holder != null && ids.contains(holder.id()));
  }
}
