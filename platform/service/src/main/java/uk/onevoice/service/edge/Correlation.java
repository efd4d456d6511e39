package uk.onevoice.service.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Gives each request the id it is found by: in the answer's header, in problems, logs, events. */
@Singleton
class Correlation {
  static final int BEFORE_EVERYTHING = 10_000;

  private static final String HEADER = "X-Correlation-ID";
  private static final String KEY = "correlationId";
  private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9-]{8,64}");

  void register(@Observes Filters filters) {
    filters.register(Correlation::identify, BEFORE_EVERYTHING);
  }

  private static void identify(RoutingContext request) {
    String id = of(request);
    request.response().putHeader(HEADER, id);
    MDC.put(KEY, id);
    request.next();
  }

  /** The request's id; made on first asking where the caller gave none that can be used. */
  static String of(RoutingContext request) {
    String known = request.get(KEY);
    if (known != null) {
      return known;
    }
    String id = acceptedOrNew(request.request().getHeader(HEADER));
    request.put(KEY, id);
    return id;
  }

  private static String acceptedOrNew(@Nullable String offered) {
    return offered != null && ACCEPTED.matcher(offered).matches()
        ? offered
        : UUID.randomUUID().toString();
  }
}
