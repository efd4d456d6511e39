package uk.onevoice.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every problem type that the code can answer with is explained, and none that it cannot. */
class ProblemsTest {
  /** Where the code names a problem: the factories of Problem, also imported statically. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:Problem\\.of\\(\\s*\\d{3},|new Problem\\(\\s*\\w+,|\\bconflict\\(|\\bunprocessable\\()"
              + "\\s*\"([a-z0-9-]+)\"");

  private static final Pattern SECTION =
      Pattern.compile("(?m)^## (\\S+)\\n\\n(\\d{3})\\. (?:.+\\n)+\\n\\*\\*What to do:\\*\\* .+$");

  @Test
  void each_problem_of_the_code_has_its_section() {
    assertThat(sections().keySet()).containsAll(named(sources()));
  }

  @Test
  void each_section_is_a_problem_of_the_code() {
    String code = String.join("\n", sources());
    assertThat(sections().keySet()).allMatch(slug -> code.contains('"' + slug + '"'));
  }

  @Test
  void each_section_says_the_status_when_and_what_to_do() {
    String text = problems();
    long headings = Pattern.compile("(?m)^## ").matcher(text).results().count();
    assertThat(sections()).hasSize(Math.toIntExact(headings));
    assertThat(sections().values()).allMatch(status -> status >= 400 && status < 600);
  }

  @Test
  void each_way_of_naming_a_problem_is_seen() {
    assertThat(
            named(
                List.of(
                    "Problem.of(\n 404, \"a-b\", x)",
                    "new Problem(\n status,\n \"c\", x)",
                    "case Y _ -> conflict(\"d-e\", x)",
                    "Problem.unprocessable(\"f\", x)")))
        .containsExactly("a-b", "c", "d-e", "f");
  }

  private static Map<String, Integer> sections() {
    Map<String, Integer> sections = new TreeMap<>();
    SECTION
        .matcher(problems())
        .results()
        .forEach(found -> sections.put(found.group(1), Integer.valueOf(found.group(2))));
    return sections;
  }

  private static Set<String> named(List<String> sources) {
    Set<String> slugs = new TreeSet<>();
    sources.stream()
        .flatMap(source -> NAMED.matcher(source).results())
        .map((MatchResult found) -> found.group(1))
        .forEach(slugs::add);
    return slugs;
  }

  private static String problems() {
    return Contracts.text(Contracts.folder().resolve("problems.md"));
  }

  private static List<String> sources() {
    Path repository = Contracts.repository();
    return Stream.of("platform", "services")
        .flatMap(part -> Contracts.files(repository.resolve(part), ".java").stream())
        .filter(file -> file.toString().contains("/src/main/java/"))
        .map(Contracts::text)
        .toList();
  }
}
