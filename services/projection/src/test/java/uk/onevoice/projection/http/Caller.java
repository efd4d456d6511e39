package uk.onevoice.projection.http;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;
import uk.onevoice.contracts.OpenApiFilter;
import uk.onevoice.testkit.stack.RunningStack;

/** Somebody who asks the service, with a real token of theirs or without one. */
record Caller(@Nullable String token) {
  private static final OpenApiFilter AS_DOCUMENTED = OpenApiFilter.of("projection");

  static Caller as(String who) {
    return switch (who) {
      case "nobody" -> new Caller(null);
      case "foreign" -> new Caller(RunningStack.get().foreignToken());
      default -> new Caller(RunningStack.get().token(who));
    };
  }

  Response get(String path) {
    return request().get(path);
  }

  RequestSpecification request() {
    RequestSpecification anyone = given().filter(AS_DOCUMENTED);
    return token == null ? anyone : anyone.header("Authorization", "Bearer " + token);
  }
}
