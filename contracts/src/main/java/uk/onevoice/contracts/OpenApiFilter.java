package uk.onevoice.contracts;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.contracts.OpenApiDocument.Exchange;

/**
 * Holds what really goes over the wire to {@code contracts/openapi/<service>.yaml}: each answer's
 * status, media type and body, and the body of each request that was accepted. A property that the
 * document does not name is refused in both. The test that sent the request fails.
 *
 * <pre>{@code
 * given().filter(OpenApiFilter.of("mandates")).get("/v1/mandates/" + id);
 * }</pre>
 */
public final class OpenApiFilter implements Filter {
  private final OpenApiDocument document;

  private OpenApiFilter(OpenApiDocument document) {
    this.document = document;
  }

  public static OpenApiFilter of(String service) {
    return new OpenApiFilter(OpenApiDocument.of(service));
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext context) {
    Response response = context.next(request, expected);
    Exchange exchange =
        new Exchange(
            request.getMethod(),
            URI.create(request.getURI()).getPath(),
            request.getContentType(),
            text(request.getBody()),
            response.statusCode(),
            response.contentType().isEmpty() ? null : response.contentType(),
            response.asString());
    List<String> errors = document.errors(exchange);
    if (!errors.isEmpty()) {
      throw new AssertionError(
          "%s %s, answered %d, is not as its OpenAPI document says:%n%s%nanswer: %s"
              .formatted(
                  exchange.method(),
                  exchange.path(),
                  exchange.status(),
                  String.join(System.lineSeparator(), errors),
                  exchange.answerBody()));
    }
    return PlainPath.of(response);
  }

  /** A body that is neither text nor bytes, such as a file, is there but not looked into. */
  private static String text(@Nullable Object body) {
    return switch (body) {
      case null -> "";
      case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
      default -> body.toString();
    };
  }
}
