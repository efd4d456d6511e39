package uk.onevoice.service.edge;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.onevoice.service.json.Text;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.problem.ProblemBody;
import uk.onevoice.service.problem.StandardProblems;

/**
 * Refuses with a problem what is too large or unreadable before anything reads it. The server below
 * has wider limits of its own (quarkus.http.limits), which cut the connection without a body.
 */
@Singleton
class Limits {
  private final EdgeSettings settings;
  private final long maxBodyBytes;

  Limits(
      EdgeSettings settings,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBody) {
    this.settings = settings;
    this.maxBodyBytes = maxBody.asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, Correlation.BEFORE_EVERYTHING - 1);
  }

  /** What fails in the server before a resource is found. */
  void answerFailures(@Observes Router router) {
    for (int status : new int[] {400, 401, 403, 404, 405, 406, 408, 413, 414, 415, 431, 503}) {
      router.errorHandler(status, failed -> refuse(failed, StandardProblems.ofStatus(status)));
    }
  }

  private void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.uri().length() > settings.maxUriLength()) {
      refuse(context, StandardProblems.ofStatus(414));
    } else if (headerBytes(request) > settings.maxHeaderBytes()) {
      refuse(context, StandardProblems.ofStatus(431));
    } else if (announcedBytes(request) > maxBodyBytes) {
      refuse(context, StandardProblems.ofStatus(413));
    } else if (!isReadable(request.uri())) {
      refuse(
          context,
          StandardProblems.ofStatus(400)
              .detail("The address holds characters that are not taken."));
    } else if (!isAddress(request)) {
      refuse(
          context,
          StandardProblems.ofStatus(400)
              .detail("The address holds characters that have to be encoded, such as | as %7C."));
    } else {
      context.next();
    }
  }

  private static long headerBytes(HttpServerRequest request) {
    long bytes = 0;
    for (Map.Entry<String, String> header : request.headers()) {
      bytes += header.getKey().length() + header.getValue().length() + 4L;
    }
    return bytes;
  }

  private static long announcedBytes(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException tooLong) {
      return Long.MAX_VALUE;
    }
  }

  private static boolean isReadable(String uri) {
    try {
      String decoded = URLDecoder.decode(uri, StandardCharsets.UTF_8);
      return Text.isClean(decoded) && decoded.indexOf('\uFFFD') < 0;
    } catch (IllegalArgumentException brokenEscape) {
      return false;
    }
  }

  /**
   * By RFC 3986, but for the bar that FHIR writes its tokens with: whoever asks by hand leaves it
   * as it is. The server below refuses such addresses without a word, unless it is told not to look
   * (vertx.disableURIValidation).
   */
  private static boolean isAddress(HttpServerRequest request) {
    String uri = request.uri();
    int query = request.method() == HttpMethod.GET ? uri.indexOf('?') : -1;
    try {
      var _ =
          new URI(
              query < 0 ? uri : uri.substring(0, query) + uri.substring(query).replace('|', ':'));
      return true;
    } catch (URISyntaxException notOne) {
      return false;
    }
  }

  private static void refuse(RoutingContext context, Problem problem) {
    if (context.response().ended() || context.response().headWritten()) {
      return;
    }
    var response = context.response().setStatusCode(problem.status());
    problem.headers().forEach(response::putHeader);
    if (problem.status() == 413) {
      // The rest of the body is not read, so the connection cannot be used again.
      response.putHeader(HttpHeaders.CONNECTION, "close");
    }
    var body = ProblemBody.of(CurrentRequest.path(context), problem, Correlation.of(context));
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, body.mediaType())
        .putHeader("X-Correlation-ID", Correlation.of(context))
        .end(body.text());
  }
}
