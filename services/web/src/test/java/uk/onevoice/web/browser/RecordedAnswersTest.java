package uk.onevoice.web.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uk.onevoice.contracts.Contracts;

/** The answers that pages are tested with are answers that the APIs promise to give. */
class RecordedAnswersTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final List<JsonNode> DOCUMENTS =
      Contracts.files(Contracts.folder().resolve("openapi"), ".yaml").stream()
          .map(RecordedAnswersTest::document)
          .toList();

  private static final Map<String, Consumer<FakeApi>> READERS =
      Map.ofEntries(
          Map.entry("leader", Answers::nadia),
          Map.entry("leader with two roles", Answers::twoRoles),
          Map.entry("partner", Answers::femi),
          Map.entry("keeper", Answers::keeper),
          Map.entry("ICB lead", Answers::icbLead),
          Map.entry("who sat in a meeting", Answers::satInMeeting),
          Map.entry("who is invited to it", Answers::invitedToMeeting),
          Map.entry("guest of a meeting", DiaryAnswers::guest),
          Map.entry("administrator", Answers::administrator),
          Map.entry("keeper of people", Answers::peoplesAdministrator),
          Map.entry("partner in a bid", Answers::bidPartner),
          Map.entry("partner in a joint group", JointGroupAnswers::partner),
          Map.entry("partner with a connection", ConnectionAnswers::partner),
          Map.entry("who says who hears", ConnectionAnswers::federation));

  /** What an address answers when it answers 200, and the document that says so. */
  private record Promise(String template, JsonNode document, JsonNode schema) {
    boolean isFor(String path) {
      return path.matches(template.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    long variables() {
      return template.chars().filter(letter -> letter == '{').count();
    }
  }

  @TestFactory
  Stream<DynamicTest> a_recorded_answer_keeps_the_contract() {
    FakeApi api = FakeApi.running();
    return READERS.entrySet().stream()
        .flatMap(reader -> {
          api.reset();
          reader.getValue().accept(api);
          return new TreeMap<>(api.answers())
              .entrySet().stream()
                  .filter(answer -> answer.getValue().status() == 200)
                  .map(answer ->
                      dynamicTest(
                          reader.getKey() + ": " + answer.getKey(),
                          () ->
                              assertThat(errors(answer.getKey(), answer.getValue().body()))
                                  .isEmpty()));
        });
  }

  private static List<String> errors(String methodAndPath, String body) {
    String method = methodAndPath.replaceFirst(" .*", "").toLowerCase(Locale.ROOT);
    String path = methodAndPath.replaceFirst("^[A-Z]+ ", "").replaceFirst("\\?.*", "");
    Promise promise =
        promises(method)
            .filter(candidate -> candidate.isFor(path))
            .min(Comparator.comparingLong(Promise::variables))
            .orElseThrow(() -> new AssertionError("No API has " + path));
    ObjectNode schema = JSON.createObjectNode();
    schema.putArray("allOf").add(promise.schema());
    schema.set("components", promise.document().path("components"));
    return SCHEMAS
        .getSchema(schema.toString(), InputFormat.JSON)
        .validate(
            body,
            InputFormat.JSON,
            run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  /** As YAML 1.2 reads it: the name {@code on} is a word, not a yes. */
  private static JsonNode document(Path file) {
    YAMLFactory words =
        YAMLFactory.builder()
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .build();
    try {
      return new YAMLMapper(words).readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Promise> promises(String method) {
    return DOCUMENTS.stream()
        .flatMap(document ->
            document.path("paths").properties().stream()
                .map(entry ->
                    new Promise(
                        entry.getKey(),
                        document,
                        entry
                            .getValue()
                            .at("/" + method + "/responses/200/content/application~1json/schema")))
                .filter(promise -> !promise.schema().isMissingNode()));
  }
}
