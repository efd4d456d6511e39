package uk.onevoice.service.edge;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.IdempotencyKey;

/** What the edge knows about the request that is being answered. */
@RequestScoped
public class CurrentRequest {
  private static final Pattern UUID_SHAPE =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern TRACEPARENT =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  private final CurrentVertxRequest vertx;
  private final List<Position> behind = new ArrayList<>();
  private @Nullable IdempotencyKey idempotencyKey;
  private @Nullable Instant recordedAt;

  CurrentRequest(CurrentVertxRequest vertx) {
    this.vertx = vertx;
  }

  /** The caller's {@code X-Correlation-ID}, or the one that was made in its place. */
  public String correlationId() {
    return Correlation.of(vertx.getCurrent());
  }

  /** The path that is asked for, with a slash before it and no query behind it. */
  public String path() {
    return path(request());
  }

  /** Vert.x knows none for an address that it could not read. */
  static String path(RoutingContext context) {
    return Objects.requireNonNullElse(context.request().path(), "/");
  }

  /** The correlation id as events carry it; an id of another form always gives the same UUID. */
  public UUID correlation() {
    String id = correlationId();
    return UUID_SHAPE.matcher(id).matches()
        ? UUID.fromString(id)
        : UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.US_ASCII));
  }

  /** The caller's W3C trace context, when it is one. */
  public Optional<String> traceparent() {
    return Optional.ofNullable(request().request().getHeader("traceparent"))
        .filter(header -> TRACEPARENT.matcher(header).matches());
  }

  /** The version in {@code If-Match}. */
  public Optional<Long> ifMatch() {
    return Versions.ifMatch(request().request().headers().getAll("If-Match"));
  }

  /** By which a repeat of this request will be known; every POST has one. */
  public Optional<IdempotencyKey> idempotencyKey() {
    return Optional.ofNullable(idempotencyKey);
  }

  /** When what this request tells is to have been recorded, where that is not now. */
  Optional<Instant> recordedAt() {
    return Optional.ofNullable(recordedAt);
  }

  void recordAt(Instant told) {
    this.recordedAt = told;
  }

  /** Positions the caller has seen and this service had not applied when the wait was over. */
  List<Position> behind() {
    return behind;
  }

  void isBehind(Position position) {
    behind.add(position);
  }

  void recogniseBy(IdempotencyKey key) {
    this.idempotencyKey = key;
  }

  private RoutingContext request() {
    return vertx.getCurrent();
  }
}
