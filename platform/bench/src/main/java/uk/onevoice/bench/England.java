package uk.onevoice.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import uk.onevoice.eventstore.postgres.Database;

/**
 * A stack whose views answer from facts of England's size and five years, and somebody who sees all
 * of every ICS. The facts are put beside those of the demonstration, as the projection would have
 * written them.
 */
final class England implements AutoCloseable {
  static final int ICBS = 36;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String LEADER = "nadia.velloso";

  private final OwnStack stack = new OwnStack();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  England() throws IOException, InterruptedException, SQLException {
    try {
      fill(federation());
    } catch (IOException | InterruptedException | SQLException | RuntimeException failed) {
      stack.close();
      throw failed;
    }
  }

  static String icb(int number) {
    return "Q%02d".formatted(number);
  }

  /** A connection to the PostgreSQL that the views are answered from; whoever asks closes it. */
  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        stack.jdbcUrl(database), "postgres", stack.superuserPassword());
  }

  /** The address of one of its databases, for the superuser. */
  Database database(String name) {
    return new Database(stack.jdbcUrl(name), "postgres", stack.superuserPassword());
  }

  /** The bytes of a view, straight from the projection. */
  byte[] view(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(stack.service("projection") + path))
                .header("Authorization", "Bearer " + stack.token(LEADER))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(path + " was answered " + answer.statusCode());
    }
    return answer.body();
  }

  private String federation() throws IOException, InterruptedException {
    HttpResponse<String> me =
        http.send(
            HttpRequest.newBuilder(URI.create(stack.origin() + "/v1/people/me"))
                .header("Authorization", "Bearer " + stack.token(LEADER))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    for (JsonNode holding : JSON.readTree(me.body()).path("roleHoldings")) {
      if (holding.path("role").asText().equals("FEDERATION_LEAD")) {
        return holding.path("organisationId").asText();
      }
    }
    throw new IOException(LEADER + " leads no federation.");
  }

  private void fill(String federation) throws IOException, SQLException {
    try (Connection connection = connect("projection");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set local search_path to \"" + served(statement) + "\", public");
      statement.execute(script("facts.sql"));
      statement.execute(script("leader.sql").replace(":federation", "'" + federation + "'"));
      connection.commit();
      connection.setAutoCommit(true);
      // What the server does by itself sooner or later.
      statement.execute("vacuum analyze");
    }
  }

  private static String served(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("select name from read_models.version where state = 'SERVED'")) {
      row.next();
      return row.getString(1);
    }
  }

  private static String script(String name) throws IOException {
    try (InputStream script = England.class.getResourceAsStream("/england/" + name)) {
      if (script == null) {
        throw new IOException("No script " + name);
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    stack.close();
  }
}
