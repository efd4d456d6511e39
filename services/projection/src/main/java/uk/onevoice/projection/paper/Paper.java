package uk.onevoice.projection.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page says.
 *
 * @param title its heading, and the title of the document
 * @param lead the answer in a sentence or two
 * @param fresh of when it is
 * @param foot how it is to be read
 */
public record Paper(
    String title, String lead, String fresh, List<Section> sections, List<String> foot) {
  public Paper {
    sections = List.copyOf(sections);
    foot = List.copyOf(foot);
  }

  /**
   * A table under a heading; the first cell of each row is what the row is about.
   *
   * @param note what has to be known to read it; null where nothing has
   */
  public record Section(
      String heading, @Nullable String note, List<Column> columns, List<List<Cell>> rows) {
    public Section {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /**
   * @param percent how much of the width it takes
   */
  public record Column(String heading, int percent) {}

  /**
   * @param share of 100, drawn as a bar beside the words, which say the same; null without one
   */
  public record Cell(String words, @Nullable Integer share) {
    public Cell(String words) {
      this(words, null);
    }
  }
}
