package uk.onevoice.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.onevoice.contracts.OpenApiDocument.Exchange;

class OpenApiDocumentTest {
  private static OpenApiDocument document = new OpenApiDocument(MissingNode.getInstance());

  @Test
  void an_exchange_that_is_as_described_passes() {
    assertThat(document.errors(read(200, "{\"id\": \"7\", \"on\": \"2026-11-25\"}"))).isEmpty();
    assertThat(document.errors(read(200, "{\"id\": \"7\", \"on\": null}"))).isEmpty();
    assertThat(document.errors(post("{\"on\": \"2026-11-25\"}", 204, null, ""))).isEmpty();
    assertThat(document.errors(problem("{\"type\": \"t\"}"))).isEmpty();
  }

  @Test
  void a_property_that_is_not_named_is_refused_in_answers_and_in_accepted_requests() {
    assertThat(document.errors(read(200, "{\"id\": \"7\", \"on\": null, \"by\": 1}")))
        .singleElement()
        .asString()
        .startsWith("answer:")
        .contains("by");
    assertThat(document.errors(post("{\"on\": \"2026-11-25\", \"by\": 1}", 204, null, "")))
        .singleElement()
        .asString()
        .startsWith("request:")
        .contains("by");
  }

  @Test
  void a_property_too_few_another_type_and_another_format_are_refused() {
    assertThat(document.errors(read(200, "{\"id\": \"7\"}"))).hasSize(1);
    assertThat(document.errors(read(200, "{\"id\": 7, \"on\": null}"))).hasSize(1);
    assertThat(document.errors(read(200, "{\"id\": \"7\", \"on\": \"today\"}"))).isNotEmpty();
    assertThat(document.errors(read(200, "{"))).containsExactly("answer: is not JSON");
  }

  @Test
  void a_status_a_media_type_or_a_body_that_is_not_described_is_refused() {
    assertThat(document.errors(read(202, "{}")))
        .containsExactly("answer: the status is not described");
    assertThat(
            document.errors(new Exchange("GET", "/v1/things/7", null, "", 200, "text/html", "<p>")))
        .containsExactly("answer: the media type text/html is not described");
    assertThat(document.errors(post("{\"on\": \"2026-11-25\"}", 204, null, "{}")))
        .containsExactly("answer: has a body and none is described");
    assertThat(document.errors(problem("{\"kind\": \"t\"}"))).isNotEmpty();
  }

  @Test
  void a_request_that_was_refused_may_be_anything() {
    assertThat(document.errors(post("{", 400, "application/problem+json", "{\"type\": \"t\"}")))
        .isEmpty();
    assertThat(document.errors(post("", 204, null, "")))
        .containsExactly("request: accepted without the body that is required");
  }

  @Test
  void what_the_document_does_not_know_is_only_refused() {
    assertThat(document.errors(new Exchange("PUT", "/v1/things/7", null, "", 405, null, "")))
        .isEmpty();
    assertThat(document.errors(new Exchange("PUT", "/v1/things/7", null, "", 204, null, "")))
        .containsExactly("the document knows no such operation");
    assertThat(document.errors(new Exchange("GET", "/v1/other", null, "", 200, null, "")))
        .containsExactly("the document knows no such operation");
  }

  @Test
  void a_path_without_parameters_goes_first() {
    assertThat(
            document.errors(
                new Exchange("GET", "/v1/things/all", null, "", 200, "application/json", "[]")))
        .isEmpty();
  }

  private static Exchange read(int status, String body) {
    return new Exchange(
        "GET", "/v1/things/7", null, "", status, "application/json;charset=UTF-8", body);
  }

  private static Exchange problem(String body) {
    return new Exchange("GET", "/v1/things/7", null, "", 404, "application/problem+json", body);
  }

  private static Exchange post(String body, int status, @Nullable String type, String answer) {
    return new Exchange("POST", "/v1/things/7", "application/json", body, status, type, answer);
  }

  @BeforeAll
  static void document(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("things.yaml");
    Files.writeString(
        file,
        """
        paths:
          /v1/things/{id}:
            get:
              responses:
                '200':
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/Thing' }
                default: { $ref: '#/components/responses/Problem' }
            post:
              requestBody:
                required: true
                content:
                  application/json:
                    schema:
                      type: object
                      properties:
                        on: { type: string, format: date }
              responses:
                '204': { description: Done. }
                default: { $ref: '#/components/responses/Problem' }
          /v1/things/all:
            get:
              responses:
                '200':
                  content:
                    application/json:
                      schema: { type: array }
        components:
          responses:
            Problem:
              content:
                application/problem+json:
                  schema:
                    type: object
                    properties:
                      type: { type: string }
                    required: [type]
          schemas:
            Thing:
              type: object
              properties:
                id: { type: string }
                on: { oneOf: [{ type: string, format: date }, { type: 'null' }] }
              required: [id, on]
        """);
    document = new OpenApiDocument(Contracts.yaml(file));
  }
}
