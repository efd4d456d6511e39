package uk.onevoice.testkit.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningStackTest {
  private static final RunningStack STACK = RunningStack.get();

  @Test
  void a_test_module_has_a_database_that_another_modules_role_cannot_enter() throws Exception {
    var mine = STACK.createDatabase("mine");
    var theirs = STACK.createDatabase("theirs");
    try (var connection = mine.connect();
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE note (text text)");
    }
    var intruder = new Database(mine.name(), mine.url(), theirs.username(), theirs.password());
    assertThatThrownBy(intruder::connect).isInstanceOf(SQLException.class);
    STACK.dropDatabase(mine);
    STACK.dropDatabase(theirs);
    assertThatThrownBy(mine::connect).isInstanceOf(SQLException.class);
  }

  @Test
  void a_copy_of_a_database_has_what_is_in_it_and_is_apart_from_it() throws Exception {
    var model = STACK.createDatabase("model");
    execute(model, "CREATE TABLE note (text text)");
    var copy = STACK.copyDatabase(model);
    execute(copy, "INSERT INTO note VALUES ('only here')");
    try (var connection = model.connect();
        var statement = connection.createStatement();
        var notes = statement.executeQuery("SELECT text FROM note")) {
      assertThat(notes.next()).isFalse();
    }
    STACK.dropDatabase(copy);
    assertThatThrownBy(copy::connect).isInstanceOf(SQLException.class);
    STACK.dropDatabase(model);
    assertThatThrownBy(model::connect).isInstanceOf(SQLException.class);
  }

  private static void execute(Database database, String sql) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void topics_of_two_modules_never_meet() throws Exception {
    var first = STACK.createTopics("mandates.events").get("mandates.events");
    var second = STACK.createTopics("mandates.events").get("mandates.events");
    assertThat(first).isNotEqualTo(second);
    try (var admin = STACK.kafkaAdmin()) {
      var described = admin.describeTopics(List.of(first)).allTopicNames().get().get(first);
      assertThat(described.partitions()).hasSize(12);
    }
    STACK.deleteTopics(List.of(first, second));
  }

  @Test
  void a_person_and_a_client_get_tokens_for_the_api() {
    assertThat(claims(STACK.token("nadia.velloso")))
        .contains("\"aud\":\"onevoice-api\"")
        .contains("\"sub\":\"0a000000-0000-4000-8000-000000000002\"")
        .contains("\"iss\":\"" + STACK.issuer() + "\"");
    assertThat(claims(STACK.token("icb-client")))
        .contains("\"aud\":\"onevoice-api\"")
        .contains("\"azp\":\"icb-client\"");
  }

  @Test
  void a_foreign_token_is_of_another_issuer() {
    assertThat(claims(STACK.foreignToken()))
        .contains("/realms/master")
        .doesNotContain("onevoice-api");
  }

  @Test
  void an_expired_token_is_right_in_everything_but_its_time() {
    String claims = claims(STACK.expiredToken());
    assertThat(claims)
        .contains("\"onevoice-api\"")
        .contains("\"iss\":\"" + STACK.issuer() + "\"")
        .contains("\"typ\":\"Bearer\"");
    long end = Long.parseLong(claims.replaceAll(".*\"exp\":(\\d+).*", "$1"));
    assertThat(Instant.ofEpochSecond(end)).isBefore(Instant.now());
  }

  private static String claims(String token) {
    return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
  }
}
