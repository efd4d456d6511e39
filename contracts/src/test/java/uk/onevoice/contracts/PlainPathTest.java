package uk.onevoice.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.restassured.builder.ResponseBuilder;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathTest {
  private static final String ANSWER =
      """
      {"name": "Marl", "total": 2, "large": 12345678901, "share": 0.25, "is": true, "none": null,
       "empty": [], "class": "PLACE", "size": 7, "in": "a word of the language", "of_all": {"a": 1},
       "items": [{"id": "a", "in": {"name": "A"}, "tags": ["x", "y"], "end": null},
                 {"id": "b", "in": {"name": "B"}, "tags": []}],
       "rows": [[1, 2], [3, 4]], "holes": [{"id": "a"}, null], "words": ["one", "two"]}\
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "total",
        "large",
        "share",
        "is",
        "none",
        "empty",
        "class",
        "size",
        "in",
        "of_all",
        "of_all.a",
        "items",
        "items.id",
        "items.in",
        "items.in.name",
        "items.tags",
        "items.end",
        "items.nowhere",
        "items[1].id",
        "items[0].in.name",
        "items[0].tags[1]",
        "items[0].end",
        "items[0].end.more",
        "items[2]",
        "items[2].id",
        "items[-1].id",
        "items.id[1]",
        "items.tags[0]",
        "rows",
        "rows[1][0]",
        "rows.more",
        "holes.id",
        "words.more",
        "words.size()",
        "name.more",
        "nowhere",
        "nowhere.more",
        "none.more",
        "empty.more",
        "empty[0]",
        "$",
        "",
        "items.find { it.id == 'b' }.in.name",
        "items.findAll { it.end == null }.id"
      })
  void a_path_is_read_as_by_REST_Assured(String path) {
    Throwable refused = catchThrowable(() -> JsonPath.from(ANSWER).get(path));
    if (refused != null) {
      assertThat(catchThrowable(() -> new PlainPath(ANSWER).get(path)))
          .isInstanceOf(refused.getClass());
      return;
    }
    Object read = JsonPath.from(ANSWER).get(path);
    assertThat(new PlainPath(ANSWER).<Object>get(path)).isEqualTo(read);
  }

  @Test
  void a_path_may_begin_at_another() {
    JsonPath from = new PlainPath(ANSWER).setRootPath("items.find { it.id == 'b' }");
    assertThat(from.getString("in.name")).isEqualTo("B");
    assertThat(from.getString("name")).isNull();
    from.setRootPath("");
    assertThat(from.getString("name")).isEqualTo("Marl");
  }

  @Test
  void an_answer_is_the_same_but_for_how_its_paths_are_read() {
    Response answer =
        PlainPath.of(
            new ResponseBuilder()
                .setStatusCode(422)
                .setContentType("application/problem+json")
                .setBody(ANSWER)
                .build());
    assertThat(answer.jsonPath()).isInstanceOf(PlainPath.class);
    assertThat(answer.jsonPath().getList("items.id", String.class)).containsExactly("a", "b");
    assertThat(answer.jsonPath().getString("total")).isEqualTo("2");
    assertThat(answer.jsonPath().getBoolean("is")).isTrue();
    assertThat(answer.<List<String>>path("items.id")).containsExactly("a", "b");
    assertThat(answer.<String>path("items[%s].id", "1")).isEqualTo("b");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.asString()).isEqualTo(ANSWER);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void what_is_not_JSON_is_left_to_REST_Assured() {
    Response page =
        PlainPath.of(
            new ResponseBuilder()
                .setStatusCode(200)
                .setContentType("text/html")
                .setBody("<html><head><title>Marl</title></head></html>")
                .build());
    assertThat(page.htmlPath().getString("html.head.title")).isEqualTo("Marl");
    assertThat(page.asString()).startsWith("<html>");
  }
}
