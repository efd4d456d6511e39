package uk.onevoice.mandates.adapter.http;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.contracts.OpenApiFilter;
import uk.onevoice.testkit.stack.RunningStack;

/** Somebody who calls the service, with a real token of theirs or without one. */
record Caller(@Nullable String token) {
  private static final OpenApiFilter CONTRACT = OpenApiFilter.of("mandates");

  static Caller as(String userOrClient) {
    return new Caller(RunningStack.get().token(userOrClient));
  }

  static Caller nobody() {
    return new Caller(null);
  }

  static Caller foreign() {
    return new Caller(RunningStack.get().foreignToken());
  }

  Response get(String path) {
    return request().get(path);
  }

  Response post(String path, String body) {
    return post(path, body, UUID.randomUUID().toString());
  }

  Response post(String path, String body, String key) {
    return request()
        .header("Idempotency-Key", key)
        .contentType(ContentType.JSON)
        .body(body)
        .post(path);
  }

  RequestSpecification request() {
    RequestSpecification request = given().filter(CONTRACT);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }
}
