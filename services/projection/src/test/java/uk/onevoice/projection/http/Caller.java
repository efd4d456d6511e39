package uk.onevoice.projection.http;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;
import uk.onevoice.testkit.stack.RunningStack;

/** Somebody who asks the service, with a real token of theirs or without one. */
record Caller(@Nullable String token) {
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
    return token == null ? given() : given().header("Authorization", "Bearer " + token);
  }
}
