package uk.onevoice.web.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.Engine;
import io.quarkus.qute.RawString;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A tag of ours gives the HTML that the design system publishes for the same options.
 *
 * <p>{@code parity/<component>.html} calls our tag with a fixture's options as {@code o}. {@code
 * parity/left-out.json} names each option no page of ours uses, with the reason, and how many
 * fixtures are compared; an entry that leaves nothing out fails.
 */
class PublishedFixturesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Engine ENGINE = Templates.engine();
  private static final Path TAGS = Path.of("src/main/resources/templates/tags");
  private static final Pattern CALL = Pattern.compile("\\{#(nhsuk\\w+)");

  record LeftOut(int compared, Map<String, String> options, Map<String, String> fixtures) {}

  record Fixture(String name, Map<String, Object> context, String html) {}

  @TestFactory
  Stream<DynamicTest> a_tag_gives_what_is_published() throws IOException {
    Map<String, LeftOut> components =
        JSON.readValue(resource("parity/left-out.json"), new TypeReference<>() {});
    List<DynamicTest> tests = new ArrayList<>();
    for (var component : components.entrySet()) {
      tests.addAll(tests(component.getKey(), component.getValue()));
    }
    return tests.stream();
  }

  /** A new tag is called by a fixture's template, or stands in one that is. */
  @Test
  void no_tag_goes_unchecked() throws IOException {
    Map<String, LeftOut> components =
        JSON.readValue(resource("parity/left-out.json"), new TypeReference<>() {});
    Set<String> checked = new TreeSet<>();
    for (String component : components.keySet()) {
      addTags(resource("parity/" + component + ".html"), checked);
    }
    Set<String> tags = new TreeSet<>();
    try (Stream<Path> files = Files.list(TAGS)) {
      files
          .map(file -> file.getFileName().toString().replace(".html", ""))
          .filter(tag -> tag.startsWith("nhsuk"))
          .forEach(tags::add);
    }
    assertThat(checked).isEqualTo(tags);
  }

  private static void addTags(String template, Set<String> tags) throws IOException {
    Matcher call = CALL.matcher(template);
    while (call.find()) {
      if (tags.add(call.group(1))) {
        addTags(Files.readString(TAGS.resolve(call.group(1) + ".html")), tags);
      }
    }
  }

  private static List<DynamicTest> tests(String component, LeftOut leftOut) throws IOException {
    Template call =
        ENGINE.parse(
            resource("parity/" + component + ".html"),
            Variant.forContentType(Variant.TEXT_HTML),
            "parity-" + component);
    List<DynamicTest> tests = new ArrayList<>();
    Set<String> needed = new TreeSet<>();
    for (Fixture fixture : fixtures(component)) {
      Set<String> unknown = options("", fixture.context());
      unknown.retainAll(leftOut.options().keySet());
      needed.addAll(unknown);
      String name = fixture.name();
      if (leftOut.fixtures().containsKey(name)) {
        needed.add(name);
        unknown.add(name);
      }
      if (unknown.isEmpty()) {
        tests.add(
            dynamicTest(
                component + ": " + fixture.name(),
                () ->
                    assertThat(SameHtml.of(call.render(Map.of("o", options(fixture)))))
                        .isEqualTo(SameHtml.of(withoutLogo(fixture.html())))));
      }
    }
    Set<String> listed = new TreeSet<>(leftOut.options().keySet());
    listed.addAll(leftOut.fixtures().keySet());
    int compared = tests.size();
    tests.add(
        dynamicTest(
            component + ": what is left out is listed and counted",
            () -> {
              assertThat(compared).isEqualTo(leftOut.compared());
              assertThat(needed).isEqualTo(listed);
            }));
    return tests;
  }

  /** The logo of the NHS needs a permission that this service does not have. */
  private static String withoutLogo(String html) {
    Document page = Jsoup.parseBodyFragment(html);
    page.select("svg.nhsuk-header__logo, img.nhsuk-header__organisation-logo").remove();
    page.select("a.nhsuk-header__service-logo").stream()
        .filter(link -> link.childrenSize() == 0)
        .forEach(Element::remove);
    return page.body().html();
  }

  private static List<Fixture> fixtures(String component) throws IOException {
    var file = JSON.readTree(resource("nhsuk-fixtures/" + component + ".json"));
    List<Fixture> fixtures = new ArrayList<>();
    for (var node : file.get("fixtures")) {
      Map<String, Object> context =
          node.hasNonNull("context")
              ? JSON.convertValue(node.get("context"), new TypeReference<>() {})
              : Map.of();
      fixtures.add(new Fixture(node.get("name").asText(), context, node.get("html").asText()));
    }
    return fixtures;
  }

  /**
   * Every option a fixture uses, as a path; an option whose value matters is also named with it.
   */
  private static Set<String> options(String prefix, Object value) {
    Set<String> paths = new TreeSet<>();
    switch (value) {
      case Map<?, ?> map ->
          map.forEach((name, option) -> {
            String path = prefix.isEmpty() ? name.toString() : prefix + "." + name;
            paths.add(path);
            if (option != null) {
              paths.add(path + "=" + option);
              paths.addAll(options(path, option));
            }
          });
      case List<?> list ->
          list.forEach(item -> {
            if (item != null) {
              paths.addAll(options(prefix + "[]", item));
            }
          });
      default -> {}
    }
    return paths;
  }

  /**
   * The macros take a text where they take an object with a text, and a heading in place of the
   * text of a label; our tags take flat arguments. This step writes the long form, so that the call
   * can name each argument.
   */
  private static Map<String, Object> options(Fixture fixture) {
    Map<String, Object> options = longForm(fixture.context());
    options.put("body", new RawString(body(fixture.context())));
    options.put("noBorder", options.get("border") == Boolean.FALSE);
    options.put("noLastRowBorder", options.get("lastRowBorder") == Boolean.FALSE);
    if (options.get("rows") instanceof List<?> rows
        && options.get("head") instanceof List<?> head) {
      options.put("rows", rows.stream().map(row -> cells((List<?>) row, head, options)).toList());
    }
    return options;
  }

  /** A cell takes its format from its column, and the first may be the header of its row. */
  private static List<Map<String, Object>> cells(
      List<?> row, List<?> head, Map<String, Object> options) {
    List<Map<String, Object>> cells = new ArrayList<>();
    for (Object item : row) {
      @SuppressWarnings("unchecked")
      Map<String, Object> cell = new LinkedHashMap<>((Map<String, Object>) item);
      Map<?, ?> column = (Map<?, ?>) head.get(cells.size());
      Object format = cell.containsKey("format") ? cell.get("format") : column.get("format");
      cell.put("numeric", "numeric".equals(format));
      cell.put("rowHeader", cells.isEmpty() && options.get("firstCellIsHeader") == Boolean.TRUE);
      if (options.get("responsive") == Boolean.TRUE) {
        cell.put("heading", column.get("text"));
      }
      cells.add(cell);
    }
    return cells;
  }

  private static String body(Map<String, Object> context) {
    if (context.get("html") instanceof String html) {
      return html;
    }
    return context.get("text") instanceof String text ? text : "";
  }

  private static final Set<String> TEXTS =
      Set.of(
          "label",
          "hint",
          "errorMessage",
          "heading",
          "description",
          "summary",
          "title",
          "caption",
          "legend",
          "meta",
          "copyright",
          "prefix",
          "suffix");

  /** Names that every map answers itself in an expression. */
  private static final Map<String, String> QUTE_NAMES = Map.of("size", "scale", "values", "filled");

  private static Map<String, Object> longForm(Map<String, Object> context) {
    Map<String, Object> options = new LinkedHashMap<>();
    context.forEach(
        (name, value) -> options.put(QUTE_NAMES.getOrDefault(name, name), longForm(name, value)));
    return options;
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Object longForm(String name, @Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text when TEXTS.contains(name) -> Map.of("text", text);
      case String html when name.equals("html") -> new RawString(html);
      case Map<?, ?> map -> {
        Map<String, Object> options = longForm((Map<String, Object>) map);
        if ((name.equals("label") || name.equals("legend"))
            && options.get("heading") instanceof Map<?, ?> heading) {
          options.put("text", heading.get("text"));
          options.put("heading", true);
        }
        yield options;
      }
      case List<?> list -> {
        List<@Nullable Object> items = new ArrayList<>();
        list.stream()
            .filter(item -> !(item instanceof Boolean))
            .map(item -> item instanceof String text ? Map.of("text", text) : longForm(name, item))
            .map(item -> name.equals("items") ? withPlainHint(item) : item)
            .forEach(items::add);
        yield items;
      }
      default -> value;
    };
  }

  private static @Nullable Object withPlainHint(@Nullable Object item) {
    if (item instanceof Map<?, ?> map && map.get("hint") instanceof Map<?, ?> hint) {
      Map<Object, Object> plain = new LinkedHashMap<>(map);
      plain.put("hint", hint.get("text"));
      return plain;
    }
    return item;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = PublishedFixturesTest.class.getClassLoader().getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
