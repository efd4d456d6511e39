package uk.onevoice.web.api;

import io.quarkus.oidc.AccessTokenCredential;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The public APIs as the signed-in person may use them, for one request: the person's own token,
 * the role they have chosen, and what they have written before.
 */
@RequestScoped
public class Api {
  private static final int MARK_BYTES = 8;
  private static final int MOST_PAGES = 10;

  private final Calls calls;
  private final AccessTokenCredential token;
  private final Own own;
  private final UpToDate upToDate;
  private @Nullable String actingAs;

  Api(Calls calls, AccessTokenCredential token, Own own, UpToDate upToDate) {
    this.calls = calls;
    this.token = token;
    this.own = own;
    this.upToDate = upToDate;
  }

  /** From now on every call says in which role it is made. */
  public void actAs(String roleHoldingId) {
    actingAs = roleHoldingId;
  }

  public <T> T get(String path, Class<T> type) {
    HttpResponse<byte[]> answer = calls.answer(read(path));
    remember(answer);
    upToDate.hear(answer);
    return calls.read(answer, type);
  }

  /** The same where it may not be for this reader, which looks as if it were not there. */
  public <T> Optional<T> find(String path, Class<T> type) {
    return ifThere(() -> get(path, type));
  }

  public <T> Optional<Answered<T>> findVersioned(String path, Class<T> type) {
    return ifThere(() -> getVersioned(path, type));
  }

  /** What is read; nothing where it is not there for this reader. */
  public static <T> Optional<T> ifThere(Supplier<T> read) {
    try {
      return Optional.of(read.get());
    } catch (ApiProblem refused) {
      int status = refused.problem().status();
      if (status == 403 || status == 404) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  /**
   * A list to its end, or its first ten parts: what is longer needs a page of its own.
   *
   * @param path with a query that says how long a part is; the cursor is added to it
   */
  public <L, T> List<T> all(
      String path, Class<L> type, Function<L, List<T>> items, Function<L, @Nullable String> next) {
    List<T> all = new ArrayList<>();
    String after = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      L list = get(path + after, type);
      all.addAll(items.apply(list));
      String cursor = next.apply(list);
      if (cursor == null) {
        break;
      }
      after = "&after=" + Segment.of(cursor);
    }
    return all;
  }

  public <T> Answered<T> getVersioned(String path, Class<T> type) {
    HttpResponse<byte[]> answer = calls.answer(read(path));
    upToDate.hear(answer);
    return new Answered<>(
        calls.read(answer, type), answer.headers().firstValue("ETag").orElse(null));
  }

  /** Asks with what no address may hold, such as a name; nothing is written by that. */
  public <T> T ask(String path, Object body, Class<T> type) {
    HttpResponse<byte[]> answer =
        calls.answer(
            upToDate(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(calls.json(body)))
                .build());
    return calls.read(answer, type);
  }

  /**
   * Sends a command.
   *
   * @param key drawn when the form was made, so that a form sent twice acts once
   * @param etag what the form was made from, if it was made from something
   */
  public Reached post(String path, Object body, String key, @Nullable String etag) {
    byte[] json = calls.json(body);
    HttpRequest.Builder request =
        authorised(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key + "-" + mark(path, json))
            .POST(HttpRequest.BodyPublishers.ofByteArray(json));
    if (etag != null && !etag.isBlank()) {
      request.header("If-Match", etag);
    }
    return reached(calls.answer(request.build()));
  }

  /**
   * A page can hold several forms with one key, and a form that is sent again can hold another
   * answer: each is a request of its own, and only the very same one is a repeat.
   */
  private static String mark(String path, byte[] json) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(path.getBytes(StandardCharsets.UTF_8));
      digest.update(json);
      return HexFormat.of().formatHex(digest.digest(), 0, MARK_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /**
   * A file and what the API says of it.
   *
   * @param disposition under which name it is kept
   */
  public record Fetched(byte[] content, String type, String disposition) {}

  /** A file that is handed on as it is. */
  public Fetched fetch(String path) {
    HttpResponse<byte[]> answer =
        calls.answer(upToDate(path).setHeader("Accept", "*/*").GET().build());
    return new Fetched(
        answer.body(),
        answer.headers().firstValue("Content-Type").orElse("application/octet-stream"),
        answer.headers().firstValue("Content-Disposition").orElse("attachment"));
  }

  /**
   * Events that an API sends as they happen; whoever asks closes them.
   *
   * @param lastSeen the last one that the reader has had; null for one who has had none
   */
  public InputStream events(String path, @Nullable String lastSeen) {
    HttpRequest.Builder request = authorised(path).setHeader("Accept", "text/event-stream");
    if (lastSeen != null && !lastSeen.isBlank()) {
      request.header("Last-Event-ID", lastSeen);
    }
    return calls.stream(request.GET().build());
  }

  /** Sends a file as it is, without holding it in memory. */
  public Reached upload(String path, Path file) {
    try {
      return reached(
          calls.answer(
              authorised(path)
                  .header("Content-Type", "application/octet-stream")
                  .header("Idempotency-Key", UUID.randomUUID().toString())
                  .timeout(calls.uploadTimeout())
                  .POST(HttpRequest.BodyPublishers.ofFile(file))
                  .build()));
    } catch (FileNotFoundException e) {
      throw new IllegalStateException("The uploaded file has gone", e);
    }
  }

  /**
   * Sends a file of a form, small enough to be held in memory; the same file sent again with the
   * same form acts once.
   *
   * @param key drawn when the form was made
   */
  public Reached upload(String path, Path file, String key) {
    try {
      byte[] content = Files.readAllBytes(file);
      return reached(
          calls.answer(
              authorised(path)
                  .header("Content-Type", "application/octet-stream")
                  .header("Idempotency-Key", key + "-" + mark(path, content))
                  .timeout(calls.uploadTimeout())
                  .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                  .build()));
    } catch (IOException e) {
      throw new IllegalStateException("The uploaded file has gone", e);
    }
  }

  private Reached reached(HttpResponse<byte[]> answer) {
    remember(answer);
    return new Reached(calls.tree(answer));
  }

  /** A command's answer says how far it wrote; so does an import that went on in the background. */
  private void remember(HttpResponse<byte[]> answer) {
    List<String> reached = answer.headers().allValues("X-Position");
    if (!reached.isEmpty()) {
      reached.forEach(own.positions()::add);
      own.hasWritten();
    }
  }

  private HttpRequest read(String path) {
    return upToDate(path).GET().build();
  }

  private HttpRequest.Builder upToDate(String path) {
    HttpRequest.Builder request = authorised(path);
    if (!own.positions().isEmpty()) {
      request.header("X-Position", own.positions().header());
    }
    return request;
  }

  private HttpRequest.Builder authorised(String path) {
    HttpRequest.Builder request =
        calls.request(path).header("Authorization", "Bearer " + token.getToken());
    if (actingAs != null) {
      request.header("X-Acting-As", actingAs);
    }
    return request;
  }

  /** What the reader has written in the last minutes, carried in a cookie of theirs. */
  @RequestScoped
  static class Own {
    static final String COOKIE = "ov_reached";

    private final Positions positions;
    private boolean written;

    Own(RoutingContext request) {
      var cookie = request.request().getCookie(COOKIE);
      positions = Positions.of(cookie == null ? "" : cookie.getValue());
    }

    Positions positions() {
      return positions;
    }

    void hasWritten() {
      written = true;
    }

    boolean written() {
      return written;
    }
  }
}
