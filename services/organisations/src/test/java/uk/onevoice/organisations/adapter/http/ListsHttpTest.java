package uk.onevoice.organisations.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** Topics and forums of an ICS, over HTTP. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = {
      @ResourceArg(name = "log", value = "organisations"),
      // Each has practices of its own, whose codes begin with a letter of its own.
      @ResourceArg(name = "for", value = "one-each")
    })
@WithTestResource(AdministratorOfTests.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsHttpTest {
  private static final String ICS = "GQA";
  private static final String NOWHERE = "/v1/topics/00000000-0000-7000-8000-000000000001";

  @Inject DataSource database;

  private boolean open;
  private String place = "";

  /** Once: a country, a place of the ICS with a practice, and a federation with that practice. */
  @BeforeEach
  void an_ics_with_leaders() throws Exception {
    if (open) {
      return;
    }
    open = true;
    Office.open();
    Office.takeOneEach();
    place =
        Office.keeper()
            .created(
                "/v1/organisations/places",
                "{\"icsId\":\"GQA\",\"name\":\"Marl Valley\",\"start\":\"2026-04-02\"}",
                "placeId");
    var federation =
        Office.keeper()
            .created(
                "/v1/organisations",
                "{\"kind\":\"FEDERATION\",\"name\":\"Marl GP\",\"start\":\"2022-01-01\"}",
                "organisationId");
    var elsewhere =
        Office.keeper()
            .created(
                "/v1/organisations",
                "{\"kind\":\"FEDERATION\",\"name\":\"Far GP\",\"start\":\"2022-01-01\"}",
                "organisationId");
    ok(
        200,
        Office.keeper()
            .post(
                "/v1/organisations/places/" + place + "/practices",
                "{\"practiceIds\":[\"G81003\"],\"start\":\"2026-04-02\"}"));
    ok(
        200,
        Office.keeper()
            .post(
                "/v1/organisations/" + federation + "/members",
                "{\"memberIds\":[\"G81003\"],\"kind\":\"FEDERATION\",\"start\":\"2026-04-02\"}"));
    Office.register("colm.ashgrove", support(federation));
    Office.register("tamsin.orrell", support(elsewhere));
    Office.register("femi.larkspur", "");
    await("the leader is known with a place")
        .atMost(Office.PATIENCE)
        .until(() ->
            leader().post(NOWHERE + "/reinstatement", "{}").statusCode() == 404
                && leader().post("/v1/topics", topic("Social prescribing")).statusCode() == 201);
  }

  private static String support(String body) {
    return "{\"role\":\"LEADERSHIP_GROUP_SUPPORT\",\"organisationId\":\"%s\",\"start\":\"2026-01-01\"}"
        .formatted(body);
  }

  private static Caller leader() {
    return Caller.as("colm.ashgrove");
  }

  private static String topic(String label) {
    return "{\"icsId\":\"GQA\",\"label\":\"%s\",\"start\":\"2026-04-02\"}".formatted(label);
  }

  @Test
  void a_topic_is_defined_renamed_merged_and_taken_back_with_its_history() {
    var care = leader().created("/v1/topics", topic("Community services"), "topicId");
    var nursing = leader().created("/v1/topics", topic("District nursing"), "topicId");
    ok(
        204,
        leader()
            .post(
                "/v1/topics/" + care + "/names",
                "{\"label\":\"Neighbourhood care\",\"from\":\"2026-06-01\"}"));
    ok(
        204,
        leader()
            .post(
                "/v1/topics/" + nursing + "/merging",
                "{\"into\":\"%s\",\"on\":\"2026-07-01\"}".formatted(care)));

    var then = read("/v1/topics/" + care + "?asOf=2026-05-31");
    assertThat(then.<String>path("label")).isEqualTo("Community services");
    assertThat(then.<String>path("labelNow")).isEqualTo("Neighbourhood care");
    assertThat(then.jsonPath().<String>getList("history.type"))
        .containsExactly("TopicDefined", "TopicRenamed");
    assertThat(then.<String>path("history[0].actingFor")).isNotNull();
    assertThat(then.<String>path("history[0].personId")).isNotNull();
    assertThat(then.<String>path("history[0].byName")).as("oneself").isEqualTo("colm.ashgrove");
    assertThat(
            Caller.as("tamsin.orrell").get("/v1/topics/" + care).<String>path("history[0].byName"))
        .as("who does not wish to be found")
        .isNull();
    assertThat(Office.keeper().get("/v1/topics/" + care).<String>path("history[0].byName"))
        .isEqualTo("colm.ashgrove");
    assertThat(then.header("ETag")).matches("\"\\d+\"");
    var merged = read("/v1/topics/" + nursing);
    assertThat(merged.<String>path("state")).isEqualTo("MERGED");
    assertThat(merged.<String>path("resolvesTo")).isEqualTo(care);
    assertThat(read("/v1/topics/" + nursing + "?asOf=2026-06-30").<String>path("resolvesTo"))
        .isEqualTo(nursing);

    ok(204, leader().post("/v1/topics/" + nursing + "/reinstatement", "{}"));
    assertThat(read("/v1/topics/" + nursing).<String>path("state")).isEqualTo("IN_USE");
    problem(leader().post("/v1/topics/" + nursing + "/reinstatement", "{}"), 409, "entry-in-use");
  }

  @Test
  void a_split_topic_says_of_which_one_is_meant() {
    var urgent = leader().created("/v1/topics", topic("Urgent care"), "topicId");
    ok(
        204,
        leader()
            .post(
                "/v1/topics/" + urgent + "/splitting",
                "{\"into\":[\"Urgent care\",\"Out of hours\"],\"on\":\"2026-06-01\"}"));

    var split = read("/v1/topics/" + urgent);
    assertThat(split.<String>path("state")).isEqualTo("SPLIT");
    assertThat(split.jsonPath().getList("candidates")).hasSize(2);
    assertThat(labels("&includeRetired=true")).contains("Urgent care", "Out of hours");
    problem(
        leader()
            .post(
                "/v1/topics/" + urgent + "/splitting",
                "{\"into\":[\"Only one\",\"And two\"],\"on\":\"2026-06-01\"}"),
        409,
        "entry-not-in-use");
    var fresh = leader().created("/v1/topics", topic("Dentistry"), "topicId");
    problem(
        leader()
            .post(
                "/v1/topics/" + fresh + "/splitting",
                "{\"into\":[\"Teeth\"],\"on\":\"2026-06-01\"}"),
        422,
        "too-few-parts");
  }

  @Test
  void of_many_who_define_the_same_topic_at_once_one_wins() throws Exception {
    List<Callable<Integer>> calls =
        java.util.Collections.nCopies(
            8, () -> leader().post("/v1/topics", topic("Digital")).statusCode());
    try (var threads = Executors.newFixedThreadPool(8)) {
      var answers = threads.invokeAll(calls).stream().map(future -> future.resultNow()).toList();
      assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
      assertThat(answers).filteredOn(status -> status == 409).hasSize(7);
    }
  }

  @Test
  void lists_come_in_pages_in_the_order_that_is_asked_for() {
    leader().created("/v1/topics", topic("Zoonoses"), "topicId");
    leader().created("/v1/topics", topic("Asthma"), "topicId");
    var retired = leader().created("/v1/topics", topic("Midwifery"), "topicId");
    ok(204, leader().post("/v1/topics/" + retired + "/retirement", "{\"on\":\"2026-06-01\"}"));

    assertThat(labels("&sort=-label")).startsWith("Zoonoses").doesNotContain("Midwifery");
    assertThat(labels("&asOf=2026-05-31")).contains("Midwifery");
    assertThat(labels("&includeRetired=true")).contains("Midwifery");
    assertThat(labels("&asOf=2026-04-01")).isEmpty();
    var first = read("/v1/topics?icsId=GQA&limit=1");
    assertThat(first.jsonPath().<String>getList("items.label")).containsExactly("Asthma");
    assertThat(labels("&after=" + first.path("next")))
        .doesNotContain("Asthma")
        .contains("Zoonoses");
    problem(leader().get("/v1/topics"), 400, "invalid-request");
    problem(leader().get("/v1/topics?icsId=GQA&sort=mood"), 400, "invalid-request");
    problem(leader().get("/v1/topics?icsId=GQA&after=x"), 400, "invalid-request");
    problem(leader().get("/v1/topics?icsId=GQA&asOf=June"), 400, "invalid-request");
  }

  @Test
  void a_forum_says_what_it_decides_and_its_words_are_in_no_event() throws Exception {
    var decides = leader().created("/v1/topics", topic("Estates"), "topicId");
    var words = "Canary: spends the estates money of the valley";
    var body =
        """
        {"icsId":"GQA","label":"Valley board","start":"2026-04-02","level":"PLACE_BOARD",
         "ownerId":"GQA","placeIds":["%s"],"topicIds":["%s"],"remit":"%s"}\
        """
            .formatted(place, decides, words);
    var forum = leader().created("/v1/forums", body, "forumId");

    var told = read("/v1/forums/" + forum);
    assertThat(told.<String>path("remit")).isEqualTo(words);
    assertThat(told.<String>path("level")).isEqualTo("PLACE_BOARD");
    assertThat(told.jsonPath().<String>getList("placeIds")).containsExactly(place);
    assertThat(
            read("/v1/forums?icsId=GQA&placeId=" + place).jsonPath().<String>getList("items.label"))
        .contains("Valley board");
    assertThat(
            read("/v1/forums?icsId=GQA&placeId=" + UUID.randomUUID())
                .jsonPath()
                .<String>getList("items.label"))
        .doesNotContain("Valley board");
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select count(*) from event where payload::text like '%Canary%'")) {
      rows.next();
      assertThat(rows.getInt(1)).isZero();
    }

    ok(
        204,
        leader()
            .post(
                "/v1/forums/" + forum + "/revision",
                "{\"level\":\"ICB_COMMITTEE\",\"topicIds\":[\"%s\"]}".formatted(decides)));
    var revised = read("/v1/forums/" + forum);
    assertThat(revised.<Object>path("remit")).isNull();
    assertThat(revised.jsonPath().getList("placeIds")).isEmpty();
    problem(leader().post("/v1/forums", body), 409, "label-taken");
    problem(
        leader()
            .post(
                "/v1/forums/" + forum + "/revision",
                "{\"level\":\"OTHER\",\"placeIds\":[\"%s\"]}".formatted(UUID.randomUUID())),
        422,
        "place-of-another-ics");
    problem(
        leader()
            .post("/v1/forums/" + forum + "/revision", "{\"level\":\"OTHER\",\"placeIds\":[null]}"),
        400,
        "invalid-request");
  }

  @Test
  void forums_are_renamed_merged_split_closed_and_reopened() {
    var one = forum("Care board");
    var other = forum("Discharge group");
    ok(
        204,
        leader()
            .post(
                "/v1/forums/" + one + "/names",
                "{\"label\":\"Care partnership\",\"from\":\"2026-06-01\"}"));
    ok(
        204,
        leader()
            .post(
                "/v1/forums/" + other + "/merging",
                "{\"into\":\"%s\",\"on\":\"2026-06-01\"}".formatted(one)));
    assertThat(read("/v1/forums/" + other).<String>path("resolvesTo")).isEqualTo(one);
    ok(204, leader().post("/v1/forums/" + other + "/reopening", "{}"));
    ok(204, leader().post("/v1/forums/" + other + "/closing", "{\"on\":\"2026-06-01\"}"));
    assertThat(read("/v1/forums/" + other).<String>path("state")).isEqualTo("RETIRED");
    ok(
        204,
        leader()
            .post(
                "/v1/forums/" + one + "/splitting",
                "{\"into\":[\"Care north\",\"Care south\"],\"on\":\"2026-07-01\"}"));
    assertThat(
            Office.keeper().get("/v1/forums/" + one).jsonPath().<String>getList("history.byName"))
        .isNotEmpty()
        .containsOnly("colm.ashgrove");
    assertThat(read("/v1/forums/" + one).jsonPath().<String>getList("history.type"))
        .containsExactly("ForumRegistered", "ForumRenamed", "ForumSplit");
  }

  @Test
  void only_leaders_of_the_ics_and_the_keeper_change_its_lists() {
    var topic = leader().created("/v1/topics", topic("Palliative care"), "topicId");
    for (var path : List.of("/v1/topics", "/v1/forums")) {
      var body = path.equals("/v1/topics") ? topic("Mine") : forumBody("Mine");
      problem(Caller.as("tamsin.orrell").post(path, body), 403, "not-allowed");
      problem(Caller.as("femi.larkspur").post(path, body), 403, "not-allowed");
      problem(Caller.nobody().post(path, body), 401, "not-signed-in");
    }
    problem(
        Caller.as("tamsin.orrell")
            .post("/v1/topics/" + topic + "/retirement", "{\"on\":\"2026-06-01\"}"),
        403,
        "not-allowed");
    ok(200, Caller.as("femi.larkspur").get("/v1/topics/" + topic));
    ok(200, Caller.as("femi.larkspur").get("/v1/forums?icsId=GQA"));
    assertThat(Office.keeper().post("/v1/topics", topic("Of the keeper")).statusCode())
        .isEqualTo(201);
    problem(
        Office.keeper().post("/v1/topics", topic("Nowhere").replace("GQA", "G81003")),
        422,
        "not-an-icb");
    problem(leader().get(NOWHERE), 404, "not-found");
  }

  @Test
  void whoever_saw_an_older_list_is_told() {
    var topic = leader().created("/v1/topics", topic("Frailty"), "topicId");
    var etag = read("/v1/topics/" + topic).header("ETag");
    leader().created("/v1/topics", topic("Falls"), "topicId");
    var late =
        leader()
            .request()
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("If-Match", etag)
            .contentType("application/json")
            .body("{\"on\":\"2026-06-01\"}")
            .post("/v1/topics/" + topic + "/retirement");
    problem(late, 412, "stream-moved");
  }

  private static String forum(String label) {
    return leader().created("/v1/forums", forumBody(label), "forumId");
  }

  private static String forumBody(String label) {
    return "{\"icsId\":\"%s\",\"label\":\"%s\",\"start\":\"2026-04-02\",\"level\":\"OTHER\"}"
        .formatted(ICS, label);
  }

  private static List<String> labels(String query) {
    return read("/v1/topics?icsId=GQA" + query).jsonPath().getList("items.label");
  }

  private static Response read(String path) {
    return ok(200, leader().get(path));
  }

  private static Response ok(int status, Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    return answer;
  }

  private static void problem(Response answer, int status, String type) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.jsonPath().<String, Object>getMap(""))
        .containsEntry("type", "https://onevoice.example/problems/" + type)
        .containsAllEntriesOf(Map.of("status", status));
  }
}
