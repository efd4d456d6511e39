package uk.onevoice.organisations.adapter.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.contracts.OpenApiFilter;
import uk.onevoice.testkit.stack.RunningStack;

/** Somebody who calls the service, with a real token of theirs or without one. */
record Caller(@Nullable String token) {
  private static final OpenApiFilter AS_DOCUMENTED = OpenApiFilter.of("organisations");

  static Caller as(String userOrClient) {
    return new Caller(RunningStack.get().token(userOrClient));
  }

  static Caller nobody() {
    return new Caller(null);
  }

  static Caller foreign() {
    return new Caller(RunningStack.get().foreignToken());
  }

  /** A token of admin's with another signature. */
  static Caller forged() {
    var token = RunningStack.get().token("admin");
    int signature = token.lastIndexOf('.') + 1;
    return new Caller(token.substring(0, signature) + "A".repeat(token.length() - signature));
  }

  static String subjectOf(String user) {
    var claims = RunningStack.get().token(user).split("\\.", -1)[1];
    return JsonPath.from(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8))
        .getString("sub");
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

  Response upload(String query, byte[] file) {
    return upload(query, file, UUID.randomUUID().toString());
  }

  Response upload(String query, byte[] file, String key) {
    return request()
        .header("Idempotency-Key", key)
        .contentType("application/octet-stream")
        .body(file)
        .post("/v1/imports" + query);
  }

  /** Posts and expects to be told that something is there now. */
  String created(String path, String body, String field) {
    var response = post(path, body);
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
    return response.path(field);
  }

  RequestSpecification request() {
    var request =
        given()
            .filter(AS_DOCUMENTED)
            .config(
                RestAssuredConfig.config()
                    .encoderConfig(
                        EncoderConfig.encoderConfig()
                            .appendDefaultContentCharsetToContentTypeIfUndefined(false)));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }
}
