package uk.onevoice.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.onevoice.testkit.access.Caller.Answer;
import uk.onevoice.testkit.access.Caller.Kind;
import uk.onevoice.testkit.access.Cast.Capacity;
import uk.onevoice.testkit.access.Cast.Where;
import uk.onevoice.testkit.stack.RunningStack;
import uk.onevoice.testkit.stack.ToldRegistry;

/**
 * Every operation of a service's OpenAPI document, called by everybody that {@code
 * permissions.yaml} tells apart, and compared with its row. A service's test, whole:
 *
 * <pre>{@code
 * @QuarkusTest
 * @WithTestResource(value = ServiceUnderTest.class,
 *     initArgs = {
 *       @ResourceArg(name = "log", value = "mandates"),
 *       @ResourceArg(name = "for", value = "access")
 *     })
 * class AccessTest extends AccessContract {
 *   AccessTest() {
 *     super("mandates");
 *   }
 * }
 * }</pre>
 *
 * <p>A new operation needs nothing here but its row. Where that says {@code outside: not-found}, or
 * a role has to be held where the thing lies, the test overrides {@link #known}, makes one such
 * thing in {@link #PLACE} and says its id: otherwise nothing would be found by anybody. A new part
 * of answers needs its row and a place in {@link #shown} where it shows.
 *
 * <p>Its service must know nobody else; the second argument, which no other test has, gives it one
 * of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AccessContract {
  /** The place that requests are about; the ids of its bodies are known by these names too. */
  protected static final String PLACE = Cast.place(Where.OWN).toString();

  protected static final String PRACTICE = Cast.practice(Where.OWN);
  protected static final String NETWORK = Cast.network(Where.OWN);
  protected static final String FEDERATION = Cast.federation(Where.OWN).toString();
  protected static final String COMMITTEE = Cast.committee(Where.OWN).toString();
  protected static final String GROUP = Cast.GROUP.toString();
  protected static final String TOPIC = Cast.TOPIC.toString();
  protected static final String ICB = Cast.ICB;
  protected static final String TRUST = Cast.TRUST;

  /** Who holds everything, who holds nothing, and who is nobody. */
  private static final String HOLDER = "nadia.velloso";

  private static final String MEMBER = "colm.ashgrove";
  private static final String STRANGER = "tamsin.orrell";
  private static final String LEAVER = "owen.tallant";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RunningStack stack = RunningStack.get();
  private final Asking asking = new Asking(stack);
  private final Matrix matrix = Matrix.read();
  private final List<Capacity> capacities = new ArrayList<>();
  private final Map<String, String> suspended = new HashMap<>();
  private String otherIcbs = "";
  private final Map<String, String> capacitiesNotHeld = new LinkedHashMap<>();
  private final String service;
  private List<Operation> operations = List.of();
  private List<Operation> ofNothing = List.of();
  private final List<Capacity> leaving = new ArrayList<>();
  private UUID leaver = new UUID(0, 0);
  private UUID holderId = new UUID(0, 0);
  private @Nullable ToldRegistry registry;

  /**
   * @param service the name of its document in contracts/openapi
   */
  protected AccessContract(String service) {
    this.service = service;
  }

  /**
   * Ids of what exists: by the name of a property or parameter ({@code placeId}), or by a path up
   * to a parameter ({@code /v1/mandates/{id}}). Make what they name with {@link #made}.
   */
  protected Map<String, String> known() {
    return Map.of();
  }

  /**
   * Where each part of the matrix shows in the service's answers, about what {@link #known} made.
   */
  protected List<Shown> shown() {
    return List.of();
  }

  /**
   * Called with whom the service is to know before it is asked anything, for one that asks the
   * registry who somebody is.
   *
   * @param me as {@code GET /v1/people/me} would answer this account
   */
  protected void introduced(String account, String me) {
    // A service with a directory hears it by itself.
  }

  /** The approved systems: that of the ICB, that of another, and that of a partner. */
  protected final List<String> systems() {
    return List.of("icb-client", clientOf(otherIcbs), "partner-client");
  }

  /** Waits until the service has heard as far as this, in the words of {@code X-Position}. */
  protected final void heard(String positions) {
    heard(positions, stack.token("icb-client"));
  }

  private void heard(String positions, String token) {
    Operation any = Operation.of(service, Map.of()).getFirst();
    await("the service has heard all of it")
        .atMost(PATIENCE)
        .until(() -> {
          Answered answer =
              asking.send(
                  any.at(Asking.origin()).header("X-Position", positions),
                  new Caller("any", token, new Kind.Nobody()));
          return !answer.problem().equals("not-registered")
              && !answer.headers().containsKey("x-position-behind");
        });
  }

  /** The person who holds every role there is. */
  protected final UUID holder() {
    return holderId;
  }

  /** What this test tells the service of the registry. */
  protected final ToldRegistry registry() {
    return Objects.requireNonNull(registry, "Nobody has told anything yet");
  }

  /**
   * Posts as somebody with this role in the place, until it is accepted.
   *
   * @return what the answer has under this name
   */
  protected final String made(String role, String path, String body, String field) {
    Capacity capacity =
        capacities.stream()
            .filter(each -> each.role().equals(role))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("Nobody is " + role));
    var poster = new Caller(role, stack.token(HOLDER), new Kind.Holder(capacity));
    Answered made =
        await(path + " is accepted")
            .atMost(PATIENCE)
            .until(
                () ->
                    asking.send(
                        HttpRequest.newBuilder(URI.create(Asking.origin() + path))
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body)),
                        poster),
                answer -> answer.status() < 300 || answer.status() == 400);
    assertThat(made.status()).as(made.body()).isLessThan(300);
    return made.field(field);
  }

  /** Posts as {@link #made}, and the answer has no body. */
  protected final void done(String role, String path, String body) {
    made(role, path, body, "");
  }

  @BeforeAll
  void who_is_who() {
    String suspendedToken = stack.tokenOfNewClient();
    String suspendedId = clientOf(suspendedToken);
    suspended.put("suspended system", suspendedToken);
    otherIcbs = stack.tokenOfNewClient();
    var told = ToldRegistry.on(setting("onevoice.directory.topic"));
    registry = told;
    Cast.told(told);
    UUID holder = told.person(HOLDER);
    holderId = holder;
    capacities.addAll(Cast.appointed(told, holder, matrix.roles()));
    UUID ended = told.appoint(holder, "LMC_OFFICER", COMMITTEE);
    told.end(holder, ended, LocalDate.of(2021, 4, 1));
    capacitiesNotHeld.put("in a capacity that has ended", ended.toString());
    capacitiesNotHeld.put("in a capacity that is none", "chair");
    UUID member = told.person(MEMBER);
    told.client("icb-client", Cast.ICB, "ICB");
    told.client("partner-client", Cast.TRUST, "PARTNER");
    told.client(clientOf(otherIcbs), Cast.OTHER_ICB, "ICB");
    told.suspendedClient(suspendedId, Cast.TRUST, "PARTNER");
    leaver = told.person(LEAVER);
    leaving.addAll(Cast.appointed(told, leaver, matrix.roles()));
    introduced(HOLDER, Cast.me(holder, capacities));
    introduced(MEMBER, Cast.me(member, List.of()));
    introduced(LEAVER, Cast.me(leaver, leaving));
    String positions = told.positions();
    heard(positions, stack.token("icb-client"));
    heard(positions, stack.token(HOLDER));
    heard(positions, stack.token(LEAVER));
    var known = new HashMap<String, String>();
    known.put("placeId", PLACE);
    known.put("practiceId", PRACTICE);
    known.put("odsCode", Cast.ICB);
    known.putAll(known());
    operations = Operation.of(service, known);
    ofNothing = Operation.of(service, Map.of());
  }

  @AfterAll
  void all_is_told() {
    registry().close();
  }

  @Test
  void everybody_is_answered_as_the_matrix_says() {
    List<Caller> callers = callers();
    var table = new StringBuilder();
    for (int i = 0; i < callers.size(); i++) {
      table.append("%3d  %s%n".formatted(i + 1, callers.get(i).name()));
    }
    var differences = new ArrayList<String>();
    var hidden = new TreeMap<String, Map<String, String>>();
    for (Operation operation : operations) {
      Matrix.Row row = matrix.row(operation.id()).orElseThrow();
      table.append("%-28s".formatted(operation.id()));
      for (Caller caller : callers) {
        Answer expected = caller.expected(row);
        Answered answered = asking.call(operation, caller);
        boolean fits = Caller.fits(expected, row, answered.status(), answered.problem());
        table.append(fits ? " " : "!").append(answered.status());
        if (!fits) {
          differences.add(
              "%s by %s: expected %s, was %d %s"
                  .formatted(
                      operation,
                      caller.name(),
                      expected.equals(Answer.LET_IN) ? "to be let in" : expected,
                      answered.status(),
                      answered.problem()));
        }
        if (answered.status() == 404) {
          hidden
              .computeIfAbsent(operation.problems(), _ -> new TreeMap<>())
              .put(answered.withoutCorrelation(), operation + " by " + caller.name());
        }
      }
      table.append(System.lineSeparator());
    }
    for (Operation operation : ofNothing) {
      Answered answered = asking.call(operation, callers.getLast());
      if (answered.status() == 404) {
        hidden
            .computeIfAbsent(operation.problems(), _ -> new TreeMap<>())
            .put(answered.withoutCorrelation(), operation + ", which is not there");
      }
    }
    System.out.printf("%nWho may do what: %s%n%s%n", service, table);
    assertThat(differences).as(table.toString()).isEmpty();
    // "Not there" and "not for you" cannot be told apart.
    assertThat(hidden.values())
        .as("different ways to say that nothing is there")
        .allSatisfy(ways -> assertThat(ways).hasSizeLessThan(2));
  }

  @Test
  void everybody_is_shown_the_parts_of_answers_that_the_matrix_says() {
    var proven = new TreeSet<String>();
    var differences = new ArrayList<String>();
    var table = new StringBuilder();
    List<Caller> callers = callers();
    // Each is asked once for all parts of an answer: a read is told the same again.
    var answers = new HashMap<List<Object>, Answered>();
    for (Shown shown : shown()) {
      Operation operation =
          operations.stream()
              .filter(each -> each.id().equals(shown.operation()))
              .findFirst()
              .orElseThrow()
              .about(shown.path());
      Matrix.Row row = matrix.row(operation.id()).orElseThrow();
      table.append("%-60s ".formatted(shown.operation() + " " + shown.pointer()));
      boolean somebody = false;
      for (Caller caller : callers) {
        boolean expected =
            caller.expected(row).equals(Answer.LET_IN)
                && shown.ways().stream()
                    .anyMatch(way -> way.stream().allMatch(part -> caller.sees(matrix.part(part))));
        boolean is =
            answers
                .computeIfAbsent(
                    List.of(operation.id(), operation.path(), caller),
                    _ -> asking.call(operation, caller))
                .shows(shown);
        table.append(is ? '+' : '-').append(is == expected ? "" : "!");
        somebody |= is;
        if (is != expected) {
          differences.add(
              "%s of %s to %s: expected %s, was %s"
                  .formatted(
                      shown.pointer(),
                      operation,
                      caller.name(),
                      expected ? "shown" : "withheld",
                      is ? "shown" : "withheld"));
        }
      }
      table.append(System.lineSeparator());
      if (somebody) {
        shown.ways().forEach(proven::addAll);
      }
    }
    System.out.printf("%nWho sees what: %s%n%s%n", service, table);
    assertThat(differences).as(table.toString()).isEmpty();
    assertThat(proven)
        .as("add to shown() where these parts show, about something that has them")
        .containsAll(matrix.partsOf(service));
  }

  @Test
  void a_role_that_has_ended_counts_no_more_however_good_the_token_is() {
    Operation operation =
        operations.stream()
            .filter(each -> !matrix.row(each.id()).orElseThrow().anyPerson())
            .filter(each -> each.isWrite())
            .findFirst()
            .orElse(null);
    if (operation == null) {
      // A service that writes nothing: whoever is known may ask, and nothing is lost with a role.
      assertThat(operations).noneMatch(Operation::isWrite);
      return;
    }
    Matrix.Row row = matrix.row(operation.id()).orElseThrow();
    for (Capacity capacity : leaving) {
      var caller = new Caller("leaver", stack.token(LEAVER), new Kind.Holder(capacity));
      Answer expected = caller.expected(row);
      if (expected.equals(Answer.LET_IN)) {
        Answered before = asking.call(operation, caller);
        assertThat(Caller.fits(expected, row, before.status(), before.problem()))
            .as(before.toString())
            .isTrue();
        registry().end(leaver, capacity.holding(), LocalDate.of(2021, 4, 1));
        await("the end of the role is known")
            .atMost(PATIENCE)
            .until(() -> asking.call(operation, caller).problem().equals("capacity-not-held"));
      }
    }
    var whole = new Caller("leaver", stack.token(LEAVER), new Kind.Nobody());
    await("without any of them, nothing is left")
        .atMost(PATIENCE)
        .until(() -> asking.call(operation, whole).status() == 403);
  }

  @Test
  void no_operation_of_the_document_is_left_out() {
    assertThat(operations).isNotEmpty().hasSize(Math.toIntExact(Operation.countOf(service)));
    assertThat(operations).extracting(Operation::id).doesNotHaveDuplicates();
    assertThat(operations).extracting(Operation::path).noneMatch(path -> path.contains("{"));
    assertThat(operations)
        .as("operations without a row in permissions.yaml")
        .allMatch(operation -> matrix.row(operation.id()).isPresent());
    assertThat(operations)
        .as("add something that exists to known(): in these rows nobody would find anything")
        .filteredOn(
            operation -> matrix.row(operation.id()).orElseThrow().outside().equals("not-found"))
        .allSatisfy(operation -> assertThat(operation.missing()).isEmpty());
  }

  private List<Caller> callers() {
    var callers = new ArrayList<Caller>();
    var without = new LinkedHashMap<String, @Nullable String>();
    without.put("no token", null);
    without.put("expired token", stack.expiredToken());
    without.put("token of another realm", stack.foreignToken());
    without.put("token for another audience", stack.tokenForAnotherAudience());
    Forgeries.of(asking.tokenOf(HOLDER))
        .forEach((what, token) -> without.put("forged token: " + what, token));
    without.forEach((what, token) ->
        callers.add(new Caller(what, token, new Kind.Refused(Answer.NOT_SIGNED_IN))));
    assertThat(callers).hasSize(9);
    callers.add(new Caller("not registered", asking.tokenOf(STRANGER), new Kind.Newcomer()));
    suspended.forEach((what, token) ->
        callers.add(new Caller(what, token, new Kind.Refused(Answer.NOT_APPROVED))));
    callers.add(
        new Caller(
            "system of the ICB", asking.tokenOf("icb-client"), new Kind.System("ICB", Where.OWN)));
    callers.add(
        new Caller("system of another ICB", otherIcbs, new Kind.System("ICB", Where.OTHER_ICS)));
    callers.add(
        new Caller(
            "system of a partner",
            asking.tokenOf("partner-client"),
            new Kind.System("PARTNER", Where.NOWHERE)));
    capacitiesNotHeld.forEach((what, value) ->
        callers.add(
            new Caller(
                what, asking.tokenOf(HOLDER), new Kind.Refused(Answer.CAPACITY_NOT_HELD, value))));
    String anothers = capacities.getFirst().holding().toString();
    for (String other : List.of("icb-client", MEMBER)) {
      callers.add(
          new Caller(
              other + " in the capacity of somebody else",
              asking.tokenOf(other),
              new Kind.Refused(Answer.CAPACITY_NOT_HELD, anothers)));
    }
    callers.add(
        new Caller("registered, without a role", asking.tokenOf(MEMBER), new Kind.Nobody()));
    for (Capacity capacity : capacities) {
      callers.add(
          new Caller(
              capacity.role() + " " + capacity.where(),
              asking.tokenOf(HOLDER),
              new Kind.Holder(capacity)));
    }
    return callers;
  }

  private static String clientOf(String token) {
    return Answered.field(
        new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8),
        "azp");
  }

  private static String setting(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }
}
