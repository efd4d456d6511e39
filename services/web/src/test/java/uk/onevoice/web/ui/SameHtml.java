package uk.onevoice.web.ui;

import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * HTML written so that two texts are equal if browsers make the same of them: order of attributes,
 * quotes and white space between elements and at the ends of texts don't count; tags, attributes,
 * their values, the order of classes and every word do.
 */
final class SameHtml {
  private SameHtml() {}

  static String of(String html) {
    StringBuilder out = new StringBuilder();
    // Loose table parts would be thrown away as the body of a page.
    Jsoup.parseBodyFragment(html).body().childNodes().forEach(node -> write(node, 0, out));
    return out.toString();
  }

  private static void write(Node node, int depth, StringBuilder out) {
    String indent = "  ".repeat(depth);
    switch (node) {
      case TextNode text -> {
        String words = text.text().strip();
        if (!words.isEmpty()) {
          out.append(indent).append(words).append('\n');
        }
      }
      case Element element -> {
        out.append(indent).append('<').append(element.tagName());
        List<Attribute> attributes = element.attributes().asList();
        out.append(
            attributes.stream()
                .sorted((a, b) -> a.getKey().compareTo(b.getKey()))
                .map(a -> " " + a.getKey() + "=\"" + a.getValue().strip() + '"')
                .collect(Collectors.joining()));
        out.append(">\n");
        element.childNodes().forEach(child -> write(child, depth + 1, out));
      }
      default -> {}
    }
  }
}
