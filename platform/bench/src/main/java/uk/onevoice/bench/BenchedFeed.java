package uk.onevoice.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/**
 * The feed service of a stack, with a log that is filled straight in its database, and one system
 * that may hear it: what is measured is how events get out.
 */
final class BenchedFeed implements AutoCloseable {
  private static final String CLIENT = "partner-client";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final OwnStack stack;
  private final Connection database;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  BenchedFeed(OwnStack stack) throws SQLException, IOException, InterruptedException {
    this.stack = stack;
    this.database = connect();
    Ground.execute(
        database,
        """
        insert into directory_client (client_id, organisation_id, kind, state)
        values ('%1$s', 'BENCH', 'PARTNER', 'APPROVED')
        on conflict (client_id) do update set state = 'APPROVED';
        insert into feed_approval (client_id, body_id, since) values ('%1$s', 'bench', now())
        on conflict do nothing;
        update feed_reader_changes set count = count + 1\
        """
            .formatted(CLIENT));
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (get("/v1/feed/events?limit=1").statusCode() != 200) {
      if (System.nanoTime() > end) {
        throw new IOException("The feed does not let its reader in.");
      }
      Thread.sleep(100);
    }
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        stack.jdbcUrl("feeds"), "postgres", stack.superuserPassword());
  }

  /** The last position of the log. */
  long head() throws SQLException {
    try (PreparedStatement select = database.prepareStatement("select position from feed_head");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * Adds events in one commit, as the service does, turn by turn of so many places.
   *
   * @param name what the places' names begin with
   */
  synchronized void add(int events, int places, String name) throws SQLException {
    Ground.execute(
        database,
        """
        with head as (select position from feed_head for update),
        added as (
          insert into feed_event (position, id, recorded_at, type, subject, "time", dataref, place,
            topic, ics, everyone, organisations, heard_at)
          select head.position + n, gen_random_uuid(), now(), 'place-changed-1',
            '%3$s' || n %% %2$d, now(), '/v1/places/%3$s' || n %% %2$d, '%3$s' || n %% %2$d,
            null, 'QWO', true, '{}', now()
          from head, generate_series(1, %1$d) n returning position)
        update feed_head set position = (select max(position) from added), heard_at = now()\
        """
            .formatted(events, places, name));
  }

  /** As the reader asks. */
  HttpResponse<String> get(String address) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(stack.service("feeds") + address))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + stack.token(CLIENT))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** Has an address rung with all that the reader may hear from now on. */
  void rings(URI address) throws IOException, InterruptedException {
    var made = post("/v1/subscriptions", "{\"url\": \"%s\"}".formatted(address), 201);
    String location =
        made.headers()
            .firstValue("Location")
            .orElseThrow(() -> new IOException("A subscription is nowhere."));
    post(URI.create(location).getPath() + "/verification", "", 204);
  }

  private HttpResponse<String> post(String address, String body, int expected)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(stack.service("feeds") + address))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + stack.token(CLIENT))
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != expected) {
      throw new IOException(address + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer;
  }

  /** The address of what comes behind a batch. */
  static String next(HttpResponse<String> batch) throws IOException {
    String link =
        batch
            .headers()
            .firstValue("Link")
            .orElseThrow(() -> new IOException("answered " + batch.statusCode()));
    return link.substring(1, link.indexOf('>'));
  }

  /** How many events a batch has. */
  static int events(HttpResponse<String> batch) {
    int found = 0;
    String mark = "\"specversion\"";
    for (int at = batch.body().indexOf(mark); at >= 0; at = batch.body().indexOf(mark, at + 1)) {
      found++;
    }
    return found;
  }

  @Override
  public void close() throws SQLException {
    http.close();
    database.close();
  }
}
