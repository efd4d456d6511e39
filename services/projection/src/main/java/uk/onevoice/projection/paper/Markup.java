package uk.onevoice.projection.paper;

import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import uk.onevoice.projection.paper.Paper.Cell;
import uk.onevoice.projection.paper.Paper.Column;
import uk.onevoice.projection.paper.Paper.Section;

/**
 * A paper as a document with headings and tables, from which the tags of the PDF come. It is put
 * together and never parsed: words stay words, whatever is in them.
 */
final class Markup {
  private final Document document;

  private Markup() {
    try {
      document = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException notInThisJdk) {
      throw new IllegalStateException(notInThisJdk);
    }
  }

  static Document of(Paper paper, String style) {
    return new Markup().page(paper, style);
  }

  private Document page(Paper paper, String style) {
    Element html = document.createElement("html");
    html.setAttribute("lang", "en-GB");
    document.appendChild(html);
    Element head = add(html, "head", "");
    add(head, "title", paper.title());
    Element description = add(head, "meta", "");
    description.setAttribute("name", "description");
    description.setAttribute("content", paper.lead());
    add(head, "style", style);
    Element body = add(html, "body", "");
    add(body, "h1", paper.title());
    add(body, "p", paper.lead()).setAttribute("class", "lead");
    add(body, "p", paper.fresh()).setAttribute("class", "fresh");
    paper.sections().forEach(section -> section(body, section));
    paper.foot().forEach(words -> add(body, "p", words).setAttribute("class", "foot"));
    return document;
  }

  private void section(Element body, Section section) {
    add(body, "h2", section.heading());
    if (section.note() != null) {
      add(body, "p", section.note()).setAttribute("class", "note");
    }
    if (section.rows().isEmpty()) {
      return;
    }
    Element table = add(body, "table", "");
    Element headings = add(add(table, "thead", ""), "tr", "");
    for (Column column : section.columns()) {
      Element heading = add(headings, "th", column.heading());
      heading.setAttribute("scope", "col");
      heading.setAttribute("style", "width:" + column.percent() + "%");
    }
    Element rows = add(table, "tbody", "");
    section.rows().forEach(cells -> row(add(rows, "tr", ""), cells));
  }

  private void row(Element row, List<Cell> cells) {
    add(row, "th", cells.getFirst().words()).setAttribute("scope", "row");
    for (Cell cell : cells.subList(1, cells.size())) {
      Element data = add(row, "td", cell.words());
      if (cell.share() != null) {
        // Only to look at: the words beside it say the same.
        Element bar = add(data, "div", "");
        bar.setAttribute("class", "bar");
        add(bar, "div", "").setAttribute("style", "width:" + cell.share() + "%");
      }
    }
  }

  private Element add(Element parent, String name, String words) {
    Element child = document.createElement(name);
    if (!words.isEmpty()) {
      child.appendChild(document.createTextNode(words));
    }
    parent.appendChild(child);
    return child;
  }
}
