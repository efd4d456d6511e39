package uk.onevoice.web.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/**
 * axe, asked by hand: its own builder brings the script to the page twice for each question, and
 * takes back all that it has found. Both cost more than the looking. Our pages have no frames.
 */
final class Axe {
  private static final List<String> TAGS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");

  /** What a width can change: what is read out is the same at each. */
  private static final List<String> OF_LAYOUT =
      List.of("color-contrast", "target-size", "scrollable-region-focusable");

  private static final String BRING = "() => {" + AxeBuilder.getAxeScript() + "}";

  private static final String ASK =
      """
      async options => {
        const result = await axe.run(document, options);
        return result.violations.flatMap(
          rule => rule.nodes.map(node => rule.id + ': ' + node.html));
      }\
      """;

  private Axe() {}

  /** Has the browser bring the script to each document that the page will open. */
  static void isBroughtTo(Page page) {
    page.addInitScript(AxeBuilder.getAxeScript());
  }

  /** All rules; one line for each place that breaks one. */
  static List<String> violations(Page page) {
    return ask(page, "tag", TAGS);
  }

  /** The rules that a width can change. */
  static List<String> violationsOfLayout(Page page) {
    return ask(page, "rule", OF_LAYOUT);
  }

  private static List<String> ask(Page page, String type, List<String> values) {
    if (!(boolean) page.evaluate("typeof axe === 'object'")) {
      page.evaluate(BRING);
    }
    var options =
        Map.of(
            "runOnly",
            Map.of("type", type, "values", values),
            // It is off by itself.
            "rules",
            Map.of("target-size", Map.of("enabled", true)),
            // What passes is not told: most of a page does, and telling it takes longer than
            // looking.
            "resultTypes",
            List.of("violations"));
    return ((List<?>) page.evaluate(ASK, options)).stream().map(String::valueOf).toList();
  }
}
