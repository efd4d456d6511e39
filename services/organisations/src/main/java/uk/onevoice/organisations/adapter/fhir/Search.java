package uk.onevoice.organisations.adapter.fhir;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.affiliation.Affiliation;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.problem.Problem;

/** Finds resources in the index, a page at a time, and reads them from the log. */
@ApplicationScoped
class Search {
  static final Set<String> OF_ORGANIZATIONS =
      Set.of(
          "_elements",
          "_id",
          "_lastUpdated",
          "_sort",
          "_summary",
          "active",
          "identifier",
          "name",
          "name:contains",
          "name:exact",
          "partof",
          "roleCode",
          "type");
  static final Set<String> OF_AFFILIATIONS =
      Set.of(
          "_elements",
          "_id",
          "_include",
          "_lastUpdated",
          "_sort",
          "_summary",
          "active",
          "date",
          "identifier",
          "participating-organization",
          "primary-organization",
          "role");

  /** By what a page can be ordered, and its column; the id decides where that leaves two equal. */
  private static final Map<String, String> ORDERS =
      Map.of("_id", "id", "_lastUpdated", "updated_at", "name", "name_key");

  /** Which organizations come along with an affiliation; the first is the element's own name. */
  private static final Map<String, Function<Affiliation, String>> INCLUDES =
      Map.of(
          "organization", affiliation -> affiliation.memberId().value(),
          "primary-organization", affiliation -> affiliation.memberId().value(),
          "participating-organization", Affiliation::parentId);

  private final DataSource database;
  private final SearchIndex index;
  private final LogReader log;
  private final Today today;
  private final FhirSettings settings;

  Search(
      DataSource database, SearchIndex index, LogReader log, Today today, FhirSettings settings) {
    this.database = database;
    this.index = index;
    this.log = log;
    this.today = today;
    this.settings = settings;
  }

  /**
   * @param included what the versions found refer to, as far as it was asked for
   * @param next where the page after this one begins, null at the end
   */
  record Page(int total, List<Version> versions, List<Version> included, @Nullable Cursor next) {}

  private record Found(String id, String stream, String order) {}

  Page organizations(Question question) {
    var conditions = new Conditions();
    for (var value : question.all("_id")) {
      conditions.and("id = any(?)", Question.anyOf(value));
    }
    for (var value : question.all("identifier")) {
      identifier(Token.anyOf(value), "system", conditions);
    }
    for (var value : question.all("name")) {
      conditions.andAny("name_key like ?", keys(value).map(key -> like(key) + "%").toList());
    }
    for (var value : question.all("name:contains")) {
      conditions.andAny("name_key like ?", keys(value).map(key -> "%" + like(key) + "%").toList());
    }
    for (var value : question.all("name:exact")) {
      conditions.and(
          "name = any(?)", Question.anyOf(value).stream().map(Question::unescaped).toList());
    }
    for (var value : question.all("type")) {
      conditions.and("kinds && ?", kindsOfType(Token.anyOf(value)));
    }
    for (var value : question.all("roleCode")) {
      conditions.and("kinds && ?", kindsOfRole(Token.anyOf(value)));
    }
    for (var value : question.all("partof")) {
      conditions.and("part_of = any(?)", organizations(value));
    }
    everywhere(question, conditions);
    return page("fhir_organization", question, Set.of("_id", "_lastUpdated", "name"), conditions);
  }

  Page affiliations(Question question) {
    var conditions = new Conditions().and("not gone");
    for (var value : question.all("_id")) {
      conditions.and("id = any(?)", Question.anyOf(value));
    }
    for (var value : question.all("identifier")) {
      identifier(Token.anyOf(value), "'" + Coding.OWN_AFFILIATION + "'", conditions);
    }
    for (var value : question.all("primary-organization")) {
      conditions.and("member_id = any(?)", organizations(value));
    }
    for (var value : question.all("participating-organization")) {
      conditions.and("parent_id = any(?)", organizations(value));
    }
    for (var value : question.all("role")) {
      var tokens = Token.anyOf(value);
      conditions.and(
          "kind = any(?)",
          Stream.of(AffiliationKind.values())
              .filter(kind ->
                  tokens.stream().anyMatch(token -> token.matches(Coding.relationship(kind))))
              .map(AffiliationKind::name)
              .toList());
    }
    for (var value : question.all("date")) {
      inForce(Moment.read("date", value), conditions);
    }
    everywhere(question, conditions);
    var includes = question.all("_include").stream().map(Search::include).distinct().toList();
    var page = page("fhir_affiliation", question, Set.of("_id", "_lastUpdated"), conditions);
    return new Page(page.total(), page.versions(), included(page, includes), page.next());
  }

  private static Function<Affiliation, String> include(String value) {
    var parts = value.split(":", -1);
    var include = parts.length > 1 ? INCLUDES.get(parts[1]) : null;
    boolean known =
        parts[0].equals(ResourceType.AFFILIATION.fhirName())
            && (parts.length == 2
                || parts.length == 3 && parts[2].equals(ResourceType.ORGANIZATION.fhirName()));
    if (include == null || !known) {
      throw Problem.invalid(
              "query:_include",
              "must be OrganizationAffiliation: and one of "
                  + String.join(", ", new TreeSet<>(INCLUDES.keySet()))
                  + ".")
          .exception();
    }
    return include;
  }

  private List<Version> included(Page page, List<Function<Affiliation, String>> includes) {
    var streams =
        page.versions().stream()
            .flatMap(version ->
                version.content() instanceof Version.Belonging belonging
                    ? includes.stream().map(include -> include.apply(belonging.affiliation()))
                    : Stream.empty())
            .distinct()
            .flatMap(id -> streamsOfOrganization(id).stream())
            .toList();
    if (streams.isEmpty()) {
      return List.of();
    }
    var told = log.versions(streams);
    return streams.stream()
        .flatMap(stream -> told.getOrDefault(stream, List.of()).reversed().stream().limit(1))
        .filter(version -> version.content() != null)
        .toList();
  }

  private void everywhere(Question question, Conditions conditions) {
    for (var value : question.all("active")) {
      if (!value.equals("true") && !value.equals("false")) {
        throw Problem.invalid("query:active", "must be true or false.").exception();
      }
      conditions.andActive(value.equals("true"), today.get());
    }
    for (var value : question.all("_lastUpdated")) {
      conditions.andUpdated(Moment.read("_lastUpdated", value));
    }
  }

  private static void identifier(List<Token> tokens, String system, Conditions conditions) {
    // A system alone asks for all of it, a code alone for that code in any system.
    var codes = new ArrayList<String>();
    var systems = new ArrayList<String>();
    var both = new ArrayList<String>();
    for (var token : tokens) {
      if (token.system() == null) {
        codes.add(String.valueOf(token.code()));
      } else if (token.code() == null) {
        systems.add(token.system());
      } else {
        both.add(token.system() + "|" + token.code());
      }
    }
    conditions.and(
        "(id = any(?) or %s = any(?) or %s || '|' || id = any(?))".formatted(system, system),
        codes,
        systems,
        both);
  }

  private static List<String> kindsOfType(List<Token> tokens) {
    return Coding.kinds()
        .filter(kind ->
            Coding.types(kind).stream()
                .anyMatch(type -> tokens.stream().anyMatch(token -> token.matches(type))))
        .toList();
  }

  private static List<String> kindsOfRole(List<Token> tokens) {
    return Coding.kinds()
        .filter(kind ->
            Coding.roles(kind).stream()
                .anyMatch(role -> tokens.stream().anyMatch(token -> token.matches(role))))
        .toList();
  }

  private static Stream<String> keys(String value) {
    return Question.anyOf(value).stream().map(Question::unescaped).map(Names::key);
  }

  private static String like(String key) {
    return key.replaceAll("([\\\\%_])", "\\\\$1");
  }

  /** Ids of organisations from references: {@code X}, {@code Organization/X}, or our address. */
  private List<String> organizations(String value) {
    var prefix = ResourceType.ORGANIZATION.fhirName() + "/";
    var address = settings.base() + "/" + prefix;
    return Question.anyOf(value).stream()
        .map(Question::unescaped)
        .map(each -> each.startsWith(address) ? each.substring(address.length()) : each)
        .map(each -> each.startsWith(prefix) ? each.substring(prefix.length()) : each)
        .toList();
  }

  /** The period of an affiliation against a stretch of days; open periods go on for ever. */
  private static void inForce(Moment moment, Conditions conditions) {
    Object first = moment.firstDay();
    Object after = moment.dayAfter();
    switch (moment.comparison()) {
      case EQ -> conditions.and("\"start\" >= ? and coalesce(\"end\" <= ?, false)", first, after);
      case NE ->
          conditions.and("not (\"start\" >= ? and coalesce(\"end\" <= ?, false))", first, after);
      case GE -> conditions.and("coalesce(\"end\" > ?, true)", first);
      case GT -> conditions.and("coalesce(\"end\" > ?, true)", after);
      case LE -> conditions.and("\"start\" < ?", after);
      case LT -> conditions.and("\"start\" < ?", first);
      case SA -> conditions.and("\"start\" >= ?", after);
      case EB -> conditions.and("coalesce(\"end\" <= ?, false)", first);
    }
  }

  private Page page(String table, Question question, Set<String> orders, Conditions conditions) {
    var order = Order.of(question, orders);
    int count = question.count();
    var after = question.cursor();
    index.catchUp();
    try (Connection connection = database.getConnection()) {
      int total = total(connection, table, conditions);
      if (count == 0) {
        return new Page(total, List.of(), List.of(), null);
      }
      if (after != null) {
        conditions.and(
            "(%s, id) %s (?::%s, ?)"
                .formatted(order.column(), order.descending() ? "<" : ">", order.type()),
            after.first(),
            after.second());
      }
      var found = found(connection, table, conditions, order, count + 1);
      var here = found.subList(0, Math.min(count, found.size()));
      var next =
          found.size() > count ? new Cursor(here.getLast().order(), here.getLast().id()) : null;
      return new Page(total, versions(connection, here), List.of(), next);
    } catch (SQLException cause) {
      if ("22007".equals(cause.getSQLState())) {
        // The cursor was given to another order.
        throw Cursor.invalid();
      }
      throw LogReader.unreadable(cause);
    }
  }

  /** How a page is ordered. */
  private record Order(String column, boolean descending) {
    static Order of(Question question, Set<String> orders) {
      var sort = question.one("_sort");
      if (sort == null) {
        return new Order("id", false);
      }
      boolean descending = sort.startsWith("-");
      var name = descending ? sort.substring(1) : sort;
      var column = ORDERS.get(name);
      if (column == null || !orders.contains(name)) {
        throw Problem.invalid(
                "query:_sort",
                "must be one of "
                    + String.join(", ", orders.stream().sorted().toList())
                    + ", with a minus before it for the other way round.")
            .exception();
      }
      return new Order(column, descending);
    }

    String type() {
      return column.equals("updated_at") ? "timestamptz" : "text";
    }

    String by() {
      var direction = descending ? " desc" : "";
      return column + direction + ", id" + direction;
    }
  }

  private static int total(Connection connection, String table, Conditions conditions)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select count(*) from " + table + " where " + conditions.sql())) {
      conditions.bind(connection, select);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private static List<Found> found(
      Connection connection, String table, Conditions conditions, Order order, int limit)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select id, stream, %s::text from %s where %s order by %s limit ?"
                .formatted(order.column(), table, conditions.sql(), order.by()))) {
      select.setInt(conditions.bind(connection, select), limit);
      List<Found> found = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(new Found(rows.getString(1), rows.getString(2), rows.getString(3)));
        }
      }
      return found;
    }
  }

  /** As the log has them now; one that was withdrawn in this moment is left out. */
  private List<Version> versions(Connection connection, List<Found> found) throws SQLException {
    var streams = found.stream().map(Found::stream).distinct().toList();
    var told = log.versions(connection, streams);
    return found.stream()
        .flatMap(each ->
            told.getOrDefault(each.stream(), List.of()).reversed().stream()
                .filter(version -> version.id().equals(each.id()))
                .limit(1))
        .filter(version -> version.content() != null)
        .toList();
  }

  /** The stream that tells of an affiliation; null where there never was one with this id. */
  @Nullable String streamOfAffiliation(String id) {
    index.catchUp();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select stream from fhir_affiliation where id = ?")) {
      select.setString(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    } catch (SQLException cause) {
      throw LogReader.unreadable(cause);
    }
  }

  /** The streams that may tell of an organization with this id: an id is a body's or a place's. */
  static List<String> streamsOfOrganization(String id) {
    return Arrays.asList(Version.ORGANISATION + id, Version.PLACE + id);
  }
}
