package uk.onevoice.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Period;

/**
 * Asks this service's copy of who is who. Answers are as new as the events heard; every method
 * blocks for one short query and throws {@link DirectoryUnavailable} when the database is away.
 */
public final class Directory {
  private static final String PLACE =
      """
      select place.id, coalesce(moved.ics, place.ics), place.name, place."end", place.part_of
      from directory_place place
      left join lateral (
        select ics from directory_place_ics
        where place_id = coalesce(place.part_of, place.id) and "from" <= ?
        order by "from" desc
        limit 1) moved on true
      """;

  /** Who stands, and all who were merged into them. */
  private static final String RECORDS =
      """
      with recursive record (id) as (
        select ?::uuid
        union
        select alias.person_id
        from record join directory_person_alias alias on alias.into_id = record.id)
      """;

  private final DataSource database;

  public Directory(DataSource database) {
    this.database = database;
  }

  /**
   * The person this sign-in was linked to; where that record was merged away, the one that stands
   * for it.
   */
  public Optional<PersonId> personOf(IdentityHash identity) {
    return first(
            "select person_id from directory_person_identity where identity_hash = ?",
            row -> new PersonId(row.getObject(1, UUID.class)),
            identity.value())
        .map(this::standing);
  }

  /**
   * Who stands for a person that somebody has a reference to: mostly the same one. A record that
   * was merged away is followed to its end; merges never run in a circle, and a query would end all
   * the same.
   */
  public PersonId standing(PersonId person) {
    return first(
            """
            with recursive line (id, step) as (
              select into_id, 1 from directory_person_alias where person_id = ?
              union all
              select alias.into_id, line.step + 1
              from line join directory_person_alias alias on alias.person_id = line.id
              where line.step < 100)
            select id from line order by step desc limit 1\
            """,
            row -> new PersonId(row.getObject(1, UUID.class)),
            person.value())
        .orElse(person);
  }

  /**
   * All records of the human being behind this one, itself included, whichever of them stands. Two
   * that were merged are one here until it is undone.
   */
  public Set<PersonId> records(PersonId person) {
    return new LinkedHashSet<>(
        all(
            RECORDS + "select id from record",
            row -> new PersonId(row.getObject(1, UUID.class)),
            standing(person).value()));
  }

  /**
   * What the person holds on this day under any record of theirs, oldest first; the same for each
   * of the records.
   */
  public List<RoleHolding> holdings(PersonId person, LocalDate on) {
    return all(
        RECORDS
            + """
            select role_holding_id, person_id, role, organisation_id, "start", "end"
            from directory_role
            where person_id in (select id from record) and not void
              and "start" <= ? and ("end" is null or "end" > ?)
            order by "start", role_holding_id\
            """,
        Directory::roleHolding,
        standing(person).value(),
        on,
        on);
  }

  /** The holding of this id, where somebody has it on this day. */
  public Optional<RoleHolding> holding(RoleHoldingId id, LocalDate on) {
    return first(
        """
        select role_holding_id, person_id, role, organisation_id, "start", "end"
        from directory_role
        where role_holding_id = ? and not void
          and "start" <= ? and ("end" is null or "end" > ?)\
        """,
        Directory::roleHolding,
        id.value(),
        on,
        on);
  }

  /** Whether anybody has ever been appointed platform administrator. */
  public boolean hasHadAdministrator() {
    return first(
            "select 1 from directory_role where role = ? limit 1",
            _ -> true,
            Role.PLATFORM_ADMINISTRATOR.name())
        .isPresent();
  }

  /** Whether nobody may tell any more that something was recorded earlier than it is. */
  public boolean backdatingIsClosed() {
    return first("select 1 from directory_backdating_closed", _ -> true).isPresent();
  }

  public Optional<Client> client(String clientId) {
    return first(
        "select client_id, organisation_id, kind, state from directory_client where client_id = ?",
        row ->
            new Client(
                row.getString(1),
                new OrganisationId(row.getString(2)),
                ClientKind.valueOf(row.getString(3)),
                Client.State.valueOf(row.getString(4))),
        clientId);
  }

  public Optional<Organisation> organisation(OrganisationId id) {
    return first(
        """
        select id, name, kinds, "start", "end", status from directory_organisation where id = ?\
        """,
        Directory::organisation,
        id.value());
  }

  /** A place or neighbourhood; it is told of days before its first and after its last as well. */
  public Optional<Place> place(PlaceId id, LocalDate on) {
    return first(PLACE + "where place.id = ?", Directory::place, on, id.value());
  }

  /** The places of an ICS on this day, without their neighbourhoods. */
  public List<Place> placesOf(OrganisationId ics, LocalDate on) {
    return all(
        PLACE
            + """
            where place.part_of is null and coalesce(moved.ics, place.ics) = ?
              and (place."end" is null or place."end" > ?)
            order by place.name, place.id\
            """,
        Directory::place,
        on,
        ics.value(),
        on);
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        new PlaceId(row.getObject(1, UUID.class)),
        new OrganisationId(row.getString(2)),
        row.getString(3),
        row.getObject(4, LocalDate.class),
        Optional.ofNullable(row.getObject(5, UUID.class)).map(PlaceId::new).orElse(null));
  }

  /** A topic of an ICS's list. */
  public Optional<ListEntry> topic(UUID id) {
    return entry("TOPIC", id);
  }

  /** A forum of an ICS's list. */
  public Optional<ListEntry> forum(UUID id) {
    return entry("FORUM", id);
  }

  /** What is meant on this day by whoever names this topic: mergers are followed. */
  public Optional<ListEntry> topicOn(UUID id, LocalDate on) {
    return resolved("TOPIC", id, on);
  }

  /** What is meant on this day by whoever names this forum: mergers are followed. */
  public Optional<ListEntry> forumOn(UUID id, LocalDate on) {
    return resolved("FORUM", id, on);
  }

  private Optional<ListEntry> resolved(String list, UUID id, LocalDate on) {
    return entry(list, id)
        .flatMap(entry -> {
          UUID successor = entry.successorOn(on);
          return successor == null ? Optional.of(entry) : resolved(list, successor, on);
        });
  }

  private Optional<ListEntry> entry(String list, UUID id) {
    return first(
        """
        select id, ics, "start", "end", merged_into, split_into, names::text
        from directory_entry where list = ? and id = ?\
        """,
        ListEntry::of,
        list,
        id);
  }

  /** One belonging, whenever it is. */
  public record Belonging(
      UUID id, OrganisationId member, @Nullable String memberName, Period period) {}

  /**
   * Who belongs, belonged or will belong to the parent in this way, by member and first day.
   *
   * @param after the belonging after which the list goes on; null for its beginning
   */
  public List<Belonging> belongings(
      OrganisationId parent, AffiliationKind kind, @Nullable UUID after, int limit) {
    return all(
        """
        select belonging.id, belonging.member, organisation.name, belonging."start",
          belonging."end"
        from directory_affiliation belonging
        left join directory_organisation organisation on organisation.id = belonging.member
        where belonging.parent = ? and belonging.kind = ? and not belonging.void
          and (?::text is null or (belonging.member, belonging."start", belonging.id) > (
            select last.member, last."start", last.id
            from directory_affiliation last where last.id = ?))
        order by belonging.member, belonging."start", belonging.id
        limit ?\
        """,
        row ->
            new Belonging(
                UUID.fromString(row.getString(1)),
                new OrganisationId(row.getString(2)),
                row.getString(3),
                new Period(row.getObject(4, LocalDate.class), row.getObject(5, LocalDate.class))),
        parent.value(),
        kind.name(),
        after == null ? null : after.toString(),
        after == null ? null : after.toString(),
        limit);
  }

  /** Who belongs to the parent in this way on this day. */
  public Set<OrganisationId> members(OrganisationId parent, AffiliationKind kind, LocalDate on) {
    return ids(
        """
        select distinct member from directory_affiliation
        where parent = ? and kind = ? and not void
          and "start" <= ? and ("end" is null or "end" > ?)
        order by member\
        """,
        parent.value(),
        kind.name(),
        on,
        on);
  }

  /** To whom the member belongs in this way on this day. */
  public Set<OrganisationId> parents(OrganisationId member, AffiliationKind kind, LocalDate on) {
    return ids(
        """
        select distinct parent from directory_affiliation
        where member = ? and kind = ? and not void
          and "start" <= ? and ("end" is null or "end" > ?)
        order by parent\
        """,
        member.value(),
        kind.name(),
        on,
        on);
  }

  /** The practices of a place on this day. */
  public Set<OrganisationId> practicesIn(PlaceId place, LocalDate on) {
    return members(new OrganisationId(place.toString()), AffiliationKind.PLACE, on);
  }

  /**
   * The practices of a place on this day that the national map of practices with patients lists:
   * those that measures count.
   */
  public Set<OrganisationId> listedPracticesIn(PlaceId place, LocalDate on) {
    return ids(
        """
        select distinct located.member
        from directory_affiliation located
        where located.parent = ? and located.kind = 'PLACE' and not located.void
          and located."start" <= ? and (located."end" is null or located."end" > ?)
          and (
            select map.listed from directory_listing map
            where map.practice_id = located.member and map."from" <= ?
            order by map."from" desc limit 1)
        order by located.member\
        """,
        place.toString(),
        on,
        on,
        on);
  }

  /**
   * A practice that measures count.
   *
   * @param patients of the newest extract month of the place that had begun by then; null where the
   *     practice has no figure for it
   */
  public record ListedPractice(OrganisationId id, @Nullable Long patients) {}

  /**
   * The practices of {@link #listedPracticesIn}, with their list sizes as they were on this day.
   */
  public List<ListedPractice> listSizesIn(PlaceId place, LocalDate on) {
    return all(
        """
        select practice.id,
          case when size."month" = max(size."month") over () then size.patients end
        from unnest(?::text[]) practice (id)
        left join lateral (
          select "month", patients from directory_list_size
          where practice_id = practice.id and "month" <= ?
          order by "month" desc limit 1) size on true
        order by practice.id\
        """,
        row -> new ListedPractice(new OrganisationId(row.getString(1)), (Long) row.getObject(2)),
        listedPracticesIn(place, on).stream().map(OrganisationId::value).toList(),
        on);
  }

  /**
   * A practice that is no longer there.
   *
   * @param on the first day without it
   * @param successors who followed it; none where it was closed
   */
  public record Gone(OrganisationId id, LocalDate on, List<OrganisationId> successors) {
    public Gone {
      successors = List.copyOf(successors);
    }
  }

  /** Which of these organisations were closed, or followed by others, by this day. */
  public List<Gone> gone(Set<OrganisationId> among, LocalDate by) {
    return all(
        """
        select body.id, coalesce(followed."on", body."end"), followed.successors
        from directory_organisation body
        left join lateral (
          select succession."on", succession.successors from directory_succession succession
          where succession.organisation_id = body.id and succession."on" <= ?
            and cardinality(succession.successors) > 0
            and not body.id = any (succession.successors)
          order by succession."on" desc limit 1) followed on true
        where body.id = any (?::text[]) and (body."end" <= ? or followed."on" is not null)
        order by body.id\
        """,
        row -> {
          var successors = row.getArray(3);
          return new Gone(
              new OrganisationId(row.getString(1)),
              row.getObject(2, LocalDate.class),
              successors == null
                  ? List.of()
                  : Arrays.stream((String[]) successors.getArray())
                      .map(OrganisationId::new)
                      .toList());
        },
        by,
        among.stream().map(OrganisationId::value).toList(),
        by);
  }

  /** The roles that somebody holds at this body on this day. */
  public Set<Role> rolesHeldAt(OrganisationId body, LocalDate on) {
    return new LinkedHashSet<>(
        all(
            """
            select distinct role from directory_role
            where organisation_id = ? and not void
              and "start" <= ? and ("end" is null or "end" > ?)
            order by role\
            """,
            row -> Role.valueOf(row.getString(1)),
            body.value(),
            on,
            on));
  }

  /** Where this copy stands: another number once it has heard anything more. */
  public long heard() {
    return first(
            "select coalesce(sum(position), 0) from checkpoint where consumer like '%.directory%'",
            row -> row.getLong(1))
        .orElse(0L);
  }

  /** The place a practice lies in on this day; the one it joined last, should there be two. */
  public Optional<PlaceId> placeOf(OrganisationId practice, LocalDate on) {
    return first(
        """
        select parent from directory_affiliation
        where member = ? and kind = 'PLACE' and not void
          and "start" <= ? and ("end" is null or "end" > ?)
        order by "start" desc, id limit 1\
        """,
        row -> new PlaceId(UUID.fromString(row.getString(1))),
        practice.value(),
        on,
        on);
  }

  /**
   * PCNs, federations and LMCs that have a practice of the place among their members on this day.
   */
  public Set<OrganisationId> bodiesWithMembersIn(PlaceId place, LocalDate on) {
    return ids(
        """
        select distinct body.parent
        from directory_affiliation located
        join directory_affiliation body on body.member = located.member
        where located.parent = ? and located.kind = 'PLACE' and not located.void
          and located."start" <= ? and (located."end" is null or located."end" > ?)
          and body.kind in ('PCN_CORE', 'FEDERATION', 'LMC') and not body.void
          and body."start" <= ? and (body."end" is null or body."end" > ?)
        order by body.parent\
        """,
        place.toString(),
        on,
        on,
        on,
        on);
  }

  /**
   * Whether this is a PCN, federation or LMC with a practice of the place among its members on this
   * day. Looks at the body's members and ends with the first that lies there: it is asked with
   * almost every command.
   */
  public boolean hasMembersIn(PlaceId place, OrganisationId body, LocalDate on) {
    return first(
            """
            select true from directory_affiliation body
            cross join lateral (
              select from directory_affiliation located
              where located.member = body.member and located.parent = ?
                and located.kind = 'PLACE' and not located.void
                and located."start" <= ? and (located."end" is null or located."end" > ?)
              limit 1) there
            where body.parent = ?
              and body.kind in ('PCN_CORE', 'FEDERATION', 'LMC') and not body.void
              and body."start" <= ? and (body."end" is null or body."end" > ?)
            limit 1\
            """,
            _ -> true,
            place.toString(),
            on,
            on,
            body.value(),
            on,
            on)
        .isPresent();
  }

  /** As {@link #hasMembersIn}, for all places of the ICS. */
  public boolean hasMembersInIcs(OrganisationId ics, OrganisationId body, LocalDate on) {
    return first(
            """
            select true from directory_affiliation body
            cross join lateral (
              select from directory_affiliation located
              join directory_place place
                on place.id = case located.kind when 'PLACE' then located.parent::uuid end
              left join lateral (
                select ics from directory_place_ics
                where place_id = place.id and "from" <= ? order by "from" desc limit 1) moved
                on true
              where located.member = body.member and located.kind = 'PLACE' and not located.void
                and located."start" <= ? and (located."end" is null or located."end" > ?)
                and coalesce(moved.ics, place.ics) = ?
              limit 1) there
            where body.parent = ?
              and body.kind in ('PCN_CORE', 'FEDERATION', 'LMC') and not body.void
              and body."start" <= ? and (body."end" is null or body."end" > ?)
            limit 1\
            """,
            _ -> true,
            on,
            on,
            on,
            ics.value(),
            body.value(),
            on,
            on)
        .isPresent();
  }

  static RoleHolding roleHolding(ResultSet row) throws SQLException {
    String organisation = row.getString(4);
    return new RoleHolding(
        new RoleHoldingId(row.getObject(1, UUID.class)),
        new PersonId(row.getObject(2, UUID.class)),
        Role.valueOf(row.getString(3)),
        organisation == null ? null : new OrganisationId(organisation),
        new Period(row.getObject(5, LocalDate.class), row.getObject(6, LocalDate.class)));
  }

  private static Organisation organisation(ResultSet row) throws SQLException {
    var kinds = new LinkedHashSet<OrganisationKind>();
    for (String kind : (String[]) row.getArray(3).getArray()) {
      kinds.add(OrganisationKind.valueOf(kind));
    }
    return new Organisation(
        new OrganisationId(row.getString(1)),
        row.getString(2),
        kinds,
        row.getObject(4, LocalDate.class),
        row.getObject(5, LocalDate.class),
        row.getString(6));
  }

  private Set<OrganisationId> ids(String sql, Object... parameters) {
    return new LinkedHashSet<>(all(sql, row -> new OrganisationId(row.getString(1)), parameters));
  }

  private <T> Optional<T> first(String sql, Rows.Row<T> reading, @Nullable Object... parameters) {
    return all(sql, reading, parameters).stream().findFirst();
  }

  private <T> List<T> all(String sql, Rows.Row<T> reading, @Nullable Object... parameters) {
    return Rows.all(database, sql, reading, parameters);
  }
}
